/** The frame of a shot in which its words have come and the next shot has not. */
export function settledFrame(shot: { startFrame: number; frames: number } | undefined): number {
  return shot === undefined ? 0 : shot.startFrame + Math.floor(shot.frames * 0.7);
}
