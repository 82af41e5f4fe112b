import { groundsInMood } from '../color/mood.ts';
import { blend, mostLegible, oklch, withAlpha } from '../color/oklch.ts';
import { productColors } from '../color/product-colors.ts';
import type { Box, PathStep } from '../layer.ts';
import { circle, rays } from '../stage/paths.ts';
import { clearRadius } from '../stage/clear-radius.ts';
import { addGround, addShape, type Stage } from '../stage/stage.ts';
import { groundNames } from './ground-names.ts';
import type { DressInput, GroundName, Roles, Style } from './style.ts';

const HOUSE_HUES = [38, 28, 55];

const groundOf = groundNames('main', {
  'name-behind': 'second',
  'big-number': 'second',
  macro: 'second',
  pattern: 'field',
  proof: 'deep',
  offer: 'second',
  'corner-bleed': 'field',
  travel: 'second',
  beside: 'field',
  'in-space': 'field',
});

const withBands = new Set(['hook-type', 'callouts', 'corner-bleed', 'end-card', 'list', 'proof', 'beside']);
const withRays = new Set(['name-behind', 'big-number', 'offer']);
/** Bands lie round the middle of the product, or a little below its top. */
const centred = new Set(['callouts', 'end-card']);

type Bands = readonly [inner: string, second: string, third: string, outer: string];

interface RetroRoles extends Roles {
  bands: Bands;
}

function rolesOf(input: DressInput): RetroRoles {
  const { signature } = productColors(input, HOUSE_HUES);
  const h = signature.c > 0.1 ? signature.h : 38;
  const light = oklch(0.955, 0.038, 88);
  const dark = oklch(0.27, 0.06, 42);
  return {
    grounds: groundsInMood(
      {
        main: oklch(0.925, 0.052, 86),
        second: oklch(0.8, 0.145, 78),
        deep: oklch(0.55, 0.165, h),
        field: oklch(0.5, 0.07, 205),
      },
      input.mood,
      { dark, light },
    ),
    dark,
    light,
    accent: oklch(0.55, 0.165, h),
    substitutes: [light, dark],
    secondaryShare: 0.12,
    bands: [
      oklch(0.44, 0.13, h - 8),
      oklch(0.58, 0.17, h + 4),
      oklch(0.7, 0.155, h + 24),
      oklch(0.81, 0.14, 80),
    ],
  };
}

/** Four bands round the product, in the colours that part from the ground. */
function addBands(stage: Stage, focus: Box, ground: GroundName, { grounds, bands, dark }: RetroRoles): void {
  const { short, layout } = stage;
  const byGround: Record<GroundName, Bands> = {
    main: bands,
    second: [bands[0], bands[1], bands[2], grounds.main],
    deep: [bands[0], bands[2], bands[3], grounds.main],
    field: [grounds.main, bands[3], bands[2], bands[1]],
  };
  const x = focus.x + focus.width / 2;
  const y = focus.y + focus.height * (centred.has(layout) ? 0.5 : 0.52);
  const wanted = Math.max(focus.width, focus.height) * 0.43 + short * 0.052 * 3.2;
  const outer = clearRadius(stage, x, y, wanted, Math.min(focus.width, focus.height) * 0.36);
  const step = Math.min(short * 0.052, outer * 0.12);
  const radius = outer - step * 3.2;
  byGround[ground].toReversed().forEach((color, i) => {
    addShape(stage, 'rings', circle(x, y, radius + step * (3.2 - i)), { fill: color, z: 0.1 });
  });
  const heart: Record<GroundName, string> = {
    main: grounds.second,
    second: blend(grounds.second, dark, 0.22),
    deep: blend(grounds.deep, dark, 0.22),
    field: blend(grounds.field, dark, 0.35),
  };
  addShape(stage, 'disc', circle(x, y, Math.max(step, radius - step * 0.8)), { fill: heart[ground], z: 0.1 });
}

/** Printed dots that fade upwards from the foot. */
function addDots(stage: Stage, color: string): void {
  const { width, height, short } = stage;
  const step = short * 0.021;
  const path: PathStep[] = [];
  for (let row = 0; row < 14; row++)
    for (let x = row % 2 === 1 ? step / 2 : 0; x < width + step; x += step) {
      const radius = step * 0.46 * (1 - row / 14);
      path.push(['ellipse', x, height - row * step * 0.86, radius, radius]);
    }
  addShape(stage, 'deco', path, { fill: color, z: 0.2 });
}

/** A print shop of the seventies: cream, bands, rays, letters with a shadow one could climb. */
export const retro: Style = {
  title: 'Retro',
  faces: {
    display: { family: 'shrikhand', weight: 400, trackingEm: -0.01, lineEm: 0.98, gapEm: 0.25 },
    support: { family: 'jost', weight: 600, trackingEm: 0.01, lineEm: 1.2 },
    label: { family: 'jost', weight: 700, trackingEm: 0.14, lineEm: 1.25, isCaps: true },
  },
  sizes: { display: 0.29, support: 0.056, label: 0.043, figure: 0.58 },
  composition: {
    setting: 'stack',
    align: 'start',
    vertical: 'middle',
    tiltDegrees: -8,
    overlap: 0.03,
    seam: 'arc',
    tallName: 'repeat',
    repeats: 'solid',
    opening: 'bleed',
    macro: 'panel',
    labelled: ['hook-type', 'big-number', 'corner-bleed', 'callouts', 'offer', 'beside'],
    effectAir: 0.07,
    panelLayers: 0.18,
  },
  button: { shape: 'double', padding: [0.055, 0.036], face: 'label' },
  badge: { shape: 'seal', rotationDegrees: -8, hasHardShadow: true, face: 'label' },
  callouts: {
    face: 'support',
    size: 0.058,
    line: 'elbow',
    lineShare: 0.006,
    dotShare: 0.016,
    plateRadius: 0.02,
  },
  pattern: { shadow: 'hard', tile: null, band: 'strip', mirrorsRows: true },
  list: { face: 'display', heading: 'display', hasRules: false, bullet: 'disc' },
  shadows: { standing: 'hard', floating: 'hard' },
  grain: 0.1,
  dress(input) {
    const roles = rolesOf(input);
    const { grounds, dark, light, accent, bands } = roles;
    return {
      roles,
      groundOf: (layout) => grounds[groundOf(layout)],
      addScenery(stage, focus) {
        const { layout, width, height } = stage;
        const name = groundOf(layout);
        addGround(stage, grounds[name]);
        if (withRays.has(layout)) {
          const path = rays(
            focus.x + focus.width / 2,
            focus.y + focus.height / 2,
            Math.hypot(width, height),
            20,
          );
          addShape(stage, 'rays', path, {
            fill: blend(grounds[name], stage.on.isLight ? light : dark, 0.45),
          });
        }
        addDots(stage, withAlpha(name === 'field' || name === 'deep' ? dark : bands[1], 0.36));
      },
      addFurniture(stage, focus) {
        if (withBands.has(stage.layout)) addBands(stage, focus, groundOf(stage.layout), roles);
      },
      addPanel(stage, seam, color) {
        const layers =
          stage.layout === 'macro'
            ? [bands[0], bands[2], bands[3], light]
            : [bands[1], bands[2], bands[3], grounds.field];
        layers.toReversed().forEach((layer, i) => {
          addShape(stage, 'panel', seam(stage.short * 0.045 * (4 - i)), { fill: layer });
        });
        addShape(stage, 'panel', seam(0), { fill: color });
      },
      panelColor: () => grounds.deep,
      windowColor: () => grounds.second,
      fill(role, on) {
        if (role !== 'display' && role !== 'figure') return undefined;
        return on.ground === grounds.main && on.isLight ? accent : light;
      },
      letters: (_, on) => ({
        extrude: {
          dx: 0.045,
          dy: 0.06,
          steps: 16,
          colors: [on.ink === dark ? dark : blend(dark, '#000000', 0.3)],
        },
      }),
      button({ ground, ink, highlight }) {
        const fill = highlight === accent && ground !== accent ? accent : ink;
        return { fill, ink: mostLegible(fill, [dark, light]), line: ink };
      },
      badge({ ground }) {
        const fill = ground === grounds.second || ground === grounds.deep ? light : accent;
        const ink = mostLegible(fill, [dark, light]);
        return { fill, ink, display: ink };
      },
      callout({ isLight, ink, highlight }) {
        const plate = isLight ? dark : light;
        return {
          plate,
          text: mostLegible(plate, [dark, light]),
          line: ink,
          dot: highlight === accent ? accent : light,
        };
      },
      band: () => ({
        color: grounds.main,
        lines: [
          [0.05, bands[1]],
          [0.028, bands[3]],
        ],
      }),
      patternTreatments: [
        { duotone: { dark, light: grounds.main, halftoneLines: 70 }, contrast: 1.25, gamma: 0.8 },
        { duotone: { dark: bands[0], light: bands[3], halftoneLines: 70 }, contrast: 1.25, gamma: 0.8 },
      ],
      treatment: { contrast: 1.08, gamma: 0.95, tint: { color: '#ffdca8', amount: 0.22 } },
      shadowColor: () => dark,
    };
  },
};
