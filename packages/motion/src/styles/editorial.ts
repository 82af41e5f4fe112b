import { groundsInMood } from '../color/mood.ts';
import { mostLegible, oklch } from '../color/oklch.ts';
import { isDarkProduct, productColors } from '../color/product-colors.ts';
import { shadowOn } from '../color/shadow-on.ts';
import type { Box, TextBlock, TextureLayer } from '../layer.ts';
import { rectangle } from '../stage/paths.ts';
import { addGround, addShape, nextId, type Stage } from '../stage/stage.ts';
import { addWords, fitRow } from '../stage/words.ts';
import { groundNames } from './ground-names.ts';
import type { DressInput, Roles, Style } from './style.ts';

const HOUSE_HUES = [60, 20, 235, 130];

const groundOf = groundNames('main', {
  'big-number': 'second',
  macro: 'field',
  pattern: 'second',
  proof: 'deep',
  travel: 'deep',
  beside: 'second',
  'in-space': 'deep',
});

function rolesOf(input: DressInput): Roles {
  const { signature, isDark, isPale } = productColors(input, HOUSE_HUES);
  const { c, h } = signature;
  const dark = oklch(0.19, 0.012, h);
  const light = oklch(0.97, 0.008, 80);
  return {
    grounds: groundsInMood(
      {
        main: oklch(0.955, 0.008, h + 30),
        second: isPale ? oklch(0.74, 0.06, h) : oklch(0.84, 0.03 + c * 0.28, h),
        deep: isDark ? oklch(0.66, 0.05, h) : oklch(0.32, 0.035, c > 0.1 ? h + 180 : h),
        field: oklch(0.9, 0.022, h + 40),
      },
      input.mood,
      { dark, light },
    ),
    dark,
    light,
    accent: oklch(0.52, Math.max(0.13, c), h),
    substitutes: [light, dark],
  };
}

/** Light through a window, centred on a box. */
function addWindowLight(stage: Stage, focus: Box, strength: number, clip?: Box): void {
  const { width, height } = stage;
  const light: TextureLayer = {
    type: 'texture',
    id: nextId(stage, 'rays'),
    role: 'rays',
    z: 0,
    box: {
      x: focus.x + focus.width / 2 - width / 2,
      y: focus.y + focus.height / 2 - height / 2,
      width,
      height,
    },
    texture: 'window-light',
    strength,
    seed: 1,
    blend: 'soft-light',
    ...(clip ? { clip: rectangle(clip) } : {}),
  };
  stage.layers.push(light);
}

/** Height of a folio's letters, and where it stands. */
const FOLIO = 0.0405;

/** Name and address on a hairline at the head of the page. */
function addFolio(stage: Stage): void {
  const { width, height, short, margin, isTall, isPortrait, layout, copy, on } = stage;
  const sizePx = FOLIO * short;
  const y = isPortrait ? height * 0.085 : margin * 0.82;
  const baseline = y + sizePx * 0.42;
  const line = { x: margin, y: baseline + sizePx * 0.8, width: width - 2 * margin, height: short * 0.0022 };
  addShape(stage, 'frame', rectangle(line), { fill: on.ink, z: 1 });
  const options = { fill: on.ink, isFolio: true, align: 'start' } as const;
  const half = (width - 2 * margin) * 0.48;
  // A page that has its name for a headline does not say it twice.
  const isHeadline = stage.layers.some(
    (layer) =>
      layer.type === 'text' &&
      layer.role === 'display' &&
      layer.block.rows.map(({ text }) => text).join(' ') === copy.name,
  );
  const addAbove = (text: string, xOf: (block: TextBlock) => number) => {
    const block = fitRow(stage, 'label', text, half, sizePx);
    addWords(stage, 'label', block, xOf(block), baseline - (block.rows[0]?.baseline ?? 0), options);
  };
  if (copy.name !== undefined && !isHeadline) addAbove(copy.name, () => margin);
  // An end card says its address below the button.
  const saysAddress = layout === 'end-card' || (layout === 'big-number' && !isTall);
  if (copy.url !== undefined && !saysAddress) addAbove(copy.url, (block) => width - margin - block.width);
}

/** A magazine: a grid of columns, a picture window with light from a window, serif and italic. */
export const editorial: Style = {
  title: 'Editorial',
  faces: {
    display: { family: 'instrument-serif', weight: 400, trackingEm: -0.025, lineEm: 0.94 },
    support: { family: 'instrument-sans', weight: 450, trackingEm: -0.005, lineEm: 1.36 },
    label: { family: 'instrument-sans', weight: 600, trackingEm: 0, lineEm: 1.3 },
    figure: { family: 'instrument-serif', weight: 400, trackingEm: -0.05, lineEm: 0.9 },
    quote: { family: 'instrument-serif-italic', weight: 400, trackingEm: -0.02, lineEm: 1 },
    lastRow: { family: 'instrument-serif-italic', weight: 400, trackingEm: -0.025, lineEm: 0.94 },
  },
  sizes: { display: 0.27, support: 0.047, label: 0.0405, figure: 0.66 },
  composition: {
    setting: 'uniform',
    align: 'start',
    vertical: 'top',
    tiltDegrees: 0,
    overlap: 0,
    seam: 'straight',
    tallName: 'vertical',
    opening: 'window',
    macro: 'window',
    labelled: [],
    topInset: [0.075, 0.01],
  },
  button: { shape: 'underline', padding: [0, 0.012], face: 'support' },
  badge: { shape: 'disc', rotationDegrees: 0, hasHardShadow: false, face: 'support' },
  callouts: {
    face: 'support',
    size: 0.058,
    line: 'elbow',
    lineShare: 0.0026,
    dotShare: 0.011,
    plateRadius: null,
  },
  pattern: { shadow: 'drop', tile: 'line', band: 'plate', mirrorsRows: true },
  list: { face: 'display', heading: 'display', hasRules: true, bullet: 'number', headingColor: 'ink' },
  shadows: { standing: 'cast', floating: 'drop' },
  grain: 0.015,
  dress(input) {
    const roles = rolesOf(input);
    const { grounds, dark, light, accent } = roles;
    return {
      roles,
      groundOf: (layout) => grounds[groundOf(layout)],
      addScenery(stage, focus) {
        const { layout } = stage;
        const name = groundOf(layout);
        addGround(stage, grounds[name]);
        if ((name === 'second' || name === 'field') && layout !== 'macro') addWindowLight(stage, focus, 0.95);
      },
      addFurniture(stage) {
        if (stage.layout !== 'pattern') addFolio(stage);
      },
      addPanel(stage, seam, color, focus) {
        const path = seam(0);
        addShape(stage, 'frame', path, { fill: color });
        addWindowLight(stage, focus, 0.9);
        const lit = stage.layers.at(-1);
        if (lit) lit.clip = path;
      },
      panelColor: () => grounds.second,
      windowColor: (layout) =>
        layout === 'offer' ? grounds.deep : layout === 'corner-bleed' ? grounds.field : grounds.second,
      button: ({ ink }) => ({ fill: null, ink, line: ink }),
      badge() {
        const ink = mostLegible(accent, [dark, light]);
        return { fill: accent, ink, display: ink };
      },
      callout: ({ ink }) => ({ plate: light, text: ink, line: ink, dot: light }),
      band: () => ({ color: grounds.field }),
      treatment: { contrast: 1.03 },
      ...(isDarkProduct(input) && input.mood === 'dark'
        ? { rim: { color: light, widthShare: 0.0022, isBothSides: false } }
        : {}),
      shadowColor: ({ ground }) => shadowOn(ground, dark),
    };
  },
};
