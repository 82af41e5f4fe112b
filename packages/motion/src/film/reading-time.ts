import { type Film, framesPerSecond, type FilmShot } from '../film.ts';
import type { TextLayer } from '../layer.ts';

export interface ReadingTime {
  shotId: string;
  words: number;
  /** From the first words standing to their leaving or to the next join. */
  seconds: number;
  /** 0.3 s a word and 0.4 s to find them, at least 1 s. */
  neededSeconds: number;
}

const isReadSeconds = 0.15;

function textsOf({ moving }: FilmShot): { layer: TextLayer; startSeconds: number }[] {
  return moving.parts.flatMap((part) => (part.type === 'words' ? [part] : []));
}

/** How long the words of every shot can be read, against how long it takes. A repeated word is read once. */
export function readingTimes(film: Film): ReadingTime[] {
  return film.shots.map((shot, index) => {
    const texts = textsOf(shot);
    const rows = texts.flatMap(({ layer }) => layer.block.rows);
    const words = new Set(rows.flatMap(({ text }) => text.split(/\s+/u)).filter((word) => word !== '')).size;
    const first = Math.min(...texts.map(({ startSeconds }) => startSeconds), shot.moving.seconds);
    const join = film.joins[index];
    const leaves = shot.moving.exit?.startSeconds ?? shot.moving.seconds;
    const hidden = join
      ? (join.startFrame + join.frames * 0.25 - shot.startFrame) / framesPerSecond
      : shot.moving.seconds;
    return {
      shotId: shot.id,
      words,
      seconds: words === 0 ? 0 : Math.min(leaves, hidden) - Math.max(0, first + isReadSeconds),
      neededSeconds: words === 0 ? 0 : Math.max(1, words * 0.3 + 0.4),
    };
  });
}
