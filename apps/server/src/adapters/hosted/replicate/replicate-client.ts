import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import type { CallOrder } from '../hosted-provider.ts';
import { ProviderProblem } from '../provider-problem.ts';
import {
  Account,
  ModelSchema,
  Prediction,
  PredictionPage,
  UploadedFile,
  UploadedFilePage,
  WebhookSecret,
} from './replicate-answers.ts';
import { problemFrom } from './replicate-problem.ts';

export type ReplicateSettings = { token: string; baseUrl: string };

/**
 * Replicate's HTTP API, as little of it as we need. Every method is one request and never repeats it by itself.
 * Throws ProviderProblem; of kind `unknown` when the answer was lost.
 */
export type ReplicateClient = {
  /** The address everything is asked at, and the only other host that files may come from. */
  baseUrl: URL;
  create(order: CallOrder): Promise<Prediction>;
  get(id: string, signal: AbortSignal): Promise<Prediction>;
  cancel(id: string): Promise<Prediction>;
  /** The provider's time, as of its latest answer; null before the first one, or when it does not tell. */
  now(): number | null;
  /** Everything created so long ago or later by the provider's clock, newest first. */
  listSince(agoMs: number, signal: AbortSignal): Promise<Prediction[]>;
  upload(
    path: string,
    mimeType: string,
    metadata: Record<string, string>,
    signal: AbortSignal,
  ): Promise<UploadedFile>;
  /** The newest uploads. */
  listUploads(signal: AbortSignal): Promise<UploadedFile[]>;
  modelSchema(slug: string): Promise<z.infer<typeof ModelSchema>>;
  account(): Promise<z.infer<typeof Account>>;
  webhookSecret(): Promise<string>;
};

type Asking = {
  method?: 'POST';
  headers?: Record<string, string>;
  body?: string | ArrayBuffer;
  signal?: AbortSignal;
  withinMs?: number;
};

const ANSWER_WITHIN_MS = 30_000;
const UPLOAD_WITHIN_MS = 120_000;
const MAX_PAGES = 20;
/** How far our clock may be off before the provider has told us its own. */
const CLOCKS_APART_MS = 2 * 60 * 60_000;

export function replicateClient({ token, baseUrl }: ReplicateSettings): ReplicateClient {
  const base = new URL(
    baseUrl.replace(/\/+$/, '').replace(/(\/v\d+)?$/, (version) => version || '/v1') + '/',
  );

  let offsetMs: number | null = null;
  const now = () => (offsetMs === null ? null : Date.now() + offsetMs);

  async function ask<Answer>(path: string, schema: z.ZodType<Answer>, options: Asking = {}): Promise<Answer> {
    const { withinMs = ANSWER_WITHIN_MS, signal, ...init } = options;
    const timeout = AbortSignal.timeout(withinMs);
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(new URL(path, base), {
        ...init,
        // A redirect could carry the token to another host.
        redirect: 'error',
        headers: { authorization: `Bearer ${token}`, 'user-agent': 'spotsmith', ...init.headers },
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      const told = Date.parse(answer.headers.get('date') ?? '');
      offsetMs = Number.isFinite(told) ? told - Date.now() : null;
      text = await answer.text();
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      throw new ProviderProblem('unknown', 'The provider cannot be reached.', { cause });
    }
    if (!answer.ok) throw problemFrom(answer.status, answer.headers, text);
    const parsed = schema.safeParse(jsonOf(text));
    if (parsed.success) return parsed.data;
    throw new ProviderProblem('unknown', 'The provider gave an answer that makes no sense.', {
      status: answer.status,
      cause: parsed.error,
    });
  }

  return {
    baseUrl: base,

    create({ model, version, input, cancelAfterSeconds, webhook }) {
      const hook = webhook === null ? {} : { webhook, webhook_events_filter: ['start', 'completed'] };
      return ask(version === null ? `models/${model}/predictions` : 'predictions', Prediction, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'cancel-after': `${Math.round(cancelAfterSeconds)}s` },
        body: JSON.stringify({ ...(version === null ? {} : { version }), input, ...hook }),
      });
    },

    get: (id, signal) => ask(`predictions/${id}`, Prediction, { signal }),

    cancel: (id) => ask(`predictions/${id}/cancel`, Prediction, { method: 'POST' }),

    now,

    async listSince(agoMs, signal) {
      const found: Prediction[] = [];
      const since = new Date((now() ?? Date.now() - CLOCKS_APART_MS) - agoMs);
      let path: string | null = `predictions?created_after=${encodeURIComponent(since.toISOString())}`;
      for (let page = 0; path !== null && page < MAX_PAGES; page++) {
        const { results, next }: z.infer<typeof PredictionPage> = await ask(path, PredictionPage, { signal });
        found.push(...results);
        path = next ? nextPath(next, base) : null;
      }
      // Asked widely for want of its time, which its answer has told by now.
      const sinceMs = (now() ?? -Infinity) - agoMs;
      return found.filter(({ created_at }) => !(Date.parse(created_at ?? '') < sinceMs));
    },

    async upload(path, mimeType, metadata, signal) {
      const form = new FormData();
      form.append('content', new Blob([await readFile(path)], { type: mimeType }), basename(path));
      form.append('metadata', new Blob([JSON.stringify(metadata)], { type: 'application/json' }));
      // As bytes: when a form that streams is cut off by a cancel, fetch rejects where nobody can catch it.
      const encoded = new Response(form);
      return ask('files', UploadedFile, {
        method: 'POST',
        headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
        body: await encoded.arrayBuffer(),
        signal,
        withinMs: UPLOAD_WITHIN_MS,
      });
    },

    listUploads: async (signal) => (await ask('files', UploadedFilePage, { signal })).results,
    modelSchema: (slug) => ask(`models/${slug}`, ModelSchema),
    account: () => ask('account', Account),
    webhookSecret: async () => (await ask('webhooks/default/secret', WebhookSecret)).key,
  };
}

/** Pages are followed on the provider's own host only. */
function nextPath(next: string, base: URL): string | null {
  const url = new URL(next, base);
  return url.origin === base.origin ? url.href : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
