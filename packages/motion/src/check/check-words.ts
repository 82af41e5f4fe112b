import type { Film } from '../film.ts';
import type { Layer, TextBlock } from '../layer.ts';
import type { Part } from '../movement/moving-shot.ts';
import { missingGlyphs } from '../text/split-runs.ts';

/** Words of a shot that viewers cannot read as they were meant. */
export interface WordsFault {
  shotId: string;
  kind: 'glyph' | 'small';
  words: string;
  /** The characters that no font has, or the size at 1080 px. */
  detail: string;
}

/** Least size of words, on a canvas whose short side is 1080 px. */
const LEAST_PX = 24;

function layersOf(part: Part): readonly Layer[] {
  if (part.type === 'still' || part.type === 'track') return part.layers;
  return part.type === 'words' || part.type === 'callout' || part.type === 'ticker' ? [part.layer] : [];
}

function blocksOf(layer: Layer): { block: TextBlock; isSizeChecked: boolean }[] {
  if (layer.type === 'group') return layer.layers.flatMap(blocksOf);
  if (layer.type !== 'text') return [];
  return [{ block: layer.block, isSizeChecked: layer.isFolio !== true }];
}

/** What of a film's words no font can draw, and what is set too small to be read on a phone; each once a shot. Pure. */
export function checkWords({ shots, width, height }: Film): WordsFault[] {
  const to1080 = 1080 / Math.min(width, height);
  return shots.flatMap(({ id: shotId, moving }) => {
    const blocks = moving.parts.flatMap(layersOf).flatMap(blocksOf);
    const faults = blocks.flatMap(({ block, isSizeChecked }): WordsFault[] => {
      const words = block.rows.map(({ text }) => text).join(' ');
      const missing = block.rows.flatMap(({ text, face }) => missingGlyphs(text, face, block.language));
      const px = Math.min(...block.rows.map(({ sizePx }) => sizePx)) * to1080;
      return [
        ...(missing.length > 0
          ? [{ shotId, kind: 'glyph' as const, words, detail: [...new Set(missing)].join(' ') }]
          : []),
        ...(isSizeChecked && px < LEAST_PX
          ? [{ shotId, kind: 'small' as const, words, detail: px.toFixed(0) }]
          : []),
      ];
    });
    const keyOf = ({ kind, words }: WordsFault) => `${kind} ${words}`;
    return [...new Map(faults.map((fault) => [keyOf(fault), fault])).values()];
  });
}
