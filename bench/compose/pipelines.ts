import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { defaultTitles } from '../../packages/compositor/src/default-titles.ts';
import { inspect } from '../../packages/compositor/src/inspect.ts';
import { planRender } from '../../packages/compositor/src/plan-render.ts';
import { choosePosterFrame, poster } from '../../packages/compositor/src/poster.ts';
import { probeTimeline } from '../../packages/compositor/src/probe-timeline.ts';
import { render } from '../../packages/compositor/src/render.ts';
import { canvases, Timeline } from '../../packages/compositor/src/timeline.ts';
import type { Inputs } from './make-inputs.ts';

export const name = 'Aurora Buds Pro';
export const firstCta = 'Shop now: 20% off today';
export const canvas = canvases['16:9'];
const totalSeconds = 12;

export function timelineOf(inputs: Inputs, callToAction: string, missing?: number): Timeline {
  return Timeline.parse({
    canvas,
    clips: inputs.clips.map((source, index) => ({
      id: `${index}`,
      source: index === missing ? null : source,
      seconds: 3,
    })),
    overlays: defaultTitles({ name, callToAction, canvas, totalSeconds }),
    audio: { music: { source: inputs.music } },
  });
}

/** From the timeline to the judged file and its poster: everything a user waits for. */
export async function finish(timeline: Timeline, cacheDir: string, outPath: string): Promise<void> {
  const probes = await probeTimeline(timeline);
  const { measures } = await render(planRender(timeline, probes), { cacheDir, outPath });
  const [{ verdict, reasons }] = await Promise.all([
    inspect(outPath, timeline, { measures, probes }),
    poster(outPath, choosePosterFrame(timeline, measures.thumbnails), `${outPath}.jpg`),
  ]);
  if (verdict === 'blocked') throw new Error(reasons.map(({ message }) => message).join(' '));
}

/** The same in a process of its own: Node's start, fonts and probing included. */
export async function commandLine(timeline: Timeline, cacheDir: string, dir: string): Promise<void> {
  const timelinePath = join(dir, 'timeline.json');
  await writeFile(timelinePath, JSON.stringify(timeline));
  const cli = fileURLToPath(new URL('../../packages/compositor/src/cli.ts', import.meta.url));
  const args = [cli, 'render', timelinePath, join(dir, 'cli.mp4'), '--cache', cacheDir, '--quiet'];
  await execa(process.execPath, args, { stdin: 'ignore' });
}

/** The same ad by editly, for those who have it: 1080p30, cuts, two titles, music under the clips' sound. */
export async function editly({ clips, music }: Inputs, dir: string): Promise<void> {
  const titles = [name, '', '', firstCta];
  const spec = {
    outPath: join(dir, 'editly.mp4'),
    ...canvas,
    fps: 30,
    defaults: { transition: null },
    keepSourceAudio: true,
    audioTracks: [{ path: music, mixVolume: 0.3 }],
    clips: clips.map((path, index) => ({
      duration: 3,
      layers: [{ type: 'video', path }, ...(titles[index] ? [{ type: 'title', text: titles[index] }] : [])],
    })),
  };
  const specPath = join(dir, 'editly.json');
  await writeFile(specPath, JSON.stringify(spec));
  await execa('editly', [specPath], { stdin: 'ignore' });
}

export async function ffmpeg(args: readonly string[]): Promise<string> {
  const { stdout } = await execa('ffmpeg', ['-v', 'error', '-y', '-nostdin', ...args], { stdin: 'ignore' });
  return stdout;
}

/** x264's own veryfast: what a pure encode is without the search that ours leaves out. */
export const veryfast21 = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21'] as const;

/** The same 360 frames, composed already: what no pipeline with these settings can beat on one encoder. */
export async function pureEncode(raw: string, encoder: readonly string[], outPath: string): Promise<void> {
  const input = [
    '-f',
    'rawvideo',
    '-pix_fmt',
    'yuv420p',
    '-s',
    `${canvas.width}x${canvas.height}`,
    '-r',
    '30',
    '-i',
    raw,
  ];
  await ffmpeg([...input, ...encoder, '-an', outPath]);
}
