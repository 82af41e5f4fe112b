import { groundsInMood } from '../color/mood.ts';
import { blend, oklch, withAlpha } from '../color/oklch.ts';
import type { Treatment } from '../layer.ts';
import { isDarkProduct, productColors } from '../color/product-colors.ts';
import type { Box, Fill } from '../layer.ts';
import { rectangle, rotatePath } from '../stage/paths.ts';
import { addGlow, addGround, addShape, type Stage } from '../stage/stage.ts';
import { groundNames } from './ground-names.ts';
import type { DressInput, GroundName, Roles, Style } from './style.ts';

const HOUSE_HUES = [60, 30];

const groundOf = groundNames('main', {
  'big-number': 'second',
  macro: 'deep',
  pattern: 'second',
  proof: 'second',
  'corner-bleed': 'second',
  travel: 'deep',
  beside: 'second',
  'in-space': 'second',
});

/** Layouts in which a beam of light falls across the product, and light lies on its floor. */
const withBeam = new Set(['name-behind', 'callouts', 'list', 'end-card']);

/** How bright a product is, from 0, lost in the dark, to 1, that needs no more light than its own. */
const brightness = (lightness: number) => Math.max(0, Math.min(1, (lightness - 0.32) / 0.3));

interface LuxuryRoles extends Roles {
  pools: Readonly<Record<GroundName, string>>;
  foil: Fill;
}

function rolesOf(input: DressInput): LuxuryRoles {
  const { signature, dark, isDark } = productColors(input, HOUSE_HUES);
  const { h } = signature;
  const hue = dark.c > 0.02 ? dark.h : h - 10;
  const light = oklch(0.945, 0.018, 85);
  const ink = oklch(0.14, 0.02, h);
  const grounds = groundsInMood(
    isDark
      ? {
          main: oklch(0.2, 0.02, 50),
          second: oklch(0.24, 0.055, h),
          deep: oklch(0.24, 0.025, 55),
          field: oklch(0.235, 0.045, hue),
        }
      : {
          main: oklch(0.135, 0.012, 50),
          second: oklch(0.155, 0.05, hue),
          deep: oklch(0.105, 0.008, 50),
          field: oklch(0.235, 0.045, hue),
        },
    input.mood,
    { dark: ink, light },
  );
  const share = brightness(input.lightness);
  const pool = oklch(0.66 - 0.3 * share, 0.05, isDark ? 62 : Math.min(h, 62));
  const tinted = isDark ? oklch(0.64, 0.09, h) : oklch(0.48 - 0.08 * share, 0.085, hue);
  return {
    grounds,
    pools: { main: pool, second: tinted, deep: pool, field: tinted },
    dark: ink,
    light,
    accent: oklch(0.8, 0.095, 84),
    substitutes: [light],
    secondaryShare: 0.06,
    foil: {
      type: 'linear',
      from: [0, 0],
      to: [0.9, 0.5],
      stops: [
        [0, oklch(0.88, 0.075, 90)],
        [1 / 3, oklch(0.72, 0.1, 78)],
        [2 / 3, oklch(0.93, 0.06, 92)],
        [1, oklch(0.7, 0.1, 74)],
      ],
    },
  };
}

/** A beam from above, and light on the floor of what stands. */
function addBeam(stage: Stage, focus: Box, pool: string): void {
  const { width, height, short, product } = stage;
  const [x, y] = [focus.x + focus.width / 2, focus.y + focus.height / 2 - short * 0.9];
  const [half, reach] = [short * 0.34, Math.hypot(width, height) * 1.4];
  const angle = (24 * Math.PI) / 180;
  const across: [number, number] = [Math.cos(angle) * half, Math.sin(angle) * half];
  const beam = rotatePath(
    [
      ['move', x - half, y - reach],
      ['line', x + half, y - reach],
      ['line', x + half, y + reach],
      ['line', x - half, y + reach],
      ['close'],
    ],
    [x, y],
    24,
  );
  addShape(stage, 'rays', beam, {
    fill: {
      type: 'linear',
      from: [x - across[0], y - across[1]],
      to: [x + across[0], y + across[1]],
      stops: [
        [0, 'rgba(255,226,170,0)'],
        [0.5, 'rgba(255,226,170,0.16)'],
        [1, 'rgba(255,226,170,0)'],
      ],
    },
    blend: 'screen',
  });
  if (product.facts.kind === 'stand')
    addGlow(
      stage,
      [x, focus.y + focus.height * 0.985],
      Math.max(focus.width * 1.5, short * 0.55),
      [
        [0, withAlpha(oklch(0.66, 0.06, 70), 0.7)],
        [1, withAlpha(pool, 0)],
      ],
      { squash: 0.17 },
    );
}

/** The lamp's side is bright, the other falls into shade; what is dark itself is lifted, else it would be lost in the dark. */
function litBy(lightness: number): Treatment {
  const share = brightness(lightness);
  const shade = { degrees: 60, amount: 0.14 + 0.28 * share, color: '#0b0604' };
  return { gamma: 0.84 + 0.22 * share, contrast: 1.08, shade };
}

/** A jeweller's window: black, a pool of light, gold letters, a hairline frame. */
export const luxury: Style = {
  title: 'Luxury',
  faces: {
    display: { family: 'bodoni-moda', weight: 400, trackingEm: -0.015, lineEm: 1.02, gapEm: 0.2 },
    support: { family: 'jost', weight: 400, trackingEm: 0.015, lineEm: 1.34 },
    label: { family: 'jost', weight: 500, trackingEm: 0.26, lineEm: 1.5, isCaps: true },
    figure: { family: 'bodoni-moda', weight: 400, trackingEm: -0.03, lineEm: 1 },
    quote: { family: 'bodoni-moda-italic', weight: 400, trackingEm: -0.01, lineEm: 1.12 },
  },
  sizes: { display: 0.19, support: 0.047, label: 0.0405, figure: 0.36 },
  composition: {
    setting: 'uniform',
    align: 'center',
    vertical: 'middle',
    tiltDegrees: 0,
    overlap: 0,
    seam: 'straight',
    tallName: 'line',
    opening: 'bleed',
    macro: 'dark',
    darkensPictures: true,
    labelled: ['hook-type', 'split', 'big-number', 'macro', 'corner-bleed', 'callouts', 'travel', 'beside'],
    quoteRule: true,
    quoteSize: 0.13,
    priceSize: 0.3,
    captionColor: 'ink',
  },
  button: { shape: 'line', padding: [0.06, 0.034], face: 'label', weight: 500, scale: 0.86 },
  badge: { shape: 'ring', rotationDegrees: 0, hasHardShadow: false, face: 'label' },
  callouts: {
    face: 'support',
    size: 0.058,
    line: 'elbow',
    lineShare: 0.0026,
    dotShare: 0.011,
    plateRadius: null,
  },
  pattern: { shadow: 'drop', tile: null, band: 'strip', mirrorsRows: false },
  list: { face: 'display', heading: 'label', hasRules: true, bullet: 'number' },
  shadows: { standing: 'reflect', floating: 'drop' },
  grain: 0.045,
  dress(input) {
    const roles = rolesOf(input);
    const { grounds, pools, accent, foil } = roles;
    return {
      roles,
      groundOf: (layout) => grounds[groundOf(layout)],
      addScenery(stage, focus) {
        const { width, height, short, margin, layout } = stage;
        const name = groundOf(layout);
        const [ground, pool] = [grounds[name], pools[name]];
        addGround(stage, ground);
        const reach = Math.max(focus.width, focus.height, short * 0.62) * 0.98;
        addGlow(stage, [focus.x + focus.width / 2, focus.y + focus.height / 2 - short * 0.04], reach, [
          [0, pool],
          [0.3, blend(pool, ground, 0.38)],
          [0.62, blend(pool, ground, 0.82)],
          [1, withAlpha(ground, 0)],
        ]);
        if (withBeam.has(layout)) addBeam(stage, focus, pool);
        if (layout === 'macro' || layout === 'travel') return;
        const inset = margin * 0.48;
        addShape(
          stage,
          'frame',
          rectangle({ x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset }),
          { stroke: { color: withAlpha(accent, 0.55), width: short * 0.0018 }, z: 1.2 },
        );
      },
      addPanel(stage, seam, color, focus) {
        const path = seam(0);
        addShape(stage, 'panel', path, { fill: color });
        addGlow(
          stage,
          [focus.x + focus.width / 2, focus.y + focus.height * 0.45],
          focus.height * 0.75,
          [
            [0, pools.second],
            [1, withAlpha(pools.second, 0)],
          ],
          { clip: path },
        );
      },
      panelColor: () => grounds.second,
      windowColor: () => grounds.second,
      // Gold shines in the dark only.
      fill: (role, { isLight }) => (!isLight && (role === 'display' || role === 'figure') ? foil : undefined),
      button({ isLight, smallHighlight }) {
        const gold = isLight ? smallHighlight : accent;
        return { fill: null, ink: gold, line: gold };
      },
      badge: ({ ground, ink, isLight, smallHighlight }) => ({
        fill: withAlpha(ground, 0.86),
        ink: isLight ? smallHighlight : accent,
        display: ink,
      }),
      callout: ({ ink }) => ({ plate: grounds.main, text: ink, line: accent, dot: accent }),
      band: () => ({ color: grounds.deep, fill: foil, lines: [[0.002, accent]] }),
      treatment: litBy(input.lightness),
      ...(isDarkProduct(input) ? { rim: { color: accent, widthShare: 0.0022, isBothSides: false } } : {}),
      shadowColor: () => '#000000',
      ruleColor: () => accent,
    };
  },
};
