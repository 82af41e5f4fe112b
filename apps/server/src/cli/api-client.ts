import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Asset } from '@spotsmith/contract/assets';
import { Estimate } from '@spotsmith/contract/costs';
import { Problem } from '@spotsmith/contract/problem';
import { ProgressMessage } from '@spotsmith/contract/progress';
import { type CreateSession, Session } from '@spotsmith/contract/sessions';
import { Storyboard } from '@spotsmith/motion/storyboard';
import { WebSocket } from 'ws';
import { z } from 'zod';

const MAX_TRIES = 60;

const StoryboardAnswer = z.object({ storyboard: Storyboard.nullable() });

/** The server said no. `message` is its sentence. */
export class ApiProblem extends Error {
  readonly code: string;

  constructor({ code, detail, errors }: Problem) {
    super([detail, ...(errors ?? []).map(({ path, message }) => `${path}: ${message}`)].join(' '));
    this.name = 'ApiProblem';
    this.code = code;
  }
}

export type ApiClient = ReturnType<typeof apiClient>;

type ServerAddress = {
  url: string;
  token: string;
  /** Go with every request, as a proxy adds them. */
  headers?: Record<string, string>;
};

/** Asks one server, with the schema of the answer. A server that has no time just now is asked again. */
export function caller({ url, token, headers = {} }: ServerAddress) {
  const always = { ...headers, authorization: `Bearer ${token}` };
  return async function call<Schema extends z.ZodType>(
    schema: Schema,
    method: string,
    path: string,
    body?: object,
  ): Promise<z.infer<Schema>> {
    const isForm = body instanceof FormData;
    for (let tries = 1; ; tries++) {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...always,
          ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (answer.ok) return schema.parse(text === '' ? null : JSON.parse(text));
      // Nothing was done: the server or its database has no time just now.
      if (answer.status !== 503 || tries === MAX_TRIES) throw new ApiProblem(problemIn(text, answer.status));
      await sleep(1_000 * Number(answer.headers.get('retry-after') ?? 1));
    }
  };
}

/** What stands between us and the server may answer with a page of its own. */
function problemIn(text: string, status: number): Problem {
  const detail = `The server answered ${status}. Check its address.`;
  try {
    return Problem.parse(JSON.parse(text));
  } catch {
    return { type: 'about:blank', title: 'No answer', status, code: 'no_answer', detail };
  }
}

/** A client of our own API with the schemas of the contract. */
export function apiClient(server: ServerAddress) {
  const { url, token, headers = {} } = server;
  const always = { ...headers, authorization: `Bearer ${token}` };
  const call = caller(server);

  return {
    createSession: (request: Partial<CreateSession> & { prompt: string }) =>
      call(Session, 'POST', '/api/sessions', request),
    getSession: (id: string) => call(Session, 'GET', `/api/sessions/${id}`),
    estimate: (id: string, clips: number) =>
      call(Estimate, 'GET', `/api/sessions/${id}/estimate?clips=${clips}`),
    /** What a designed ad says and shows; null for one that has to be classic. */
    storyboard: (id: string) => call(StoryboardAnswer, 'GET', `/api/sessions/${id}/storyboard`),
    editStoryboard: (id: string, storyboard: Storyboard) =>
      call(Session, 'PUT', `/api/sessions/${id}/storyboard`, { storyboard }),
    generateImages: (id: string) => call(Session, 'POST', '/api/generate-images', { session_id: id }),
    approveImages: (id: string, image_ids: string[]) =>
      call(Session, 'POST', `/api/sessions/${id}/approve-images`, { image_ids }),
    generateClips: (id: string, options: { clip_seconds?: number }) =>
      call(Session, 'POST', '/api/generate-clips', { session_id: id, ...options }),
    approveClips: (id: string, clip_ids: string[]) =>
      call(Session, 'POST', `/api/sessions/${id}/approve-clips`, { clip_ids }),
    composeFinal: (id: string, finish: object) =>
      call(Session, 'POST', '/api/compose-final', { session_id: id, ...finish }),
    cancel: (id: string) => call(Session, 'POST', `/api/sessions/${id}/cancel`),
    retry: (id: string) => call(Session, 'POST', `/api/sessions/${id}/retry`),

    async uploadPhoto(id: string, path: string): Promise<Asset> {
      const form = new FormData();
      form.set('file', new Blob([await readFile(path)]), basename(path));
      return call(Asset, 'POST', `/api/sessions/${id}/photos`, form);
    },

    /** The bytes of a finished ad. */
    async download(id: string): Promise<Uint8Array> {
      const answer = await fetch(`${url}/api/sessions/${id}/download`, { headers: always });
      if (!answer.ok) throw new ApiProblem(Problem.parse(await answer.json()));
      return new Uint8Array(await answer.arrayBuffer());
    },

    /** Calls `onMessage` with every progress message after `seq`. Returns how to stop. */
    follow(id: string, seq: number, onMessage: (message: ProgressMessage) => void): () => void {
      const address = `${url.replace(/^http/, 'ws')}/ws/${id}?after=${seq}`;
      const socket = new WebSocket(address, { headers: always });
      socket.on('message', (data: Buffer) => {
        const message = ProgressMessage.safeParse(JSON.parse(data.toString('utf8')));
        if (message.success) onMessage(message.data);
        else socket.send('pong');
      });
      // Without the socket there are no bars, but the ad is made all the same.
      socket.on('error', () => undefined);
      return () => socket.terminate();
    },
  };
}
