import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { CompositorError } from '../errors.ts';
import { Encoding } from '../timeline.ts';
import { type FfmpegTools, runFfmpeg, runFfprobe } from './run-ffmpeg.ts';
import {
  ENCODER_NAMES,
  type EncoderName,
  handOver,
  type VideoEncoder,
  videoEncoder,
} from './video-encoder.ts';

const FRAMES = 10;
/** Two segments of an ad as unlike as can be: their headers must be alike all the same. */
const PICTURES = ['null', 'hflip,negate'].map(
  (filter) =>
    `testsrc2=s=576x1024:r=30,trim=end_frame=${FRAMES},${filter},format=yuv420p,setsar=1,setpts=N/(30*TB)`,
);
/** The floor of the golden ads: SSIM on the mean, and no frame much below it. */
const LEAST_SSIM = 0.95;
const MOST_BELOW_MEAN = 0.04;
/** A driver that hangs is no better than none. */
const LIMITS = { memoryBytes: 4 * 2 ** 30, cpuSeconds: 60, outputBytes: 64 * 2 ** 20, silentMs: 10_000 };

export interface FoundEncoder {
  name: EncoderName;
  /** Chips that FFmpeg knows and that were not taken, each with the reason. */
  refused: { name: EncoderName; why: string }[];
}

/**
 * Tries the chips that this FFmpeg knows, ten frames twice each, and answers the first whose segments join without
 * encoding again and keep the floor of quality; libx264 when none does. Never throws but when the signal aborts.
 */
export async function findEncoder(tools: FfmpegTools, signal?: AbortSignal): Promise<FoundEncoder> {
  const refused: FoundEncoder['refused'] = [];
  for (const name of await knownChips(tools, signal)) {
    const why = await troubleOf(name, tools, signal);
    if (why === null) return { name, refused };
    refused.push({ name, why });
  }
  return { name: 'libx264', refused };
}

async function knownChips(tools: FfmpegTools, signal: AbortSignal | undefined): Promise<EncoderName[]> {
  const { stdout } = await runFfmpeg(tools, { args: ['-encoders'], signal }).catch((error: unknown) => {
    if (!(error instanceof CompositorError)) throw error;
    return { stdout: new Uint8Array() };
  });
  const words = new Set(Buffer.from(stdout).toString().split(/\s+/));
  return ENCODER_NAMES.filter((name) => name !== 'libx264' && words.has(name));
}

/** Why an encoder cannot make our segments; null when it can. */
async function troubleOf(
  name: EncoderName,
  tools: FfmpegTools,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-encoder-'));
  try {
    const encoder = videoEncoder(Encoding.parse({}), name);
    const paths = PICTURES.map((_, index) => join(dir, `${index}.mp4`));
    for (const [index, path] of paths.entries())
      await encode(PICTURES[index] ?? '', encoder, path, tools, signal);
    const [first, second] = await Promise.all(paths.map((path) => readHeaders(path, tools, signal)));
    if (first === undefined || first !== second) return 'its segments do not join: their headers differ';
    if (!first.startsWith(WANTED)) return `it makes ${first.split(' extradata')[0]} instead of ${WANTED}`;
    return poorness(await similarity(paths, tools, signal));
  } catch (error) {
    if (!(error instanceof CompositorError)) throw error;
    return (error.message.split('\n')[0] ?? '').replace(/^.* @ 0x[0-9a-f]+\] /, '');
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function encode(
  picture: string,
  encoder: VideoEncoder,
  outPath: string,
  tools: FfmpegTools,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { statement, pad } = handOver(encoder);
  const graph = `${picture}[picture]${statement}`;
  const args = [
    ...[...encoder.device, '-filter_complex', graph, '-map', pad, ...encoder.output, '-map_metadata', '-1'],
    ...['-fflags', '+bitexact', '-f', 'mp4', outPath],
  ];
  await runFfmpeg(tools, { args, signal, limits: LIMITS });
}

const WANTED = 'h264 High yuv420p tv bt709 bt709 bt709';
const Stream = z.object({
  codec_name: z.string(),
  profile: z.string(),
  pix_fmt: z.string(),
  color_range: z.string().catch('?'),
  color_space: z.string().catch('?'),
  color_transfer: z.string().catch('?'),
  color_primaries: z.string().catch('?'),
  time_base: z.string(),
  has_b_frames: z.number(),
  extradata_hash: z.string(),
});

/** All that two segments must have in common to be joined, as a line. */
async function readHeaders(
  path: string,
  tools: FfmpegTools,
  signal: AbortSignal | undefined,
): Promise<string> {
  const args = ['-show_streams', '-show_data_hash', 'sha256', '-i', path];
  const { streams } = z
    .object({ streams: z.tuple([Stream]) })
    .parse(await runFfprobe(tools, { args, signal }));
  const { extradata_hash: hash, time_base: timebase, has_b_frames: delay, ...picture } = streams[0];
  return `${Object.values(picture).join(' ')} extradata ${hash} ${timebase} ${delay}`;
}

/** SSIM of every frame of the joined segments with what was to be encoded. */
async function similarity(
  paths: readonly string[],
  tools: FfmpegTools,
  signal: AbortSignal | undefined,
): Promise<number[]> {
  const listPath = `${paths[0]}.txt`;
  await writeFile(
    listPath,
    `ffconcat version 1.0\n${paths.map((path) => `file ${basename(path)}\n`).join('')}`,
  );
  const originals = PICTURES.map((picture, index) => `${picture}[p${index}]`).join(';');
  const graph = `${originals};[p0][p1]concat=n=2,setpts=N/(30*TB)[is];[0:v]setpts=N/(30*TB)[was];[was][is]ssim=stats_file=-`;
  const args = ['-f', 'concat', '-safe', '1', '-i', listPath, '-lavfi', graph, '-f', 'null', '-'];
  const { stdout } = await runFfmpeg(tools, { args, signal, limits: LIMITS });
  return [
    ...Buffer.from(stdout)
      .toString()
      .matchAll(/All:([\d.]+)/g),
  ].map(([, value]) => Number(value));
}

function poorness(ssim: readonly number[]): string | null {
  const frames = FRAMES * PICTURES.length;
  if (ssim.length !== frames) return `${ssim.length} of ${frames} frames came out of it`;
  const mean = ssim.reduce((sum, value) => sum + value, 0) / frames;
  const least = Math.min(...ssim);
  if (mean >= LEAST_SSIM && least >= mean - MOST_BELOW_MEAN) return null;
  return `its pictures are too poor: SSIM ${mean.toFixed(3)}, at worst ${least.toFixed(3)}`;
}
