import { fileURLToPath } from 'node:url';
import { causeOf, type Ended, isMachine, textOf } from '@spotsmith/child/ending';
import { GENEROUS, type Limits } from '@spotsmith/child/limits';
import { startChild } from '@spotsmith/child/start-child';
import { MusicRefused, type MusicRefusal } from './music-refused.ts';
import { PhotoRefused, type PhotoRefusal } from './photo-refused.ts';
import { StudioStopped } from './studio-stopped.ts';
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
    { ipc: true, stdin: 'ignore', stdout: 'ignore' },
    { limits: LIMITS[task], signal, isGroup: true },
  );
  let answer: Exclude<WorkerAnswer, { kind: 'progress' }> | undefined;
  const listen = async () => {
    await child.process.sendMessage({ task, job });
    for await (const message of child.process.getEachMessage()) {
      const received = message as WorkerAnswer;
      child.watch.touch();
      if (received.kind === 'progress') onProgress?.(received.progress);
      else answer = received;
    }
  };
  // A child that is gone cannot be spoken to; its end tells why.
  await listen().catch(() => undefined);
  const ended = await child.process;
  signal?.throwIfAborted();
  if (answer?.kind === 'done') return answer.result as Awaited<ReturnType<WorkerTasks[Name]>>;
  if (answer?.kind === 'photo-refused') throw new PhotoRefused(answer.code as PhotoRefusal, answer.message);
  if (answer?.kind === 'music-refused') throw new MusicRefused(answer.code as MusicRefusal, answer.message);
  if (answer?.kind === 'stopped') throw new StudioStopped(answer.cause, answer.message);
  throw failureOf(task, answer?.message, ended, child.watch.reason());
}

/** Files of strangers are opened under tighter limits than what we make ourselves. */
const STRANGERS: Limits = {
  // An idle worker has about 600 MiB by this measure; the pixels of the largest photo that is taken are 160 MB.
  memoryBytes: 1.5 * 2 ** 30,
  cpuSeconds: 60,
  outputBytes: 256 * 2 ** 20,
  silentMs: 60_000,
};
const LIMITS: Record<keyof WorkerTasks, Limits> = {
  'check-photo': STRANGERS,
  'import-track': { ...STRANGERS, cpuSeconds: 120 },
  'small-picture': { ...STRANGERS, cpuSeconds: 20 },
  // It opens the copy that `check-photo` wrote; the network takes a gigabyte.
  photo: { ...GENEROUS, memoryBytes: 4 * 2 ** 30, cpuSeconds: 600 },
  still: GENEROUS,
  clip: GENEROUS,
  music: GENEROUS,
  soundtrack: GENEROUS,
};

/** What a worker that gave no result comes to: its file's fault, the machine's, or ours. */
function failureOf(
  task: keyof WorkerTasks,
  message: string | undefined,
  ended: Ended,
  watched: 'silent' | 'costly' | null,
): Error {
  const said = message ?? textOf(ended.stderr).slice(-2000);
  const cause = causeOf(message === undefined ? ended : { exitCode: 1, stderr: message }, watched);
  if (isMachine(cause))
    return new StudioStopped(cause, `The studio was stopped at "${task}" (${cause}). ${said}`);
  const isFile = cause !== 'failed';
  if (isFile && task === 'check-photo') return new PhotoRefused('photo_too_costly', TOO_COSTLY_PHOTO);
  if (isFile && task === 'import-track') return new MusicRefused('music_too_costly', TOO_COSTLY_MUSIC);
  if (cause === 'memory')
    return new StudioStopped(cause, `The studio ran out of memory at "${task}". ${said}`);
  const how = said || `the process ended with ${ended.signal ?? `code ${ended.exitCode}`} and no answer`;
  return new Error(`The studio could not finish "${task}": ${how}`);
}

const TOO_COSTLY_PHOTO = 'This picture takes too much to open. Save it again as a plain JPEG.';
const TOO_COSTLY_MUSIC = 'This track takes too much to open. Export it again as a plain MP3.';
