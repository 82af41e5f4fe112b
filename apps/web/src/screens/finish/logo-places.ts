import type { LOGO_CORNERS } from '@spotsmith/contract/words';

/** Where a logo stands on a frame; left and right are the film's, whatever the language. */
export const LOGO_PLACES: Record<(typeof LOGO_CORNERS)[number], string> = {
  'top-left': 'left-[4%] top-[4%]',
  'top-right': 'right-[4%] top-[4%]',
  'bottom-left': 'left-[4%] bottom-[4%]',
  'bottom-right': 'right-[4%] bottom-[4%]',
};
