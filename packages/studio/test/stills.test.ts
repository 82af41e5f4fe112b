import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadImage, type Canvas } from '@napi-rs/canvas';
import { differenceCiede2000, converter } from 'culori';
import { describe, expect, test } from 'vitest';
import { relight } from '../src/product/relight.ts';
import { openSubject } from '../src/product/open-subject.ts';
import type { StillRecipe } from '../src/recipe.ts';
import { SCENE_FAMILIES } from '../src/scene-families.ts';
import { buildScene } from '../src/scenes/build-scene.ts';
import { paintScene } from '../src/draw/paint-scene.ts';
import { REST } from '../src/motion/camera.ts';
import { drawStill, planStills } from '../src/still.ts';
import { sampleProduct } from './sample-product.ts';
import { scratchFolder } from './scratch.ts';

const folder = await scratchFolder();
const photo = await sampleProduct(folder);
const brief = { productName: 'Fizz', category: 'drink', tone: 'playful', prompt: '' };

function recipeFor(changes: Partial<StillRecipe> = {}): StillRecipe {
  const [recipe] = planStills({
    photo,
    brief,
    views: ['front'],
    count: 1,
    canvas: { width: 320, height: 180 },
    seed: 3,
  });
  if (!recipe) throw new Error('There is no recipe.');
  return { ...recipe, ...changes };
}

/** Standard deviation of the picture's luma: a blank picture has none. */
function liveliness(canvas: Canvas): number {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const lumas = Array.from(
    { length: data.length / 4 },
    (_, i) => 0.21 * data[i * 4]! + 0.72 * data[i * 4 + 1]! + 0.07 * data[i * 4 + 2]!,
  );
  const mean = lumas.reduce((sum, value) => sum + value, 0) / lumas.length;
  return Math.sqrt(lumas.reduce((sum, value) => sum + (value - mean) ** 2, 0) / lumas.length);
}

describe('every scene family', () => {
  test.each(SCENE_FAMILIES.map(({ id }) => id))(
    '%s is composed for wide, tall, square and 4:5 pictures',
    async (family) => {
      for (const [width, height] of [
        [192, 108],
        [108, 192],
        [120, 120],
        [128, 160],
      ] as const) {
        const subject = family.startsWith('card-')
          ? { kind: 'photo', path: photo.normalizedPath, size: photo.size }
          : recipeFor().subject;
        const picture = paintScene(
          await buildScene(recipeFor({ family, canvas: { width, height }, subject } as Partial<StillRecipe>)),
          REST,
        );
        expect([picture.width, picture.height]).toEqual([width, height]);
        expect(liveliness(picture)).toBeGreaterThan(6);
      }
    },
  );
});

describe('stills', () => {
  test('the same recipe gives the same bytes, another seed another picture', async () => {
    const bytesOf = async (name: string, recipe: StillRecipe) =>
      readFile((await drawStill({ recipe, outPath: path.join(folder, name) })).path);
    const first = await bytesOf('a.png', recipeFor());
    expect(first.equals(await bytesOf('b.png', recipeFor()))).toBe(true);
    expect(first.equals(await bytesOf('c.png', recipeFor({ seed: 99, family: recipeFor().family })))).toBe(
      false,
    );
  });

  test('a draft without a photo is drawn and keeps its mark', async () => {
    const [recipe] = planStills({
      photo: null,
      brief,
      views: ['front'],
      count: 1,
      canvas: { width: 320, height: 180 },
      seed: 1,
    });
    const { path: file } = await drawStill({
      recipe: recipe ?? recipeFor(),
      outPath: path.join(folder, 'draft.jpg'),
    });
    expect((await loadImage(file)).width).toBe(320);
    expect(recipe?.label).toBe('Draft: add a photo');
  });

  test('a cancelled still stops at once', async () => {
    const signal = AbortSignal.timeout(30);
    await expect(
      drawStill({ recipe: recipeFor(), outPath: path.join(folder, 'never.png'), signal }),
    ).rejects.toThrow(/timeout|abort/i);
  });
});

describe('the product stays the product', () => {
  // Light and shade may change; what is compared is the colour at equal lightness.
  const LIMIT = 4;

  test(`its chroma moves by less than ${LIMIT} ΔE00 on average inside the outline, in every scene's light`, async () => {
    const subject = await openSubject(recipeFor().subject);
    const toLab = converter('lab');
    const difference = differenceCiede2000();
    for (const rim of [null, [0.9, 0.6, 1.1] as const]) {
      const light = {
        key: 0.85,
        exposure: 1.03,
        rim,
        ambient: [0.2, 0.6, 0.9] as const,
        shadow: '0,0,0',
        shadowStrength: 1,
      };
      const lit = relight(
        subject.image,
        { ...light, reflection: 0, reflectionBlur: 0, castLength: 0 },
        1,
        true,
      );
      const { width, height } = lit;
      const before = subject.image.getContext('2d').getImageData(0, 0, width, height).data;
      const after = lit.getContext('2d').getImageData(0, 0, width, height).data;
      const margin = Math.round(Math.max(width, height) * 0.06);
      const differences: number[] = [];
      for (let y = margin; y < height - margin; y += 7) {
        for (let x = margin; x < width - margin; x += 7) {
          const i = (y * width + x) * 4;
          const isInside = [-margin, 0, margin].every(
            (d) => before[i + d * 4 + 3] === 255 && before[i + d * width * 4 + 3] === 255,
          );
          if (!isInside) continue;
          const colorOf = (data: Uint8ClampedArray) =>
            toLab({ mode: 'rgb', r: data[i]! / 255, g: data[i + 1]! / 255, b: data[i + 2]! / 255 });
          const a = colorOf(before);
          const b = colorOf(after);
          const scale = b.l > 1 ? a.l / b.l : 1;
          differences.push(difference(a, { ...b, l: a.l, a: b.a * scale, b: b.b * scale }));
        }
      }
      expect(differences.length).toBeGreaterThan(100);
      expect(differences.reduce((sum, value) => sum + value, 0) / differences.length).toBeLessThan(LIMIT);
    }
  });
});
