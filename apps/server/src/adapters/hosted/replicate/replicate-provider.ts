import { checkCatalogue } from './check-catalogue.ts';
import type { HostedProvider, ListedCall, ProviderCall } from '../hosted-provider.ts';
import { isGenuineWebhook } from './is-genuine-webhook.ts';
import { type Prediction, WebhookEvent } from './replicate-answers.ts';
import { type ReplicateSettings, replicateClient } from './replicate-client.ts';

/** What an upload's metadata calls the mark. */
const MARK = 'attempt';
/** The provider forgets inputs after an hour. */
const MEMORY_MS = 55 * 60_000;
const STATUSES: Record<Prediction['status'], ProviderCall['status']> = {
  starting: 'queued',
  processing: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
  aborted: 'expired',
};

/** Replicate behind the interface that all providers share. */
export function replicateProvider(settings: ReplicateSettings): HostedProvider {
  const client = replicateClient(settings);
  let secret: string | null = null;
  return {
    id: 'replicate',
    recovery: {
      by: 'list',
      memoryMs: MEMORY_MS,
      async listSince(agoMs, signal) {
        const listed = await client.listSince(agoMs, signal);
        return listed.map((prediction) => listedOf(prediction, client.now()));
      },
      isComplete: true,
      async uploadedUnder(mark, signal) {
        const uploads = await client.listUploads(signal);
        const ours = uploads.filter(({ metadata }) => metadata?.[MARK] === mark).map(({ urls }) => urls.get);
        return (address) => ours.includes(address);
      },
    },
    create: async (order) => callOf(await client.create(order), client.now()),
    get: async (id, signal) => callOf(await client.get(id, signal), client.now()),
    cancel: async (id) => void (await client.cancel(id)),
    async upload(path, mimeType, mark, signal) {
      const { urls } = await client.upload(path, mimeType, { [MARK]: mark }, signal);
      return urls.get;
    },
    isFileSource: (url) => isReplicateFile(url, client.baseUrl),
    async verifyWebhook(headers, rawBody) {
      secret ??= await client.webhookSecret();
      if (!isGenuineWebhook(secret, headers, rawBody, new Date(client.now() ?? Date.now()))) return null;
      return WebhookEvent.safeParse(jsonOf(rawBody)).data?.id ?? null;
    },
    account: async () => (await client.account()).username,
    disagreements: (models) => checkCatalogue(client, models),
  };
}

/** The delivery host over TLS, or the very origin of the API. Names only: an address in digits is never the provider's. */
export function isReplicateFile(url: URL, apiUrl: URL): boolean {
  if (url.origin === apiUrl.origin) return true;
  const isDelivery = url.hostname === 'replicate.delivery' || url.hostname.endsWith('.replicate.delivery');
  return isDelivery && url.protocol === 'https:' && url.port === '' && url.username === '';
}

function callOf(prediction: Prediction, nowMs: number | null): ProviderCall {
  const { id, status, error, logs, data_removed, metrics } = prediction;
  const agoOf = (text: string | null | undefined) => {
    const instant = instantOf(text);
    return instant === null || nowMs === null ? null : Math.max(0, nowMs - instant);
  };
  const pieces: unknown[] = Array.isArray(prediction.output) ? prediction.output : [prediction.output];
  const strings = pieces.filter((piece) => typeof piece === 'string');
  return {
    id,
    status: STATUSES[status],
    fileUrls: strings.filter((value) => /^https?:\/\//.test(value)),
    text: strings.join(''),
    error: typeof error === 'string' ? error : '',
    logs: logs ?? '',
    createdAgoMs: agoOf(prediction.created_at),
    startedAgoMs: agoOf(prediction.started_at),
    isPastDeadline: isPastDeadline(prediction),
    isRemoved: data_removed ?? false,
    facts: {
      runSeconds: metrics?.predict_time,
      imageCount: metrics?.image_output_count,
      videoSeconds: metrics?.video_output_duration_seconds,
      soundSeconds: metrics?.audio_output_duration_seconds,
      inputTokens: metrics?.input_token_count ?? metrics?.token_input_count,
      outputTokens: metrics?.output_token_count ?? metrics?.token_output_count,
    },
  };
}

/** The provider takes a moment to notice. Both times are its own. */
const DEADLINE_SLACK_MS = 2_000;

function isPastDeadline({ deadline, completed_at }: Prediction): boolean {
  const [until, ended] = [instantOf(deadline), instantOf(completed_at)];
  return until !== null && ended !== null && ended >= until - DEADLINE_SLACK_MS;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function listedOf(prediction: Prediction, nowMs: number | null): ListedCall {
  const { model, version, input, webhook } = prediction;
  const models = [model, version].filter((name) => name != null);
  return { ...callOf(prediction, nowMs), models, input: input ?? {}, webhook: webhook ?? null };
}

function instantOf(text: string | null | undefined): number | null {
  const instant = Date.parse(text ?? '');
  return Number.isFinite(instant) ? instant : null;
}
