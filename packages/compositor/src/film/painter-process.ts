import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { childEnvironment } from '../encode/run-ffmpeg.ts';
import { RenderFailed } from '../errors.ts';
import type { FilmJob, FilmPlan, PainterAnswer, PainterRequest } from './painter/messages.ts';

const script = fileURLToPath(new URL('./painter/main.ts', import.meta.url));

/** V8's own memory; pictures lie outside of it, and the painter keeps those of two shots. */
const heapMiB = 256;

function startPainter(signal: AbortSignal | undefined) {
  const child = execa(
    process.execPath,
    [`--max-old-space-size=${heapMiB}`, '--expose-gc', '--no-warnings', script],
    {
      ipc: true,
      stdin: 'ignore',
      stdout: 'ignore',
      reject: false,
      // Its FFmpegs die with it, as one group.
      detached: true,
      // What else the environment holds, such as keys, is none of its business.
      extendEnv: false,
      env: childEnvironment(),
    },
  );
  const kill = () => killGroup(child.pid);
  signal?.addEventListener('abort', kill, { once: true });
  const forget = () => signal?.removeEventListener('abort', kill);
  child.then(forget, forget);
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already.
  }
  return child;
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

interface Waiting {
  resolve(answer: PainterAnswer): void;
  reject(error: Error): void;
  onFrame?: ((frame: number) => void) | undefined;
}

/** A child process that draws one film and encodes what it draws. One request at a time. */
export class PainterProcess {
  readonly #child: ReturnType<typeof startPainter>;
  readonly #signal: AbortSignal | undefined;
  #waiting: Waiting | undefined;

  constructor(signal?: AbortSignal) {
    signal?.throwIfAborted();
    this.#signal = signal;
    this.#child = startPainter(signal);
    void this.#listen();
    void this.#child.then(({ stderr, signal: endedBy, exitCode }) => {
      const how =
        endedBy === 'SIGKILL' ? 'it was killed, probably for lack of memory' : `${endedBy ?? exitCode}`;
      const message = `The painter ended early (${how}). ${String(stderr ?? '').slice(-1000)}`;
      this.#waiting?.reject(new RenderFailed(endedBy ? 'ffmpeg_killed' : 'ffmpeg_failed', message));
    });
  }

  async #listen(): Promise<void> {
    for await (const message of this.#child.getEachMessage()) {
      const answer = message as PainterAnswer;
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
      this.#child.sendMessage(request).catch(reject);
    }).catch((error: unknown) => {
      this.#signal?.throwIfAborted();
      throw error;
    });
    if (answer.kind !== 'failed') return answer;
    throw answer.code ? new RenderFailed(answer.code, answer.message) : new Error(answer.message);
  }

  /** Ends the process; nothing it has finished is lost. */
  async close(): Promise<void> {
    killGroup(this.#child.pid);
    await this.#child;
  }
}
