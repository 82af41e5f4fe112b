import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Canvas, createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import type { Picture, Surface } from '../../src/canvas.ts';
import {
  fontFamilies,
  fontFile,
  type FontFamilyId,
  type FontSource,
  subsetsFor,
  type UnicodeRanges,
} from '../../src/text/fonts.ts';
import { joinEmoji } from '../../src/text/joined-emoji.ts';

export interface NodeSurface extends Surface {
  canvas: Canvas;
}

/** A surface of @napi-rs/canvas. */
export function createNodeSurface(width: number, height: number): NodeSurface {
  const canvas = createCanvas(width, height);
  const context = joinEmoji(canvas.getContext('2d') as unknown as Surface['context']);
  return { canvas, picture: canvas, context };
}

const pathOf = (specifier: string) => fileURLToPath(import.meta.resolve(specifier));

const ranges = new Map<FontFamilyId, UnicodeRanges>();

function rangesOf(family: FontFamilyId): UnicodeRanges {
  const known = ranges.get(family);
  if (known) return known;
  const read = JSON.parse(
    readFileSync(pathOf(`${fontFamilies[family].package}/unicode.json`), 'utf8'),
  ) as UnicodeRanges;
  ranges.set(family, read);
  return read;
}

/** Font files as a page or a test needs them: the file's path and the name it is drawn by. */
export interface UsedFont {
  name: string;
  path: string;
}

const used = new Map<string, UsedFont>();

/** Every font file that has been asked for so far. */
export const usedFonts = (): UsedFont[] => [...used.values()];

/** Fonts of the npm packages, made known to Skia when they are first asked for. */
export const nodeFonts: FontSource = {
  cssFamilies(family, text) {
    const subsets = subsetsFor(family, rangesOf(family), text);
    const names = (subsets.length > 0 ? subsets : ['latin']).map((subset) => {
      const name = `${family} ${subset}`;
      if (!used.has(name)) {
        const path = pathOf(fontFile(family, subset));
        if (!GlobalFonts.registerFromPath(path, name)) throw new Error(`${path} could not be read as a font`);
        used.set(name, { name, path });
      }
      return `"${name}"`;
    });
    return names.join(', ');
  },
};

/** A picture from a file. */
export const loadPicture = async (path: string): Promise<Picture> => loadImage(path);
