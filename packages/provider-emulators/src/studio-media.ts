import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { renderClip } from '@spotsmith/studio/clip';
import { moodFor, renderMusic } from '@spotsmith/studio/music';
import { preparePhoto } from '@spotsmith/studio/photo';
import { planStills } from '@spotsmith/studio/plan-stills';
import type { PreparedPhoto } from '@spotsmith/studio/prepared-photo';
import { drawStill } from '@spotsmith/studio/still';
import { execa } from 'execa';
import type { MediaMaker } from './media-maker.ts';

const STILLS = 8;
const VIEWS = ['front', 'side', 'back', 'top', 'detail', 'lifestyle'];
const MOVES = ['push-in', 'pan-left', 'light-sweep', 'pull-out', 'pan-right', 'tilt-up'] as const;

/** Pictures, clips and music by the local studio: slow (seconds each) and good to look at. */
export function studioMedia(workDir: string, ffmpegPath = 'ffmpeg'): MediaMaker {
  const photos = new Map<string, Promise<PreparedPhoto>>();

  async function prepared(path: string): Promise<PreparedPhoto> {
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
    let photo = photos.get(hash);
    if (!photo) {
      const outDir = join(workDir, `photo-${hash.slice(0, 16)}`);
      mkdirSync(outDir, { recursive: true });
      photo = preparePhoto({ photoPath: path, outDir });
      photos.set(hash, photo);
    }
    return photo;
  }

  /** The studio writes one format; the model's own is made from it. */
  async function convert(from: string, to: string): Promise<void> {
    if (from.slice(-4) === to.slice(-4)) await rename(from, to);
    else await execa(ffmpegPath, ['-nostdin', '-v', 'error', '-y', '-i', from, to]);
  }

  return {
    async picture({ prompt, seed, size, referencePath, outPath }) {
      const place = hashOf(prompt) % STILLS;
      const view = VIEWS.find((word) => prompt.toLowerCase().startsWith(word)) ?? 'front';
      const [recipe] = planStills({
        photo: referencePath ? await prepared(referencePath) : null,
        brief: { productName: 'Product', category: 'product', tone: 'cinematic', prompt, palette: [] },
        views: [view],
        count: STILLS,
        canvas: size,
        seed,
      }).slice(place);
      if (!recipe) throw new Error('The studio planned too few stills.');
      const { path } = await drawStill({ recipe, outPath: `${outPath}.png` });
      await convert(path, outPath);
    },

    async clip({ prompt, seed, firstFramePath, size, seconds, fps, outPath }) {
      if (!firstFramePath) throw new Error('The emulator makes clips from a first frame only.');
      await renderClip({
        imagePath: firstFramePath,
        move: MOVES[hashOf(prompt) % MOVES.length] ?? 'push-in',
        motionIntensity: 0.6,
        seconds,
        fps,
        canvas: size,
        seed,
        outPath,
        ffmpegPath,
      });
    },

    async music({ prompt, seed, seconds, outPath }) {
      const mood = moodFor(prompt) ?? 'cinematic';
      const { path } = await renderMusic({
        mood,
        seconds: Math.max(2, seconds),
        seed,
        outPath: `${outPath}.wav`,
      });
      await convert(path, outPath);
    },
  };
}

function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
