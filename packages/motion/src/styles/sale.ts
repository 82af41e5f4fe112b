import { groundsInMood } from '../color/mood.ts';
import { blend, mostLegible, oklch } from '../color/oklch.ts';
import { productColors } from '../color/product-colors.ts';
import { burst, rays } from '../stage/paths.ts';
import { clearRadius } from '../stage/clear-radius.ts';
import { addGround, addShape, isAtHead } from '../stage/stage.ts';
import { addTicker, tickerWords } from '../stage/ticker.ts';
import { addFootField } from '../stage/foot-field.ts';
import { groundNames } from './ground-names.ts';
import type { DressInput, GroundName, Roles, Style } from './style.ts';

const groundOf = groundNames('main', {
  'name-behind': 'second',
  'big-number': 'second',
  callouts: 'field',
  pattern: 'second',
  proof: 'deep',
  list: 'deep',
  'corner-bleed': 'second',
  beside: 'second',
  'in-space': 'deep',
  travel: 'second',
});

const withRays = new Set([
  'hook-type',
  'name-behind',
  'big-number',
  'offer',
  'corner-bleed',
  'end-card',
  'callouts',
  'beside',
]);
const withBurst = new Set(['list', 'proof']);

interface SaleRoles extends Roles {
  yellow: string;
}

function rolesOf(input: DressInput): SaleRoles {
  const { signature, isDark, isNeutral } = productColors(input, []);
  const isYellow = !isNeutral && signature.h > 75 && signature.h < 115 && signature.c > 0.1;
  const yellow = oklch(0.905, 0.19, 102);
  const red = oklch(0.565, 0.235, 27);
  const black = oklch(0.16, 0.005, 30);
  return {
    grounds: groundsInMood(
      {
        main: isYellow ? red : yellow,
        second: isYellow ? black : red,
        deep: isDark ? red : black,
        field: '#ffffff',
      },
      input.mood,
      { dark: black, light: '#ffffff' },
    ),
    dark: black,
    light: '#ffffff',
    accent: red,
    substitutes: [yellow, '#ffffff', black],
    yellow,
  };
}

/** The shop window on the last day: yellow, red, black, tapes that run. */
export const sale: Style = {
  title: 'Sale',
  faces: {
    display: {
      family: 'dela-gothic-one',
      weight: 400,
      trackingEm: -0.02,
      lineEm: 1,
      gapEm: 0.12,
      isCaps: true,
    },
    support: {
      family: 'archivo',
      weight: 800,
      trackingEm: -0.005,
      lineEm: 1.15,
      stretch: 'condensed',
      isCaps: true,
    },
    label: {
      family: 'archivo',
      weight: 900,
      trackingEm: 0.01,
      lineEm: 1.1,
      stretch: 'condensed',
      isCaps: true,
    },
    figure: { family: 'dela-gothic-one', weight: 400, trackingEm: -0.045, lineEm: 1 },
  },
  sizes: { display: 0.4, support: 0.062, label: 0.052, figure: 0.66 },
  composition: {
    setting: 'stack',
    align: 'start',
    vertical: 'middle',
    tiltDegrees: -12,
    overlap: 0.05,
    seam: 'zigzag',
    tallName: 'repeat',
    repeats: 'outline',
    opening: 'bleed',
    macro: 'panel',
    labelled: ['hook-type', 'callouts', 'offer', 'beside'],
    footInset: { 'hook-type': 0.08, 'end-card': 0.08 },
  },
  button: { shape: 'block', padding: [0.042, 0.032], face: 'label' },
  badge: { shape: 'burst', rotationDegrees: -12, hasHardShadow: true, face: 'label' },
  callouts: {
    face: 'support',
    size: 0.058,
    line: 'elbow',
    lineShare: 0.006,
    dotShare: 0.016,
    plateRadius: 0,
    hasHardShadow: true,
  },
  pattern: { shadow: 'hard', tile: null, band: 'strip', mirrorsRows: true },
  list: { face: 'support', heading: 'display', hasRules: false, bullet: 'burst', size: 0.16 },
  shadows: { standing: 'hard', floating: 'hard' },
  grain: 0,
  dress(input) {
    const roles = rolesOf(input);
    const { grounds, dark, light, yellow, accent } = roles;
    const rayColor: Record<GroundName, string> = {
      main: blend(
        grounds.main,
        input.mood === 'dark' ? '#000000' : '#ffffff',
        input.mood === 'dark' ? 0.3 : 0.38,
      ),
      second: blend(grounds.second, '#000000', 0.11),
      deep: blend(grounds.deep, '#000000', 0.11),
      field: blend(
        grounds.field,
        input.mood === 'dark' ? '#000000' : yellow,
        input.mood === 'dark' ? 0.3 : 0.55,
      ),
    };
    const isYellow = (ground: string) => ground === yellow;
    return {
      roles,
      groundOf: (layout) => grounds[groundOf(layout)],
      addScenery(stage, focus) {
        const { layout, width, height } = stage;
        const name = groundOf(layout);
        const [x, y] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
        addGround(stage, grounds[name]);
        if (withRays.has(layout))
          addShape(stage, 'rays', rays(x, y, Math.hypot(width, height), 16, 0.1), { fill: rayColor[name] });
      },
      addFurniture(stage, focus) {
        const ground = grounds[groundOf(stage.layout)];
        addFootField(stage, isYellow(ground) || ground === light ? accent : yellow);
        if (withBurst.has(stage.layout)) {
          const [x, y] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
          const wanted = Math.max(focus.width, focus.height) * 0.62;
          const radius = clearRadius(stage, x, y, wanted, Math.min(focus.width, focus.height) * 0.4);
          addShape(stage, 'disc', burst(x, y, radius, 26, 0.9), {
            fill: grounds[groundOf(stage.layout)] === accent ? yellow : accent,
            z: 0.1,
          });
        }
        const { layout, height, short, on } = stage;
        const text = tickerWords(stage);
        if (text === '') return;
        const strip = short * 0.1;
        if (layout === 'hook-type' || layout === 'end-card') {
          const y = height - strip;
          addTicker(stage, { y, height: strip, text, background: dark, color: yellow, offset: 0.3, z: 4 });
        }
        // Where the product lies at the head the words have the foot.
        if ((layout === 'big-number' && !isAtHead(stage, focus)) || layout === 'corner-bleed')
          addTicker(stage, {
            y: height * 0.87,
            height: short * 0.095,
            text,
            background: isYellow(on.ground) ? dark : yellow,
            color: isYellow(on.ground) ? light : dark,
            rotationDegrees: -4,
            offset: 0.2,
          });
      },
      panelColor: () => grounds.second,
      windowColor: () => grounds.second,
      button({ ground }) {
        const fill = ground === dark || ground === grounds.deep ? yellow : ground === accent ? dark : accent;
        return { fill, ink: mostLegible(fill, [dark, light]), line: fill };
      },
      badge({ ground }) {
        const fill = ground === accent ? yellow : accent;
        const ink = mostLegible(fill, [dark, light]);
        return { fill, ink, display: ink };
      },
      callout: ({ ink, highlight }) => ({
        plate: yellow,
        text: dark,
        line: ink,
        dot: highlight === accent ? accent : light,
        plateLine: dark,
      }),
      band: () => ({ color: yellow }),
      treatment: { contrast: 1.06 },
      shadowColor: () => dark,
    };
  },
};
