import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaMaker, Size } from '../media-maker.ts';
import { secondsOf, wordOf } from './models.ts';
import type { FalOrder } from './request-book.ts';

export type FalProduceOptions = {
  dir: string;
  origin: () => string;
  media: MediaMaker;
  /** The picture that an address leads to, on the disk. */
  find(url: string): string | null;
  scale: number;
};

const AREA = 1024 * 1024;

/** Makes the file of one run, and the answer that names it. */
export async function produceFiles(
  { model, input }: FalOrder,
  { dir, origin, media, find, scale }: FalProduceOptions,
): Promise<{ body: unknown; paths: string[] }> {
  const key = randomBytes(12).toString('hex');
  await mkdir(join(dir, key), { recursive: true });
  const given: unknown = [input['image_urls'] ?? input['image_url'] ?? []].flat()[0];
  const referencePath = typeof given === 'string' ? find(given) : null;
  const prompt = wordOf(input['prompt'], '');
  const seed = typeof input['seed'] === 'number' ? input['seed'] : 1;
  const size = sizeOf(wordOf(input['aspect_ratio'], '16:9'), scale);
  const place = (name: string) => {
    const outPath = join(dir, key, name);
    return { outPath, url: `${origin()}/delivery/${key}/${name}` };
  };
  if (model.kind === 'image') {
    const { outPath, url } = place(`out.${wordOf(input['output_format'], 'png')}`);
    await media.picture({ prompt, seed, size, referencePath, outPath });
    const image = { url, content_type: 'image/png', file_name: 'out.png', ...size };
    return { body: { images: [image], description: '' }, paths: [outPath] };
  }
  const seconds = secondsOf(input);
  if (model.kind === 'music') {
    const { outPath, url } = place('out.wav');
    await media.music({ prompt, seed, seconds, outPath });
    return { body: { audio: { url, content_type: 'audio/wav' }, seed }, paths: [outPath] };
  }
  const { outPath, url } = place('out.mp4');
  await media.clip({ prompt, seed, firstFramePath: referencePath, size, seconds, fps: 24, outPath });
  return { body: { video: { url, content_type: 'video/mp4' } }, paths: [outPath] };
}

function sizeOf(ratio: string, scale: number): Size {
  const [across = 16, down = 9] = ratio.split(':').map(Number);
  const even = (pixels: number) => Math.max(2, 2 * Math.round((pixels * scale) / 2));
  return { width: even(Math.sqrt((AREA * across) / down)), height: even(Math.sqrt((AREA * down) / across)) };
}
