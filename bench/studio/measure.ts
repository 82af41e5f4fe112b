// Wall, CPU and memory of the studio's work, medians: npm run bench:studio -- [--runs 3] [--jobs stills,clip-push] [--ad]
// --ad makes a whole ad as `npm run ad` does, and encodes its frames again with the same settings and nothing else.
// Needs GNU time (/usr/bin/time). One core: prefix with `taskset -c 0`.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { planRender } from '../../packages/compositor/src/plan-render.ts';
import { probeTimeline } from '../../packages/compositor/src/probe-timeline.ts';
import { MOVES } from '../../packages/studio/src/clip.ts';
import { preparePhoto } from '../../packages/studio/src/photo.ts';
import { measureProcessTree } from '../compose/measure-process-tree.ts';
import { ffmpeg, firstCta, pureEncode, timelineOf } from '../compose/pipelines.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    jobs: { type: 'string' },
    ad: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const jobs = values.jobs?.split(',') ?? [
  'cut-out',
  'stills',
  ...MOVES.map((move) => `clip-${move}`),
  'music',
];

interface Cost {
  wallSeconds: number;
  cpuSeconds: number;
  largestProcessMiB: number;
}

/** What a program of ours and all it starts cost, and what it printed; `cwd` is where it keeps its data. */
function costOf(script: string, args: readonly string[], cwd?: string): Cost & { stdout: string } {
  const { stdout, stderr, status } = spawnSync(
    '/usr/bin/time',
    ['-f', '%e %U %S %M', process.execPath, local(script), ...args],
    { encoding: 'utf8', cwd },
  );
  if (status !== 0) throw new Error(stderr);
  const figures = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  const [wallSeconds = NaN, user = NaN, system = NaN, kilobytes = NaN] = figures;
  return { wallSeconds, cpuSeconds: user + system, largestProcessMiB: kilobytes / 1024, stdout };
}

/** A piece of work, without the start of the program that asks for it. */
function costOfJob(args: readonly string[]): Cost {
  const { largestProcessMiB, stdout } = costOf('one-job.ts', args);
  const work = JSON.parse(stdout) as Pick<Cost, 'wallSeconds' | 'cpuSeconds'>;
  return { ...work, largestProcessMiB };
}

function row(work: string, costs: readonly Cost[]): string {
  const median = (key: keyof Cost) =>
    costs.map((cost) => cost[key]).toSorted((a, b) => a - b)[Math.floor(costs.length / 2)] ?? NaN;
  const figures = [median('wallSeconds'), median('cpuSeconds'), median('largestProcessMiB')];
  return `| ${work} | ${figures.map((figure) => figure.toFixed(1)).join(' | ')} |`;
}

const local = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** A whole ad in an empty data folder, and the same frames through the encoder alone. */
async function wholeAd(folder: string): Promise<string[]> {
  const outPath = path.join(folder, 'ad.mp4');
  const words = [
    '--prompt',
    'Crema, the espresso cup for slow mornings',
    '--cta',
    'Order now',
    '--seed',
    '7',
  ];
  const wish = ['--photo', local('photos/coffee.webp'), ...words, '--out', outPath];
  const ad = costOf('../../apps/server/src/cli/ad.ts', wish, folder);
  const raw = path.join(folder, 'ad.yuv');
  await ffmpeg(['-i', outPath, '-map', '0:v', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', raw]);
  const timeline = timelineOf({ clips: [outPath], music: outPath }, firstCta);
  const { encoder } = planRender(timeline, await probeTimeline(timeline));
  const pure = await measureProcessTree(() => pureEncode(raw, encoder.output, path.join(folder, 'pure.mp4')));
  return [
    row('whole ad', [ad]),
    row('a pure encode of its frames', [{ ...pure, largestProcessMiB: pure.childrenMiB }]),
  ];
}

const folder = await mkdtemp(path.join(tmpdir(), 'spotsmith-bench-'));
try {
  const photoDir = path.join(folder, 'photo');
  await mkdir(photoDir);
  const photo = await preparePhoto({ photoPath: local('photos/shoe.webp'), outDir: photoDir });
  const record = path.join(folder, 'prepared.json');
  await writeFile(record, JSON.stringify(photo));
  console.log('| work | wall s | CPU s | largest process MiB |\n|---|---|---|---|');
  for (const job of jobs) {
    const once = () => costOfJob([job, folder, record]);
    console.log(row(job, Array.from({ length: runs }, once)));
  }
  if (values.ad) for (const line of await wholeAd(folder)) console.log(line);
} finally {
  await rm(folder, { recursive: true });
}
