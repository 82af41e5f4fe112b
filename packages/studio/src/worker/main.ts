// The program inside every worker process: one job in, progress and one answer out, then exit.
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { MusicRefused } from '../music-refused.ts';
import { PhotoRefused } from '../photo-refused.ts';
import { StudioStopped } from '../studio-stopped.ts';
import type { WorkerAnswer, WorkerTasks } from './tasks.ts';

// A process per job starts its code often; half of that time is compiling it. The cache lies beside the packages:
// into a shared temporary directory others could write what is run here.
enableCompileCache(path.join(import.meta.dirname, '../../../../node_modules/.cache/compiled'));

// Loaded on demand, so that drawing a still does not pay for the neural network or the synthesiser.
const loaders: { [Name in keyof WorkerTasks]: () => Promise<WorkerTasks[Name]> } = {
  'check-photo': async () => (await import('./check-photo-task.ts')).checkPhotoTask,
  photo: async () => (await import('./photo-task.ts')).photoTask,
  still: async () => (await import('./still-task.ts')).stillTask,
  clip: async () => (await import('./clip-task.ts')).clipTask,
  music: async () => (await import('./music-task.ts')).musicTask,
  soundtrack: async () => (await import('./soundtrack-task.ts')).soundtrackTask,
  'import-track': async () => (await import('./import-track-task.ts')).importTrackTask,
  'small-picture': async () => (await import('./small-picture-task.ts')).smallPictureTask,
};

interface Order {
  task: keyof WorkerTasks;
  job: unknown;
}

function tell(answer: WorkerAnswer): Promise<void> {
  return new Promise((resolve) => process.send?.(answer, () => resolve()));
}

async function work({ task, job }: Order): Promise<WorkerAnswer> {
  try {
    const run = (await loaders[task]()) as (
      job: unknown,
      report: (progress: number) => void,
    ) => Promise<unknown>;
    const result = await run(job, (progress) => void tell({ kind: 'progress', progress }));
    return { kind: 'done', result };
  } catch (error) {
    if (error instanceof PhotoRefused)
      return { kind: 'photo-refused', code: error.code, message: error.message };
    if (error instanceof MusicRefused)
      return { kind: 'music-refused', code: error.code, message: error.message };
    if (error instanceof StudioStopped) {
      return { kind: 'stopped', cause: error.cause, message: error.message };
    }
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

process.on('disconnect', () => process.kill(process.pid, 'SIGKILL')); // The parent is gone: nobody waits for the answer.
process.once('message', (order) => {
  void work(order as Order)
    .then(tell)
    .then(() => {
      process.removeAllListeners('disconnect');
      process.disconnect();
    });
});
