import type { FaultScript } from './faults.ts';
import { billingMetrics } from './billing-metrics.ts';
import type { EmulatedModel, Input } from './models.ts';
import { newId } from './uploads.ts';
import type { WebhookSender } from './webhooks.ts';

/** A prediction as the API answers it. */
export type PredictionAnswer = {
  id: string;
  model: string;
  version: string;
  input: Input;
  logs: string;
  output: unknown;
  error: string | null;
  source: 'api';
  status: 'starting' | 'processing' | 'succeeded' | 'failed' | 'canceled' | 'aborted';
  created_at: string;
  started_at?: string;
  completed_at?: string;
  deadline?: string;
  data_removed: boolean;
  metrics?: Record<string, unknown>;
  webhook?: string;
  urls: { get: string; cancel: string; web: string };
};

export type Order = {
  model: EmulatedModel;
  input: Input;
  webhook: string | null;
  cancelAfterSeconds: number | null;
};

/** A prediction with what the outside never sees: whether it costs money, and where its files lie. */
export type Prediction = {
  answer: PredictionAnswer;
  order: Order;
  isBilled: boolean;
  outputPaths: string[];
  settled: Promise<void>;
};

export type BookOptions = {
  baseUrl: () => string;
  faults: FaultScript;
  webhooks: WebhookSender;
  /** Makes the outputs of a run and returns their paths and URLs, or a text. */
  produce(order: Order, outputs: number): Promise<{ output: unknown; paths: string[] }>;
  /** Runs and expiry go this many times faster than the real service. */
  speed: number;
  expireAfterMs: number;
  /** The service's clock. */
  now(): number;
  fillsDefaults: boolean;
};

const START_SECONDS = 1;
const FAILURES: Partial<Record<string, { error: string; logs?: string }>> = {
  nsfw: { error: 'NSFW content detected. Try running it again, or try a different prompt.' },
  sensitive: {
    error:
      'The input or output was flagged as sensitive. Please try again with different inputs. (E005) (uIJ6l3ruRD)',
  },
  failed: { error: 'Prediction failed: an internal error occurred (E1000)' },
  'high-demand': { error: 'Service is temporarily unavailable due to high demand. (E003)' },
  'out-of-memory': { error: 'CUDA out of memory (E1001)' },
  'start-timeout': { error: 'Timed out starting prediction (E6716)' },
};

/** Every prediction ever created, and its life: starting → processing → an end, deadlines, cancelling and expiry. */
export function predictionBook(options: BookOptions) {
  const { faults, webhooks, speed, baseUrl } = options;
  const book = new Map<string, Prediction>();

  function create(order: Order): Prediction {
    const id = newId();
    const now = options.now();
    const answer: PredictionAnswer = {
      id,
      model: order.model.slug,
      version: order.model.version ?? 'hidden',
      input: options.fillsDefaults ? { ...defaultsOf(order.model), ...order.input } : order.input,
      logs: '',
      output: null,
      error: null,
      source: 'api',
      status: 'starting',
      created_at: new Date(now).toISOString(),
      data_removed: false,
      urls: {
        get: `${baseUrl()}/predictions/${id}`,
        cancel: `${baseUrl()}/predictions/${id}/cancel`,
        web: `https://replicate.com/p/${id}`,
      },
      ...(order.webhook ? { webhook: order.webhook } : {}),
      ...(order.cancelAfterSeconds
        ? { deadline: new Date(now + order.cancelAfterSeconds * 1000).toISOString() }
        : {}),
    };
    const done = Promise.withResolvers<void>();
    const prediction: Prediction = { answer, order, isBilled: false, outputPaths: [], settled: done.promise };
    book.set(id, prediction);
    void run(prediction).finally(() => done.resolve());
    if (order.cancelAfterSeconds)
      after(order.cancelAfterSeconds * 1000, () => end(prediction, { deadline: true }));
    return prediction;
  }

  async function run(prediction: Prediction): Promise<void> {
    const { answer, order } = prediction;
    const fault = faults.take('run');
    await pause((START_SECONDS * 1000) / speed);
    if (fault === 'never-start' || answer.status !== 'starting') return;
    if (fault === 'start-timeout') return finish(prediction, 'failed', FAILURES[fault]);
    answer.status = 'processing';
    answer.started_at = new Date(options.now()).toISOString();
    notify(prediction, false);
    if (fault === 'never-finish') return;
    await pause((order.model.predictSeconds * 1000) / speed);
    const failure = fault ? FAILURES[fault] : undefined;
    if (failure) return finish(prediction, 'failed', failure);
    if (fault === 'silent-safety') {
      answer.logs = 'NSFW content detected in 1 outputs, showing the rest';
      answer.output = order.model.output === 'array' ? [] : null;
      return finish(prediction, 'succeeded');
    }
    const asked = typeof order.input['num_outputs'] === 'number' ? order.input['num_outputs'] : 1;
    const outputs = fault === 'fewer-outputs' ? asked - 1 : asked;
    const { output, paths } = await options.produce(order, outputs);
    if (answer.status !== 'processing') return;
    prediction.outputPaths = paths;
    answer.output = output;
    answer.metrics = billingMetrics(order.model, order.input, outputs);
    finish(prediction, 'succeeded');
  }

  function finish(prediction: Prediction, status: 'succeeded' | 'failed', failure?: { error: string }): void {
    const { answer } = prediction;
    if (answer.status !== 'starting' && answer.status !== 'processing') return;
    answer.status = status;
    answer.error = failure?.error ?? null;
    complete(prediction, answer.started_at !== undefined && status === 'succeeded');
  }

  /** By the user or by its deadline. What is over stays as it is. */
  function end(prediction: Prediction, { deadline }: { deadline: boolean }): void {
    const { answer } = prediction;
    if (answer.status !== 'starting' && answer.status !== 'processing') return;
    const hasStarted = answer.status === 'processing';
    answer.status = deadline && !hasStarted ? 'aborted' : 'canceled';
    complete(prediction, hasStarted);
  }

  function complete(prediction: Prediction, isBilled: boolean): void {
    const { answer, order } = prediction;
    const now = options.now();
    answer.completed_at = new Date(now).toISOString();
    const ranSeconds = answer.started_at ? order.model.predictSeconds : 0;
    answer.metrics = {
      ...answer.metrics,
      predict_time: ranSeconds,
      total_time: (now - Date.parse(answer.created_at)) / 1000,
    };
    prediction.isBilled = isBilled;
    notify(prediction, true);
    after(options.expireAfterMs, () => expire(answer.id));
  }

  /** What the service does an hour after completion. */
  function expire(id: string): void {
    const prediction = book.get(id);
    if (!prediction) return;
    Object.assign(prediction.answer, { data_removed: true, output: null, input: {}, logs: '' });
    prediction.outputPaths = [];
  }

  function notify({ answer, order }: Prediction, isTerminal: boolean): void {
    if (order.webhook) void webhooks.deliver(order.webhook, JSON.stringify(answer), isTerminal);
  }

  return {
    create,
    expire,
    find: (id: string) => book.get(id) ?? null,
    cancel: (prediction: Prediction) => end(prediction, { deadline: false }),
    /** Newest first. */
    list: () => [...book.values()].toReversed(),
  };
}
export type PredictionBook = ReturnType<typeof predictionBook>;

/** What a model takes when nothing is said: the first choice, the least number, no. */
function defaultsOf({ input: { properties } }: EmulatedModel): Input {
  const entries = Object.entries(properties).flatMap(([name, schema]) => {
    const { enum: choices, minimum, type } = schema;
    if (Array.isArray(choices)) return [[name, choices[0] as unknown]];
    if (typeof minimum === 'number') return [[name, minimum]];
    return type === 'boolean' ? [[name, false]] : [];
  });
  return Object.fromEntries(entries) as Input;
}

function after(delayMs: number, work: () => void): void {
  setTimeout(work, delayMs).unref();
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs).unref());
}
