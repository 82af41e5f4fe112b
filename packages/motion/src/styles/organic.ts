import { groundsInMood } from '../color/mood.ts';
import { blend, mostLegible, oklch, withAlpha } from '../color/oklch.ts';
import { productColors } from '../color/product-colors.ts';
import { shadowOn } from '../color/shadow-on.ts';
import type { Box, TextureLayer } from '../layer.ts';
import { arch, blob, handLine } from '../stage/paths.ts';
import { isAtHead, addGround, addShape, frameBox, type Stage } from '../stage/stage.ts';
import { groundNames } from './ground-names.ts';
import type { DressInput, GroundName, Roles, Style } from './style.ts';

const HOUSE_HUES = [62, 118, 30];

const groundOf = groundNames('main', {
  'name-behind': 'second',
  'big-number': 'deep',
  macro: 'field',
  pattern: 'field',
  proof: 'deep',
  list: 'field',
  'corner-bleed': 'second',
  beside: 'second',
  'in-space': 'field',
  travel: 'second',
});

/** Layouts that bring a picture or panel of their own. */
const withoutPaper = new Set([
  'demonstration',
  'macro',
  'pattern',
  'split',
  'travel',
  'full',
  'window',
  'block',
  'hero-clip',
]);

interface OrganicRoles extends Roles {
  clay: string;
}

function rolesOf(input: DressInput): OrganicRoles {
  const { signature, isPale } = productColors(input, HOUSE_HUES);
  const { h } = signature;
  const chroma = Math.min(signature.c, 0.09);
  const light = oklch(0.97, 0.018, 88);
  const dark = oklch(0.29, 0.04, 120);
  return {
    grounds: groundsInMood(
      {
        main: isPale ? oklch(0.9, 0.03, 84) : oklch(0.935, 0.024, 84),
        second: oklch(0.86, 0.045 + chroma * 0.25, h),
        deep: oklch(0.4, 0.052, 135),
        field: oklch(0.8, 0.045, 118),
      },
      input.mood,
      { dark, light },
    ),
    dark,
    light,
    accent: oklch(0.56, Math.max(0.1, chroma), h),
    substitutes: [light, dark],
    secondaryShare: 0.08,
    accentContrast: 7.4,
    clay: oklch(0.74, 0.085, h + 8),
  };
}

const texture = (
  stage: Stage,
  id: string,
  kind: TextureLayer['texture'],
  strength: number,
  rest: Partial<TextureLayer> = {},
): TextureLayer => ({
  type: 'texture',
  id,
  role: 'deco',
  z: 0,
  box: frameBox(stage),
  texture: kind,
  strength,
  seed: 3,
  ...rest,
});

/** Cut paper behind the product: an arch for what is tall and stands, else a soft shape. */
function addPaper(stage: Stage, focus: Box, color: string, dark: string): void {
  const { short, product } = stage;
  const isTall = focus.height > focus.width * 1.3 && product.facts.kind === 'stand';
  const width = Math.max(focus.width * 1.3, short * 0.34);
  const path = isTall
    ? arch({
        x: focus.x + focus.width / 2 - width / 2,
        y: focus.y - focus.height * 0.02 - short * 0.02,
        width,
        height: focus.height * 0.93,
      })
    : blob(
        focus.x + focus.width / 2,
        focus.y + focus.height * 0.5,
        focus.width * 0.54,
        focus.height * 0.54,
        9,
        0.07,
      );
  addShape(stage, 'blob', path, {
    fill: color,
    shadow: { color: withAlpha(dark, 0.22), blur: short * 0.03, dx: short * 0.006, dy: short * 0.012 },
  });
}

/** Paper, leaves' shadows, handwriting: a morning at the window. */
export const organic: Style = {
  title: 'Organic',
  faces: {
    display: { family: 'young-serif', weight: 400, trackingEm: -0.02, lineEm: 1.06 },
    support: { family: 'hanken-grotesk', weight: 500, trackingEm: 0, lineEm: 1.34 },
    label: { family: 'caveat', weight: 700, trackingEm: 0, lineEm: 1 },
    figure: { family: 'young-serif', weight: 400, trackingEm: -0.03, lineEm: 1 },
  },
  sizes: { display: 0.18, support: 0.05, label: 0.075, figure: 0.44 },
  composition: {
    setting: 'uniform',
    align: 'start',
    vertical: 'middle',
    tiltDegrees: -4,
    overlap: -0.06,
    seam: 'torn',
    tallName: 'line',
    opening: 'bleed',
    macro: 'panel',
    mirrored: ['hook-type', 'offer', 'end-card', 'split'],
    labelled: ['hook-type', 'big-number', 'corner-bleed', 'callouts', 'offer', 'beside'],
    letterAir: 0.11,
  },
  button: { shape: 'soft', padding: [0.05, 0.034], face: 'support' },
  badge: { shape: 'blob', rotationDegrees: -6, hasHardShadow: false, face: 'support' },
  callouts: {
    face: 'label',
    size: 0.085,
    line: 'curve',
    lineShare: 0.005,
    dotShare: 0.011,
    plateRadius: null,
  },
  pattern: { shadow: 'drop', tile: null, band: 'plate', plateRadius: 0.05, mirrorsRows: true },
  list: { face: 'display', heading: 'label', hasRules: false, bullet: 'blob' },
  shadows: { standing: 'cast', floating: 'drop' },
  grain: 0.02,
  dress(input) {
    const roles = rolesOf(input);
    const { grounds, dark, light, accent, clay } = roles;
    const paper: Record<GroundName, string> = {
      main: input.mood === 'dark' ? grounds.deep : clay,
      second: grounds.main,
      deep: blend(grounds.deep, grounds.field, 0.28),
      field: grounds.main,
    };
    return {
      roles,
      groundOf: (layout) => grounds[groundOf(layout)],
      addScenery(stage, focus) {
        const { layout } = stage;
        const name = groundOf(layout);
        addGround(stage, grounds[name]);
        if (!withoutPaper.has(layout)) addPaper(stage, focus, paper[name], dark);
        stage.layers.push(texture(stage, 'paper', 'fibre', 1, { seed: 11 }));
        stage.layers.push(
          texture(stage, 'leaves', 'leaves', name === 'deep' ? 0.3 : 0.15, {
            blend: 'multiply',
            // It falls on the ground alone: on a product or a photo it reads as dirt.
            z: 0.6,
            // In tall canvases the shadow falls where the words are not.
            isUpturned: stage.isTall && !isAtHead(stage, focus),
          }),
        );
      },
      addPanel(stage, seam, color) {
        const path = seam(0);
        addShape(stage, 'panel', path, {
          fill: color,
          shadow: { color: withAlpha(dark, 0.25), blur: stage.short * 0.025, dx: 0, dy: 0 },
          z: 1,
        });
        stage.layers.push(texture(stage, 'panel-paper', 'fibre', 1, { seed: 11, clip: path, z: 1 }));
      },
      panelColor: (layout) => (layout === 'macro' ? grounds.second : paper.main),
      windowColor: () => grounds.second,
      underline(stage, { x, y, width, sizePx }) {
        const { short, on } = stage;
        const at = y + sizePx * 0.2;
        addShape(stage, 'deco', handLine([x, at], [x + width, at - short * 0.006], short * 0.006, 5), {
          stroke: { color: on.highlight, width: short * 0.0085, cap: 'round' },
          z: 2.7,
        });
      },
      button: ({ ink }) => ({ fill: ink, ink: mostLegible(ink, [dark, light]), line: ink }),
      badge({ ground }) {
        const fill = ground === grounds.deep ? clay : grounds.deep;
        const ink = mostLegible(fill, [dark, light]);
        return { fill, ink, display: ink };
      },
      callout: ({ ink }) => ({ plate: light, text: ink, line: ink, dot: accent }),
      band: () => ({ color: grounds.main }),
      treatment: { gamma: 0.94, tint: { color: '#ffe9cf', amount: 0.16 } },
      shadowColor: ({ ground }) => shadowOn(ground, dark),
    };
  },
};
