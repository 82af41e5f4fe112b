import type { Cause } from '@spotsmith/child/ending';
import type { checkPhotoTask } from './check-photo-task.ts';
import type { importTrackTask } from './import-track-task.ts';
import type { photoTask } from './photo-task.ts';
import type { stillTask } from './still-task.ts';
import type { clipTask } from './clip-task.ts';
import type { musicTask } from './music-task.ts';
import type { smallPictureTask } from './small-picture-task.ts';
import type { soundtrackTask } from './soundtrack-task.ts';

/** Every job a worker process can do. */
export interface WorkerTasks {
  'check-photo': typeof checkPhotoTask;
  photo: typeof photoTask;
  still: typeof stillTask;
  clip: typeof clipTask;
  music: typeof musicTask;
  soundtrack: typeof soundtrackTask;
  'import-track': typeof importTrackTask;
  'small-picture': typeof smallPictureTask;
}

/** What a worker process tells its parent. */
export type WorkerAnswer =
  | { kind: 'progress'; progress: number }
  | { kind: 'done'; result: unknown }
  | { kind: 'photo-refused' | 'music-refused'; code: string; message: string }
  | { kind: 'stopped'; cause: Cause; message: string }
  | { kind: 'failed'; message: string };
