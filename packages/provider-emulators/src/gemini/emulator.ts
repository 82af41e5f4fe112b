import type { IncomingMessage, ServerResponse } from 'node:http';
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
import { billOf, type Body, complaintOf, MODELS, partsOf, usageOf } from './models.ts';

type Call = { door: Door; response: ServerResponse };

const MOST_BYTES = 20 * 1024 * 1024;
const AREA = 1024 * 1024;

/** A stand-in for Gemini's `generateContent` of models that draw, which fails on demand. */
export function startGemini(options: AnsweringOptions): Promise<AnsweringEmulator> {
  return startAnswering(options, '/v1beta', walk);
}

async function walk(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const call = { door, response };
  // The service would take it; whoever stands between reads it, so this one does not.
  if (searchParams.has('key')) return refuse(call, 400, 'INVALID_ARGUMENT', 'A key stands in the address.');
  const given = request.headers['x-goog-api-key'];
  if (typeof given !== 'string' || given === '')
    return refuse(call, 403, 'PERMISSION_DENIED', 'Method doesn’t allow unregistered callers.');
  if (door.key !== null && given !== door.key) return wrongKey(call);
  const [, id = '', verb] = /^\/v1beta\/models\/?([\w.-]*)(?::(\w+))?$/.exec(pathname) ?? [];
  const known = MODELS[id];
  if (request.method === 'GET' && id === '')
    return sendJson(response, 200, {
      models: Object.keys(MODELS).map((name) => ({ name: `models/${name}` })),
    });
  if (known === undefined)
    return refuse(call, 404, 'NOT_FOUND', `models/${id} is not found for API version v1beta.`);
  if (request.method === 'GET') return sendJson(response, 200, { name: `models/${id}` });
  if (verb !== 'generateContent') return refuse(call, 404, 'NOT_FOUND', 'Not found.');
  const bytes = await bodyOf(request);
  if (bytes.length > MOST_BYTES)
    return refuse(call, 400, 'INVALID_ARGUMENT', 'Request payload size exceeds the limit.');
  const body = JSON.parse(bytes.toString('utf8')) as Body;
  const pictures = partsOf(body).filter(({ inlineData }) => inlineData).length;
  door.asked.push({ url: request.url ?? '', pictures });
  await generate(call, known, body);
}

async function generate(call: Call, model: (typeof MODELS)[string], body: Body): Promise<void> {
  const { door, response } = call;
  const fault = door.faults.take('create');
  if (fault === 'reset-before') return void response.destroy();
  if (fault === 'html' || fault === 'error-before') return sendGatewayPage(response);
  if (fault === 'unauthenticated') return wrongKey(call);
  if (fault === 'out-of-credit')
    return refuse(call, 402, 'RESOURCE_EXHAUSTED', 'Your prepay credit balance is depleted.');
  if (fault === 'throttled' || fault === 'throttled-small-account')
    return refuse(call, 429, 'RESOURCE_EXHAUSTED', 'You exceeded your current quota.', [
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '1.2s' },
    ]);
  const complaint = complaintOf(model, body);
  if (complaint !== null) return refuse(call, 400, 'INVALID_ARGUMENT', complaint);
  const run = door.faults.take('run');
  if (run === 'high-demand') return refuse(call, 503, 'UNAVAILABLE', 'The model is overloaded.');
  if (run === 'failed') {
    door.bill(0);
    return refuse(call, 500, 'INTERNAL', 'An internal error has occurred.');
  }
  if (run === 'nsfw') {
    const usageMetadata = usageOf(model, body, true);
    door.bill(billOf(model, usageMetadata));
    return sendJson(response, 200, { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata });
  }
  const isEmpty = run === 'sensitive' || run === 'silent-safety' || run === 'fewer-outputs';
  const usageMetadata = usageOf(model, body, isEmpty);
  const picture = await door.draw({
    prompt: partsOf(body)
      .map(({ text = '' }) => text)
      .join(' '),
    size: sizeOf(body.generationConfig?.imageConfig?.aspectRatio ?? '1:1'),
    pictures: [],
    micros: billOf(model, usageMetadata),
  });
  if (fault === 'reset-after') return void response.destroy();
  if (fault === 'error-after') return sendGatewayPage(response);
  const download = door.faults.take('download');
  const inlineData = { mimeType: 'image/png', data: asText(picture, download) };
  // A draft comes before the picture.
  const draft = { inlineData: { ...inlineData, data: 'AAAA' }, thought: true };
  const content = { role: 'model', parts: isEmpty ? [] : [draft, { inlineData }] };
  const finishReason = run === 'sensitive' ? 'IMAGE_SAFETY' : isEmpty ? 'NO_IMAGE' : 'STOP';
  const answer = { candidates: [{ content, finishReason, index: 0 }], usageMetadata };
  if (download === 'cut-short') return breakOff(response, answer);
  sendJson(response, 200, answer);
}

function sizeOf(ratio: string): { width: number; height: number } {
  const [across = 1, down = 1] = ratio.split(':').map(Number);
  return { width: Math.sqrt((AREA * across) / down), height: Math.sqrt((AREA * down) / across) };
}

function wrongKey(call: Call): void {
  refuse(call, 400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', [
    { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' },
  ]);
}

function refuse(
  { response }: Call,
  code: number,
  status: string,
  message: string,
  details: object[] = [],
): void {
  sendJson(response, code, { error: { code, message, status, details } });
}
