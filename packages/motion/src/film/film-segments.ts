import { type Film, framesPerSecond, joinAt, shotAt } from '../film.ts';

/** A stretch of frames that is drawn and encoded as one. */
export interface FilmSegment {
  startFrame: number;
  frames: number;
  /** Everything these frames depend on but the bytes of pictures and fonts: equal text, equal frames. */
  identity: string;
  /** Indices of the shots it shows. */
  shots: number[];
}

/** Short enough to share the work out, long enough for few key frames. */
const longestFrames = 90;

function edgesOf(film: Film): number[] {
  const edges = new Set([0, film.totalFrames]);
  // A cut in the middle of a join is no edge: both shots are drawn there all the time.
  for (const { startFrame } of film.shots) if (!joinAt(film, startFrame)) edges.add(startFrame);
  for (const { startFrame, frames } of film.joins) {
    if (frames > 0) edges.add(startFrame).add(startFrame + frames);
  }
  return [...edges].sort((a, b) => a - b);
}

function identityOf(film: Film, startFrame: number, frames: number, shots: readonly number[]): string {
  const join = joinAt(film, startFrame);
  // Frames count from the shot's own cut: what an earlier shot's length moves is not drawn again.
  const own = shots.map((index) => {
    const shot = film.shots[index];
    return shot && [startFrame - shot.startFrame, shot.moving];
  });
  const between = join && { ...join, shot: 0, cutFrame: 0, startFrame: join.startFrame - startFrame };
  return JSON.stringify([film.width, film.height, framesPerSecond, frames, own, between ?? null]);
}

/**
 * Cuts a film at every edge of a shot and of a join, and long stretches into equal parts. A segment's identity holds
 * the data of the shots it shows and nothing else, so that an edit changes only the segments that show it. Pure.
 */
export function filmSegments(film: Film): FilmSegment[] {
  const edges = edgesOf(film);
  return edges.slice(0, -1).flatMap((start, index) => {
    const end = edges[index + 1] ?? film.totalFrames;
    const parts = Math.ceil((end - start) / longestFrames);
    return Array.from({ length: parts }, (_, part): FilmSegment => {
      const startFrame = start + Math.round(((end - start) * part) / parts);
      const frames = start + Math.round(((end - start) * (part + 1)) / parts) - startFrame;
      const join = joinAt(film, startFrame);
      const shots = join ? [join.shot - 1, join.shot] : [shotAt(film, startFrame)];
      return { startFrame, frames, shots, identity: identityOf(film, startFrame, frames, shots) };
    });
  });
}
