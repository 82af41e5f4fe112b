import type { GroupLayer, Layer, ShapeLayer, TextLayer } from '../layer.ts';
import { alignRows, fitText } from '../text/fit-text.ts';
import { namedShape } from './named-shape.ts';
import { nextId, nextReading, type Stage } from './stage.ts';
import { faceOf } from './words.ts';

/** A second line longer than this is set in two rows. */
const LONG_LINE = 10;

/** The badge's plate with its shadow and lines, round a centre. */
function plateLayers(stage: Stage, x: number, y: number, radius: number): ShapeLayer[] {
  const { short, style, dress, on } = stage;
  const { shape, hasHardShadow, outlineShare } = style.badge;
  const colors = dress.badge(on);
  const part = (id: string, z: number, rest: Partial<ShapeLayer>): ShapeLayer => ({
    type: 'shape',
    id,
    role: 'panel',
    z,
    box: { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 },
    path: namedShape(shape, x, y, radius),
    ...rest,
  });
  const parts: ShapeLayer[] = [];
  if (hasHardShadow)
    parts.push(
      part('shadow', 0, {
        path: namedShape(shape, x + radius * 0.06, y + radius * 0.09, radius),
        fill: dress.roles.dark,
      }),
    );
  if (colors.fill !== null) parts.push(part('plate', 1, { fill: colors.fill }));
  if (outlineShare !== undefined)
    parts.push(part('outline', 2, { stroke: { color: dress.roles.dark, width: short * outlineShare } }));
  if (shape === 'ring') {
    const line = { color: dress.roles.accent, width: short * 0.003 };
    parts.push(part('ring-1', 2, { stroke: line }));
    parts.push(part('ring-2', 2, { path: namedShape(shape, x, y, radius * 0.92), stroke: line }));
  }
  if (shape === 'seal')
    parts.push(
      part('ring', 2, {
        path: namedShape('disc', x, y, radius * 0.84),
        stroke: { color: colors.ink, width: short * 0.004 },
      }),
    );
  return parts;
}

/** Adds a badge of one or two lines, the first as large as it fits. */
export function addBadge(
  stage: Stage,
  lines: readonly string[],
  x: number,
  y: number,
  radius: number,
): GroupLayer {
  const { style, setter, dress, on } = stage;
  const { shape, face, rotationDegrees } = style.badge;
  const colors = dress.badge(on);
  const height = shape === 'chip' ? radius * 0.8 : radius * 0.9;
  const [first = '', second] = lines;
  const small = faceOf(stage, face);
  const smallFace = {
    ...small,
    trackingEm: Math.min(small.trackingEm, 0.02),
    weight: Math.max(small.weight, 600),
  };
  const words = second?.split(' ') ?? [];
  const blocks = [
    fitText(setter, faceOf(stage, shape === 'ring' ? 'figure' : 'display'), first, {
      width: radius * (shape === 'chip' ? 1.7 : 1.5),
      height: second === undefined ? height : height * 0.72,
      rows: [first],
    }),
    ...(second === undefined
      ? []
      : [
          fitText(setter, smallFace, second, {
            width: radius * 1.34,
            height,
            maxPx: radius * 0.27,
            rows:
              second.length > LONG_LINE && shape !== 'chip' && words.length > 1
                ? [words[0] ?? '', words.slice(1).join(' ')]
                : [second],
          }),
        ]),
  ];
  const gap = radius * 0.12;
  const total = blocks.reduce((sum, block) => sum + block.height, 0) + gap * (blocks.length - 1);
  let top = y - total / 2;
  const texts = blocks.map((block, i): TextLayer => {
    const box = { x: x - block.width / 2, y: top, width: block.width, height: block.height };
    top += block.height + gap;
    return {
      type: 'text',
      id: `line-${i + 1}`,
      role: 'label',
      z: 3,
      box,
      block: alignRows(block, 'center'),
      fill: i === 0 ? colors.display : colors.ink,
      effects: {},
    };
  });
  const layers: Layer[] = [...plateLayers(stage, x, y, radius), ...texts];
  const layer: GroupLayer = {
    type: 'group',
    id: nextId(stage, 'badge'),
    role: 'badge',
    z: 6,
    box: { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 },
    origin: [x, y],
    reading: nextReading(stage),
    layers,
    rotationDegrees,
  };
  stage.layers.push(layer);
  return layer;
}
