import type { LayoutId } from '../storyboard.ts';
import { beside } from './beside.ts';
import { bigNumber } from './big-number.ts';
import { block } from './block.ts';
import { callouts } from './callouts.ts';
import { classic } from './classic.ts';
import { cornerBleed } from './corner-bleed.ts';
import { endCard } from './end-card.ts';
import { frame } from './frame.ts';
import { full, heroClip } from './full.ts';
import { hookType } from './hook-type.ts';
import type { Layout } from './layout.ts';
import { list } from './list.ts';
import { macro } from './macro.ts';
import { nameBehind } from './name-behind.ts';
import { offer } from './offer.ts';
import { pattern } from './pattern.ts';
import { proof } from './proof.ts';
import { split } from './split.ts';
import { travel } from './travel.ts';
import { pictureWindow } from './window.ts';

interface LayoutEntry {
  /** What it shows: the cut-out, or the shot's whole picture. */
  shows: 'product' | 'picture';
  build: Layout;
}

const product = (build: Layout): LayoutEntry => ({ shows: 'product', build });
const picture = (build: Layout): LayoutEntry => ({ shows: 'picture', build });

/** Every layout by its id. */
export const layouts: Record<LayoutId, LayoutEntry> = {
  'hook-type': product(hookType),
  'name-behind': product(nameBehind),
  'hero-clip': picture(heroClip),
  split: product(split),
  'big-number': product(bigNumber),
  callouts: product(callouts),
  macro: product(macro),
  travel: product(travel),
  pattern: product(pattern),
  proof: product(proof),
  offer: product(offer),
  list: product(list),
  'corner-bleed': product(cornerBleed),
  frame: picture(frame),
  full: picture(full),
  window: picture(pictureWindow),
  block: picture(block),
  beside: product(beside),
  'end-card': product(endCard),
  classic: picture(classic),
};
