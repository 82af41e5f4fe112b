import { callOf, type HostedProvider, type ListedCall, type ProviderCall } from '../hosted-provider.ts';
import { ProviderProblem } from '../provider-problem.ts';
import { jsonOf, type Answer } from '../send-once.ts';
import { Output, Refusal, type RequestRow, WebhookEvent } from './fal-answers.ts';
import { falClient, type FalSettings } from './fal-client.ts';
import { problemOf, wordsOf } from './fal-problem.ts';
import { isGenuineWebhook } from './is-genuine-webhook.ts';

/** What the address of an upload ends in. Who fetches it never sends this part, and the request's input keeps it. */
const markOf = (attemptId: string) => `#attempt=${attemptId}`;
/** Payloads are kept for longer; clocks and people are slow. */
const MEMORY_MS = 12 * 60 * 60_000;
const KEYS_LAST_MS = 60 * 60_000;
/** The cheapest model there is to ask after. */
const ANY_MODEL = 'fal-ai/nano-banana-2';

/** Fal behind the interface that all providers share. A call is known by its path at the queue. */
export function falProvider(settings: FalSettings): HostedProvider {
  const client = falClient(settings);
  let keys: { list: { x: string }[]; atMs: number } | null = null;

  async function webhookKeys(): Promise<{ x: string }[]> {
    if (keys === null || performance.now() - keys.atMs > KEYS_LAST_MS)
      keys = { list: await client.webhookKeys(), atMs: performance.now() };
    return keys.list;
  }

  return {
    id: 'fal',
    recovery: {
      by: 'list',
      memoryMs: MEMORY_MS,
      // It may leave out what is not finished.
      isComplete: false,
      async listSince(agoMs, signal, model) {
        const rows = await client.listSince(model, agoMs, signal);
        return rows.map((row) => listedOf(row, client.now()));
      },
      uploadedUnder: async (mark) => (address) => address.endsWith(markOf(mark)),
    },
    create: async (order) => callOf(await client.submit(order), 'queued'),

    async get(id, signal) {
      const { status, queue_position: ahead, metrics } = await client.status(id, signal);
      if (status === 'IN_QUEUE')
        return { ...callOf(id, 'queued'), ...(typeof ahead === 'number' && { ahead }) };
      if (status === 'IN_PROGRESS') return callOf(id, 'running');
      return endOf(id, await client.result(id, signal), metrics?.inference_time ?? null);
    },

    cancel: (id) => client.cancel(id),
    nameInWebhooks: (id) => id.split('/').at(-1) ?? id,

    async upload(path, mimeType, mark, signal) {
      return `${await client.upload(path, mimeType, signal)}${markOf(mark)}`;
    },

    isFileSource(url) {
      if (url.origin === client.hosts.queue.origin && settings.baseUrl !== null) return true;
      const isMedia = url.hostname === 'fal.media' || url.hostname.endsWith('.fal.media');
      return isMedia && url.protocol === 'https:' && url.port === '' && url.username === '';
    },

    async verifyWebhook(headers, rawBody) {
      if (typeof headers['x-fal-webhook-signature'] !== 'string') return null;
      if (!isGenuineWebhook(await webhookKeys(), headers, rawBody, new Date())) return null;
      return WebhookEvent.safeParse(jsonOf(rawBody)).data?.request_id ?? null;
    },

    async account() {
      await client.listSince(ANY_MODEL, 0, AbortSignal.timeout(30_000));
      return 'an account at fal';
    },
    disagreements: async () => [],
  };
}

/** A request that is over: what the model answered, or why it did not. Server errors are never billed (fal.ai/docs FAQ). */
function endOf(id: string, answer: Answer, runSeconds: number | null): ProviderCall {
  const { status, text, headers } = answer;
  const units = Number(headers.get('x-fal-billable-units') ?? NaN);
  const facts = { runSeconds, ...(Number.isFinite(units) && { billedUnits: units }) };
  if (status < 300) {
    const { images, image, video, audio } = Output.safeParse(jsonOf(text)).data ?? {};
    const files = [...(images ?? []), image, video, audio].filter((file) => file != null);
    return { ...callOf(id, 'succeeded'), fileUrls: files.map(({ url }) => url), facts };
  }
  if (status === 404) return { ...callOf(id, 'succeeded'), isRemoved: true };
  const kind = headers.get('x-fal-error-type') ?? Refusal.safeParse(jsonOf(text)).data?.error_type;
  if (kind === 'client_cancelled') return { ...callOf(id, 'cancelled'), isFree: runSeconds === null, facts };
  if (kind === 'startup_timeout') return callOf(id, 'expired');
  const words = wordsOf(text);
  // The page of a gateway says nothing about the request.
  if (words === null || status === 401 || status === 429) throw problemOf(answer);
  if (status >= 400) return { ...callOf(id, 'failed'), error: words, isFree: status >= 500, facts };
  throw new ProviderProblem('unknown', words, { status });
}

/** As the list shows it. What became of it `get` tells. */
function listedOf(row: RequestRow, nowMs: number | null): ListedCall {
  const sent = Date.parse(row.sent_at ?? '');
  const [owner, app] = row.endpoint_id.split('/');
  return {
    ...callOf(`${owner}/${app}/requests/${row.request_id}`, 'running'),
    createdAgoMs: nowMs === null || !Number.isFinite(sent) ? null : Math.max(0, nowMs - sent),
    models: [row.endpoint_id],
    input: row.json_input ?? {},
    webhook: null,
  };
}
