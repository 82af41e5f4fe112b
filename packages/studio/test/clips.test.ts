import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { renderClip } from '../src/clip.ts';
import { runFfmpeg } from '../src/ffmpeg.ts';
import { SceneCamera } from '../src/motion/film-scene.ts';
import { cameraAt, MOVES } from '../src/motion/moves.ts';
import { sceneFromPicture } from '../src/scenes/scene-from-picture.ts';
import { planStills } from '../src/still.ts';
import { sampleProduct } from './sample-product.ts';
import { scratchFolder } from './scratch.ts';
import { displacement } from './displacement.ts';

const folder = await scratchFolder();
const photo = await sampleProduct(folder);
const canvas = { width: 320, height: 180 };
const brief = { productName: 'Fizz', category: 'drink', tone: 'playful', prompt: '' };
const [recipe] = planStills({ photo, brief, views: ['front'], count: 1, canvas, seed: 3 });
if (!recipe) throw new Error('There is no recipe.');
const still = { ...recipe, family: 'marble' as const };

async function probe(file: string): Promise<Record<string, string>> {
  const entries =
    'stream=codec_name,profile,pix_fmt,width,height,r_frame_rate,color_space,color_transfer,color_primaries,color_range,nb_read_frames';
  const text = await runFfmpeg('ffprobe', [
    '-v',
    'error',
    '-count_frames',
    '-show_entries',
    entries,
    '-of',
    'json',
    file,
  ]);
  return (JSON.parse(text) as { streams: Record<string, string>[] }).streams[0] ?? {};
}

describe('clips', () => {
  test('a still moves in its own layers: H.264 High, BT.709, every frame there', async () => {
    const outPath = path.join(folder, 'push.mp4');
    const seen: number[] = [];
    const clip = await renderClip({
      recipe: still,
      move: 'push',
      motionIntensity: 0.5,
      seconds: 1.5,
      fps: 30,
      canvas,
      seed: 1,
      outPath,
      onProgress: (share) => seen.push(share),
    });
    expect(clip).toMatchObject({ frames: 45, seconds: 1.5, move: 'push' });
    expect(await probe(outPath)).toMatchObject({
      codec_name: 'h264',
      profile: 'High',
      pix_fmt: 'yuv420p',
      width: 320,
      height: 180,
      r_frame_rate: '30/1',
      color_space: 'bt709',
      color_transfer: 'bt709',
      color_primaries: 'bt709',
      color_range: 'tv',
      nb_read_frames: '45',
    });
    expect(seen.at(-1)).toBe(1);
  });

  test('a still is recomposed for a tall clip, and any picture can move', async () => {
    const tall = { width: 180, height: 320 };
    const outPath = path.join(folder, 'tall.mp4');
    await renderClip({
      recipe: still,
      move: 'light-sweep',
      motionIntensity: 0.5,
      seconds: 0.4,
      fps: 25,
      canvas: tall,
      seed: 1,
      outPath,
    });
    expect(await probe(outPath)).toMatchObject({ width: 180, height: 320, nb_read_frames: '10' });
    await renderClip({
      imagePath: photo.normalizedPath,
      photo,
      move: 'orbit',
      motionIntensity: 1,
      seconds: 0.4,
      fps: 24,
      canvas,
      seed: 1,
      outPath,
    });
    expect(await probe(outPath)).toMatchObject({ width: 320, nb_read_frames: '10' });
  });

  test('cancelling kills the worker and its encoder within a second', async () => {
    const outPath = path.join(folder, 'cancelled.mp4');
    const controller = new AbortController();
    let abortedAt = 0;
    const running = renderClip({
      recipe: still,
      move: 'push',
      motionIntensity: 0.5,
      seconds: 20,
      fps: 30,
      canvas,
      seed: 1,
      outPath,
      signal: controller.signal,
      onProgress: () => {
        abortedAt ||= performance.now();
        controller.abort();
      },
    });
    await expect(running).rejects.toThrow(/abort/i);
    expect(performance.now() - abortedAt).toBeLessThan(1000);
    const processes = await runFfmpeg('ps', ['-eo', 'args']);
    expect(processes).not.toContain(outPath);
  });

  test('a missing FFmpeg is named, with what to do', async () => {
    const outPath = path.join(folder, 'none.mp4');
    const running = renderClip({
      recipe: still,
      move: 'push',
      motionIntensity: 0.5,
      seconds: 0.4,
      fps: 25,
      canvas,
      seed: 1,
      outPath,
      ffmpegPath: '/nowhere/ffmpeg',
    });
    await expect(running).rejects.toThrow(/not found\. Install FFmpeg/);
    expect(existsSync(outPath)).toBe(false);
  });
});

describe('smoothness', () => {
  test('on a linear push no point jitters by more than 0.05 px from frame to frame', async () => {
    const size = { width: 480, height: 270 };
    const file = path.join(folder, 'texture.png');
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    await sharp({ create: { width: 560, height: 320, channels: 3, background: '#888', noise } })
      .blur(2.2)
      .normalise()
      .png()
      .toFile(file);
    const camera = new SceneCamera(await sceneFromPicture(file, size), {
      hasFocusPull: false,
      hasLightSweep: false,
    });
    const frames = Array.from({ length: 24 }, (_, i) => {
      const frame = camera.shoot(cameraAt('push', i / 89, 0.5, 3, 'in-motion'));
      return frame.slice(0, size.width * size.height);
    });
    for (const window of [
      { x: 60, y: 40 },
      { x: 360, y: 60 },
      { x: 90, y: 190 },
    ]) {
      const steps = frames
        .slice(1)
        .map((frame, i) => displacement(frames[i] ?? frame, frame, size.width, window));
      for (const axis of ['x', 'y'] as const) {
        const speeds = steps.map((step) => step[axis]);
        // A linear push moves a point at a speed that itself changes linearly: what is left is jitter.
        const slope = ((speeds.at(-1) ?? 0) - (speeds[0] ?? 0)) / (speeds.length - 1);
        const mean = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length;
        const jitter = speeds.map((speed, i) =>
          Math.abs(speed - mean - slope * (i - (speeds.length - 1) / 2)),
        );
        expect(Math.max(...jitter)).toBeLessThan(0.05);
      }
      expect(Math.hypot(steps[0]?.x ?? 0, steps[0]?.y ?? 0)).toBeGreaterThan(0.03);
    }
  });

  test.each(MOVES)('%s never shows the edge of a layer', (move) => {
    for (let i = 0; i <= 20; i += 1) {
      const { zoom, x, y } = cameraAt(move, i / 20, 1, 3);
      // Layers reach 8 % beyond the canvas on every side; zooming adds room.
      expect(Math.abs(x)).toBeLessThan(0.08 * zoom + (zoom - 1) / 2);
      expect(Math.abs(y)).toBeLessThan(0.08 * zoom + (zoom - 1) / 2);
    }
  });
});
