import { framesPerSecond } from '../film.ts';
import type { Storyboard } from '../storyboard.ts';

export interface ScheduledShot {
  startFrame: number;
  frames: number;
}

export interface FilmSchedule {
  shots: ScheduledShot[];
  totalFrames: number;
  totalSeconds: number;
  /** Where shots follow one another: where music may land. */
  cutsAtSeconds: number[];
}

/** Lays the shots of a storyboard onto frames: every cut is the frame nearest to its beat. Pure. */
export function scheduleShots({ shots, tempoBpm }: Pick<Storyboard, 'shots' | 'tempoBpm'>): FilmSchedule {
  const framesPerBeat = (60 / tempoBpm) * framesPerSecond;
  let beats = 0;
  const scheduled = shots.map((shot): ScheduledShot => {
    const startFrame = Math.round(beats * framesPerBeat);
    beats += shot.beats;
    return { startFrame, frames: Math.round(beats * framesPerBeat) - startFrame };
  });
  const totalFrames = Math.round(beats * framesPerBeat);
  return {
    shots: scheduled,
    totalFrames,
    totalSeconds: totalFrames / framesPerSecond,
    cutsAtSeconds: scheduled.slice(1).map(({ startFrame }) => startFrame / framesPerSecond),
  };
}
