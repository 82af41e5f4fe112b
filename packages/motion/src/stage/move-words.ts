import type { CanvasSize } from '../canvas-size.ts';
import type { Box, Fill, Layer, LayerRole, Path, TextBlock } from '../layer.ts';
import type { Point } from '../product.ts';
import type { WordsPlace } from '../storyboard.ts';
import { mapPath } from './paths.ts';
import { boxAroundAll } from './pose.ts';

/** Words that a layout sets in one place; call-outs follow the product, badges and tickers are scenery. */
const WORDS: ReadonlySet<LayerRole> = new Set([
  'display',
  'figure',
  'quote',
  'support',
  'label',
  'button',
  'strike',
]);
/** What lies so near to the words belongs to them (bullets, underlines), as a share of the short side. */
const NEAR = 0.1;
/** A plate is so much larger than its words at most; what is larger is a panel that the picture stands beside. */
const PLATE = 2.2;

/** Growth about a point, then a move. */
interface Shift {
  about: Point;
  k: number;
  by: Point;
}

const isWords = ({ type, role }: Layer) =>
  WORDS.has(role) && (type === 'text' || type === 'group' || type === 'shape');

/** The box around all words that a layout sets in one place; null when the shot says nothing there. */
export function wordsBox(layers: readonly Layer[]): Box | null {
  const boxes = layers.filter(isWords).map(({ box }) => box);
  return boxes.length === 0 ? null : boxAroundAll(boxes);
}

/** Whether a shape moves along with the words: a bullet, a line under them, their plate. */
function belongs({ type, role, box }: Layer, words: Box, near: number): boolean {
  if (type !== 'shape' || (role !== 'deco' && role !== 'panel')) return false;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const isNear =
    x > words.x - near &&
    x < words.x + words.width + near &&
    y > words.y - near &&
    y < words.y + words.height + near;
  return isNear && box.width * box.height < words.width * words.height * PLATE;
}

const movePoint = ({ about, k, by }: Shift, [x, y]: Point): Point => [
  about[0] + (x - about[0]) * k + by[0],
  about[1] + (y - about[1]) * k + by[1],
];

function moveBox(shift: Shift, { x, y, width, height }: Box): Box {
  const [left, top] = movePoint(shift, [x, y]);
  return { x: left, y: top, width: width * shift.k, height: height * shift.k };
}

/** Radii and ellipses grow with their shape. */
const movePath = (shift: Shift, path: Path): Path =>
  mapPath(path, (point) => movePoint(shift, point)).map((step) => {
    if (step[0] === 'round-rect')
      return ['round-rect', step[1], step[2], step[3], step[4], step[5] * shift.k];
    if (step[0] === 'ellipse') return ['ellipse', step[1], step[2], step[3] * shift.k, step[4] * shift.k];
    return step;
  });

function moveFill(shift: Shift, fill: Fill): Fill {
  if (typeof fill === 'string') return fill;
  return fill.type === 'linear'
    ? { ...fill, from: movePoint(shift, fill.from), to: movePoint(shift, fill.to) }
    : { ...fill, at: movePoint(shift, fill.at), radius: fill.radius * shift.k };
}

const growBlock = (block: TextBlock, k: number): TextBlock => ({
  ...block,
  width: block.width * k,
  height: block.height * k,
  capPx: block.capPx * k,
  rows: block.rows.map((row) => ({
    ...row,
    sizePx: row.sizePx * k,
    x: row.x * k,
    baseline: row.baseline * k,
    width: row.width * k,
    inkLeft: row.inkLeft * k,
    ascent: row.ascent * k,
    descent: row.descent * k,
  })),
});

function moveLayer(layer: Layer, shift: Shift): Layer {
  const { k } = shift;
  const base = {
    ...layer,
    box: moveBox(shift, layer.box),
    ...(layer.origin ? { origin: movePoint(shift, layer.origin) } : {}),
    ...(layer.clip ? { clip: movePath(shift, layer.clip) } : {}),
  };
  switch (base.type) {
    case 'text': {
      // A text's colours are in pixels of its block.
      const inBlock = (fill: Fill) => moveFill({ about: [0, 0], k, by: [0, 0] }, fill);
      return {
        ...base,
        block: growBlock(base.block, k),
        fill: inBlock(base.fill),
        ...(base.rowFills ? { rowFills: base.rowFills.map(inBlock) } : {}),
      };
    }
    case 'shape': {
      const { stroke, fill, shadow } = base;
      return {
        ...base,
        path: movePath(shift, base.path),
        ...(fill === undefined ? {} : { fill: moveFill(shift, fill) }),
        ...(stroke
          ? { stroke: { ...stroke, width: stroke.width * k, color: moveFill(shift, stroke.color) } }
          : {}),
        ...(shadow
          ? { shadow: { ...shadow, blur: shadow.blur * k, dx: shadow.dx * k, dy: shadow.dy * k } }
          : {}),
      };
    }
    case 'group':
      return { ...base, layers: base.layers.map((part) => moveLayer(part, shift)) };
    default:
      return base;
  }
}

/** How far a span is to be moved so that it stays between two ends; it is no longer than they are apart. */
const within = (start: number, length: number, from: number, room: number) =>
  Math.max(from, Math.min(from + room - length, start)) - start;

/**
 * The layers with the shot's words moved and grown as a user wishes, with what belongs to them. They stay within
 * `room`, where words may stand: they grow no larger than it and are moved no further. Pure.
 */
export function moveWords(
  layers: readonly Layer[],
  { x = 0, y = 0, k = 1 }: WordsPlace,
  { width, height }: CanvasSize,
  room: Box,
): Layer[] {
  const words = wordsBox(layers);
  if (words === null) return [...layers];
  // Where the layout itself has them they may always stand.
  const free = boxAroundAll([room, words]);
  const largest = Math.min(free.width / words.width, free.height / words.height);
  const grown = Math.min(k, largest);
  const about: Point = [words.x + words.width / 2, words.y + words.height / 2];
  const wished = moveBox({ about, k: grown, by: [x * width, y * height] }, words);
  const by: Point = [
    x * width + within(wished.x, wished.width, free.x, free.width),
    y * height + within(wished.y, wished.height, free.y, free.height),
  ];
  const near = Math.min(width, height) * NEAR;
  return layers.map((layer) =>
    isWords(layer) || belongs(layer, words, near) ? moveLayer(layer, { about, k: grown, by }) : layer,
  );
}
