import type { Film } from '@spotsmith/motion/film';
import { framesPerSecond } from '@spotsmith/motion/film';
import type { Storyboard } from '@spotsmith/motion/storyboard';

/** The clip of a shot, and the frames of the film in which it is seen: its shot's, and those of the joins beside it. */
export interface ShotClip {
  shotId: string;
  assetId: string;
  /** Of the film, where the clip is at `inSeconds`. */
  startFrame: number;
  inSeconds: number;
  /** Half-open range. */
  firstFrame: number;
  endFrame: number;
}

/** Which clips a film shows, and when: as the compositor opens them. */
export function shotClips({ shots, joins }: Film, storyboard: Storyboard): ShotClip[] {
  return shots.flatMap(({ id, startFrame, frames }, index) => {
    const picture = storyboard.shots[index]?.picture;
    if (picture?.kind !== 'clip') return [];
    const before = joins[index - 1];
    const after = joins[index];
    return [
      {
        shotId: id,
        assetId: picture.assetId,
        startFrame,
        inSeconds: picture.inSeconds,
        firstFrame: before !== undefined && before.frames > 0 ? before.startFrame : startFrame,
        endFrame:
          after !== undefined && after.frames > 0 ? after.startFrame + after.frames : startFrame + frames,
      },
    ];
  });
}

export const isSeen = ({ firstFrame, endFrame }: ShotClip, frame: number): boolean =>
  frame >= firstFrame && frame < endFrame;

/**
 * Where a clip of so many seconds is at a frame of the film, in the middle of that picture's time. Before it begins its
 * first picture is held, after its end its last.
 */
export function clipSeconds(
  { inSeconds, startFrame }: ShotClip,
  frame: number,
  lengthSeconds: number,
): number {
  const first = Math.round(inSeconds * framesPerSecond);
  const at = (Math.max(0, first + frame - startFrame) + 0.5) / framesPerSecond;
  return Math.min(at, Math.max(0, lengthSeconds - 0.5 / framesPerSecond));
}
