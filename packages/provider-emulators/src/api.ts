import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FaultScript } from './faults.ts';
import { deliverFile } from './deliver-file.ts';
import { modelBySlug, modelByVersion, type EmulatedModel, type Input } from './models.ts';
import type { Prediction, PredictionBook } from './predictions.ts';
import { MAX_UPLOAD_BYTES, type UploadShelf } from './uploads.ts';
import { checkAnswer, invalidFields } from './validate.ts';

export type ApiOptions = {
  dir: string;
  baseUrl: () => string;
  token: string | null;
  faults: FaultScript;
  predictions: PredictionBook;
  uploads: UploadShelf;
  limits: { perMinute: number; burst: number };
  webhookSecret: string;
  /** The service's clock. */
  now(): number;
  listLagMs: number;
};

type Call = ApiOptions & {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  params: string[];
  takeCreateToken(): number;
};

/** Method, path as the published description writes it, and what answers. */
type Route = [method: string, template: string, handle: (call: Call) => unknown];

const ROUTES: readonly Route[] = [
  ['POST', '/predictions', (call) => createByVersion(call)],
  ['GET', '/predictions', (call) => listPredictions(call)],
  ['GET', '/predictions/{prediction_id}', (call) => getPrediction(call)],
  ['POST', '/predictions/{prediction_id}/cancel', (call) => cancelPrediction(call)],
  ['POST', '/models/{model_owner}/{model_name}/predictions', (call) => createOfficial(call)],
  ['GET', '/models/{model_owner}/{model_name}', (call) => getModel(call)],
  ['POST', '/files', (call) => upload(call)],
  [
    'GET',
    '/files',
    (call) => answer(call, 200, { next: null, previous: null, results: call.uploads.list() }, '/files'),
  ],
  ['GET', '/account', (call) => answer(call, 200, ACCOUNT, '/account')],
  [
    'GET',
    '/webhooks/default/secret',
    (call) => answer(call, 200, { key: call.webhookSecret }, '/webhooks/default/secret'),
  ],
];
const MATCHERS = ROUTES.map(([method, template, handle]) => ({
  method,
  handle,
  pattern: new RegExp(`^/v1${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
}));

const ACCOUNT = { type: 'user', username: 'emulator', name: 'Emulator', github_url: '', avatar_url: '' };
const PAGE = 100;

/** Answers the provider's API, its delivery host and its mistakes. */
export function apiDoor(options: ApiOptions): RequestListener {
  const takeCreateToken = createBucket(options.limits);
  return (request, response) => {
    const url = new URL(request.url ?? '/', options.baseUrl());
    response.setHeader('date', new Date(options.now()).toUTCString());
    const call = { ...options, request, response, url, params: [], takeCreateToken };
    void Promise.resolve(walk(call)).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) problem(call, 500, 'Internal server error', String(error));
      else response.destroy();
    });
  };
}

async function walk(call: Call): Promise<void> {
  const { request, url, token } = call;
  if (url.pathname.startsWith('/delivery/')) return deliverFile(call);
  const given = request.headers.authorization?.replace(/^(?:Bearer|Token)\s+/i, '') ?? '';
  if (given === '' || (token !== null && given !== token)) return unauthenticated(call);
  for (const { method, pattern, handle } of MATCHERS) {
    const match = pattern.exec(url.pathname);
    if (match && method === request.method) {
      await handle({ ...call, params: match.slice(1).map(decodeURIComponent) });
      return;
    }
  }
  problem(call, 404, 'Not found', 'The requested resource does not exist.');
}

async function createOfficial(call: Call): Promise<void> {
  const slug = call.params.join('/');
  const model = modelBySlug(slug);
  const body = await readJson(call.request);
  if (!model || model.version !== null)
    return problem(call, 404, 'Not found', 'The requested resource does not exist.');
  await create(
    call,
    model,
    body,
    ['input', 'stream', 'webhook', 'webhook_events_filter'],
    '/models/{model_owner}/{model_name}/predictions',
  );
}

async function createByVersion(call: Call): Promise<void> {
  const body = await readJson(call.request);
  const version = typeof body['version'] === 'string' ? body['version'] : '';
  const [slug = '', hash] = version.split(':');
  const model = hash || !slug.includes('/') ? modelByVersion(hash ?? slug) : modelBySlug(slug);
  if (!model) {
    return problem(
      call,
      422,
      'Invalid version or not permitted',
      'The specified version does not exist (or perhaps you do not have permission to use it?)',
    );
  }
  await create(
    call,
    model,
    body,
    ['version', 'input', 'stream', 'webhook', 'webhook_events_filter'],
    '/predictions',
  );
}

async function create(
  call: Call,
  model: EmulatedModel,
  body: Input,
  allowed: string[],
  template: string,
): Promise<void> {
  const { response, faults, predictions, request } = call;
  const fault = faults.take('create');
  if (fault === 'reset-before') return void response.destroy();
  if (fault === 'error-before') return problem(call, 500, 'Internal server error', 'Something went wrong.');
  if (fault === 'html') return html(call, 502);
  if (fault === 'unauthenticated') return unauthenticated(call);
  if (fault === 'out-of-credit') return outOfCredit(call);
  if (fault === 'throttled') return throttledPlain(call);
  const waitSeconds = fault === 'throttled-small-account' ? 9 : call.takeCreateToken();
  if (waitSeconds > 0) return throttledSmallAccount(call, waitSeconds);
  const strange = Object.keys(body).filter((key) => !allowed.includes(key));
  const input = (body['input'] ?? {}) as Input;
  const invalid = [
    ...strange.map((key) => ({
      type: 'additional_property_not_allowed',
      field: key,
      description: `Additional property ${key} is not allowed`,
    })),
    ...invalidFields(model, input),
  ];
  if (invalid.length > 0) return invalidInput(call, invalid);
  const prediction = predictions.create({
    model,
    input,
    webhook: typeof body['webhook'] === 'string' ? body['webhook'] : null,
    cancelAfterSeconds: secondsOf(request.headers['cancel-after']),
  });
  if (fault === 'reset-after') return void response.destroy();
  if (fault === 'error-after') return problem(call, 502, 'Bad gateway', 'Something went wrong.');
  const isDone = await waitFor(prediction, request.headers['prefer']);
  answer(call, isDone === false ? 202 : 201, prediction.answer, template);
}

/** True: done in time; false: asked to wait and not done; null: not asked to wait. */
async function waitFor(
  prediction: Prediction,
  prefer: string | string[] | undefined,
): Promise<boolean | null> {
  const match = /^wait(?:=(\d+))?$/.exec(String(prefer ?? ''));
  if (!match) return null;
  const seconds = Number(match[1] ?? 60);
  return Promise.race([
    prediction.settled.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), seconds * 1000).unref()),
  ]);
}

function listPredictions(call: Call): void {
  const { url, predictions, baseUrl } = call;
  const after = Date.parse(url.searchParams.get('created_after') ?? '') || 0;
  const listedUntil = call.now() - call.listLagMs;
  const before = Date.parse(url.searchParams.get('created_before') ?? '') || Infinity;
  const offset = Number(url.searchParams.get('cursor') ?? 0);
  const found = predictions.list().filter(({ answer: { created_at } }) => {
    const at = Date.parse(created_at);
    return at >= after && at < before && at <= listedUntil;
  });
  const results = found.slice(offset, offset + PAGE).map((prediction) => prediction.answer);
  const next = new URL(`${baseUrl()}/predictions${url.search}`);
  next.searchParams.set('cursor', String(offset + PAGE));
  const hasMore = found.length > offset + PAGE;
  answer(call, 200, { next: hasMore ? next.href : null, previous: null, results }, '/predictions');
}

function getPrediction(call: Call): void {
  const fault = call.faults.take('poll');
  if (fault === 'reset') return void call.response.destroy();
  if (fault === 'error') return problem(call, 503, 'Service unavailable', 'Try again later.');
  if (fault === 'html') return html(call, 502);
  if (fault === 'throttled') return throttledPlain(call);
  const prediction = call.predictions.find(call.params[0] ?? '');
  if (!prediction)
    return problem(call, 404, 'Prediction not found', 'The requested resource could not be found.');
  answer(call, 200, prediction.answer, '/predictions/{prediction_id}');
}

function cancelPrediction(call: Call): void {
  const prediction = call.predictions.find(call.params[0] ?? '');
  if (!prediction)
    return problem(call, 404, 'Prediction not found', 'The requested resource could not be found.');
  call.predictions.cancel(prediction);
  answer(call, 200, prediction.answer, '/predictions/{prediction_id}/cancel');
}

function getModel(call: Call): void {
  const [owner = '', name = ''] = call.params;
  const model = modelBySlug(`${owner}/${name}`);
  if (!model) return problem(call, 404, 'Not found', 'The requested resource does not exist.');
  const Output = model.output === 'array' ? { type: 'array', items: { type: 'string' } } : { type: 'string' };
  const version = {
    id: model.version ?? '0'.repeat(64),
    created_at: '2025-10-01T00:00:00.000Z',
    cog_version: '0.16.7',
    openapi_schema: { components: { schemas: { Input: { type: 'object', ...model.input }, Output } } },
  };
  const body = {
    url: `https://replicate.com/${model.slug}`,
    owner,
    name,
    visibility: 'public',
    is_official: model.version === null,
    run_count: 1,
    latest_version: version,
  };
  answer(call, 200, body, '/models/{model_owner}/{model_name}');
}

async function upload(call: Call): Promise<void> {
  const fault = call.faults.take('upload');
  if (fault === 'reset') return void call.response.destroy();
  if (fault === 'error') return problem(call, 500, 'Internal server error', 'Something went wrong.');
  const body = await readBody(call.request);
  if (fault === 'too-large' || body.length > MAX_UPLOAD_BYTES) {
    return problem(call, 413, 'Payload too large', 'Files must be less than 100MB in size');
  }
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': call.request.headers['content-type'] ?? '' },
  }).formData();
  const content = form.get('content');
  if (!(content instanceof File)) return problem(call, 422, 'Invalid request', 'content is required');
  const metadata = form.get('metadata');
  const metadataText = metadata instanceof File ? await metadata.text() : (metadata ?? '{}');
  answer(
    call,
    201,
    await call.uploads.keep(content, JSON.parse(metadataText) as Record<string, unknown>),
    '/files',
  );
}

/** A token bucket, as the real limit behaves: the seconds to wait, or 0 when the create may go on. */
function createBucket({ perMinute, burst }: ApiOptions['limits']): () => number {
  let tokens = burst;
  let filledAt = performance.now();
  return () => {
    const now = performance.now();
    tokens = Math.min(burst, tokens + ((now - filledAt) / 60_000) * perMinute);
    filledAt = now;
    if (tokens < 1) return Math.max(1, Math.ceil(((1 - tokens) * 60) / perMinute));
    tokens -= 1;
    return 0;
  };
}

function answer(call: Call, status: number, body: unknown, template: string): void {
  checkAnswer(call.request.method ?? 'GET', template, status, body);
  send(call.response, status, 'application/json', JSON.stringify(body));
}

function problem(call: Call, status: number, title: string, detail: string, more: object = {}): void {
  send(call.response, status, 'application/problem+json', JSON.stringify({ title, detail, status, ...more }));
}

function unauthenticated(call: Call): void {
  problem(call, 401, 'Unauthenticated', 'You did not pass a valid authentication token');
}

function outOfCredit(call: Call): void {
  const detail =
    'You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to purchase credit. Once you purchase credit, please wait a few minutes before trying again.';
  problem(call, 402, 'Insufficient credit', detail);
}

/** The older form: no number anywhere but in the sentence. */
function throttledPlain({ response }: Call): void {
  send(
    response,
    429,
    'application/json',
    '{"detail":"Request was throttled. Your rate limit resets in ~1s."}',
  );
}

function throttledSmallAccount({ response, limits }: Call, waitSeconds: number): void {
  const detail = `Request was throttled. Your rate limit for creating predictions is reduced to ${limits.perMinute} requests per minute with a burst of ${limits.burst} requests while you have less than $5.0 in credit. Your rate limit resets in ~${waitSeconds}s.`;
  response.setHeader('retry-after', String(waitSeconds));
  send(response, 429, 'application/json', JSON.stringify({ detail, status: 429, retry_after: waitSeconds }));
}

function invalidInput(call: Call, fields: { field: string; description: string }[]): void {
  const detail = fields.map(({ field, description }) => `- ${field}: ${description}\n`).join('');
  problem(call, 422, 'Input validation failed', detail, { invalid_fields: fields });
}

function html({ response }: Call, status: number): void {
  send(response, status, 'text/html', '<html><body><h1>502 Bad Gateway</h1></body></html>');
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function secondsOf(header: string | string[] | undefined): number | null {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(String(header ?? ''));
  if (!header || !match) return null;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

async function readJson(request: IncomingMessage): Promise<Input> {
  return JSON.parse((await readBody(request)).toString('utf8')) as Input;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
