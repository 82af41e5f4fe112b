import type { IncomingMessage, ServerResponse } from 'node:http';
import sharp from 'sharp';
import {
  type AnsweringEmulator,
  type AnsweringOptions,
  asText,
  bodyOf,
  breakOff,
  type Door,
  sendGatewayPage,
  sendJson,
  startAnswering,
} from '../answering-door.ts';
import { billOf, complaintOf, type Input, MODELS, usageOf, wordOf } from './models.ts';

type Call = { door: Door; response: ServerResponse };
type Asked = { input: Input; pictures: Buffer[]; isEdit: boolean };

const PLACES: Record<string, 'generations' | 'edits'> = {
  '/v1/images/generations': 'generations',
  '/v1/images/edits': 'edits',
};
const MAX_PICTURES = 16;

/** A stand-in for OpenAI's images API that fails on demand. */
export function startOpenai(options: AnsweringOptions): Promise<AnsweringEmulator> {
  return startAnswering(options, '/v1', walk);
}

async function walk(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const call = { door, response };
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (given === undefined || (door.key !== null && given !== door.key)) return wrongKey(call);
  if (request.method === 'GET' && pathname === '/v1/models')
    return sendJson(response, 200, { object: 'list', data: MODELS.map((id) => ({ id, object: 'model' })) });
  const place = request.method === 'POST' ? PLACES[pathname] : undefined;
  if (place === undefined)
    return refuse(call, 404, `Invalid URL (${request.method} ${pathname})`, 'invalid_request_error');
  const asked = await askedIn(request, place === 'edits');
  door.asked.push({ url: request.url ?? '', pictures: asked.pictures.length });
  await create(call, asked);
}

async function askedIn(request: IncomingMessage, isEdit: boolean): Promise<Asked> {
  const body = await bodyOf(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data'))
    return { input: JSON.parse(body.toString('utf8')) as Input, pictures: [], isEdit };
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const input: Input = {};
  const pictures: Buffer[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') input[name] = /^\d+$/.test(value) ? Number(value) : value;
    else if (name === 'image[]' || name === 'image') pictures.push(Buffer.from(await value.arrayBuffer()));
    else input[name] = value.name;
  }
  return { input, pictures, isEdit };
}

async function create(call: Call, { input, pictures, isEdit }: Asked): Promise<void> {
  const { door, response } = call;
  const fault = door.faults.take('create');
  if (fault === 'reset-before') return void response.destroy();
  if (fault === 'html' || fault === 'error-before') return sendGatewayPage(response);
  if (fault === 'unauthenticated') return wrongKey(call);
  if (fault === 'out-of-credit')
    return refuse(
      call,
      429,
      'You exceeded your current quota, please check your plan.',
      'insufficient_quota',
    );
  if (fault === 'throttled' || fault === 'throttled-small-account') {
    const error = {
      message: 'Rate limit reached for images per minute.',
      type: 'rate_limit_exceeded',
      code: null,
    };
    return sendJson(response, 429, { error }, { 'retry-after': '1' });
  }
  const sizes: { width: number; height: number }[] = [];
  for (const picture of pictures) sizes.push(await sharp(picture).metadata());
  const complaint = picturesComplaint(isEdit, pictures.length) ?? complaintOf(input);
  if (complaint !== null) return refuse(call, 400, complaint, 'invalid_request_error');
  const run = door.faults.take('run');
  if (run === 'high-demand') return refuse(call, 503, 'The engine is currently overloaded.', 'server_error');
  if (run === 'failed') {
    door.bill(0);
    return refuse(call, 500, 'The server had an error while processing your request.', 'server_error');
  }
  const usage = usageOf(input, sizes);
  const micros = billOf(usage);
  if (run === 'nsfw' || run === 'sensitive') {
    door.bill(billOf({ ...usage, output_tokens: 0 }));
    const message = 'Your request was rejected by the safety system. safety_violations=[violence].';
    return refuse(call, 400, message, 'image_generation_user_error', 'moderation_blocked');
  }
  const [width = 1024, height = 1024] = wordOf(input['size']).split('x').map(Number);
  const prompt = wordOf(input['prompt']);
  const picture = await door.draw({ prompt, size: { width, height }, pictures, micros });
  if (fault === 'reset-after') return void response.destroy();
  if (fault === 'error-after') return sendGatewayPage(response);
  const download = door.faults.take('download');
  const isEmpty = run === 'silent-safety' || run === 'fewer-outputs';
  const body = {
    created: Math.floor(Date.now() / 1000),
    data: isEmpty ? [] : [{ b64_json: asText(picture, download) }],
    output_format: 'png',
    ...(download !== 'empty' && { usage }),
  };
  if (download === 'cut-short') return breakOff(response, body);
  sendJson(response, 200, body);
}

function picturesComplaint(isEdit: boolean, count: number): string | null {
  if (isEdit && count === 0) return "Missing required parameter: 'image'.";
  if (!isEdit && count > 0) return "Unknown parameter: 'image'.";
  return count > MAX_PICTURES ? `At most ${MAX_PICTURES} images.` : null;
}

function wrongKey(call: Call): void {
  refuse(call, 401, 'Incorrect API key provided: sk-…', 'invalid_request_error', 'invalid_api_key');
}

function refuse(
  { response }: Call,
  status: number,
  message: string,
  type: string,
  code: string | null = null,
): void {
  sendJson(response, status, { error: { message, type, param: null, code: code ?? type } });
}
