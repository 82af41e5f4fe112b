import { groundsInMood } from '../color/mood.ts';
import { mostLegible, oklch } from '../color/oklch.ts';
import { isAlike, productColors } from '../color/product-colors.ts';
import type { Box, Path } from '../layer.ts';
import { randomFrom } from '../random.ts';
import { blob, flower, polygon, rotatePath } from '../stage/paths.ts';
import { addGround, addShape, type Stage } from '../stage/stage.ts';
import { groundNames } from './ground-names.ts';
import type { DressInput, GroundName, Roles, Style } from './style.ts';

const HOUSE_HUES = [20, 250, 150];
/** Takes the place of a ground that is the product's own colour. */
const SPARE = { l: 0.78, c: 0.12, h: 305 };

const groundOf = groundNames('main', {
  'name-behind': 'deep',
  split: 'second',
  'big-number': 'second',
  callouts: 'deep',
  macro: 'field',
  proof: 'second',
  offer: 'deep',
  list: 'field',
  'corner-bleed': 'second',
  beside: 'deep',
  'in-space': 'field',
  travel: 'second',
});

/** The colour of the blob behind the product, by ground. */
const BLOB: Record<GroundName, GroundName> = { main: 'field', second: 'deep', deep: 'second', field: 'deep' };

interface PlayfulRoles extends Roles {
  letters: readonly string[];
}

function rolesOf(input: DressInput): PlayfulRoles {
  const { signature } = productColors(input, HOUSE_HUES);
  const ground = (l: number, c: number, h: number) =>
    isAlike({ l, c, h }, signature) ? oklch(SPARE.l, SPARE.c, SPARE.h) : oklch(l, c, h);
  const light = '#fffdf7';
  const dark = oklch(0.27, 0.1, 300);
  return {
    grounds: groundsInMood(
      {
        main: ground(0.8, 0.125, 350),
        second: ground(0.82, 0.11, 222),
        deep: ground(0.89, 0.16, 96),
        field: ground(0.8, 0.13, 152),
      },
      input.mood,
      { dark, light },
    ),
    dark,
    light,
    accent: oklch(0.64, 0.2, signature.h),
    substitutes: [dark, light],
    letters: [oklch(0.89, 0.16, 96), light, oklch(0.84, 0.12, 350), oklch(0.84, 0.11, 200)],
  };
}

/** A ring, a half disc, a flower or a wave of a size at a place. */
function toy(
  kind: number,
  x: number,
  y: number,
  size: number,
): { path: Path; isLine?: true; rule?: 'evenodd' } {
  switch (kind) {
    case 0:
      return {
        path: [
          ['ellipse', x, y, size, size],
          ['ellipse', x, y, size * 0.48, size * 0.48],
        ],
        rule: 'evenodd',
      };
    case 1:
      return {
        path: polygon(
          Array.from({ length: 25 }, (_, i): [number, number] => [
            x + Math.cos((i / 24) * Math.PI) * size,
            y + Math.sin((i / 24) * Math.PI) * size,
          ]),
        ),
      };
    case 2:
      return { path: flower(x, y, size, 6, 0.2) };
    default:
      return {
        path: polygon(
          Array.from({ length: 41 }, (_, i): [number, number] => [
            x + (i / 20 - 1) * size * 1.5,
            y + Math.sin((i / 40) * Math.PI * 4) * size * 0.34,
          ]),
          true,
        ),
        isLine: true,
      };
  }
}

const SPOTS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [0.5, 1],
  [0, 0.5],
  [0.52, 0],
  [1, 0.5],
] as const;
const MOST_TOYS = 4;

/** Whether a round thing lies clear of words and of the product's middle. */
function isFree({ layers }: Stage, focus: Box, x: number, y: number, radius: number): boolean {
  const misses = (box: Box, insetX: number, insetY: number) =>
    x + radius < box.x + box.width * insetX ||
    x - radius > box.x + box.width * (1 - insetX) ||
    y + radius < box.y + box.height * insetY ||
    y - radius > box.y + box.height * (1 - insetY);
  const taken = layers.filter(({ z, reading }) => z >= 3 || reading !== undefined);
  return taken.every(({ box }) => misses(box, 0, 0)) && misses(focus, 0.1, 0.02);
}

function addToys(stage: Stage, focus: Box, colors: readonly string[]): void {
  const { width, height, short, layout, isTall } = stage;
  const random = randomFrom(layout.length * 7 + (isTall ? 3 : 1));
  const spots = SPOTS.map((spot) => ({ spot, rank: random() })).toSorted(
    (one, other) => one.rank - other.rank,
  );
  let count = 0;
  for (const { spot } of spots) {
    if (count >= MOST_TOYS) break;
    const size = short * (0.07 + random() * 0.06);
    const inset = size * 0.2;
    const [x, y] = [inset + (width - 2 * inset) * spot[0], inset + (height - 2 * inset) * spot[1]];
    if (!isFree(stage, focus, x, y, size * 1.05)) continue;
    const color = colors[count % colors.length] ?? '#ffffff';
    const { path, isLine, rule } = toy(count % 4, x, y, size);
    addShape(stage, 'deco', rotatePath(path, [x, y], Math.floor(random() * 8) * 45), {
      z: 1,
      ...(rule ? { rule } : {}),
      ...(isLine ? { stroke: { color, width: size * 0.34, cap: 'round' as const } } : { fill: color }),
    });
    count++;
  }
}

/** Candy colours, die-cut stickers, letters that dance. */
export const playful: Style = {
  title: 'Playful',
  faces: {
    display: { family: 'titan-one', weight: 400, trackingEm: 0, lineEm: 0.98, gapEm: 0.12 },
    support: { family: 'fredoka', weight: 600, trackingEm: 0, lineEm: 1.2 },
    label: { family: 'fredoka', weight: 700, trackingEm: 0.02, lineEm: 1.2 },
  },
  sizes: { display: 0.34, support: 0.058, label: 0.05, figure: 0.5 },
  composition: {
    setting: 'stack',
    align: 'center',
    vertical: 'middle',
    tiltDegrees: -10,
    overlap: 0.04,
    seam: 'wave',
    tallName: 'repeat',
    repeats: 'solid',
    opening: 'bleed',
    macro: 'panel',
    labelled: ['hook-type', 'big-number', 'corner-bleed', 'callouts', 'beside'],
    effectAir: 0.15,
  },
  button: { shape: 'pop', padding: [0.055, 0.034], face: 'support' },
  badge: { shape: 'flower', rotationDegrees: 8, hasHardShadow: true, outlineShare: 0.008, face: 'label' },
  callouts: {
    face: 'support',
    size: 0.058,
    line: 'elbow',
    lineShare: 0.006,
    dotShare: 0.016,
    plateRadius: 1,
    hasHardShadow: true,
  },
  pattern: { shadow: 'drop', tile: 'blob', band: 'plate', plateRadius: 1, mirrorsRows: true },
  list: { face: 'display', heading: 'display', hasRules: false, bullet: 'flower', headingColor: 'ink' },
  shadows: { standing: 'none', floating: 'none' },
  isSticker: true,
  grain: 0.02,
  dress(input) {
    const roles = rolesOf(input);
    const { grounds, dark, light, accent, letters } = roles;
    return {
      roles,
      groundOf: (layout) => grounds[groundOf(layout)],
      addScenery(stage, focus) {
        const { layout, short } = stage;
        const name = groundOf(layout);
        addGround(stage, grounds[name]);
        if (layout === 'pattern' || layout === 'split') return;
        const path = blob(
          focus.x + focus.width / 2,
          focus.y + focus.height / 2,
          Math.max(focus.width * 0.56, short * 0.34),
          Math.max(focus.height * 0.56, short * 0.34),
          layout.length + 4,
          0.13,
        );
        addShape(stage, 'blob', path, { fill: grounds[BLOB[name]] });
      },
      addFurniture(stage, focus) {
        if (stage.layout === 'pattern') return;
        const name = groundOf(stage.layout);
        const used = [grounds[name], grounds[BLOB[name]]];
        const colors = [...Object.values(grounds), light, accent].filter((color) => !used.includes(color));
        addToys(stage, focus, colors);
      },
      panelColor: () => grounds.deep,
      windowColor: () => grounds.deep,
      letters: () => ({
        jumble: { degrees: 5, shift: 0.025, colors: letters },
        sticker: { pad: 0.075, color: dark, drop: dark },
      }),
      button: () => ({ fill: light, ink: dark, line: dark }),
      badge: () => ({ fill: light, ink: dark, display: dark }),
      callout: () => ({ plate: light, text: dark, line: dark, dot: light, plateLine: dark }),
      band: () => ({ color: accent }),
      tileColors: [grounds.second, grounds.deep, grounds.field, light],
      treatment: { gamma: 0.9, saturation: 1.08 },
      shadowColor: () => mostLegible(light, [dark, '#000000']),
    };
  },
};
