import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { basename, extname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ComfyuiFaults } from './faults.ts';
import { type NodeClass, objectInfo } from './node-classes.ts';
import { type PromptGraph, validate } from './prompt-graph.ts';
import { type WorkBook } from './work-book.ts';

export type DoorOptions = {
  dir: string;
  faults: ComfyuiFaults;
  classes: Record<string, NodeClass>;
  book: WorkBook;
  version: '0.3.64' | '0.26.1';
  wantsHeader: { name: string; value: string } | null;
  onCreated(graph: PromptGraph): void;
  onInterrupt(id: string | null): void;
};

type Call = DoorOptions & { request: IncomingMessage; response: ServerResponse; url: URL; isNew: boolean };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TYPES: Record<string, string> = { '.png': 'image/png', '.mp4': 'video/mp4', '.jpg': 'image/jpeg' };

/** Answers as ComfyUI does, with and without `/api` before the path, and as a proxy before it may. */
export function requestDoor(options: DoorOptions): RequestListener {
  return (request, response) => {
    const url = new URL((request.url ?? '/').replace(/^\/api\//, '/'), 'http://emulator');
    const call = { ...options, request, response, url, isNew: options.version !== '0.3.64' };
    void Promise.resolve(walk(call)).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) json(response, 500, { error: String(error) });
      else response.destroy();
    });
  };
}

async function walk(call: Call): Promise<void> {
  const { request, response, url, faults, book, wantsHeader } = call;
  if (wantsHeader !== null && request.headers[wantsHeader.name] !== wantsHeader.value) return login(response);
  const before = faults.take(
    'throttled',
    'login-page',
    'login-redirect',
    'login-refused',
    'gateway-error',
    'hangs',
  );
  if (before === 'hangs') return;
  if (before === 'throttled') return void response.writeHead(429).end('slow down');
  if (before === 'login-page') return login(response);
  if (before === 'login-redirect')
    return void response.writeHead(302, { location: 'https://login.example/' }).end();
  if (before === 'login-refused') return void response.writeHead(401).end();
  if (before === 'gateway-error')
    return void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>');
  const [, first = '', second = '', third = ''] = url.pathname.split('/').map(decodeURIComponent);
  switch (`${request.method} /${first}`) {
    case 'POST /prompt':
      return submit(call);
    case 'GET /queue':
      return json(response, 200, book.queue());
    case 'POST /queue': {
      const body = await readJson(request);
      if (Array.isArray(body['delete'])) book.withdraw(body['delete'].map(String));
      return void response.writeHead(200).end();
    }
    case 'POST /interrupt': {
      const { prompt_id: id } = await readJson(request);
      call.onInterrupt(typeof id === 'string' ? id : null);
      book.interrupt(typeof id === 'string' ? id : null);
      return void response.writeHead(200).end();
    }
    case 'POST /jobs':
      if (!call.isNew || third !== 'cancel') break;
      book.interrupt(second);
      book.withdraw([second]);
      return json(response, 200, { cancelled: true });
    case 'GET /history':
      return json(response, 200, book.history(second));
    case 'GET /view':
      return view(call);
    case 'POST /upload':
      return upload(call);
    case 'GET /system_stats':
      return json(response, 200, systemStats(call.version, call.book.runs().length > 0));
    case 'GET /object_info': {
      const found = call.classes[second];
      return json(response, 200, found === undefined ? {} : { [second]: objectInfo(found, call.isNew) });
    }
    default:
      break;
  }
  response.writeHead(404).end('404: Not Found');
}

async function submit(call: Call): Promise<void> {
  const { request, response, faults, book, classes, dir, isNew } = call;
  const fault = faults.take('submit-lost-before', 'submit-lost-after', 'submit-node-errors', 'node-missing');
  if (fault === 'submit-lost-before') return void response.destroy();
  const body = await readJson(request);
  const graph = body['prompt'] as PromptGraph;
  const id = typeof body['prompt_id'] === 'string' ? body['prompt_id'] : crypto.randomUUID();
  if (isNew && !UUID.test(id)) {
    const error = {
      type: 'invalid_prompt_id',
      message: 'prompt_id must be a canonical UUID',
      details: '',
      extra_info: {},
    };
    return json(response, 400, { error, node_errors: {} });
  }
  const known = fault === 'node-missing' ? Object.fromEntries(Object.entries(classes).slice(0, 1)) : classes;
  const hasImage = (name: string) => existsSync(inside(join(dir, 'input'), name) ?? '');
  const { error, nodeErrors, outputs } = validate(graph, known, hasImage);
  if (error !== null) return json(response, 400, { error, node_errors: nodeErrors });
  const number = book.nextNumber();
  const { client_id: client, extra_data: extra } = body;
  // Posted twice, it is queued twice: nobody looks.
  book.submit({ number, id, graph, outputs, extra: { ...(extra as object), client_id: client } });
  call.onCreated(graph);
  if (fault === 'submit-lost-after') return void response.destroy();
  const troubled =
    fault === 'submit-node-errors'
      ? { '1': { class_type: 'VAELoader', dependent_outputs: outputs, errors: [SAMPLE_ERROR] } }
      : nodeErrors;
  json(response, 200, { prompt_id: id, number, node_errors: troubled });
}

const SAMPLE_ERROR = {
  type: 'value_smaller_than_min',
  message: 'Value 0 smaller than min of 1',
  details: 'steps',
  extra_info: { input_name: 'steps', received_value: 0 },
};

async function upload({ request, response, dir }: Call): Promise<void> {
  const form = await new Response(new Uint8Array(await readBody(request)), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  }).formData();
  const image = form.get('image');
  const named = form.get('subfolder');
  const subfolder = typeof named === 'string' ? named : '';
  const folder = inside(join(dir, 'input'), subfolder);
  if (!(image instanceof File) || folder === null) return void response.writeHead(400).end();
  mkdirSync(folder, { recursive: true });
  let name = basename(image.name);
  // A name that is taken gets a number, unless it may be written over.
  for (let copy = 1; form.get('overwrite') !== 'true' && existsSync(join(folder, name)); copy++) {
    name = `${basename(image.name, extname(image.name))} (${copy})${extname(image.name)}`;
  }
  await writeFile(join(folder, name), Buffer.from(await image.arrayBuffer()));
  json(response, 200, { name, subfolder, type: 'input' });
}

async function view({ url, response, dir, faults }: Call): Promise<void> {
  const folder = url.searchParams.get('type') === 'input' ? 'input' : 'output';
  const name = join(url.searchParams.get('subfolder') ?? '', url.searchParams.get('filename') ?? '');
  const path = inside(join(dir, folder), name);
  const fault = faults.take('file-missing', 'file-truncated', 'file-no-picture', 'file-endless');
  if (path === null || !existsSync(path) || fault === 'file-missing')
    return void response.writeHead(404).end();
  const bytes = statSync(path).size;
  const head = { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' };
  if (fault === 'file-no-picture') return void response.writeHead(200, head).end('<script>alert(1)</script>');
  if (fault === 'file-endless') return pourForEver(response);
  response.writeHead(200, { ...head, 'content-length': bytes });
  if (fault === null) return pipeline(createReadStream(path), response);
  await pipeline(createReadStream(path, { end: Math.floor(bytes / 2) }), response, { end: false });
  response.destroy();
}

async function pourForEver(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'image/png' });
  const block = Buffer.alloc(1024 * 1024);
  await pipeline(function* () {
    for (;;) yield block;
  }, response).catch(() => undefined);
}

/** A path below a folder; null for one that leads out of it. */
function inside(folder: string, name: string): string | null {
  const path = join(folder, name);
  return relative(folder, path).startsWith('..') ? null : path;
}

/** What a run loaded stays in the card's memory. */
function systemStats(version: string, hasRun: boolean): object {
  const gigabyte = 1024 ** 3;
  return {
    system: { os: 'posix', comfyui_version: version, python_version: '3.12', pytorch_version: '2.8.0' },
    devices: [
      {
        name: 'cuda:0 NVIDIA GeForce RTX 3060 : cudaMallocAsync',
        type: 'cuda',
        index: 0,
        vram_total: 12 * gigabyte,
        vram_free: (hasRun ? 2.4 : 10.6) * gigabyte,
        torch_vram_total: gigabyte,
        torch_vram_free: gigabyte / 2,
      },
    ],
  };
}

function login(response: ServerResponse): void {
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end('<!doctype html><title>Sign in</title><form></form>');
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  return JSON.parse((await readBody(request)).toString('utf8')) as Record<string, unknown>;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
