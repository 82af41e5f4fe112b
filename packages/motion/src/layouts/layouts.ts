import { beside } from './beside.ts';
import { bigNumber } from './big-number.ts';
import { photoDetails } from './beside-photo.ts';
import { blockOn } from './block.ts';
import { callouts } from './callouts.ts';
import { classic } from './classic.ts';
import { cornerBleed } from './corner-bleed.ts';
import { demonstration } from './demonstrations/demonstration.ts';
import { endCard } from './end-card.ts';
import { frame } from './frame.ts';
import { fullPhoto, heroClip } from './full.ts';
import { hookType } from './hook-type.ts';
import { inSpace } from './in-space.ts';
import type { Layout } from './layout.ts';
import { list } from './list.ts';
import { macro } from './macro.ts';
import { nameBehind } from './name-behind.ts';
import { offer } from './offer.ts';
import { pattern } from './pattern.ts';
import { proof } from './proof.ts';
import { split } from './split.ts';
import { travel } from './travel.ts';
import { pictureWindow, windowOn } from './window.ts';

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
  'hook-type': product(hookType, fullPhoto('open')),
  'name-behind': product(nameBehind, blockOn({ move: 'pull' })),
  'hero-clip': picture(heroClip),
  split: product(split, windowOn('pull')),
  'big-number': product(bigNumber, blockOn({ move: 'push' })),
  callouts: product(callouts, windowOn('details')),
  macro: product(macro, photoDetails(0)),
  travel: product(travel, photoDetails(1)),
  pattern: product(pattern, windowOn('pan')),
  proof: product(proof, fullPhoto('push')),
  offer: product(offer, blockOn({ move: 'pull' })),
  demonstration: product(demonstration, windowOn('push')),
  list: product(list, blockOn({ move: 'pan' })),
  'corner-bleed': product(cornerBleed, photoDetails(2)),
  frame: picture(frame),
  full: picture(fullPhoto('push')),
  window: picture(pictureWindow),
  block: picture(blockOn({ move: 'push' })),
  beside: product(beside, pictureWindow),
  'end-card': product(endCard, windowOn('pull')),
  classic: picture(classic),
  'in-space': product(inSpace, windowOn('pull')),
} satisfies Record<string, LayoutEntry>;
