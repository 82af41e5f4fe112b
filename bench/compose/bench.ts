import { cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { planRender } from '../../packages/compositor/src/plan-render.ts';
import { probeTimeline } from '../../packages/compositor/src/probe-timeline.ts';
import { prepare, render } from '../../packages/compositor/src/render.ts';
import { seedPipeline } from '../../packages/compositor/test/seed-pipeline.ts';
import { type Inputs, inputsInWords, makeInputs } from './make-inputs.ts';
import { type Cost, measureProcessTree } from './measure-process-tree.ts';
import {
  canvas,
  commandLine,
  editly,
  ffmpeg,
  finish,
  firstCta,
  name,
  pureEncode,
  timelineOf,
  veryfast21,
} from './pipelines.ts';

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

const pipelines = [
  'seed',
  'pure encode',
  'pure encode, veryfast 21',
  'cold',
  'last clip arrives',
  'text edit',
  'cold, command line',
  'text edit, command line',
] as const;
type Pipeline = (typeof pipelines)[number] | 'editly';
type Round = Partial<Record<Pipeline, Cost>>;

/** The inputs as files that nobody has probed yet. */
async function freshInputs(inputs: Inputs, dir: string): Promise<Inputs> {
  const copy = async (file: string) => {
    const path = join(dir, basename(file));
    await cp(file, path);
    return path;
  };
  return { clips: await Promise.all(inputs.clips.map(copy)), music: await copy(inputs.music) };
}

interface Bench {
  inputs: Inputs;
  /** The composed frames, raw. */
  raw: string;
  encoder: readonly string[];
  dir: string;
  hasEditly: boolean;
}

async function runRound({ inputs, raw, encoder, dir, hasEditly }: Bench, round: number): Promise<Round> {
  const at = (file: string) => join(dir, file);
  const fresh = async (file: string) => {
    await rm(at(file), { recursive: true, force: true });
    await mkdir(at(file));
    return at(file);
  };
  const newInputs = await freshInputs(inputs, await fresh('new'));
  const seedDir = await fresh('seed');
  const wish = { ...newInputs, name, callToAction: firstCta, dir: seedDir, outPath: at('seed.mp4'), canvas };
  const seed = await measureProcessTree(() => seedPipeline(wish));
  const pure = await measureProcessTree(() => pureEncode(raw, encoder, at('pure.mp4')));
  const veryfast = await measureProcessTree(() => pureEncode(raw, veryfast21, at('veryfast.mp4')));

  const first = timelineOf(newInputs, firstCta);
  const edited = timelineOf(newInputs, `Only today: 20% off (${round})`);
  const cold = await measureProcessTree(async () => finish(first, await fresh('cache'), at('ours.mp4')));
  // The edit starts from the state that the first render left.
  const edit = await measureProcessTree(() => finish(edited, at('cache'), at('edited.mp4')));

  const arriving = await freshInputs(inputs, await fresh('arriving'));
  const waiting = timelineOf(arriving, firstCta, 3);
  await prepare(waiting, await probeTimeline(waiting), { cacheDir: await fresh('prepared') });
  const complete = timelineOf(arriving, firstCta);
  const last = await measureProcessTree(() => finish(complete, at('prepared'), at('last.mp4')));

  const cliCache = await fresh('cli');
  const cliCold = await measureProcessTree(() => commandLine(first, cliCache, dir));
  const cliEdit = await measureProcessTree(() => commandLine(edited, cliCache, dir));
  const other = hasEditly ? await measureProcessTree(() => editly(newInputs, dir)) : undefined;
  return {
    seed,
    'pure encode': pure,
    'pure encode, veryfast 21': veryfast,
    cold,
    'last clip arrives': last,
    'text edit': edit,
    'cold, command line': cliCold,
    'text edit, command line': cliEdit,
    ...(other && { editly: other }),
  };
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
  const seedBytes = await videoBytes(at('seed.mp4'));
  const size = (await videoBytes(at('ours.mp4'))) / seedBytes;
  const veryfast = await ssim(at('veryfast.mp4'), reference);
  const veryfastSize = (await videoBytes(at('veryfast.mp4'))) / seedBytes;
  return [
    `SSIM-Y against a lossless composite: seed ${mean(seed).toFixed(4)}, ours ${mean(ours).toFixed(4)} (bar: seed + 0.002), veryfast 21 ${mean(veryfast).toFixed(4)}`,
    `bytes of video: ours / seed ${size.toFixed(3)} (bar: 1.05), veryfast 21 / seed ${veryfastSize.toFixed(3)}`,
    `worst seam below a single pass: ${Math.max(...seams).toFixed(4)} (bar: 0.01)`,
    `frames: ${ours.length} (bar: 360); both files ${((await stat(at('ours.mp4'))).size / 2 ** 20).toFixed(1)} and ${((await stat(at('seed.mp4'))).size / 2 ** 20).toFixed(1)} MiB`,
  ];
}

function row(pipeline: Pipeline, rounds: readonly Round[]): string {
  const costs = (of: Pipeline, key: keyof Cost) => rounds.map((round) => round[of]?.[key] ?? NaN);
  const of = (key: keyof Cost) => median(costs(pipeline, key));
  const ratio = (key: keyof Cost, base: Pipeline) => {
    const bases = costs(base, key);
    return median(costs(pipeline, key).map((cost, round) => cost / (bases[round] ?? NaN))).toFixed(3);
  };
  const columns = [
    of('wallSeconds').toFixed(2),
    of('cpuSeconds').toFixed(2),
    ratio('wallSeconds', 'seed'),
    ratio('cpuSeconds', 'seed'),
    ratio('wallSeconds', 'pure encode'),
    ratio('wallSeconds', 'pure encode, veryfast 21'),
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
    const { output } = plan.encoder;
    const lossless = output.map((word, index) => (output[index - 1] === '-crf' ? '1' : word));
    await render(
      { ...plan, encoder: { ...plan.encoder, output: lossless } },
      { cacheDir: join(dir, 'lossless-cache'), outPath: reference },
    );
    const raw = join(dir, 'raw.yuv');
    await ffmpeg(['-i', reference, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', raw]);
    const { exitCode } = await execa('editly', ['--version'], { reject: false, stdin: 'ignore' });
    const bench = { inputs, raw, encoder: output, dir, hasEditly: exitCode === 0 };
    const rounds: Round[] = [];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      rounds.push(await runRound(bench, round));
      process.stderr.write(`round ${round + 1} of ${values.rounds}\n`);
    }
    process.stdout.write(
      [
        `${availableParallelism()} cores, ${values.rounds} interleaved rounds, medians; ratios are taken within a round.`,
        inputsInWords,
        'Ours ends with the verdict and the poster. “Cold” knows no file; an edit knows the clips it has seen.',
        '',
        '| pipeline | wall s | CPU s | wall / seed | CPU / seed | wall / pure encode | wall / veryfast 21 | memory MiB |',
        '|---|---|---|---|---|---|---|---|',
        ...[...pipelines, ...(bench.hasEditly ? ['editly' as const] : [])].map((it) => row(it, rounds)),
        '',
        '“Pure encode” has our x264 settings, which are cheaper than veryfast: what is beyond it weighs the more.',
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
