import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { secondsOf } from './billing-metrics.ts';
import type { Input } from './models.ts';
import type { MediaMaker, Size } from './media-maker.ts';
import type { Order } from './predictions.ts';
import type { UploadShelf } from './uploads.ts';

const REFERENCE_KEYS = [
  'image',
  'image_prompt',
  'input_image',
  'input_images',
  'image_input',
  'start_image',
  'first_frame_image',
];

export type ProduceOptions = {
  dir: string;
  origin: () => string;
  media: MediaMaker;
  uploads: UploadShelf;
  /** Shrinks every picture and video, for tests. */
  scale: number;
};

/** Makes the files of one run and gives each an address at the emulator itself, as the real service does at its own. */
export async function produceOutputs(
  { model, input }: Order,
  outputs: number,
  { dir, origin, media, uploads, scale }: ProduceOptions,
): Promise<{ output: unknown; paths: string[] }> {
  if (model.kind === 'text') {
    const order = {
      prompt: wordOf(input['prompt'], ''),
      systemPrompt: wordOf(input['system_prompt'], ''),
      pictures: [input['image_input'] ?? []].flat().length,
    };
    const text = (await media.text?.(order)) ?? 'A short answer.';
    // In pieces, as it was written.
    return { output: text.split(/(?<= )/), paths: [] };
  }
  const key = randomBytes(12).toString('hex');
  await mkdir(join(dir, key), { recursive: true });
  const reference = await referenceOf(input, join(dir, key), uploads);
  const prompt = wordOf(input['prompt'], '');
  const size = sizeOf(input, scale);
  const names: string[] = [];
  for (let index = 0; index < outputs; index++) {
    const seed = (typeof input['seed'] === 'number' ? input['seed'] : 1) + index;
    const name = `out-${index}.${formatOf(model.kind, input)}`;
    const outPath = join(dir, key, name);
    if (model.kind === 'image')
      await media.picture({ prompt, seed, size, referencePath: reference, outPath });
    else if (model.kind === 'music')
      await media.music({ prompt, seed, seconds: secondsOf(model, input), outPath });
    else {
      await media.clip({
        prompt,
        seed,
        firstFramePath: reference,
        size,
        seconds: secondsOf(model, input),
        fps: 24,
        outPath,
      });
    }
    names.push(name);
  }
  const urls = names.map((name) => `${origin()}/delivery/${key}/${name}`);
  const paths = names.map((name) => join(dir, key, name));
  return { output: model.output === 'array' ? urls : (urls[0] ?? null), paths };
}

/** The first picture that came with the input, laid on disk; it may be an upload or a data URI. */
async function referenceOf(input: Input, dir: string, uploads: UploadShelf): Promise<string | null> {
  for (const key of REFERENCE_KEYS) {
    const value: unknown = Array.isArray(input[key]) ? input[key][0] : input[key];
    if (typeof value !== 'string') continue;
    if (value.startsWith('data:')) {
      const path = join(dir, 'reference');
      writeFileSync(path, Buffer.from(value.slice(value.indexOf(',') + 1), 'base64'));
      return path;
    }
    return uploads.find(value.split('/').at(-1) ?? '')?.path ?? null;
  }
  return null;
}

function sizeOf(input: Input, scale: number): Size {
  const even = (pixels: number) => Math.max(2, 2 * Math.round((pixels * scale) / 2));
  const { width, height } = input;
  if (typeof width === 'number' && typeof height === 'number')
    return { width: even(width), height: even(height) };
  const [across = 16, down = 9] = wordOf(input['aspect_ratio'], '16:9').split(':').map(Number);
  const ratio = across > 0 && down > 0 ? across / down : 16 / 9;
  const area = 1024 * 1024;
  return { width: even(Math.sqrt(area * ratio)), height: even(Math.sqrt(area / ratio)) };
}

function formatOf(kind: string, input: Input): string {
  if (kind === 'clip') return 'mp4';
  if (kind === 'music') return wordOf(input['output_format'], 'mp3').split('_')[0] ?? 'mp3';
  return wordOf(input['output_format'], 'png');
}

function wordOf(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}
