import type { Brief } from '@spotsmith/contract/brief';
import type { Style } from '@spotsmith/contract/words';
import { styleTempoBpm } from '@spotsmith/motion/restyle';
import { Copy, type LayoutId, type Shot, type ShotRole, type Storyboard } from '@spotsmith/motion/storyboard';
import { chooseStyle } from './choose-style.ts';

interface Candidate {
  role: ShotRole;
  layout: LayoutId;
  beats: number;
  isNeeded: boolean;
}

/** What there is to show, in playing order; what there are no words for is no shot. */
function candidatesOf(copy: Copy): Candidate[] {
  const benefits = copy.benefits?.length ?? 0;
  const shots: (Candidate | false)[] = [
    { role: 'hook', layout: 'hook-type', beats: 3, isNeeded: true },
    { role: 'product', layout: 'name-behind', beats: 4, isNeeded: true },
    benefits > 1 && { role: 'benefit', layout: 'list', beats: 6, isNeeded: false },
    { role: 'detail', layout: 'macro', beats: 4, isNeeded: false },
    copy.quote !== undefined && { role: 'proof', layout: 'proof', beats: 6, isNeeded: false },
    { role: 'product', layout: 'corner-bleed', beats: 4, isNeeded: false },
    { role: 'product', layout: 'pattern', beats: 3, isNeeded: false },
    copy.price !== undefined && { role: 'offer', layout: 'offer', beats: 5, isNeeded: true },
    { role: 'cta', layout: 'end-card', beats: 6, isNeeded: true },
  ];
  return shots.filter((shot) => shot !== false);
}

/** Leaves out from the end what is not needed until the rest fits; what is left of the time goes to the last shot. */
function fitted(candidates: readonly Candidate[], beats: number): Candidate[] {
  const shots = [...candidates];
  const total = () => shots.reduce((sum, shot) => sum + shot.beats, 0);
  while (total() > beats) {
    const spare = shots.findLastIndex(({ isNeeded }) => !isNeeded);
    if (spare < 0) break;
    shots.splice(spare, 1);
  }
  const rest = Math.round(beats - total());
  return shots.map((shot, index) => ({ ...shot, beats: shot.beats + spread(rest, index, shots.length) }));
}

/** A share of some beats, the last shots first: end cards may stand longer, openings may not. */
function spread(rest: number, index: number, count: number): number {
  const each = Math.trunc(rest / count);
  return each + (count - 1 - index < Math.abs(rest % count) ? Math.sign(rest) : 0);
}

/** The words of an ad, each as the user said it. */
function copyOf({ product, call_to_action: callToAction, facts }: Brief): Copy {
  const { what, offer = {}, benefits = [], proof = {}, url } = facts ?? {};
  const { price, was, off, until } = offer;
  const { quote, by, rating } = proof;
  const said = { what, price, was, off, until, quote, by, rating, url, hook: benefits[0] ?? what };
  return Copy.parse({
    name: product.name,
    ...(callToAction !== '' && { callToAction }),
    ...(benefits.length > 0 && { benefits }),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  });
}

/** A storyboard of the length that was asked for, from what the brief says. Deterministic. */
export function defaultStoryboard(
  brief: Brief,
  { style: wished, seconds, seed }: { style: Style | undefined; seconds: number; seed: number },
): Storyboard {
  const { style, reason } = chooseStyle(brief, wished);
  const tempoBpm = styleTempoBpm[style];
  const copy = copyOf(brief);
  const shots = fitted(candidatesOf(copy), (seconds * tempoBpm) / 60).map(
    ({ role, layout, beats }, index): Shot => ({
      id: `shot-${index + 1}`,
      role,
      layout,
      beats: Math.max(2, beats),
      picture: { kind: 'product' },
      copy: {},
    }),
  );
  return { version: 1, language: brief.language, style, styleReason: reason, tempoBpm, seed, copy, shots };
}
