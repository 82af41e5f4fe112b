import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { execa } from 'execa';
import type { MediaMaker, Size } from './media-maker.ts';

const COLOURS = ['c8553d', '2f6f73', 'd9a441', '3f4f7f', '7b5e7b', '587a4a', 'b76e79', '46555f'];

/** Quick sketches by FFmpeg alone, and each only once: what tests and the soak need. */
export function sketchMedia(ffmpegPath = 'ffmpeg'): MediaMaker {
  const sketches = new Map<string, Promise<Buffer>>();

  async function draw(args: string[]): Promise<Buffer> {
    const outPath = args.at(-1) ?? '';
    await execa(ffmpegPath, ['-nostdin', '-v', 'error', '-y', ...args]);
    return readFile(outPath);
  }

  /** The same arguments (with the content of `inputPath` in place of its name) give the same file. */
  async function run(args: string[], inputPath: string | null = null): Promise<void> {
    const outPath = args.at(-1) ?? '';
    const input =
      inputPath === null
        ? ''
        : createHash('sha256')
            .update(await readFile(inputPath))
            .digest('hex');
    const named = args.map((arg) => (arg === inputPath ? input : arg === outPath ? extname(outPath) : arg));
    const key = named.join(' ');
    const known = sketches.get(key);
    if (known) return writeFile(outPath, await known);
    const drawn = draw(args);
    sketches.set(key, drawn);
    await drawn;
  }

  return {
    async picture({ prompt, seed, size, referencePath, outPath }) {
      const gradient = `gradients=${sizeOf(size)}:c0=0x${colour(prompt, seed)}:c1=0x${colour(prompt, seed + 3)}:n=2:seed=${seed % 8}:d=1`;
      const { width, height } = size;
      const overlay = `[1:v]scale=${even(width / 2)}:${even(height / 2)}:force_original_aspect_ratio=decrease[p];[0:v][p]overlay=(W-w)/2:(H-h)/2`;
      await run(
        [
          '-f',
          'lavfi',
          '-i',
          gradient,
          ...(referencePath ? ['-i', referencePath, '-filter_complex', overlay] : []),
          '-frames:v',
          '1',
          outPath,
        ],
        referencePath,
      );
    },

    async clip({ prompt, seed, firstFramePath, size, seconds, fps, outPath }) {
      const source = firstFramePath
        ? ['-loop', '1', '-framerate', String(fps), '-i', firstFramePath]
        : ['-f', 'lavfi', '-i', `gradients=${sizeOf(size)}:c0=0x${colour(prompt, seed)}:r=${fps}`];
      const { width, height } = size;
      const fill = `scale=${even(width * 1.2)}:${even(height * 1.2)}:force_original_aspect_ratio=increase`;
      const drift = `crop=${width}:${height}:x='(iw-ow)*min(1,t/${seconds})':y='(ih-oh)/2'`;
      await run(
        [
          ...source,
          '-t',
          String(seconds),
          '-vf',
          `${fill},${drift},setsar=1`,
          '-r',
          String(fps),
          '-c:v',
          'libx264',
          '-preset',
          'ultrafast',
          '-pix_fmt',
          'yuv420p',
          '-movflags',
          '+faststart',
          outPath,
        ],
        firstFramePath,
      );
    },

    async music({ seed, seconds, outPath }) {
      const hertz = 110 * 2 ** ((seed % 12) / 12);
      await run([
        '-f',
        'lavfi',
        '-i',
        `sine=frequency=${hertz.toFixed(2)}:sample_rate=44100:duration=${seconds}`,
        '-af',
        'tremolo=f=2:d=0.6,aformat=channel_layouts=stereo',
        outPath,
      ]);
    },
  };
}

function sizeOf({ width, height }: Size): string {
  return `s=${width}x${height}`;
}

function colour(prompt: string, seed: number): string {
  let hash = seed;
  for (const character of prompt) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return COLOURS[hash % COLOURS.length] ?? 'c8553d';
}

function even(pixels: number): number {
  return 2 * Math.round(pixels / 2);
}
