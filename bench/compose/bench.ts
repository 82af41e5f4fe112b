import { cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { inspect } from '../../packages/compositor/src/inspect.ts';
import { planRender } from '../../packages/compositor/src/plan-render.ts';
import { probeTimeline } from '../../packages/compositor/src/probe-timeline.ts';
import { prepare, render } from '../../packages/compositor/src/render.ts';
import { defaultTitles } from '../../packages/compositor/src/default-titles.ts';
import { canvases, Timeline } from '../../packages/compositor/src/timeline.ts';
import { seedPipeline } from '../../packages/compositor/test/seed-pipeline.ts';
import { type Inputs, makeInputs } from './make-inputs.ts';
import { type Cost, measureProcessTree } from './measure-process-tree.ts';

const name = 'Aurora Buds Pro';
const firstCta = 'Shop now: 20% off today';
const canvas = canvases['16:9'];
const totalSeconds = 12;

function timelineOf(inputs: Inputs, callToAction: string, missing?: number): Timeline {
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

/** From the timeline to the judged file: everything a user waits for. */
async function finish(timeline: Timeline, cacheDir: string, outPath: string): Promise<void> {
  const probes = await probeTimeline(timeline);
  const { measures } = await render(planRender(timeline, probes), { cacheDir, outPath });
  const { verdict, reasons } = await inspect(outPath, timeline, { measures, probes });
  if (verdict === 'blocked') throw new Error(reasons.map(({ message }) => message).join(' '));
}

async function ffmpeg(args: readonly string[]): Promise<string> {
  const { stdout } = await execa('ffmpeg', ['-v', 'error', '-y', '-nostdin', ...args], { stdin: 'ignore' });
  return stdout;
}

/** The same 360 frames, composed already: what no pipeline with these settings can beat on one encoder. */
async function pureEncode(raw: string, encoder: readonly string[], outPath: string): Promise<void> {
  const settings = encoder.map((word) => word.replace(':threads=1', ''));
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
  await ffmpeg([...input, ...settings, '-an', outPath]);
}

async function ssim(file: string, reference: string): Promise<number[]> {
  const lines = await ffmpeg([
    '-i',
    file,
    '-i',
    reference,
    '-lavfi',
    '[0:v][1:v]ssim=stats_file=-',
    '-f',
    'null',
    '-',
  ]);
  return [...lines.matchAll(/Y:([\d.]+)/g)].map((match) => Number(match[1]));
}

async function videoBytes(file: string): Promise<number> {
  const args = [
    '-v',
    'error',
    '-select_streams',
    'v',
    '-show_entries',
    'packet=size',
    '-of',
    'csv=p=0',
    file,
  ];
  const { stdout } = await execa('ffprobe', args);
  return stdout.split('\n').reduce((sum, line) => sum + Number.parseInt(line, 10), 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

const pipelines = ['seed', 'pure encode', 'cold', 'last clip arrives', 'text edit'] as const;
type Pipeline = (typeof pipelines)[number];
type Round = Record<Pipeline, Cost>;

async function runRound(inputs: Inputs, raw: string, dir: string, round: number): Promise<Round> {
  const at = (file: string) => join(dir, file);
  const fresh = async (file: string) => {
    await rm(at(file), { recursive: true, force: true });
    await mkdir(at(file));
    return at(file);
  };
  const first = timelineOf(inputs, firstCta);
  const { encoder } = planRender(first, await probeTimeline(first));
  const { music, clips } = inputs;
  const seedDir = await fresh('seed');
  const wish = { clips, music, name, callToAction: firstCta, dir: seedDir, outPath: at('seed.mp4'), canvas };
  const seed = await measureProcessTree(() => seedPipeline(wish));
  const pure = await measureProcessTree(() => pureEncode(raw, encoder, at('pure.mp4')));
  const cold = await measureProcessTree(async () => finish(first, await fresh('cache'), at('ours.mp4')));
  // The edit starts from the state that the first render left.
  const edited = timelineOf(inputs, `Only today: 20% off (${round})`);
  const edit = await measureProcessTree(() => finish(edited, at('cache'), at('edited.mp4')));
  const waiting = timelineOf(inputs, firstCta, 3);
  await prepare(waiting, await probeTimeline(waiting), { cacheDir: await fresh('prepared') });
  const last = await measureProcessTree(() => finish(first, at('prepared'), at('last.mp4')));
  return { seed, 'pure encode': pure, cold, 'last clip arrives': last, 'text edit': edit };
}

async function quality(inputs: Inputs, dir: string, reference: string): Promise<string[]> {
  const at = (file: string) => join(dir, file);
  const seedLossless = at('seed-lossless.mp4');
  const seedDir = at('seed-lossless');
  await mkdir(seedDir, { recursive: true });
  const { music, clips } = inputs;
  await seedPipeline({
    clips,
    music,
    name,
    callToAction: firstCta,
    dir: seedDir,
    outPath: seedLossless,
    canvas,
    isLossless: true,
  });
  const [seed, ours] = [await ssim(at('seed.mp4'), seedLossless), await ssim(at('ours.mp4'), reference)];
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const { segments } = planRender(
    timelineOf(inputs, firstCta),
    await probeTimeline(timelineOf(inputs, firstCta)),
  );
  const pure = await ssim(at('pure.mp4'), reference);
  const seams = segments.map(({ startFrame }) => (pure[startFrame] ?? 1) - (ours[startFrame] ?? 0));
  const size = (await videoBytes(at('ours.mp4'))) / (await videoBytes(at('seed.mp4')));
  return [
    `SSIM-Y against a lossless composite: seed ${mean(seed).toFixed(4)}, ours ${mean(ours).toFixed(4)} (bar: seed + 0.002)`,
    `bytes of video: ours / seed ${size.toFixed(3)} (bar: 1.05)`,
    `worst seam below a single pass: ${Math.max(...seams).toFixed(4)} (bar: 0.01)`,
    `frames: ${ours.length} (bar: 360); both files ${((await stat(at('ours.mp4'))).size / 2 ** 20).toFixed(1)} and ${((await stat(at('seed.mp4'))).size / 2 ** 20).toFixed(1)} MiB`,
  ];
}

function row(pipeline: Pipeline, rounds: readonly Round[]): string {
  const of = (key: keyof Cost) => median(rounds.map((round) => round[pipeline][key]));
  const ratio = (key: keyof Cost, base: Pipeline) =>
    median(rounds.map((round) => round[pipeline][key] / round[base][key])).toFixed(3);
  const columns = [
    of('wallSeconds').toFixed(2),
    of('cpuSeconds').toFixed(2),
    ratio('wallSeconds', 'seed'),
    ratio('cpuSeconds', 'seed'),
    ratio('wallSeconds', 'pure encode'),
    of('childrenMiB').toFixed(0),
  ];
  return `| ${pipeline} | ${columns.join(' | ')} |`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '5' }, keep: { type: 'string' } },
  });
  const dir = await mkdtemp(join(tmpdir(), 'bench-compose-'));
  try {
    const inputs = await makeInputs(join(dir, 'inputs'));
    const timeline = timelineOf(inputs, firstCta);
    const plan = planRender(timeline, await probeTimeline(timeline));
    const reference = join(dir, 'lossless.mp4');
    const lossless = plan.encoder.map((word, index) => (plan.encoder[index - 1] === '-crf' ? '1' : word));
    await render(
      { ...plan, encoder: lossless },
      { cacheDir: join(dir, 'lossless-cache'), outPath: reference },
    );
    const raw = join(dir, 'raw.yuv');
    await ffmpeg(['-i', reference, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', raw]);
    const rounds: Round[] = [];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      rounds.push(await runRound(inputs, raw, dir, round));
      process.stderr.write(`round ${round + 1} of ${values.rounds}\n`);
    }
    process.stdout.write(
      [
        `${availableParallelism()} cores, ${values.rounds} interleaved rounds, medians; ratios are taken within a round.`,
        '',
        '| pipeline | wall s | CPU s | wall / seed | CPU / seed | wall / pure encode | memory MiB |',
        '|---|---|---|---|---|---|---|',
        ...pipelines.map((pipeline) => row(pipeline, rounds)),
        '',
        'Bars: cold ≤ 0.25 × seed and ≤ 1.05 × a pure encode; last clip ≤ 0.10; text edit ≤ 0.055; memory ≤ 650 MiB.',
        ...(await quality(inputs, dir, reference)),
        '',
      ].join('\n'),
    );
    if (values.keep) await cp(dir, values.keep, { recursive: true });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

await main();
