import { fileURLToPath } from 'node:url';
import { GENEROUS } from '@spotsmith/child/limits';
import { startChild } from '@spotsmith/child/start-child';
import { failureOf } from '../encode/run-ffmpeg.ts';
import { RenderFailed } from '../errors.ts';
import type { FilmJob, FilmPlan, PainterAnswer, PainterRequest } from './painter/messages.ts';

const script = fileURLToPath(new URL('./painter/main.ts', import.meta.url));

/** V8's own memory; the film's pictures lie outside of it. */
const heapMiB = 256;

function startPainter(signal: AbortSignal | undefined, isBusy: () => boolean) {
  return startChild(
    process.execPath,
    [`--max-old-space-size=${heapMiB}`, '--expose-gc', '--no-warnings', script],
    { ipc: true, stdin: 'ignore', stdout: 'ignore' },
    // Its FFmpegs die with it, as one group.
    { limits: GENEROUS, signal, isGroup: true, isBusy },
  );
}

interface Waiting {
  resolve(answer: PainterAnswer): void;
  reject(error: Error): void;
  onFrame?: ((frame: number) => void) | undefined;
}

/** A child process that draws one film and encodes what it draws. One request at a time. */
export class PainterProcess implements AsyncDisposable {
  readonly #painter: ReturnType<typeof startPainter>;
  readonly #signal: AbortSignal | undefined;
  #waiting: Waiting | undefined;

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
    this.#painter = startPainter(signal, () => this.#waiting !== undefined);
    const { process: painter, watch } = this.#painter;
    void this.#listen();
    void painter.then((ended) => {
      this.#waiting?.reject(failureOf('The painter', ended, watch.reason()));
    });
  }

  async #listen(): Promise<void> {
    for await (const message of this.#painter.process.getEachMessage()) {
      const answer = message as PainterAnswer;
      this.#painter.watch.touch();
      if (answer.kind === 'progress') this.#waiting?.onFrame?.(answer.frame);
      else this.#waiting?.resolve(answer);
    }
  }

  async plan(job: FilmJob): Promise<FilmPlan> {
    const answer = await this.#ask({ kind: 'plan', job });
    if (answer.kind !== 'planned') throw new TypeError(`The painter answered ${answer.kind}.`);
    return answer.plan;
  }

  async paint(
    stretch: Omit<Extract<PainterRequest, { kind: 'paint' }>, 'kind'>,
    onFrame: (frame: number) => void,
  ): Promise<void> {
    await this.#ask({ kind: 'paint', ...stretch }, onFrame);
  }

  async #ask(request: PainterRequest, onFrame?: (frame: number) => void): Promise<PainterAnswer> {
    const answer = await new Promise<PainterAnswer>((resolve, reject) => {
      this.#waiting = { resolve, reject, onFrame };
      this.#painter.process.sendMessage(request).catch(reject);
    })
      .catch((error: unknown) => {
        this.#signal?.throwIfAborted();
        throw error;
      })
      .finally(() => (this.#waiting = undefined));
    if (answer.kind !== 'failed') return answer;
    throw answer.code ? new RenderFailed(answer.code, answer.message) : new Error(answer.message);
  }

  /** Ends the process; nothing it has finished is lost. */
  async close(): Promise<void> {
    this.#painter.kill();
    await this.#painter.process;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
