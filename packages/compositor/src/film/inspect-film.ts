import type { FfmpegTools } from '../encode/run-ffmpeg.ts';
import { type CheckedFile, checkFile, flaw, judge, type Reason } from '../measure/check-file.ts';
import type { RenderedFilm } from './render-film.ts';

export interface FilmVerdict {
  verdict: 'passed' | 'degraded' | 'blocked';
  reasons: Reason[];
  measured: CheckedFile['measured'];
}

/**
 * Measures a rendered film. `passed`: nothing to say; `degraded`: it plays, but the reasons are worth reading;
 * `blocked`: do not publish it.
 */
export async function inspectFilm(
  { path, totalFrames, plan, measures, canvas, audio }: RenderedFilm,
  options: FfmpegTools & { signal?: AbortSignal | undefined } = {},
): Promise<FilmVerdict> {
  const wanted = { canvas, totalFrames, audio };
  const { findings, measured } = await checkFile(path, wanted, { ...options, loudness: measures.loudness });
  const short = plan.readings.filter(({ seconds, neededSeconds }) => seconds < neededSeconds);
  const readings = short.map(({ shotId, words, seconds, neededSeconds }) =>
    flaw(
      'reading_short',
      `Shot ${shotId} shows ${words} words for ${seconds.toFixed(1)} s; reading them takes ` +
        `${neededSeconds.toFixed(1)} s. Make the shot longer or the words fewer.`,
    ),
  );
  const words = plan.wordsFaults.map(({ shotId, kind, words: text, detail }) =>
    kind === 'glyph'
      ? flaw(
          'glyph_missing',
          `No font has ${detail} in “${text}” (shot ${shotId}); a box is drawn. Change it.`,
        )
      : flaw(
          'text_small',
          `“${text}” (shot ${shotId}) is set at ${detail} px of 1080: too small. Shorten it.`,
        ),
  );
  return { ...judge([...findings, ...readings, ...words]), measured };
}
