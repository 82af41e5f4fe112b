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
