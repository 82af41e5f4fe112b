import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaMaker } from '../media-maker.ts';
import { inputOf, newName, type Work } from './work-book.ts';

/** What an output node leaves: a real picture or video in the output folder, told as ComfyUI tells it. */
export async function produceFile(
  { graph }: Work,
  node: string,
  { dir, media, scale }: { dir: string; media: MediaMaker; scale: number },
): Promise<Record<string, unknown>> {
  const isClip = graph[node]?.class_type === 'SaveVideo';
  // Somebody else's work saves nothing that anybody looks at.
  if (graph[node]?.class_type !== 'SaveImage' && !isClip) return {};
  const even = (pixels: number) => Math.max(2, 2 * Math.round((pixels * scale) / 2));
  const size = {
    width: even(inputOf(graph, 'number', 'width') ?? 1024),
    height: even(inputOf(graph, 'number', 'height') ?? 1024),
  };
  const prompt = inputOf(graph, 'string', 'text', 'prompt') ?? '';
  const seed = inputOf(graph, 'number', 'seed', 'noise_seed') ?? 1;
  const picture = inputOf(graph, 'string', 'image');
  const sourcePath = picture === null ? null : join(dir, 'input', picture);
  const subfolder = 'spotsmith';
  mkdirSync(join(dir, 'output', subfolder), { recursive: true });
  const filename = `${newName()}_00001_.${isClip ? 'mp4' : 'png'}`;
  const outPath = join(dir, 'output', subfolder, filename);
  const file = { filename, subfolder, type: 'output' };
  if (!isClip) {
    await media.picture({ prompt, seed, size, referencePath: sourcePath, outPath });
    return { images: [file] };
  }
  const fps = inputOf(graph, 'number', 'fps', 'frame_rate') ?? 16;
  const frames = inputOf(graph, 'number', 'length', 'video_frames', 'num_frames') ?? 25;
  await media.clip({ prompt, seed, size, firstFramePath: sourcePath, seconds: frames / fps, fps, outPath });
  // The core puts videos among the pictures.
  return { images: [file], animated: [true] };
}
