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
  /** Shows the whole photo instead when the product could not be cut out. */
  standIn: Layout;
}

const product = (build: Layout, standIn: Layout): LayoutEntry => ({ shows: 'product', build, standIn });
const picture = (build: Layout): LayoutEntry => ({ shows: 'picture', build, standIn: build });

/** Every layout by its id. */
export const layouts = {
  'hook-type': product(hookType, full),
  'name-behind': product(nameBehind, block),
  'hero-clip': picture(heroClip),
  split: product(split, pictureWindow),
  'big-number': product(bigNumber, block),
  callouts: product(callouts, pictureWindow),
  macro: product(macro, full),
  travel: product(travel, full),
  pattern: product(pattern, full),
  proof: product(proof, block),
  offer: product(offer, pictureWindow),
  list: product(list, block),
  'corner-bleed': product(cornerBleed, full),
  frame: picture(frame),
  full: picture(full),
  window: picture(pictureWindow),
  block: picture(block),
  beside: product(beside, pictureWindow),
  'end-card': product(endCard, frame),
  classic: picture(classic),
} satisfies Record<string, LayoutEntry>;
