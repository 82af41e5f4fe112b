import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { deliverFile } from '../deliver-file.ts';
import type { FaultScript } from '../faults.ts';
import { FAL_MODELS, type Input } from './models.ts';
import type { FalRequest, RequestBook } from './request-book.ts';
import type { WebhookSigner } from './sign-webhook.ts';

export type FalDoorOptions = {
  dir: string;
  origin: () => string;
  key: string | null;
  faults: FaultScript;
  book: RequestBook;
  webhooks: WebhookSigner;
  uploads: Map<string, string>;
  now(): number;
  /** Whether the list of requests holds those that are not finished. */
  listsUnfinished: boolean;
};

type Call = FalDoorOptions & { request: IncomingMessage; response: ServerResponse; url: URL };

const PAGE = 50;

/** Answers as fal's three hosts do, each below its own path, and as its delivery host. */
export function requestDoor(options: FalDoorOptions): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', options.origin());
    response.setHeader('date', new Date(options.now()).toUTCString());
    const call = { ...options, request, response, url };
    void walk(call).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) json(response, 500, { detail: String(error) });
      else response.destroy();
    });
  };
}

async function walk(call: Call): Promise<void> {
  const { request, response, url, key, book } = call;
  const [, host, ...path] = url.pathname.split('/').map(decodeURIComponent);
  if (host === 'delivery') return deliverFile({ ...call, predictions: book });
  if (host === 'rest' && path.join('/') === '.well-known/jwks.json')
    return json(response, 200, call.webhooks.keySet());
  if (host === 'signed') return receive(call, path[0] ?? '');
  const given = /^Key (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (given === undefined || (key !== null && given !== key)) return unauthenticated(response);
  const verb = `${request.method} ${host}`;
  if (verb === 'GET api' && path.join('/') === 'models/requests/by-endpoint') return list(call);
  if (verb === 'POST rest' && path.join('/') === 'storage/upload/initiate') return initiate(call);
  if (host === 'queue') return queue(call, path);
  json(response, 404, { detail: 'Not Found' });
}

async function queue(call: Call, path: string[]): Promise<void> {
  const { request, response, book } = call;
  const requests = path.indexOf('requests');
  if (request.method === 'POST' && requests < 0) return submit(call, path.join('/'));
  const known = book.find(path[requests + 1] ?? '');
  const app = path.slice(0, requests).join('/');
  const rest = path.slice(requests + 2).join('/');
  if (known === null || appOf(known.order.model.id) !== app)
    return json(response, 404, { detail: 'Request not found' });
  if (request.method === 'PUT' && rest === 'cancel') {
    const isCancelled = book.cancel(known);
    return json(response, isCancelled ? 202 : 400, {
      status: isCancelled ? 'CANCELLATION_REQUESTED' : 'ALREADY_COMPLETED',
    });
  }
  if (request.method !== 'GET') return json(response, 405, { detail: 'Method Not Allowed' });
  const fault = call.faults.take('poll');
  if (fault === 'reset') return void response.destroy();
  if (fault === 'error') return json(response, 503, { detail: 'Service unavailable' });
  if (fault === 'html') return html(response);
  if (fault === 'throttled') return throttled(response);
  if (rest === 'status') return status(call, known);
  if (rest !== '') return json(response, 404, { detail: 'Not Found' });
  const { result } = known;
  if (result === null) return json(response, 400, { detail: 'Request is still in progress' });
  json(response, result.status, result.body, result.headers);
}

function status({ response, origin }: Call, { id, order, state, startedAtMs, endedAtMs }: FalRequest): void {
  const inference =
    startedAtMs === null || endedAtMs === null ? {} : { inference_time: (endedAtMs - startedAtMs) / 1000 };
  json(response, state === 'COMPLETED' ? 200 : 202, {
    status: state,
    request_id: id,
    ...addressesOf(origin(), order.model.id, id),
    ...(state === 'IN_QUEUE' && { queue_position: 0 }),
    ...(state === 'COMPLETED' && { metrics: inference }),
  });
}

async function submit(call: Call, id: string): Promise<void> {
  const { request, response, url, faults, book, origin } = call;
  const fault = faults.take('create');
  if (fault === 'reset-before') return void response.destroy();
  if (fault === 'error-before') return json(response, 500, { detail: 'Internal Server Error' });
  if (fault === 'html') return html(response);
  if (fault === 'unauthenticated') return unauthenticated(response);
  if (fault === 'out-of-credit')
    return json(response, 403, {
      detail: 'User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.',
    });
  if (fault === 'throttled' || fault === 'throttled-small-account') return throttled(response);
  const model = FAL_MODELS.find((row) => row.id === id);
  if (model === undefined) return json(response, 404, { detail: `Application '${id}' not found` });
  const submitted = book.submit({
    model,
    input: JSON.parse((await bodyOf(request)).toString('utf8')) as Input,
    webhook: url.searchParams.get('fal_webhook'),
    startTimeoutSeconds: Number(request.headers['x-fal-request-start-timeout'] ?? 0) || null,
    isStored: request.headers['x-fal-store-io'] === '1',
  });
  if (fault === 'reset-after') return void response.destroy();
  if (fault === 'error-after') return html(response);
  json(response, 200, {
    status: 'IN_QUEUE',
    request_id: submitted.id,
    ...addressesOf(origin(), id, submitted.id),
    queue_position: 0,
  });
}

function list({ url, response, book, listsUnfinished }: Call): void {
  const { searchParams } = url;
  const endpoint = searchParams.get('endpoint_id');
  if (endpoint === null) return json(response, 422, { detail: 'endpoint_id is required' });
  const after = Date.parse(searchParams.get('start') ?? '') || 0;
  const limit = Number(searchParams.get('limit') ?? PAGE);
  const skip = Number(searchParams.get('cursor') ?? 0);
  const hasPayloads = searchParams.get('expand') === 'payloads';
  const found = book
    .list()
    .filter(({ order, sentAtMs }) => order.model.id === endpoint && sentAtMs >= after)
    .filter(({ state }) => listsUnfinished || state === 'COMPLETED');
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const items = found.slice(skip, skip + limit).map(({ id, order, result, ...request }) => ({
    request_id: id,
    endpoint_id: order.model.id,
    sent_at: instant(request.sentAtMs),
    started_at: instant(request.startedAtMs),
    ended_at: instant(request.endedAtMs),
    status_code: result?.status ?? null,
    ...(hasPayloads && order.isStored && { json_input: order.input }),
  }));
  const hasMore = found.length > skip + limit;
  json(response, 200, { items, next_cursor: hasMore ? String(skip + limit) : null, has_more: hasMore });
}

async function initiate(call: Call): Promise<void> {
  const { response, origin, faults } = call;
  const fault = faults.take('upload');
  if (fault === 'reset') return void response.destroy();
  if (fault === 'error') return json(response, 500, { detail: 'Internal Server Error' });
  if (fault === 'too-large') return json(response, 413, { detail: 'Payload too large' });
  const id = randomUUID();
  json(response, 200, {
    upload_url: `${origin()}/signed/${id}`,
    file_url: `${origin()}/uploads/${id}.png`,
  });
}

async function receive({ request, response, uploads, dir }: Call, id: string): Promise<void> {
  if (request.headers.authorization !== undefined)
    return json(response, 400, { detail: 'A signed address takes no key.' });
  const path = join(dir, `upload-${id}`);
  await writeFile(path, await bodyOf(request));
  uploads.set(id, path);
  response.writeHead(200).end();
}

function addressesOf(origin: string, model: string, id: string) {
  const base = `${origin}/queue/${appOf(model)}/requests/${id}`;
  return { response_url: base, status_url: `${base}/status`, cancel_url: `${base}/cancel` };
}

/** Owner and app: what comes behind belongs to the submit only. */
function appOf(model: string): string {
  return model.split('/').slice(0, 2).join('/');
}

function unauthenticated(response: ServerResponse): void {
  json(response, 401, { detail: 'No user found for Key ID and Secret' });
}

function throttled(response: ServerResponse): void {
  json(response, 429, { detail: 'Too many requests' }, { 'retry-after': '1' });
}

function html(response: ServerResponse): void {
  response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>');
}

function json(
  response: ServerResponse,
  code: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
