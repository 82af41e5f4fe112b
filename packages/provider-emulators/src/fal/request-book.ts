import { randomUUID } from 'node:crypto';
import type { FaultScript } from '../faults.ts';
import { refusedFields } from '../refused-fields.ts';
import type { FalModel, Input } from './models.ts';
import type { WebhookSigner } from './sign-webhook.ts';

export type FalOrder = {
  model: FalModel;
  input: Input;
  webhook: string | null;
  startTimeoutSeconds: number | null;
  isStored: boolean;
};

/** What the model, or the platform in its place, answered. */
export type FalResult = { status: number; body: unknown; headers: Record<string, string> };

export type FalRequest = {
  id: string;
  order: FalOrder;
  state: 'IN_QUEUE' | 'IN_PROGRESS' | 'COMPLETED';
  sentAtMs: number;
  startedAtMs: number | null;
  endedAtMs: number | null;
  result: FalResult | null;
  billedMicros: number;
  outputPaths: string[];
  settled: Promise<void>;
};

export type FalBookOptions = {
  faults: FaultScript;
  webhooks: WebhookSigner;
  produce(order: FalOrder): Promise<{ body: unknown; paths: string[] }>;
  speed: number;
  now(): number;
};

const START_SECONDS = 1;
const UNSAFE = [
  {
    loc: ['body', 'prompt'],
    msg: 'The content was flagged by a content checker.',
    type: 'content_policy_violation',
    url: 'https://docs.fal.ai/errors#content_policy_violation',
  },
];

/** Every request ever submitted, and its life: queued, in progress, completed one way or another. */
export function requestBook({ faults, webhooks, produce, speed, now }: FalBookOptions) {
  const book = new Map<string, FalRequest>();

  function submit(order: FalOrder): FalRequest {
    const done = Promise.withResolvers<void>();
    const request: FalRequest = {
      id: randomUUID(),
      order,
      state: 'IN_QUEUE',
      sentAtMs: now(),
      startedAtMs: null,
      endedAtMs: null,
      result: null,
      billedMicros: 0,
      outputPaths: [],
      settled: done.promise,
    };
    book.set(request.id, request);
    if (order.startTimeoutSeconds !== null)
      after(order.startTimeoutSeconds * 1000, () => {
        if (request.state === 'IN_QUEUE') complete(request, trouble(504, 'startup_timeout'), 0);
      });
    void run(request).finally(() => done.resolve());
    return request;
  }

  async function run(request: FalRequest): Promise<void> {
    const { order } = request;
    const fault = faults.take('run');
    await pause((START_SECONDS * 1000) / speed);
    if (request.state !== 'IN_QUEUE' || fault === 'never-start') return;
    if (fault === 'start-timeout') return complete(request, trouble(504, 'startup_timeout'), 0);
    request.state = 'IN_PROGRESS';
    request.startedAtMs = now();
    const refused = refusedFields(order.model.id, order.model.input, order.input);
    if (refused.length > 0)
      return complete(request, { status: 422, body: { detail: refused }, headers: {} }, 0);
    if (fault === 'never-finish') return;
    await pause((order.model.runSeconds * 1000) / speed);
    const units = order.model.units(order.input);
    switch (fault) {
      case 'nsfw':
      case 'sensitive':
        return complete(request, { status: 422, body: { detail: UNSAFE }, headers: {} }, units);
      case 'failed':
      case 'out-of-memory':
        return complete(request, trouble(500, 'internal_error'), 0);
      case 'high-demand':
        return complete(request, trouble(503, 'runner_scheduling_failure'), 0);
      default:
        break;
    }
    const { body, paths } = await produce(order);
    if (request.state !== 'IN_PROGRESS') return;
    request.outputPaths = paths;
    const isEmpty = fault === 'silent-safety' || fault === 'fewer-outputs';
    complete(request, { status: 200, body: isEmpty ? { images: [] } : body, headers: {} }, units);
  }

  /** What is over stays as it is. One that began is billed as if it had ended: nobody says otherwise. */
  function cancel(request: FalRequest): boolean {
    if (request.state === 'COMPLETED') return false;
    const hasBegun = request.state === 'IN_PROGRESS';
    const { model, input } = request.order;
    complete(request, trouble(499, 'client_cancelled'), hasBegun ? model.units(input) : 0);
    return true;
  }

  function complete(request: FalRequest, result: FalResult, units: number): void {
    if (request.state === 'COMPLETED') return;
    request.state = 'COMPLETED';
    request.endedAtMs = now();
    request.billedMicros = Math.round(units * request.order.model.unitMicros);
    request.result = { ...result, headers: { ...result.headers, 'x-fal-billable-units': String(units) } };
    const { webhook } = request.order;
    if (webhook === null) return;
    const isGood = result.status < 300;
    const body = {
      request_id: request.id,
      gateway_request_id: request.id,
      status: isGood ? 'OK' : 'ERROR',
      payload: result.body,
      ...(!isGood && { error: `Unexpected status code: ${result.status}` }),
    };
    void webhooks.deliver(webhook, request.id, JSON.stringify(body));
  }

  return {
    submit,
    cancel,
    find: (id: string) => book.get(id) ?? null,
    list: () => [...book.values()].toReversed(),
  };
}
export type RequestBook = ReturnType<typeof requestBook>;

function trouble(status: number, type: string): FalResult {
  const body = { detail: `The request failed: ${type.replaceAll('_', ' ')}`, error_type: type };
  return { status, body, headers: { 'x-fal-error-type': type } };
}

function after(delayMs: number, work: () => void): void {
  setTimeout(work, delayMs).unref();
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs).unref());
}
