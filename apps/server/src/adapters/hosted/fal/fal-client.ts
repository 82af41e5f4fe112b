import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import type { CallOrder } from '../hosted-provider.ts';
import { ProviderProblem } from '../provider-problem.ts';
import { type Answer, jsonOf, type Sending, sendOnce } from '../send-once.ts';
import { KeySet, RequestPage, type RequestRow, Status, Submitted, Upload } from './fal-answers.ts';
import { problemOf } from './fal-problem.ts';

export type FalSettings = {
  key: string;
  /** Where a stand-in listens in place of fal's three hosts; null for fal itself. */
  baseUrl: string | null;
};

export type FalClient = {
  hosts: { queue: URL; platform: URL; rest: URL };
  /** Submits a request. Returns its path at the queue, by which it is known from then on. */
  submit(order: CallOrder): Promise<string>;
  status(path: string, signal: AbortSignal): Promise<z.infer<typeof Status>>;
  /** What became of a finished request: the model's own answer, whatever its status. */
  result(path: string, signal: AbortSignal): Promise<Answer>;
  cancel(path: string): Promise<void>;
  /** The requests of a model sent so long ago or later, by fal's clock. */
  listSince(model: string, agoMs: number, signal: AbortSignal): Promise<RequestRow[]>;
  upload(path: string, mimeType: string, signal: AbortSignal): Promise<string>;
  webhookKeys(): Promise<{ x: string }[]>;
  /** Fal's time as of its latest answer; null before the first one. */
  now(): number | null;
};

const ANSWER_WITHIN_MS = 30_000;
const UPLOAD_WITHIN_MS = 120_000;
const PAGE = 100;
const MAX_PAGES = 20;
/** How far our clock may be off before fal has told us its own. */
const CLOCKS_APART_MS = 2 * 60 * 60_000;

/** Fal's queue, and as much of its platform as we need. Every method is one request (a list may take several). */
export function falClient({ key, baseUrl }: FalSettings): FalClient {
  const at = (place: string, real: string) => new URL(baseUrl === null ? real : `${baseUrl}/${place}/`);
  const hosts = {
    queue: at('queue', 'https://queue.fal.run/'),
    platform: at('api', 'https://api.fal.ai/v1/'),
    rest: at('rest', 'https://rest.fal.ai/'),
  };
  const authorization = { authorization: `Key ${key}` };
  let aheadMs: number | null = null;
  const now = () => (aheadMs === null ? null : Date.now() + aheadMs);

  async function send(url: URL, more: Partial<Sending> = {}): Promise<Answer> {
    const headers = { ...authorization, ...more.headers };
    const answer = await sendOnce(url, { withinMs: ANSWER_WITHIN_MS, ...more, headers });
    ({ aheadMs } = answer);
    return answer;
  }

  async function ask<Schema extends z.ZodType>(
    url: URL,
    schema: Schema,
    more: Partial<Sending> = {},
  ): Promise<z.infer<Schema>> {
    const answer = await send(url, more);
    if (answer.status >= 300) throw problemOf(answer);
    const parsed = schema.safeParse(jsonOf(answer.text));
    if (parsed.success) return parsed.data;
    throw new ProviderProblem('unknown', 'The provider gave an answer that makes no sense.', {
      status: answer.status,
      cause: parsed.error,
    });
  }

  return {
    hosts,
    now,

    async submit({ model, input, webhook, cancelAfterSeconds }) {
      const url = new URL(model, hosts.queue);
      if (webhook !== null) url.searchParams.set('fal_webhook', webhook);
      const { response_url: response } = await ask(url, Submitted, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          // What waits longer is dropped, free.
          'x-fal-request-start-timeout': String(Math.round(cancelAfterSeconds)),
          // Kept with its input, so that one whose answer was lost can be found again.
          'x-fal-store-io': '1',
        },
        body: JSON.stringify(input),
      });
      const path = response.startsWith(hosts.queue.href) ? response.slice(hosts.queue.href.length) : null;
      if (path !== null) return path;
      throw new ProviderProblem('unknown', 'The provider told an address that is not its own.');
    },

    status: (path, signal) => ask(new URL(`${path}/status`, hosts.queue), Status, { signal }),
    result: (path, signal) => send(new URL(path, hosts.queue), { signal }),

    async cancel(path) {
      const answer = await send(new URL(`${path}/cancel`, hosts.queue), { method: 'PUT' });
      // 400: it is over already.
      if (answer.status >= 300 && answer.status !== 400) throw problemOf(answer);
    },

    async listSince(model, agoMs, signal) {
      const found: RequestRow[] = [];
      const since = new Date((now() ?? Date.now() - CLOCKS_APART_MS) - agoMs);
      let cursor: string | null = null;
      for (let page = 0; page < MAX_PAGES; page++) {
        const url = new URL('models/requests/by-endpoint', hosts.platform);
        url.searchParams.set('endpoint_id', model);
        url.searchParams.set('start', since.toISOString());
        url.searchParams.set('expand', 'payloads');
        url.searchParams.set('limit', String(PAGE));
        if (cursor !== null) url.searchParams.set('cursor', cursor);
        const { items, next_cursor: next }: z.infer<typeof RequestPage> = await ask(url, RequestPage, {
          signal,
        });
        found.push(...items);
        if (!next) break;
        cursor = next;
      }
      // Asked widely for want of its time, which its answer has told by now.
      const sinceMs = (now() ?? -Infinity) - agoMs;
      return found.filter(({ sent_at: sent }) => !(Date.parse(sent ?? '') < sinceMs));
    },

    async upload(path, mimeType, signal) {
      const url = new URL('storage/upload/initiate?storage_type=fal-cdn-v3', hosts.rest);
      const { upload_url: to, file_url: address } = await ask(url, Upload, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ content_type: mimeType, file_name: basename(path) }),
        signal,
      });
      const target = new URL(to);
      if (target.protocol !== 'https:' && target.origin !== hosts.rest.origin)
        throw new ProviderProblem('refused', 'The provider wants the photo sent without encryption.');
      const bytes = await readFile(path);
      // The address is signed: the key is not for its host.
      const answer = await sendOnce(target, {
        method: 'PUT',
        headers: { 'content-type': mimeType },
        body: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
        signal,
        withinMs: UPLOAD_WITHIN_MS,
      });
      if (answer.status >= 300) throw problemOf(answer);
      return address;
    },

    webhookKeys: async () => (await ask(new URL('.well-known/jwks.json', hosts.rest), KeySet)).keys,
  };
}
