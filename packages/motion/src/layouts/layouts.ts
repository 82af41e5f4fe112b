import type { LayoutId } from '../storyboard.ts';
import { bigNumber } from './big-number.ts';
import { callouts } from './callouts.ts';
import { cornerBleed } from './corner-bleed.ts';
import { endCard } from './end-card.ts';
import { hookType } from './hook-type.ts';
import type { Layout } from './layout.ts';
import { list } from './list.ts';
import { macro } from './macro.ts';
import { nameBehind } from './name-behind.ts';
import { offer } from './offer.ts';
import { pattern } from './pattern.ts';
import { proof } from './proof.ts';
import { split } from './split.ts';

/** Every layout by its id. */
export const layouts: Partial<Record<LayoutId, Layout>> = {
  'hook-type': hookType,
  'name-behind': nameBehind,
  split,
  'big-number': bigNumber,
  callouts,
  macro,
  pattern,
  proof,
  offer,
  list,
  'corner-bleed': cornerBleed,
  'end-card': endCard,
};
