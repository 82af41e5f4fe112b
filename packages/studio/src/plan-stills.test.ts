import { describe, expect, test } from 'vitest';
import { planStills, type PlanStillsOptions } from './plan-stills.ts';
import type { PreparedPhoto } from './prepared-photo.ts';
import { stillRecipeSchema } from './recipe.ts';
import { VIEWS } from './scene-families.ts';
import { stagingFor } from './staging.ts';

const photo: PreparedPhoto = {
  normalizedPath: 'photo.png',
  cutoutPath: 'cutout.png',
  maskPath: 'mask.png',
  method: 'isnet',
  confidence: 0.95,
  isConfident: true,
  viewpoint: 'eye-level',
  size: { width: 1200, height: 900 },
  cutoutBox: { left: 100, top: 100, width: 800, height: 500 },
  floorLine: Array.from({ length: 65 }, () => 0.98),
  palette: { swatches: [], signature: { l: 0.6, c: 0.2, h: 35 }, meanLightness: 0.6 },
  facts: null,
  warnings: [],
};

function plan(changes: Partial<PlanStillsOptions> = {}) {
  return planStills({
    photo,
    brief: { productName: 'AirRun', category: 'running shoes', tone: 'energetic', prompt: '' },
    views: VIEWS,
    count: 6,
    canvas: { width: 1920, height: 1080 },
    seed: 7,
    ...changes,
  });
}

describe('planning the stills of an ad', () => {
  test('the six stills of an ad never repeat a scene family', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const families = plan({ seed }).map(({ family }) => family);
      expect(new Set(families).size).toBe(6);
    }
  });

  test('the same seed plans the same stills, another seed other ones', () => {
    expect(plan()).toEqual(plan());
    expect(plan({ seed: 8 })).not.toEqual(plan());
  });

  test('colours are not always the same: seeds turn the second hue', () => {
    const hues = new Set([1, 2, 3, 4, 5, 6].map((seed) => Math.round(plan({ seed })[2]?.palette.hue ?? 0)));
    expect(hues.size).toBeGreaterThan(2);
  });

  test('brand colours lead when there are any', () => {
    const brief = {
      productName: 'AirRun',
      category: 'shoes',
      tone: 'energetic',
      prompt: '',
      palette: ['#0050ff'],
    };
    expect(plan({ brief })[0]?.palette.hue).toBeCloseTo(262, -1);
  });

  test('a product seen from above never stands on a floor', () => {
    const recipes = plan({ photo: { ...photo, viewpoint: 'top-down' }, count: 8 });
    for (const { family, view } of recipes) expect(stagingFor(family, view, 'top-down')).not.toBe('floor');
  });

  test('a doubtful cut-out is shown as a photo card, unless the user accepts the mask', () => {
    const doubtful = { ...photo, isConfident: false };
    for (const { family, subject } of plan({ photo: doubtful })) {
      expect(family).toMatch(/^card-/);
      expect(subject.kind).toBe('photo');
    }
    expect(plan({ photo: doubtful, useCutoutAnyway: true })[0]?.subject.kind).toBe('cutout');
  });

  test('without a photo every still is an illustration marked as a draft', () => {
    for (const { subject, label } of plan({ photo: null })) {
      expect(subject).toEqual({ kind: 'illustration', icon: 'running-shoe' });
      expect(label).toBe('Draft: add a photo');
    }
  });

  test('at most one still carries the name, and only when the display face has its letters', () => {
    expect(plan({ count: 8 }).filter(({ word }) => word !== null).length).toBeLessThanOrEqual(1);
    const brief = { productName: '走る靴', category: 'running shoes', tone: 'energetic', prompt: '' };
    expect(plan({ brief }).every(({ word }) => word === null)).toBe(true);
  });

  test('recipes survive being stored as JSON', () => {
    for (const recipe of plan())
      expect(stillRecipeSchema.parse(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
  });
});
