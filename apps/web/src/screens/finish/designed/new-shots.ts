import type { LayoutId, Shot, ShotPicture, ShotRole, Storyboard } from '@spotsmith/motion/storyboard';

/** A shot that is not in the ad yet. */
export type NewShot = Omit<Shot, 'id'>;

type Words = Storyboard['copy'];
interface Idea {
  layout: LayoutId;
  role: ShotRole;
  /** Whether the ad has the words that the layout is for. */
  hasWords: (words: Words) => boolean;
}

const always = () => true;

/** What the cut-out can be shown in, in the order of what an ad wants most. */
const IDEAS: readonly Idea[] = [
  { layout: 'list', role: 'benefit', hasWords: ({ benefits = [] }) => benefits.length > 1 },
  { layout: 'callouts', role: 'benefit', hasWords: ({ benefits = [] }) => benefits.length > 0 },
  { layout: 'big-number', role: 'benefit', hasWords: ({ figure }) => figure !== undefined },
  { layout: 'proof', role: 'proof', hasWords: ({ quote }) => quote !== undefined },
  { layout: 'offer', role: 'offer', hasWords: ({ price, off }) => (price ?? off) !== undefined },
  {
    layout: 'split',
    role: 'benefit',
    hasWords: ({ benefits = [], what }) => (benefits[0] ?? what) !== undefined,
  },
  { layout: 'macro', role: 'detail', hasWords: always },
  { layout: 'name-behind', role: 'product', hasWords: ({ name }) => name !== undefined },
  { layout: 'hook-type', role: 'hook', hasWords: ({ hook, name }) => (hook ?? name) !== undefined },
  { layout: 'pattern', role: 'product', hasWords: ({ name }) => name !== undefined },
  { layout: 'corner-bleed', role: 'detail', hasWords: always },
  { layout: 'beside', role: 'product', hasWords: always },
  { layout: 'travel', role: 'detail', hasWords: always },
  { layout: 'in-space', role: 'product', hasWords: always },
];
const END_CARD: Idea = { layout: 'end-card', role: 'cta', hasWords: always };

/** So many can be looked at without scrolling. */
const MAX_IDEAS = 10;
const BEATS = 4;

type Picture = { asset_id: string; kind: 'photo' | 'still' | 'clip' };

/**
 * Shots that the ad could have besides, at most ten: layouts it does not use yet and has words for, images and clips
 * it does not show yet, then what it shows already. Words come from the ad; a benefit that no shot speaks of goes first.
 */
export function newShots(
  storyboard: Storyboard,
  hasCutout: boolean,
  pictures: readonly Picture[],
): NewShot[] {
  const { shots, copy } = storyboard;
  const whole: ShotPicture = shots.find(({ picture }) => picture.kind === 'photo')?.picture ?? {
    kind: 'product',
  };
  const unspoken = unspokenBenefit(storyboard);
  const ideas = [...(shots.some(({ role }) => role === 'cta') ? [] : [END_CARD]), ...IDEAS]
    .filter(({ hasWords }) => hasWords(copy))
    .map(({ layout, role }): NewShot => ({
      layout,
      role,
      picture: hasCutout ? { kind: 'product' } : whole,
      copy: layout === 'split' && unspoken !== undefined ? { benefits: [unspoken] } : {},
      beats: BEATS,
    }));
  const shown = new Set(shots.map(({ picture }) => ('assetId' in picture ? picture.assetId : '')));
  const unseen = pictures
    .filter(({ asset_id }) => !shown.has(asset_id))
    .map(({ asset_id: assetId, kind }): NewShot => ({
      layout: kind === 'clip' ? 'hero-clip' : 'full',
      role: 'product',
      picture: kind === 'clip' ? { kind, assetId, inSeconds: 0 } : { kind, assetId },
      copy: {},
      beats: BEATS,
    }));
  const isNew = ({ layout }: NewShot) => !shots.some((shot) => shot.layout === layout);
  const fresh = ideas.filter(isNew);
  // Pictures nobody has seen yet are never crowded out by layouts.
  const seen = unseen.slice(0, Math.max(4, MAX_IDEAS - fresh.length));
  return [...fresh.slice(0, MAX_IDEAS - seen.length), ...seen, ...ideas.filter((idea) => !isNew(idea))].slice(
    0,
    MAX_IDEAS,
  );
}

/** The first benefit of the ad that no shot has to itself. */
function unspokenBenefit({ shots, copy }: Storyboard): string | undefined {
  const spoken = shots
    .filter(({ role }) => role === 'benefit' || role === 'detail')
    .map((shot) => (shot.copy.benefits === undefined ? copy.benefits : shot.copy.benefits)?.[0]);
  return copy.benefits?.find((line) => line !== '' && !spoken.includes(line));
}

/** Where a shot lands that is added at the end: nothing stands behind the call to action. */
export function endPlace({ shots }: Storyboard): number {
  return shots.at(-1)?.role === 'cta' ? shots.length - 1 : shots.length;
}

/** Where a shot lands that is added after another one: behind the last one, at the end. */
export const placeBehind = (storyboard: Storyboard, index: number): number =>
  index >= storyboard.shots.length - 1 ? endPlace(storyboard) : index + 1;

const STEP_BEATS = 0.5;
/** A shot gives no more of its time when it is so short. */
const SHORTEST_GIVING = 2;

/**
 * Puts a new shot before the one at `place`. Where the length is kept, the longest of the others give up half a beat
 * after half a beat, as long as any has more than two.
 */
export function addShot(
  storyboard: Storyboard,
  place: number,
  shot: Shot,
  isLengthKept: boolean,
): Storyboard {
  const shots = storyboard.shots.map((each) => ({ ...each }));
  for (let given = 0; isLengthKept && given < shot.beats; given += STEP_BEATS) {
    const longest = shots.reduce((long, each) => (each.beats > long.beats ? each : long), shots[0] ?? shot);
    if (longest.beats <= SHORTEST_GIVING) break;
    longest.beats -= STEP_BEATS;
  }
  return { ...storyboard, shots: shots.toSpliced(place, 0, shot) };
}
