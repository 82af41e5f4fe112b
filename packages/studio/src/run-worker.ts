import { fileURLToPath } from 'node:url';
import { startChild } from './child-process.ts';
import { MusicRefused, type MusicRefusal } from './music-refused.ts';
import { PhotoRefused, type PhotoRefusal } from './photo-refused.ts';
import type { WorkerAnswer, WorkerTasks } from './worker/tasks.ts';

const WORKER_SCRIPT = fileURLToPath(new URL('./worker/main.ts', import.meta.url));

export interface WorkerOptions {
  /** Kills the child and its children at once; the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Share of the job that is done, 0–1. */
  onProgress?: ((progress: number) => void) | undefined;
}

/**
 * Runs one job in a fresh Node process and returns its answer. Memory goes back to the system when the child exits;
 * native crashes and out-of-memory kills stay in the child and reject here.
 */
export async function runWorker<Name extends keyof WorkerTasks>(
  task: Name,
  job: Parameters<WorkerTasks[Name]>[0],
  { signal, onProgress }: WorkerOptions = {},
): Promise<Awaited<ReturnType<WorkerTasks[Name]>>> {
  const child = startChild(
    process.execPath,
    ['--no-warnings', WORKER_SCRIPT],
    { ipc: true, stdin: 'ignore', stdout: 'ignore', reject: false, detached: true },
    signal,
  );
  let answer: WorkerAnswer | undefined;
  await child.sendMessage({ task, job });
  for await (const message of child.getEachMessage()) {
    const received = message as WorkerAnswer;
    if (received.kind === 'progress') onProgress?.(received.progress);
    else answer = received;
  }
  const ended = await child;
  signal?.throwIfAborted();
  if (answer?.kind === 'done') return answer.result as Awaited<ReturnType<WorkerTasks[Name]>>;
  if (answer?.kind === 'photo-refused') throw new PhotoRefused(answer.code as PhotoRefusal, answer.message);
  if (answer?.kind === 'music-refused') throw new MusicRefused(answer.code as MusicRefusal, answer.message);
  const reason =
    answer?.kind === 'failed' ? answer.message : `${ended.stderr}`.slice(-2000) || describeEnd(ended);
  throw new Error(`The studio could not finish "${task}": ${reason}`);
}

function describeEnd({ signal, exitCode }: { signal?: string; exitCode?: number }): string {
  if (signal === 'SIGKILL') return 'the process was killed, probably for lack of memory';
  return `the process ended with ${signal ?? `code ${exitCode}`} and no answer`;
}
