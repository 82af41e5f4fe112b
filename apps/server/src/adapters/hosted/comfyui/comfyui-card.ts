import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { Permanent } from '#src/domain/faults.ts';
import type { Graph } from '#src/domain/workflows/graph.ts';
import { ProviderProblem } from '../provider-problem.ts';
import {
  History,
  ObjectInfo,
  type HistoryEntry,
  type OurMark,
  type OutputFile,
  Queue,
  Queued,
  Refusal,
  SystemStats,
  Uploaded,
} from './comfyui-answers.ts';

/** One ComfyUI, which is one graphics card. Each method is one request. All throw ProviderProblem. */
export type ComfyuiCard = {
  /** With a slash at the end. */
  url: URL;
  /** How people call it: its host. */
  name: string;
  queue(signal?: AbortSignal): Promise<Queue>;
  /** Null while it is not over, and when it was never there: the two look alike. */
  history(id: string, signal?: AbortSignal): Promise<HistoryEntry | null>;
  submit(id: string, graph: Graph, mark: OurMark): Promise<z.infer<typeof Queued> | { refusal: Refusal }>;
  /** Returns what a Load Image node is given to read it. */
  upload(path: string, mimeType: string, name: string): Promise<string>;
  /** Stops this one if it is the one that runs. */
  interrupt(id: string): Promise<void>;
  /** Takes this one out of those that wait. */
  withdraw(id: string): Promise<void>;
  stats(): Promise<SystemStats>;
  /** Null for a class that is not installed. */
  nodeClass(name: string): Promise<z.infer<typeof ObjectInfo>[string] | null>;
  fileUrl(file: OutputFile): string;
};

export type CardSettings = {
  baseUrl: string;
  headers: Readonly<Record<string, string>>;
  /** How long an answer may take; shorter for tests. */
  answerWithinMs?: number;
};

const ANSWER_WITHIN_MS = 30_000;
const UPLOAD_WITHIN_MS = 120_000;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const UPLOAD_FOLDER = 'spotsmith';

type Asking = {
  method?: 'POST';
  body?: string | FormData;
  signal?: AbortSignal | undefined;
  withinMs?: number;
};

export function comfyuiCard({
  baseUrl,
  headers,
  answerWithinMs = ANSWER_WITHIN_MS,
}: CardSettings): ComfyuiCard {
  const url = new URL(baseUrl.replace(/\/*$/, '/'));

  async function send(path: string, { withinMs = answerWithinMs, signal, method, body }: Asking = {}) {
    const timeout = AbortSignal.timeout(withinMs);
    try {
      const answer = await fetch(new URL(path, url), {
        method: method ?? 'GET',
        ...(body === undefined ? {} : { body }),
        // A redirect is a login page, and would carry the headers to another host.
        redirect: 'manual',
        headers: { ...headers, ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) },
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      return { status: answer.status, headers: answer.headers, text: await textOf(answer) };
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      throw new ProviderProblem('unknown', `ComfyUI cannot be reached at ${url.host}.`, { cause });
    }
  }

  async function ask<Answer>(path: string, schema: z.ZodType<Answer>, asking: Asking = {}): Promise<Answer> {
    const answer = await send(path, asking);
    const problem = problemOf(url, answer);
    if (problem !== null) throw problem;
    const parsed = schema.safeParse(jsonOf(answer.text));
    if (parsed.success) return parsed.data;
    throw new ProviderProblem('unknown', `What answers at ${url.host} is not ComfyUI.`, {
      status: answer.status,
      cause: parsed.error,
    });
  }

  const post = (path: string, body: unknown) => send(path, { method: 'POST', body: JSON.stringify(body) });

  return {
    url,
    name: url.host,
    queue: (signal) => ask('queue', Queue, { signal }),
    history: async (id, signal) =>
      (await ask(`history/${encodeURIComponent(id)}`, History, { signal }))[id] ?? null,

    async submit(id, graph, mark) {
      const answer = await post('prompt', {
        prompt: graph,
        prompt_id: id,
        // Whoever listens under this name is told of it: see watch-work.
        client_id: id,
        extra_data: { spotsmith: mark, preview_method: 'auto' },
      });
      const json = jsonOf(answer.text);
      if (answer.status === 400) {
        const refusal = Refusal.safeParse(json).data;
        if (refusal?.error !== undefined) return { refusal };
      }
      const problem = problemOf(url, answer);
      if (problem !== null) throw problem;
      const queued = Queued.safeParse(json).data;
      if (queued !== undefined) return queued;
      throw new ProviderProblem('unknown', `What answers at ${url.host} is not ComfyUI.`);
    },

    async upload(path, mimeType, name) {
      const form = new FormData();
      form.append('image', new Blob([await readFile(path)], { type: mimeType }), basename(name));
      form.append('type', 'input');
      form.append('subfolder', UPLOAD_FOLDER);
      // The name is the attempt's own: sending it again puts the same picture in its place.
      form.append('overwrite', 'true');
      const kept = await ask('upload/image', Uploaded, {
        method: 'POST',
        body: form,
        withinMs: UPLOAD_WITHIN_MS,
      });
      return kept.subfolder === '' ? kept.name : `${kept.subfolder}/${kept.name}`;
    },

    async interrupt(id) {
      const problem = problemOf(url, await post('interrupt', { prompt_id: id }));
      if (problem !== null) throw problem;
    },

    async withdraw(id) {
      const problem = problemOf(url, await post('queue', { delete: [id] }));
      if (problem !== null) throw problem;
    },

    stats: () => ask('system_stats', SystemStats),

    async nodeClass(name) {
      const answer = await send(`object_info/${encodeURIComponent(name)}`);
      if (answer.status === 404 || answer.status === 500) return null;
      const problem = problemOf(url, answer);
      if (problem !== null) throw problem;
      return ObjectInfo.safeParse(jsonOf(answer.text)).data?.[name] ?? null;
    },

    fileUrl: ({ filename, subfolder, type }) =>
      new URL(`view?${new URLSearchParams({ filename, subfolder, type }).toString()}`, url).href,
  };
}

/** Nothing listens at its address: what it worked on is gone with it. */
export function isDown(error: unknown): boolean {
  if (!(error instanceof ProviderProblem) || !(error.cause instanceof Error)) return false;
  const { cause } = error.cause;
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}

function problemOf(
  url: URL,
  { status, headers, text }: { status: number; headers: Headers; text: string },
): ProviderProblem | null {
  const isPage =
    /^\s*<(!doctype|html)/i.test(text) || (headers.get('content-type') ?? '').includes('text/html');
  const isLogin =
    status === 401 || status === 403 || (status >= 300 && status < 400) || (status < 400 && isPage);
  if (isLogin) {
    const message = `A login stands before ComfyUI at ${url.host}. Put what it wants into COMFYUI_HEADERS, e.g. {"Authorization":"Bearer …"}, and restart.`;
    return new ProviderProblem('unauthenticated', message, {
      status,
      fault: new Permanent('provider_key_refused', message),
    });
  }
  if (status < 300) return null;
  if (status === 429)
    return new ProviderProblem('throttled', 'The proxy is busy.', { status, retryAfterMs: 10_000 });
  if (status === 413)
    return new ProviderProblem('refused', 'The photo is too large for ComfyUI.', { status });
  const kind = status >= 500 || status === 408 ? 'unknown' : status === 404 ? 'not-found' : 'refused';
  return new ProviderProblem(kind, `ComfyUI at ${url.host} answered ${status}.`, { status });
}

async function textOf(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error('The answer does not end.');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
