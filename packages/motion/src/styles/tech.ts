import { groundsInMood } from '../color/mood.ts';
import { contrast, oklch, withAlpha } from '../color/oklch.ts';
import { productColors } from '../color/product-colors.ts';
import type { Box, PathStep } from '../layer.ts';
import { circle } from '../stage/paths.ts';
import { hasWordsIn } from '../stage/clear-radius.ts';
import { addGlow, addGround, addShape, type Stage } from '../stage/stage.ts';
import { groundNames } from './ground-names.ts';
import type { DressInput, Roles, Style } from './style.ts';

const HOUSE_HUES = [200, 150, 290, 55];

const groundOf = groundNames('main', {
  macro: 'deep',
  pattern: 'deep',
  offer: 'field',
  travel: 'deep',
  'in-space': 'deep',
});

interface TechRoles extends Roles {
  cool: string;
}

function rolesOf(input: DressInput): TechRoles {
  const { signature, isDark, isNeutral } = productColors(input, HOUSE_HUES);
  const { h } = signature;
  const light = oklch(0.96, 0.012, 250);
  const dark = oklch(0.13, 0.03, 268);
  return {
    grounds: groundsInMood(
      {
        main: isDark ? oklch(0.2, 0.045, 266) : oklch(0.15, 0.032, 268),
        second: oklch(0.19, 0.045, 272),
        deep: isDark ? oklch(0.3, 0.06, 262) : oklch(0.11, 0.02, 265),
        // A lent hue is no colour of the product's: as loud as its own it would look like another ad's.
        field: isNeutral ? oklch(0.75, 0.12, h) : oklch(0.7, 0.17, h),
      },
      input.mood,
      { dark, light },
    ),
    dark,
    light,
    accent: oklch(0.75, 0.175, h),
    substitutes: [light, dark],
    cool: oklch(0.74, 0.13, 235),
    secondaryShare: 0.08,
    accentContrast: 6.6,
  };
}

/** Lines every twelfth of the short side, fading from the product. */
function addGrid(stage: Stage, [x, y]: [number, number], color: string, near: number, far: number): void {
  const { width, height, short } = stage;
  const step = short / 12;
  const path: PathStep[] = [];
  for (let at = (width / 2) % step; at < width; at += step) path.push(['move', at, 0], ['line', at, height]);
  for (let at = (height / 2) % step; at < height; at += step) path.push(['move', 0, at], ['line', width, at]);
  addShape(stage, 'deco', path, {
    stroke: {
      color: {
        type: 'radial',
        at: [x, y],
        radius: Math.max(width, height) * 0.75,
        stops: [
          [0, withAlpha(color, near)],
          [1, withAlpha(color, far)],
        ],
      },
      width: short * 0.0014,
    },
    z: 0.02,
  });
}

/** A ring and 72 ticks round the product. */
function addDial(stage: Stage, [x, y]: [number, number], radius: number, ring: string, ticks: string): void {
  const { short } = stage;
  addShape(stage, 'dial', circle(x, y, radius * 1.02), {
    stroke: { color: ring, width: short * 0.003 },
    z: 0.03,
  });
  const path = Array.from({ length: 72 }, (_, i): PathStep[] => {
    const angle = (i / 72) * Math.PI * 2;
    const inner = radius * 1.07;
    const outer = inner + short * (i % 6 === 0 ? 0.04 : 0.018);
    return [
      ['move', x + Math.cos(angle) * inner, y + Math.sin(angle) * inner],
      ['line', x + Math.cos(angle) * outer, y + Math.sin(angle) * outer],
    ];
  }).flat();
  addShape(stage, 'dial', path, { stroke: { color: ticks, width: short * 0.002 }, z: 0.03 });
}

/** Brackets in the frame's corners. */
function addBrackets(stage: Stage, color: string): void {
  const { width, height, short, margin } = stage;
  const inset = margin * 0.5;
  const arm = short * 0.05;
  const path = (
    [
      [inset, inset, 1, 1],
      [width - inset, inset, -1, 1],
      [inset, height - inset, 1, -1],
      [width - inset, height - inset, -1, -1],
    ] as const
  ).flatMap(([x, y, right, down]): PathStep[] => [
    ['move', x + arm * right, y],
    ['line', x, y],
    ['line', x, y + arm * down],
  ]);
  addShape(stage, 'frame', path, { stroke: { color, width: short * 0.0035, cap: 'butt' }, z: 4 });
}

/** Cool light behind the product. */
function addBackLight(stage: Stage, focus: Box, { cool, grounds }: TechRoles): void {
  const { short } = stage;
  const [x, y] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
  const radius = Math.max(focus.width, focus.height) * 0.62;
  addGlow(stage, [x, y], Math.max(radius * 1.6, short * 0.8), [
    [0, withAlpha(cool, 0.26)],
    [0.5, withAlpha(cool, 0.12)],
    [1, withAlpha(grounds.main, 0)],
  ]);
}

/** Light on the floor in the product's hue; weaker where words stand in it. */
function addFloorLight(stage: Stage, focus: Box, accent: string): void {
  const { height, short } = stage;
  const x = focus.x + focus.width / 2;
  const y = Math.min(height, focus.y + focus.height * 1.06);
  const radius = Math.max(Math.max(focus.width, focus.height) * 0.62 * 1.9, short * 0.85);
  const core = { x: x - radius * 0.5, y: y - radius * 0.2, width: radius, height: radius * 0.4 };
  const strength = hasWordsIn(stage, core) ? 0.34 : 1;
  addGlow(
    stage,
    [x, y],
    radius,
    [
      [0, withAlpha(accent, 0.95 * strength)],
      [0.3, withAlpha(accent, 0.42 * strength)],
      [1, withAlpha(accent, 0)],
    ],
    { squash: 0.36, z: 0.01 },
  );
}

/** A lab at night: grid, dial, light from the floor in the product's hue. */
export const tech: Style = {
  title: 'Tech',
  faces: {
    display: { family: 'unbounded', weight: 500, trackingEm: -0.045, lineEm: 1.06, gapEm: 0.18 },
    support: { family: 'hanken-grotesk', weight: 500, trackingEm: -0.005, lineEm: 1.3 },
    label: {
      family: 'martian-mono',
      weight: 500,
      trackingEm: 0.02,
      lineEm: 1.4,
      stretch: 'condensed',
      isCaps: true,
    },
    figure: { family: 'unbounded', weight: 300, trackingEm: -0.07, lineEm: 1 },
  },
  sizes: { display: 0.165, support: 0.048, label: 0.0405, figure: 0.44 },
  composition: {
    setting: 'uniform',
    align: 'start',
    vertical: 'bottom',
    tiltDegrees: -8,
    overlap: 0,
    seam: 'straight',
    tallName: 'vertical',
    opening: 'bleed',
    macro: 'dark',
    darkensPictures: true,
    mirrored: ['hook-type', 'offer', 'end-card', 'split'],
    labelled: [
      'hook-type',
      'split',
      'big-number',
      'macro',
      'corner-bleed',
      'callouts',
      'offer',
      'travel',
      'beside',
    ],
  },
  button: { shape: 'cut', padding: [0.045, 0.032], face: 'label' },
  badge: { shape: 'chip', rotationDegrees: 0, hasHardShadow: false, face: 'label' },
  callouts: {
    face: 'support',
    size: 0.058,
    line: 'elbow',
    lineShare: 0.0026,
    dotShare: 0.011,
    plateRadius: 0,
  },
  pattern: { shadow: 'none', tile: 'line', band: 'strip', mirrorsRows: true },
  list: { face: 'support', heading: 'label', hasRules: true, bullet: 'square' },
  shadows: { standing: 'glow', floating: 'glow' },
  grain: 0.03,
  dress(input) {
    const roles = rolesOf(input);
    const { grounds, dark, light, accent, cool } = roles;
    const isVivid = (ground: string) => contrast(ground, dark) > 4;
    return {
      roles,
      groundOf: (layout) => grounds[groundOf(layout)],
      addScenery(stage, focus) {
        const { layout } = stage;
        const ground = grounds[groundOf(layout)];
        const isFlat = isVivid(ground);
        const middle: [number, number] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
        addGround(stage, ground);
        if (!isFlat) addBackLight(stage, focus, roles);
        addGrid(stage, middle, isFlat ? dark : cool, isFlat ? 0.22 : 0.55, isFlat ? 0.1 : 0.12);
        if (layout !== 'macro' && layout !== 'pattern' && layout !== 'travel')
          addDial(
            stage,
            middle,
            Math.max(focus.width, focus.height) * 0.62,
            withAlpha(isFlat ? dark : accent, 0.8),
            withAlpha(isFlat ? dark : light, 0.45),
          );
        addBrackets(stage, isFlat ? dark : light);
      },
      addFurniture(stage, focus) {
        if (!isVivid(grounds[groundOf(stage.layout)])) addFloorLight(stage, focus, accent);
      },
      panelColor: () => accent,
      windowColor: () => grounds.second,
      button: ({ ground }) =>
        isVivid(ground) ? { fill: dark, ink: light, line: dark } : { fill: accent, ink: dark, line: accent },
      badge: ({ ground }) =>
        isVivid(ground)
          ? { fill: dark, ink: light, display: light }
          : { fill: accent, ink: dark, display: dark },
      callout: ({ ink }) => ({
        plate: withAlpha(dark, 0.8),
        text: light,
        line: ink,
        dot: accent,
        plateLine: accent,
      }),
      band: () => ({ color: accent }),
      treatment: { contrast: 1.16, gamma: 0.74 },
      rim: { color: accent, widthShare: 0.0026, isBothSides: true },
      shadowColor: () => '#000000',
    };
  },
};
