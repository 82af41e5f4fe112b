import { groundsInMood } from '../color/mood.ts';
import { mostLegible, oklch, withAlpha } from '../color/oklch.ts';
import { isDarkProduct, productColors } from '../color/product-colors.ts';
import { shadowOn } from '../color/shadow-on.ts';
import { addGlow, addGround, addShape } from '../stage/stage.ts';
import { groundNames } from './ground-names.ts';
import type { DressInput, Roles, Style } from './style.ts';

const HOUSE_HUES = [262, 28, 150];

const groundOf = groundNames('main', {
  'name-behind': 'second',
  split: 'field',
  'big-number': 'field',
  macro: 'field',
  proof: 'deep',
  offer: 'second',
  list: 'field',
  'corner-bleed': 'deep',
  beside: 'second',
  'in-space': 'deep',
  travel: 'second',
});

function rolesOf(input: DressInput): Roles {
  const { signature, isDark, isPale } = productColors(input, HOUSE_HUES);
  const { l, c, h } = signature;
  const pale = { main: oklch(0.9, 0.012, h), second: oklch(0.86, 0.016, h), field: oklch(0.93, 0.01, h) };
  const usual = { main: oklch(0.972, 0.002, h), second: oklch(0.925, 0.004, h), field: '#ffffff' };
  const deep = isDark ? oklch(0.84, 0.035, h) : oklch(0.155, 0.004, h);
  const dark = oklch(0.17, 0.006, h);
  return {
    grounds: groundsInMood({ ...(isPale ? pale : usual), deep }, input.mood, { dark, light: '#ffffff' }),
    dark,
    light: '#ffffff',
    accent: oklch(Math.max(Math.min(l + 0.06, 0.6), 0.5), Math.max(c, 0.15), h),
    substitutes: ['#ffffff', dark],
  };
}

/** One typeface, one size, much air: the product is the only event. */
export const minimal: Style = {
  title: 'Minimal',
  faces: {
    display: { family: 'inter-tight', weight: 600, trackingEm: -0.045, lineEm: 1 },
    support: { family: 'inter-tight', weight: 600, trackingEm: -0.042, lineEm: 1.04 },
    small: { family: 'inter-tight', weight: 500, trackingEm: -0.015, lineEm: 1.3 },
    label: { family: 'inter-tight', weight: 600, trackingEm: -0.01, lineEm: 1.3 },
    figure: { family: 'inter-tight', weight: 500, trackingEm: -0.06, lineEm: 1 },
  },
  sizes: { display: 0.15, support: 0.104, label: 0.06, figure: 0.5, small: 0.056 },
  composition: {
    setting: 'uniform',
    align: 'start',
    vertical: 'top',
    tiltDegrees: 0,
    overlap: 0,
    seam: 'straight',
    tallName: 'line',
    opening: 'contained',
    macro: 'panel',
    labelled: [],
    endsSentences: true,
    priceSize: 0.42,
  },
  button: { shape: 'pill', padding: [0.05, 0.032], face: 'support' },
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
  list: { face: 'support', heading: 'display', hasRules: true, bullet: 'disc', headingColor: 'ink' },
  shadows: { standing: 'cast', floating: 'drop' },
  grain: 0.012,
  dress(input) {
    const roles = rolesOf(input);
    const { grounds, dark, light, accent } = roles;
    return {
      roles,
      groundOf: (layout) => grounds[groundOf(layout)],
      addScenery(stage, focus) {
        const { width, height } = stage;
        const name = groundOf(stage.layout);
        addGround(stage, grounds[name]);
        addShape(stage, 'field', [['rect', 0, 0, width, height]], {
          fill: {
            type: 'linear',
            from: [0, height * 0.6],
            to: [0, height],
            stops: [
              [0, withAlpha(dark, 0)],
              [1, withAlpha(dark, 0.05)],
            ],
          },
        });
        if (name !== 'deep' || stage.on.isLight) return;
        addGlow(
          stage,
          [focus.x + focus.width / 2, focus.y + focus.height / 2],
          Math.max(focus.width, focus.height) * 0.8,
          [
            [0, oklch(0.3, 0.01, 40)],
            [1, withAlpha(grounds.deep, 0)],
          ],
        );
      },
      panelColor: (layout) => (layout === 'macro' ? grounds.second : accent),
      windowColor: () => grounds.second,
      fill: (role, on) => (role === 'label' ? on.secondary : undefined),
      button: ({ ink }) => ({ fill: ink, ink: mostLegible(ink, [dark, light]), line: ink }),
      badge() {
        const ink = mostLegible(accent, [dark, light]);
        return { fill: accent, ink, display: ink };
      },
      callout: ({ ink }) => ({ plate: light, text: ink, line: ink, dot: light }),
      band: () => ({ color: grounds.field }),
      treatment: { gamma: 0.92 },
      ...(isDarkProduct(input) && input.mood === 'dark'
        ? { rim: { color: light, widthShare: 0.0022, isBothSides: false } }
        : {}),
      shadowColor: ({ ground }) => shadowOn(ground, dark),
    };
  },
};
