import { describe, expect, test } from 'vitest';
import { createCanvas } from '@napi-rs/canvas';
import type { Scene, SceneLayer } from '../scenes/scene.ts';
import { placeLayer, REST, type Matrix } from './camera.ts';
import { cameraAt, MOVES, moveFor } from './moves.ts';

describe('camera moves', () => {
  test.each(MOVES.filter((move) => move !== 'still' && move !== 'handheld' && move !== 'float'))(
    '%s starts and ends at rest',
    (move) => {
      const at = (t: number) => cameraAt(move, t, 0.6, 3);
      for (const [a, b] of [
        [0, 0.01],
        [0.99, 1],
      ] as const) {
        expect(Math.abs(at(b).zoom - at(a).zoom)).toBeLessThan(0.0005);
        expect(Math.abs(at(b).x - at(a).x)).toBeLessThan(0.0005);
      }
    },
  );

  test('a cut between moving pictures can start at full speed', () => {
    const speed =
      cameraAt('push', 0.01, 0.5, 3, 'in-motion').zoom - cameraAt('push', 0, 0.5, 3, 'in-motion').zoom;
    expect(speed).toBeGreaterThan(0.0005);
  });

  test('motion intensity scales the travel', () => {
    const travel = (amount: number) => cameraAt('push', 1, amount, 3).zoom - 1;
    expect(travel(1)).toBeGreaterThan(travel(0) * 3);
  });

  test.each([
    ['slow dolly in', 'push'],
    ['dolly out', 'pull'],
    ['truck left', 'pan-left'],
    ['Orbit 360', 'orbit'],
    ['crane up', 'crane'],
    ['anything else', 'push'],
  ] as const)('"%s" becomes %s', (words, move) => {
    expect(moveFor(words)).toBe(move);
  });

  test('the floor stays under the product while the camera travels', () => {
    const layer = (role: SceneLayer['role'], y: number): SceneLayer => ({
      role,
      image: createCanvas(8, 8),
      x: 0,
      y,
      depth: 1,
    });
    const scene: Scene = {
      canvas: { width: 1920, height: 1080 },
      layers: [],
      pivot: { x: 960, y: 700 },
      horizonY: 650,
      baseY: 880,
      isStanding: true,
      isDark: false,
    };
    const camera = { ...REST, zoom: 1.05, x: 0.04, y: 0.02 };
    const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [a * x + c * y + e, b * x + d * y + f];
    const [floorX = 0, floorY = 0] = at(placeLayer(layer('floor', 640), scene, camera), 960, 880 - 640);
    const [productX = 0, productY = 0] = at(placeLayer(layer('product', 400), scene, camera), 960, 880 - 400);
    expect(Math.abs(floorX - productX)).toBeLessThan(2);
    expect(Math.abs(floorY - productY)).toBeLessThan(2);
  });
});
