import { distance, hueDistance, mostLegible, oklch, toOklch } from '../color/oklch.ts';
import { groundsInMood } from '../color/mood.ts';
import { isAlike, isDarkProduct, type ProductColors, productColors } from '../color/product-colors.ts';
import { shadowOn } from '../color/shadow-on.ts';
import type { Box } from '../layer.ts';
import { clearRadius } from '../stage/clear-radius.ts';
import { circle, polygon } from '../stage/paths.ts';
import { isAtHead, addGround, addShape, type Stage } from '../stage/stage.ts';
import { addTicker, tickerWords } from '../stage/ticker.ts';
import { addFootField } from '../stage/foot-field.ts';
import { groundNames } from './ground-names.ts';
import type { Oklch } from '../product.ts';
import type { DressInput, GroundName, Roles, Style } from './style.ts';

const HOUSE_HUES = [28, 148, 200, 235, 262, 345];

const groundOf = groundNames('main', {
  'name-behind': 'field',
  split: 'second',
  'big-number': 'deep',
  macro: 'field',
  proof: 'deep',
  offer: 'field',
  'end-card': 'field',
  list: 'second',
  beside: 'deep',
  'in-space': 'second',
  travel: 'second',
});

/** Between these hues what is darker than yellow is olive or mustard. */
const YELLOWS = { from: 70, to: 135, leastLightness: 0.8 };
const BLUE = 262;

/** A grey or black product with a yellow tint would stand on olive: it lends itself a blue. */
function withoutOlive(colors: ProductColors): ProductColors {
  const { signature, dark, isNeutral } = colors;
  if (!isNeutral || signature.h < YELLOWS.from || signature.h > YELLOWS.to) return colors;
  return { ...colors, signature: { ...signature, h: BLUE }, dark: { ...dark, h: BLUE } };
}

/** A vivid ground; yellows are as light as yellow is. */
function vivid(l: number, c: number, hue: number): string {
  const h = (hue + 360) % 360;
  const isDull = h > YELLOWS.from && h < YELLOWS.to && l < YELLOWS.leastLightness;
  return isDull ? oklch(0.87, 0.17, Math.min(Math.max(h, 88), 118)) : oklch(l, c, h);
}

/** Turns of the hue by which a ground leaves the product's own colour, best first. */
const TURNS = [180, 120, -120];

/** Two grounds of an ad lie at least so far apart. */
const OTHER = 0.1;

/** The ground, or one of another hue where the product would sink into it. */
function unlike(ground: string, signature: Oklch, others: readonly string[]): string {
  const { l, c, h } = toOklch(ground);
  if (signature.c < 0.05 || !isAlike({ l, c, h }, signature)) return ground;
  const turned = TURNS.map((turn) => vivid(Math.max(l, 0.78), 0.15, h + turn));
  const isNew = (color: string) => others.every((other) => distance(toOklch(color), toOklch(other)) > OTHER);
  return turned.find((color) => isNew(color)) ?? turned[0] ?? ground;
}

/** Vivid ground and accent by how far the product's colour and its dark lie apart. */
function vividPair({ product: { tone }, lightness }: DressInput, colors: ProductColors): [string, string] {
  const { signature, dark, isNeutral } = colors;
  const { c, h } = signature;
  const isTinted = dark.c > 0.02;
  if (isNeutral && tone === 'white') return [vivid(0.52, 0.17, h), vivid(0.84, 0.15, h + 55)];
  if (isNeutral)
    return [tone === 'black' ? vivid(0.8, 0.155, h) : vivid(0.82, 0.14, h), vivid(0.6, 0.2, h - 28)];
  // Yellow and gold glare on vivid grounds: deep green and cream.
  if (c > 0.1 && h > 64 && h < 118) return [oklch(0.42, 0.085, 150), oklch(0.9, 0.1, 95)];
  if (c > 0.1 && hueDistance(dark.h, h) >= 90 && isTinted)
    return [vivid(0.8, 0.12, dark.h - 38), vivid(0.67, 0.205, h + 2)];
  if (c > 0.1) return [vivid(0.84, 0.165, h + 45), vivid(0.6, 0.215, h - 4)];
  // Leather and wood sink into their own hue: the ground is its opposite, as for a product in two colours.
  const isMiddling = lightness > 0.4 && lightness < 0.72;
  if (isTinted && isMiddling && hueDistance(dark.h, h) < 40)
    return [vivid(0.8, 0.1, h + 180), vivid(0.67, 0.17, h)];
  if (isTinted) return [vivid(0.47, 0.175, dark.h - 4), vivid(0.86, 0.165, h + (h < 60 ? 10 : 2))];
  // One pale hue: its own ground would swallow it, so it stands on the opposite.
  return [vivid(0.83, 0.15, h + 165), vivid(0.6, 0.2, h - 16)];
}

function rolesOf(input: DressInput): Roles {
  const colors = withoutOlive(productColors(input, HOUSE_HUES));
  const { signature, dark, isDark } = colors;
  const { h } = signature;
  const isTinted = dark.c > 0.02;
  const [strong, other] = vividPair(input, colors);
  // A product with a dark, coloured body never stands on that colour.
  const sinks =
    dark.c > 0.04 &&
    hueDistance(dark.h, toOklch(strong).h) < 25 &&
    Math.abs(toOklch(strong).l - input.lightness) < 0.15;
  const [main, accent] = sinks ? [other, strong] : [strong, other];
  const deep = isDark ? oklch(0.52, 0.14, h) : oklch(0.25, isTinted ? 0.085 : 0.03, dark.h);
  const light = oklch(0.975, 0.02, h + 40);
  const ink = oklch(0.22, isTinted ? 0.075 : 0.03, dark.h);
  const wanted = groundsInMood(
    { main, second: oklch(0.955, 0.025, h + 30), deep, field: accent },
    input.mood,
    { dark: ink, light },
  );
  // The signature of a neutral product is lent: nothing sinks into it.
  const awayFrom = (ground: string, others: readonly string[]) =>
    colors.isNeutral ? ground : unlike(ground, signature, others);
  const field = awayFrom(wanted.field, [wanted.main]);
  const grounds = { ...wanted, field, main: awayFrom(wanted.main, [field]) };
  return { grounds, dark: ink, light, accent, substitutes: [light, ink, main, deep] };
}

const SECOND_FIELD: Record<GroundName, GroundName> = {
  main: 'field',
  field: 'main',
  deep: 'field',
  second: 'main',
};
const withSlant = new Set(['hook-type', 'corner-bleed', 'list', 'offer']);
/** Where a strip of words runs along the foot. */
const withTicker = new Set(['hook-type', 'offer', 'end-card']);
const withTallTicker = new Set(['end-card']);
const withDisc = new Set(['end-card', 'callouts']);

/** Half the frame in a second colour, or a disc behind the product. */
function addField(stage: Stage, focus: Box, color: string): void {
  const { width, height, short, isTall, layout } = stage;
  if (withSlant.has(layout)) {
    const isAbove = isAtHead(stage, focus);
    const y = focus.y + focus.height * (isAbove ? 0.58 : 0.42);
    const edge = isAbove ? 0 : height;
    const x = focus.x + Math.min(focus.width, width - focus.x) * 0.46;
    const path = isTall
      ? polygon([
          [0, y + width * 0.16],
          [width, y - width * 0.16],
          [width, edge],
          [0, edge],
        ])
      : polygon([
          [x + height * 0.17, 0],
          [width, 0],
          [width, height],
          [x - height * 0.17, height],
        ]);
    addShape(stage, 'field', path, { fill: color });
  }
  if (withDisc.has(layout)) {
    const [x, y] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
    const shorter = Math.min(focus.width, focus.height);
    const radius = clearRadius(stage, x, y, shorter * 0.5 + short * 0.08, shorter * 0.4);
    addShape(stage, 'disc', circle(focus.x + focus.width / 2, focus.y + focus.height / 2, radius), {
      fill: color,
    });
  }
}

/** Posters: capitals that fill the frame, two flat colours, a product that breaks out. */
export const bold: Style = {
  title: 'Bold',
  faces: {
    display: { family: 'anton', weight: 400, trackingEm: -0.005, lineEm: 0.98, gapEm: 0.115, isCaps: true },
    support: { family: 'archivo', weight: 700, trackingEm: 0, lineEm: 1.22, stretch: 'semi-expanded' },
    label: {
      family: 'archivo',
      weight: 800,
      trackingEm: 0.02,
      lineEm: 1.2,
      stretch: 'expanded',
      isCaps: true,
    },
  },
  sizes: { display: 0.46, support: 0.056, label: 0.0415, figure: 0.62 },
  composition: {
    setting: 'stack',
    align: 'start',
    vertical: 'middle',
    tiltDegrees: -16,
    overlap: 0.05,
    seam: 'slant',
    tallName: 'repeat',
    repeats: 'outline',
    opening: 'bleed',
    macro: 'panel',
    labelled: ['hook-type', 'big-number', 'corner-bleed', 'callouts', 'offer', 'beside'],
    footInset: { 'hook-type': 0.08, offer: 0.08, 'end-card': 0.08 },
  },
  button: { shape: 'block', padding: [0.042, 0.032], face: 'label' },
  badge: { shape: 'burst', rotationDegrees: -10, hasHardShadow: false, face: 'label' },
  callouts: {
    face: 'support',
    size: 0.058,
    line: 'elbow',
    lineShare: 0.006,
    dotShare: 0.016,
    plateRadius: 0,
  },
  pattern: { shadow: 'hard', tile: null, band: 'strip', mirrorsRows: true },
  list: { face: 'display', heading: 'display', hasRules: false, bullet: 'burst' },
  shadows: { standing: 'contact', floating: 'drop' },
  grain: 0.03,
  dress(input) {
    const roles = rolesOf(input);
    const { grounds, dark, light, accent } = roles;
    const colorOf = (name: GroundName) => grounds[name];
    return {
      roles,
      groundOf: (layout) => colorOf(groundOf(layout)),
      addScenery: (stage) => void addGround(stage, colorOf(groundOf(stage.layout))),
      addFurniture(stage, focus) {
        const second = colorOf(SECOND_FIELD[groundOf(stage.layout)]);
        addField(stage, focus, second);
        addFootField(stage, second);
        const { layout, isTall, height, short, copy } = stage;
        if (!(isTall ? withTallTicker : withTicker).has(layout)) return;
        const words =
          layout === 'hook-type' ? [copy.what, copy.name].filter(Boolean).join('  ') : tickerWords(stage);
        if (words === '') return;
        const strip = short * 0.105;
        addTicker(stage, {
          y: height - strip,
          height: strip,
          text: words,
          background: dark,
          color: light,
          offset: 0.3,
          z: 4,
        });
      },
      panelColor: (layout) => (layout === 'macro' ? grounds.main : grounds.field),
      windowColor: () => grounds.second,
      button: ({ ground, ink }) => ({ fill: ink, ink: mostLegible(ink, [dark, light]), line: ground }),
      badge({ ground }) {
        const fill = ground === grounds.field ? grounds.main : accent;
        const ink = mostLegible(fill, [dark, light]);
        return { fill, ink, display: ink };
      },
      callout({ ink, isLight, highlight }) {
        const plate = isLight ? dark : light;
        return {
          plate,
          text: mostLegible(plate, [dark, light]),
          line: ink,
          dot: highlight === accent ? accent : light,
        };
      },
      band: () => ({ color: dark }),
      treatment: null,
      ...(isDarkProduct(input) ? { rim: { color: '#ffffff', widthShare: 0.0022, isBothSides: false } } : {}),
      shadowColor: ({ ground }) => shadowOn(ground, dark),
    };
  },
};
