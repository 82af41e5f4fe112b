import type { Box, Face, GroupLayer, Layer, Path, ShapeLayer, TextBlock, TextLayer } from '../layer.ts';
import type { ButtonLook } from '../styles/style.ts';
import { alignRows, fitText } from '../text/fit-text.ts';
import { arrow, polygon, rectangle, roundRectangle } from './paths.ts';
import { nextId, nextReading, type Stage } from './stage.ts';
import { faceOf } from './words.ts';

/** What an ad ends with is asked for loudly: the button of an end card is so much larger. */
const AT_THE_END = { portrait: 1.3, other: 1.1 };
/** Size of a label and its least cap height, as shares of the short side. */
const LABEL_SIZE = 0.047;
const LEAST_CAP = 0.0305;

export interface ButtonSize {
  width: number;
  height: number;
  /** The label as it is set. */
  block: TextBlock;
  sizePx: number;
}

/** Letters set wide apart close up to this where a label is long. */
const CLOSE_TRACKING_EM = 0.04;

interface Setting {
  face: Face;
  rows: string[];
}

/** How a label may be set, as the style wishes first: then with its letters closed up, in a face that runs narrower, in two rows. */
function settings(stage: Stage, label: string): [own: Setting, ...closer: Setting[]] {
  const { button } = stage.style;
  const weighty = (face: Face): Face => ({ ...face, weight: Math.max(face.weight, button.weight ?? 600) });
  const own = weighty(faceOf(stage, button.face));
  const close = { ...own, trackingEm: Math.min(own.trackingEm, CLOSE_TRACKING_EM) };
  const support = weighty(faceOf(stage, 'support'));
  return [
    { face: own, rows: [label] },
    { face: close, rows: [label] },
    { face: support, rows: [label] },
    { face: support, rows: halved(label) },
  ];
}

/** A label in two rows of about one length. */
function halved(label: string): string[] {
  const spaces = [...label.matchAll(/ /gu)].map(({ index }) => index);
  const middle = spaces.toSorted(
    (one, other) => Math.abs(one - label.length / 2) - Math.abs(other - label.length / 2),
  )[0];
  return middle === undefined ? [label] : [label.slice(0, middle), label.slice(middle + 1)];
}

/**
 * Size of a button with its label and arrow, in pixels. Where the column is narrow the label is set closer, in the style's
 * running face, at last in two rows, and only then smaller.
 */
export function buttonSize(stage: Stage, label: string, maxWidth: number): ButtonSize {
  const { short, style, setter } = stage;
  const scale = (style.button.scale ?? 1) * largerBy(stage);
  const [padX, padY] = paddingOf(stage).map((share) => share * 2 * short) as [number, number];
  const sized = ({ face, rows }: Setting) => {
    const set = (maxPx: number) =>
      fitText(setter, face, label, { width: Infinity, height: Infinity, maxPx, rows });
    const emWidth = set(100).width / 100 + 0.95 + 0.5;
    const cap = setter.measurer.cap(face);
    const wished = Math.max(LABEL_SIZE, LEAST_CAP / cap) * short * scale;
    return { set, emWidth, cap, sizePx: Math.min(wished, (maxWidth - padX) / emWidth) };
  };
  const [own, ...closer] = settings(stage, label);
  let best = sized(own);
  for (const setting of closer) {
    if (best.cap * best.sizePx >= LEAST_CAP * short) break;
    const next = sized(setting);
    if (next.cap * next.sizePx > best.cap * best.sizePx) best = next;
  }
  const { set, emWidth, cap, sizePx } = best;
  const block = alignRows(set(sizePx), stage.startsLeft ? 'left' : 'right');
  const rowsPx = (block.rows.at(-1)?.baseline ?? 0) - (block.rows[0]?.baseline ?? 0);
  return { width: emWidth * sizePx + padX, height: cap * sizePx + rowsPx + padY, block, sizePx };
}

const largerBy = ({ role, layout, isPortrait }: Stage) =>
  role !== 'cta' && layout !== 'end-card' ? 1 : isPortrait ? AT_THE_END.portrait : AT_THE_END.other;

/** Air beside and above the label, as shares of the short side. */
function paddingOf(stage: Stage): readonly [x: number, y: number] {
  const [x, y] = stage.style.button.padding;
  return [x * largerBy(stage), y * largerBy(stage)];
}

function plate(shape: ButtonLook['shape'], box: Box): Path {
  const { x, y, width, height } = box;
  switch (shape) {
    case 'cut': {
      const k = height * 0.28;
      return polygon([
        [x, y],
        [x + width - k, y],
        [x + width, y + k],
        [x + width, y + height],
        [x + k, y + height],
        [x, y + height - k],
      ]);
    }
    case 'pill':
    case 'pop':
      return roundRectangle(box, height / 2);
    case 'soft':
      return roundRectangle(box, height * 0.3);
    case 'double':
      return roundRectangle(box, height * 0.22);
    case 'block':
    case 'line':
    case 'underline':
      return rectangle(box);
  }
}

/** The plate and the lines and shadows that belong to its shape. */
function plateLayers(stage: Stage, box: Box, colors: { fill: string | null; ink: string; line: string }) {
  const { short, style, dress } = stage;
  const { shape } = style.button;
  const path = plate(shape, box);
  const part = (id: string, z: number, rest: Partial<ShapeLayer>): ShapeLayer => ({
    type: 'shape',
    id,
    role: 'panel',
    z,
    box,
    path,
    ...rest,
  });
  const parts: ShapeLayer[] = [];
  if (shape === 'pop') {
    const under = { ...box, x: box.x + short * 0.007, y: box.y + short * 0.011 };
    parts.push(part('shadow', 0, { path: plate(shape, under), fill: dress.roles.dark }));
    parts.push(part('outline', 1, { stroke: { color: dress.roles.dark, width: short * 0.009 } }));
  }
  if (colors.fill !== null) parts.push(part('plate', 2, { fill: colors.fill }));
  if (shape === 'line')
    parts.push(part('line', 3, { stroke: { color: colors.line, width: short * 0.0028 } }));
  if (shape === 'double') {
    const inset = short * 0.009;
    const inner = {
      x: box.x + inset,
      y: box.y + inset,
      width: box.width - 2 * inset,
      height: box.height - 2 * inset,
    };
    parts.push(
      part('line', 3, {
        path: roundRectangle(inner, box.height * 0.16),
        stroke: { color: colors.ink, width: short * 0.0032 },
      }),
    );
  }
  if (shape === 'underline') {
    const line = { ...box, y: box.y + box.height - short * 0.004, height: short * 0.004 };
    parts.push(part('line', 3, { path: rectangle(line), fill: colors.line }));
  }
  return parts;
}

/** Adds a button with an arrow that points where reading goes. */
export function addButton(stage: Stage, label: string, x: number, y: number, maxWidth: number): GroupLayer {
  const { short, style, dress, on, startsLeft } = stage;
  const { width, height, block, sizePx } = buttonSize(stage, label, maxWidth);
  const box = { x, y, width, height };
  const colors = dress.button(on);
  const [first, last] = [block.rows[0]?.baseline ?? 0, block.rows.at(-1)?.baseline ?? 0];
  // Capitals and rows stand in the middle of the plate.
  const top = y + (height - (last - first) + block.capPx) / 2 - first;
  const pad = paddingOf(stage)[0] * short;
  const weight = block.rows[0]?.face.weight ?? 600;
  const arrowLength = sizePx * 0.95;
  const text: TextLayer = {
    type: 'text',
    id: 'label',
    role: 'label',
    z: 4,
    box: {
      x: startsLeft ? x + pad : x + width - pad - block.width,
      y: top,
      width: block.width,
      height: block.height,
    },
    block,
    fill: colors.ink,
    effects: {},
  };
  const isRound = style.button.shape === 'pop' || style.button.shape === 'soft';
  const arrowLayer: ShapeLayer = {
    type: 'shape',
    id: 'arrow',
    role: 'deco',
    z: 4,
    box: {
      x: startsLeft ? x + width - pad - arrowLength : x + pad,
      y: y + (height - sizePx) / 2,
      width: arrowLength,
      height: sizePx,
    },
    path: arrow(
      startsLeft ? x + width - pad - arrowLength : x + pad,
      y + height / 2,
      arrowLength,
      startsLeft ? 1 : -1,
    ),
    stroke: {
      color: colors.ink,
      width: sizePx * (weight > 600 ? 0.13 : weight > 520 ? 0.1 : 0.065),
      cap: isRound ? 'round' : 'butt',
    },
  };
  const layers: Layer[] = [...plateLayers(stage, box, colors), text, arrowLayer];
  const layer: GroupLayer = {
    type: 'group',
    id: nextId(stage, 'button'),
    role: 'button',
    z: 5,
    box,
    reading: nextReading(stage),
    layers,
    rotationDegrees: 0,
  };
  stage.layers.push(layer);
  return layer;
}
