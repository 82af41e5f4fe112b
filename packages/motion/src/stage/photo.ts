import { z } from 'zod';
import type { CreateSurface, Picture } from '../canvas.ts';
import { toOklch } from '../color/oklch.ts';
import { Oklch } from '../product.ts';

/** What a layout must know of a whole photo, still or clip: where it matters and where words may lie. Plain JSON. */
export const PhotoFacts = z.object({
  width: z.number().positive(),
  height: z.number().positive(),
  /** Cells of the two maps, row by row. */
  columns: z.int(),
  rows: z.int(),
  /** How much each cell matters, 0–1. */
  importance: z.array(z.number()),
  /** OKLab lightness of each cell, 0–1. */
  lightness: z.array(z.number()),
  /** The backdrop is one colour: it may go on beyond the photo. */
  isPlain: z.boolean(),
  /** What must stay in the frame, as shares. */
  subject: z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() }),
  signature: Oklch,
  dark: Oklch,
  tone: z.enum(['colour', 'white', 'black', 'grey']),
  /** It is a clip: it brings its own movement. */
  isMoving: z.boolean().optional(),
});
export type PhotoFacts = z.infer<typeof PhotoFacts>;

/** Longer side of the maps in cells. */
const GRID = 96;
/** Mean difference of the border from its median colour, of 1, below which a backdrop is plain. */
const PLAIN = 0.045;

interface Grid {
  columns: number;
  rows: number;
  /** RGBA. */
  data: Uint8ClampedArray;
}

const clamp = (value: number) => Math.max(0, Math.min(1, value));
const cellColor = ({ data }: Grid, i: number) =>
  [data[i * 4] ?? 0, data[i * 4 + 1] ?? 0, data[i * 4 + 2] ?? 0] as const;

function lightnessOf(grid: Grid): number[] {
  return Array.from({ length: grid.columns * grid.rows }, (_, i) => {
    const [r, g, b] = cellColor(grid, i).map((byte) => (byte / 255) ** 2.2);
    return Math.cbrt(0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0));
  });
}

/** Median colour of cells, and how far they stray from it. */
function evenness(grid: Grid, cells: readonly number[]): { median: number[]; roughness: number } {
  const channels = [0, 1, 2].map((channel) => cells.map((i) => grid.data[i * 4 + channel] ?? 0));
  const median = channels.map((values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);
  const stray = channels.map(
    (values, channel) =>
      values.reduce((sum, value) => sum + Math.abs(value - (median[channel] ?? 0)), 0) / values.length,
  );
  return { median, roughness: stray.reduce((sum, value) => sum + value, 0) / 765 };
}

/**
 * The border two cells deep: whether all of it is even, and the colour of what lies around the subject, which may be cut
 * off by one side of the photo.
 */
function borderOf(grid: Grid): { isPlain: boolean; around: { median: number[]; roughness: number } } {
  const { columns, rows } = grid;
  const cells = Array.from({ length: columns * rows }, (_, i) => i);
  const sides = [
    cells.filter((i) => i % columns < 2),
    cells.filter((i) => i % columns > columns - 3),
    cells.filter((i) => i < 2 * columns),
    cells.filter((i) => i >= (rows - 2) * columns),
  ];
  const unevenLast = sides
    .map((side) => ({ side, ...evenness(grid, side) }))
    .toSorted((one, other) => one.roughness - other.roughness);
  return {
    isPlain: evenness(grid, [...new Set(sides.flat())]).roughness < PLAIN,
    around: evenness(
      grid,
      unevenLast.slice(0, 3).flatMap(({ side }) => side),
    ),
  };
}

/** Range of lightness among a cell and its neighbours. */
function contrastAt({ columns }: Grid, lightness: readonly number[], i: number): number {
  const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => lightness[i + dy * columns + dx] ?? 0));
  return Math.max(...around) - Math.min(...around);
}

function importanceOf(
  grid: Grid,
  lightness: readonly number[],
  mask: Grid | null,
): { importance: number[]; isPlain: boolean; isPlainAround: boolean } {
  const { columns, rows } = grid;
  const {
    isPlain,
    around: { median, roughness },
  } = borderOf(grid);
  const isInside = (x: number, y: number) => x > 0 && y > 0 && x < columns - 1 && y < rows - 1;
  const edges = lightness.map((_, i) =>
    isInside(i % columns, Math.floor(i / columns)) ? contrastAt(grid, lightness, i) : 0,
  );
  const strong = edges.toSorted((a, b) => a - b)[Math.floor(edges.length * 0.95)] ?? 1;
  const isPlainAround = roughness < PLAIN;
  const importance = edges.map((edge, i) => {
    const [x, y] = [(i % columns) / columns - 0.5, Math.floor(i / columns) / rows - 0.5];
    const color = cellColor(grid, i);
    const distance =
      roughness < 0.06
        ? Math.hypot(...color.map((value, channel) => value - (median[channel] ?? 0))) / 160
        : 0;
    const masked = mask ? 0.55 * ((mask.data[i * 4] ?? 0) / 255) : 0;
    const value =
      clamp(masked + 0.5 * clamp(edge / (strong || 1)) + 0.5 * clamp(distance)) *
      (1 - 0.5 * Math.hypot(x, y));
    return isPlainAround && value < 0.12 ? value * 0.2 : value;
  });
  return { importance, isPlain, isPlainAround };
}

/** The middle stretch that holds all but `cut` of the weight at either end, as shares. */
function middleStretch(weights: readonly number[], cut: number): [from: number, to: number] {
  const from = (values: readonly number[]) => {
    let sum = 0;
    const index = values.findIndex((value) => (sum += value) > cut);
    return index < 0 ? 0 : index;
  };
  return [from(weights) / weights.length, 1 - from(weights.toReversed()) / weights.length];
}

/** Colours are told apart in so many steps a channel. */
const COLOR_STEPS = 6;

/** How much of a cell's importance stays: little where its colour is that of what lies round the subject. */
function ownColors(
  grid: Grid,
  importance: readonly number[],
  { left, top, right, bottom }: PhotoFacts['subject'],
): number[] {
  const { columns, rows } = grid;
  const binOf = (i: number) =>
    cellColor(grid, i).reduce((bin, value) => bin * COLOR_STEPS + Math.floor((value / 256) * COLOR_STEPS), 0);
  const isInside = (i: number) => {
    const [x, y] = [((i % columns) + 0.5) / columns, (Math.floor(i / columns) + 0.5) / rows];
    return x > left && x < right && y > top && y < bottom;
  };
  const [inside, outside] = [new Map<number, number>(), new Map<number, number>()];
  let [insideCount, outsideCount] = [1, 1];
  importance.forEach((_, i) => {
    const counts = isInside(i) ? inside : outside;
    counts.set(binOf(i), (counts.get(binOf(i)) ?? 0) + 1);
    if (isInside(i)) insideCount++;
    else outsideCount++;
  });
  return importance.map((value, i) => {
    if (!isInside(i)) return value;
    const within = (inside.get(binOf(i)) ?? 0) / insideCount;
    const without = (outside.get(binOf(i)) ?? 0) / outsideCount;
    return value * (0.2 + 0.8 * (within / (within + without || 1)));
  });
}

function subjectOf({ columns, rows }: Grid, importance: readonly number[], isPlainAround: boolean) {
  const total = importance.reduce((sum, value) => sum + value, 0);
  const cut = (isPlainAround ? 0.006 : 0.05) * total;
  const byColumn = Array.from({ length: columns }, (_, x) =>
    Array.from({ length: rows }, (__, y) => importance[y * columns + x] ?? 0).reduce(
      (sum, value) => sum + value,
      0,
    ),
  );
  const byRow = Array.from({ length: rows }, (_, y) =>
    importance.slice(y * columns, (y + 1) * columns).reduce((sum, value) => sum + value, 0),
  );
  const [left, right] = middleStretch(byColumn, cut);
  const [top, bottom] = middleStretch(byRow, cut);
  return { left, top, right, bottom };
}

/** The colour of what matters, its darkest colour, and whether it has a colour at all. */
function colorsOf(
  grid: Grid,
  importance: readonly number[],
): Pick<PhotoFacts, 'signature' | 'dark' | 'tone'> {
  const cells = importance
    .map((weight, i) => ({
      weight,
      color: toOklch(
        `#${cellColor(grid, i)
          .map((v) => v.toString(16).padStart(2, '0'))
          .join('')}`,
      ),
    }))
    .filter(({ weight }) => weight > 0.3);
  const bins = Array.from({ length: 12 }, () => ({ weight: 0, l: 0, c: 0, x: 0, y: 0 }));
  let [sum, light] = [0, 0];
  for (const { weight, color } of cells) {
    sum += weight;
    light += weight * color.l;
    if (color.c < 0.06) continue;
    const bin = bins[Math.floor(color.h / 30) % 12];
    if (!bin) continue;
    const radians = (color.h * Math.PI) / 180;
    bin.weight += weight;
    bin.l += weight * color.l;
    bin.c += weight * color.c;
    bin.x += weight * color.c * Math.cos(radians);
    bin.y += weight * color.c * Math.sin(radians);
  }
  const best = bins.toSorted((one, other) => other.c - one.c)[0];
  const mean = sum > 0 ? light / sum : 0.5;
  const dark = cells.map(({ color }) => color).toSorted((one, other) => one.l - other.l)[
    Math.floor(cells.length * 0.08)
  ];
  const hasColor = best !== undefined && best.weight > 0.08 * sum && best.weight > 0;
  return {
    signature: hasColor
      ? {
          l: best.l / best.weight,
          c: best.c / best.weight,
          h: ((Math.atan2(best.y, best.x) * 180) / Math.PI + 360) % 360,
        }
      : { l: mean, c: 0.01, h: 60 },
    dark: dark ?? { l: 0.25, c: 0.01, h: 60 },
    tone: hasColor ? 'colour' : mean > 0.72 ? 'white' : mean < 0.4 ? 'black' : 'grey',
  };
}

/**
 * Measures a photo, or a frame of a clip. Where the product is tells the studio's mask, or a box that is known; else it
 * is found where most happens.
 */
export function measurePhoto(
  picture: Picture,
  createSurface: CreateSurface,
  mask: Picture | null = null,
  known?: PhotoFacts['subject'],
): PhotoFacts {
  const scale = GRID / Math.max(picture.width, picture.height);
  const columns = Math.max(8, Math.round(picture.width * scale));
  const rows = Math.max(8, Math.round(picture.height * scale));
  const read = (source: Picture): Grid => {
    const { context } = createSurface(columns, rows);
    context.imageSmoothingQuality = 'high';
    context.drawImage(source, 0, 0, columns, rows);
    return { columns, rows, data: context.getImageData(0, 0, columns, rows).data };
  };
  const grid = read(picture);
  const lightness = lightnessOf(grid);
  const { importance: found, isPlain, isPlainAround } = importanceOf(grid, lightness, mask && read(mask));
  const subject = known ?? subjectOf(grid, found, isPlainAround);
  const importance = ownColors(grid, found, subject);
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    width: picture.width,
    height: picture.height,
    columns,
    rows,
    importance: importance.map(round),
    lightness: lightness.map(round),
    isPlain,
    subject,
    ...colorsOf(grid, importance),
  };
}

/** The photo's facts as in a mirror, for layouts that are mirrored at the end. */
export function mirrorPhoto(facts: PhotoFacts): PhotoFacts {
  const { columns, rows, subject } = facts;
  const flip = (map: readonly number[]) =>
    Array.from({ length: rows }, (_, y) => map.slice(y * columns, (y + 1) * columns).toReversed()).flat();
  return {
    ...facts,
    importance: flip(facts.importance),
    lightness: flip(facts.lightness),
    subject: { ...subject, left: 1 - subject.right, right: 1 - subject.left },
  };
}
