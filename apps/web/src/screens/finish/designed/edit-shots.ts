import type { Copy, Shot, Storyboard } from '@spotsmith/motion/storyboard';

/** What a storyboard allows (see its schema), and the steps in which lengths change. */
export const MIN_BEATS = 1;
export const MAX_BEATS = 32;
export const MAX_SHOTS = 24;
const STEP_BEATS = 0.5;

/** Fields of a shot's copy that are a line of text. */
export type LineOfCopy = {
  [Key in keyof Copy]-?: NonNullable<Copy[Key]> extends string ? Key : never;
}[keyof Copy];

const withShots = (storyboard: Storyboard, edit: (shots: Shot[]) => Shot[]): Storyboard => ({
  ...storyboard,
  shots: edit([...storyboard.shots]),
});

/** Changes parts of one shot. */
export function patchShot(storyboard: Storyboard, index: number, part: Partial<Shot>): Storyboard {
  return withShots(storyboard, (shots) =>
    shots.map((shot, place) => (place === index ? { ...shot, ...part } : shot)),
  );
}

/** Sets a shot's length to the nearest half beat that is allowed. */
export function trimShot(storyboard: Storyboard, index: number, beats: number): Storyboard {
  const stepped = Math.round(beats / STEP_BEATS) * STEP_BEATS;
  return patchShot(storyboard, index, { beats: Math.min(MAX_BEATS, Math.max(MIN_BEATS, stepped)) });
}

/** Sets a shot's length by where it begins: a clip then starts so much later or earlier in its own time, from 0 on. */
export function trimStart(storyboard: Storyboard, index: number, beats: number): Storyboard {
  const trimmed = trimShot(storyboard, index, beats);
  const [before, after] = [storyboard.shots[index], trimmed.shots[index]];
  if (before === undefined || after?.picture.kind !== 'clip') return trimmed;
  const skipped = ((before.beats - after.beats) * 60) / storyboard.tempoBpm;
  const inSeconds = Math.max(0, after.picture.inSeconds + skipped);
  return patchShot(trimmed, index, { picture: { ...after.picture, inSeconds } });
}

/** Moves the cut before a shot so that the shot before it lasts so long; the two together last as long as before. */
export function rollCut(storyboard: Storyboard, index: number, beatsBefore: number): Storyboard {
  const [before, after] = [storyboard.shots[index - 1], storyboard.shots[index]];
  if (before === undefined || after === undefined) return storyboard;
  const both = before.beats + after.beats;
  const stepped = Math.round(beatsBefore / STEP_BEATS) * STEP_BEATS;
  const least = Math.max(MIN_BEATS, both - MAX_BEATS);
  const beats = Math.min(MAX_BEATS, both - MIN_BEATS, Math.max(least, stepped));
  return trimStart(trimShot(storyboard, index - 1, beats), index, both - beats);
}

/** Puts a shot before the one that stands at `to` now; `to` may be one past the last. */
export function moveShot(storyboard: Storyboard, from: number, to: number): Storyboard {
  return withShots(storyboard, (shots) => {
    const [shot] = shots.splice(from, 1);
    if (shot !== undefined) shots.splice(to > from ? to - 1 : to, 0, shot);
    return shots;
  });
}

export function removeShot(storyboard: Storyboard, index: number): Storyboard {
  return withShots(storyboard, (shots) => shots.filter((_, place) => place !== index));
}

/** The same shot once more, right behind itself. */
export function duplicateShot(storyboard: Storyboard, index: number, newId: string): Storyboard {
  return withShots(storyboard, (shots) => {
    const shot = shots[index];
    if (shot !== undefined) shots.splice(index + 1, 0, { ...shot, id: newId });
    return shots;
  });
}

export const canSplit = (shot: Shot | undefined): boolean =>
  shot !== undefined && shot.beats >= 2 * MIN_BEATS;

/** Cuts a shot in two of about the same length, on a beat where it has one; the cut between them is hard. */
export function splitShot(storyboard: Storyboard, index: number, newId: string): Storyboard {
  return withShots(storyboard, (shots) => {
    const shot = shots[index];
    if (shot === undefined || !canSplit(shot)) return shots;
    const first = Math.max(MIN_BEATS, Math.floor(shot.beats / 2));
    const rest: Shot = { ...shot, id: newId, beats: shot.beats - first, join: { type: 'cut' } };
    shots.splice(index, 1, { ...shot, beats: first }, rest);
    return shots;
  });
}

/** What one shot says in place of the ad's words; null hides the line there, undefined gives the ad's words back. */
export function setShotLine(
  storyboard: Storyboard,
  index: number,
  field: LineOfCopy,
  words: string | null | undefined,
): Storyboard {
  const { [field]: _, ...rest } = storyboard.shots[index]?.copy ?? {};
  return patchShot(storyboard, index, { copy: words === undefined ? rest : { ...rest, [field]: words } });
}
