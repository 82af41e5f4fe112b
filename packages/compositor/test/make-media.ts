import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { planRender } from '../src/plan-render.ts';
import { probeTimeline } from '../src/probe-timeline.ts';
import { render, type Rendered } from '../src/render.ts';
import { Timeline, type TimelineInput } from '../src/timeline.ts';

/** A directory that is gone when the test is: `await using dir = await makeDir()`. */
export async function makeDir(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'compositor-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export async function ffmpeg(args: readonly string[]): Promise<string> {
  const { stderr } = await execa('ffmpeg', ['-hide_banner', '-nostdin', '-v', 'error', '-y', ...args], {
    stdin: 'ignore',
  });
  return stderr;
}

export interface ClipWish {
  size?: string;
  rate?: string;
  seconds?: number;
  /** Appended to the picture's filter chain. */
  filter?: string;
  /** Encoder arguments instead of the usual 4:2:0 H.264. */
  video?: string[];
  /** Frequency of the tone in Hz; none makes a silent clip. */
  tone?: number;
  sound?: string[];
  gainDb?: number;
}

const plainVideo = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '18', '-pix_fmt', 'yuv420p'];

/** A moving, textured test clip. */
export async function makeClip(path: string, wish: ClipWish = {}): Promise<string> {
  const { size = '256x144', rate = '30', seconds = 1.2, filter = 'null', video = plainVideo, tone } = wish;
  const picture = `testsrc2=s=${size}:r=${rate}:d=${seconds},noise=alls=6:allf=t,${filter}`;
  const sound = `aevalsrc='0.25*sin(2*PI*${tone ?? 0}*t)':s=48000:d=${seconds},volume=${wish.gainDb ?? 0}dB`;
  await ffmpeg([
    ...['-f', 'lavfi', '-i', picture],
    ...(tone ? ['-f', 'lavfi', '-i', sound, '-c:a', 'aac', '-b:a', '160k', ...(wish.sound ?? [])] : []),
    ...video,
    path,
  ]);
  return path;
}

export async function makeTone(
  path: string,
  hertz: number,
  seconds: number,
  args: string[] = [],
): Promise<string> {
  await ffmpeg([
    '-f',
    'lavfi',
    '-i',
    `aevalsrc='0.3*sin(2*PI*${hertz}*t)':s=44100:d=${seconds}`,
    ...args,
    path,
  ]);
  return path;
}

export const smallCanvas = { width: 256, height: 144 };

/** The quickest encoder: these tests look at timing and content, not at compression. */
export const quick = { preset: 'superfast', crf: 18 } as const;

export async function renderTimeline(
  input: TimelineInput,
  dir: string,
  name = 'ad.mp4',
): Promise<{ timeline: Timeline; rendered: Rendered; path: string }> {
  const timeline = Timeline.parse({ encoding: quick, ...input });
  const plan = planRender(timeline, await probeTimeline(timeline));
  const path = join(dir, name);
  const rendered = await render(plan, { cacheDir: join(dir, 'cache'), outPath: path });
  return { timeline, rendered, path };
}

/** Mean colour of a rectangle of one frame, as 0–255 RGB. */
export async function meanColor(
  file: string,
  frame: number,
  crop: string,
): Promise<[number, number, number]> {
  const filter = `select='eq(n,${frame})',crop=${crop},scale=1:1:flags=area,format=rgb24`;
  const { stdout } = await execa(
    'ffmpeg',
    ['-v', 'error', '-i', file, '-vf', filter, '-frames:v', '1', '-f', 'rawvideo', 'pipe:1'],
    { encoding: 'buffer', stdin: 'ignore' },
  );
  return [stdout[0] ?? 0, stdout[1] ?? 0, stdout[2] ?? 0];
}

/** Everything a strict decoder complains about; empty when the file is sound. */
export async function complaints(file: string): Promise<string> {
  return ffmpeg(['-i', file, '-f', 'null', '-']);
}
