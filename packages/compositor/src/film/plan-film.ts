import { videoEncoder } from '../encode/video-encoder.ts';
import type { ProbeOptions } from '../probe-media.ts';
import { Encoding } from '../timeline.ts';
import { type FilmSource, readFilmJob } from './film-job.ts';
import { PainterProcess } from './painter-process.ts';
import type { FilmPlan } from './painter/messages.ts';

/**
 * Lays a film out and draws nothing: its length, cuts, what is heard because it is seen, and how long its words stand.
 * @throws TimelineInvalid, MediaRefused, RenderFailed, the signal's reason when aborted.
 */
export async function planFilm(source: FilmSource, options: ProbeOptions): Promise<FilmPlan> {
  const job = await readFilmJob(source, videoEncoder(Encoding.parse({})), options);
  await using painter = new PainterProcess(options.signal);
  return await painter.plan(job);
}
