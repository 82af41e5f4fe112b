import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ProductFacts } from '@spotsmith/motion/product';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { TimelineInvalid } from '../errors.ts';
import type { VideoEncoder } from '../encode/video-encoder.ts';
import { probeMedia, type ProbeOptions } from '../probe-media.ts';
import type { Canvas } from '../timeline.ts';
import type { FilmJob, FilmPicture } from './painter/messages.ts';

/** A film as its maker describes it: paths instead of probed files. */
export interface FilmSource {
  storyboard: Storyboard;
  canvas: Canvas;
  /** PNG or WebP of the product, transparent around it, and its facts; null when nothing could be cut out. */
  product: { cutoutPath: string; facts: ProductFacts } | null;
  /** Files of the assets that shots name. */
  assetPaths?: Readonly<Record<string, string>> | undefined;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function clipOf(path: string, options: ProbeOptions): Promise<FilmPicture> {
  const { path: whole, sha256, inputOptions, picture } = await probeMedia(path, options);
  if (!picture) throw new TimelineInvalid(`${path} has no picture, so it cannot be a clip.`);
  return { path: whole, sha256, clip: { inputOptions, picture } };
}

async function pictureOf(path: string): Promise<FilmPicture> {
  return { path: resolve(path), sha256: await hashOf(path) };
}

/**
 * Probes and hashes all files of a film.
 * @throws TimelineInvalid when a shot names an asset that has no file, MediaRefused when a clip cannot be used.
 */
export async function readFilmJob(
  { storyboard, canvas, product, assetPaths = {} }: FilmSource,
  encoder: VideoEncoder,
  options: ProbeOptions,
): Promise<FilmJob> {
  const named = new Map(
    storyboard.shots.flatMap(({ picture }) =>
      picture.kind === 'product' ? [] : [[picture.assetId, picture.kind] as const],
    ),
  );
  const assets = [...named].map(async ([assetId, kind]) => {
    const path = assetPaths[assetId];
    if (path === undefined) throw new TimelineInvalid(`A shot shows ${assetId}, which has no file.`);
    return [assetId, kind === 'clip' ? await clipOf(path, options) : await pictureOf(path)] as const;
  });
  const [cutout, ...pictures] = await Promise.all([
    product ? pictureOf(product.cutoutPath) : null,
    ...assets,
  ]);
  return {
    storyboard,
    canvas,
    facts: product?.facts ?? null,
    cutout,
    pictures: Object.fromEntries(pictures),
    encoder,
    ffmpegPath: options.ffmpegPath,
  };
}
