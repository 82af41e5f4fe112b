import type { Film } from '@spotsmith/motion/film';
import type { Layer } from '@spotsmith/motion/layer';
import type { Copy } from '@spotsmith/motion/storyboard';
import type { LineOfCopy } from './edit-shots.ts';

/** Letters and figures alone: styles set words in capitals, in quotes, over several rows, with a full stop. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const flat = (layer: Layer): Layer[] => (layer.type === 'group' ? layer.layers.flatMap(flat) : [layer]);

/** Which lines of an ad's words can be read in a shot as it is laid out. */
export function shownLines(
  shot: Film['shots'][number],
  copy: Copy,
  lines: readonly LineOfCopy[],
): LineOfCopy[] {
  const layers = shot.moving.parts.flatMap((part) => ('layers' in part ? part.layers : [part.layer]));
  const rows = layers.flatMap(flat).flatMap((layer) => (layer.type === 'text' ? layer.block.rows : []));
  const said = bare(rows.map(({ text }) => text).join(' '));
  return lines.filter((line) => {
    const words = bare(copy[line] ?? '');
    return words !== '' && said.includes(words);
  });
}
