import type { LayoutId } from '../storyboard.ts';
import { endCard } from './end-card.ts';
import { hookType } from './hook-type.ts';
import type { Layout } from './layout.ts';

/** Every layout by its id. */
export const layouts: Partial<Record<LayoutId, Layout>> = {
  'hook-type': hookType,
  'end-card': endCard,
};
