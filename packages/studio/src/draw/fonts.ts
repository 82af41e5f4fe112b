import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

/** The face of large words in scenes. */
export const DISPLAY_FONT = 'Anton';
/** The face of small labels. */
export const LABEL_FONT = 'Inter Variable';

const FILES = {
  [DISPLAY_FONT]: '@fontsource/anton/files/anton-latin-400-normal.woff2',
  [LABEL_FONT]: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
};

/** Makes the fonts known to the canvas; cheap when they already are. */
export function registerFonts(): void {
  const { resolve } = createRequire(import.meta.url);
  for (const [family, file] of Object.entries(FILES)) {
    if (!GlobalFonts.has(family)) GlobalFonts.registerFromPath(resolve(file), family);
  }
}
