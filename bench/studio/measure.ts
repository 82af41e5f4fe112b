// Wall, CPU and memory of the studio's work, medians of three runs, on a quiet machine: npx node bench/studio/measure.ts
// Needs GNU time (/usr/bin/time). One core: prefix with `taskset -c 0`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { preparePhoto } from '../../packages/studio/src/photo.ts';

const RUNS = Number(process.argv[2] ?? 3);
const jobs = process.argv[3]?.split(',') ?? [
  'stills',
  'clip-push',
  'clip-orbit',
  'clip-light-sweep',
  'music',
];
const folder = mkdtempSync(path.join(tmpdir(), 'spotsmith-bench-'));
const script = fileURLToPath(new URL('one-job.ts', import.meta.url));

const startedAt = performance.now();
const photo = await preparePhoto({
  photoPath: fileURLToPath(new URL('photos/shoe.webp', import.meta.url)),
  outDir: folder,
});
console.log(`cut-out (${photo.method}): ${((performance.now() - startedAt) / 1000).toFixed(1)} s wall`);
const record = path.join(folder, 'prepared.json');
writeFileSync(record, JSON.stringify(photo));

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
console.log('| work | wall s | CPU s | largest process MB |\n|---|---|---|---|');
for (const job of jobs) {
  const runs = Array.from({ length: RUNS }, () => {
    const { stderr, status } = spawnSync(
      '/usr/bin/time',
      ['-f', '%e %U %S %M', process.execPath, script, job, folder, record],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    const [wall = NaN, user = NaN, system = NaN, kilobytes = NaN] = (stderr.trim().split('\n').at(-1) ?? '')
      .split(' ')
      .map(Number);
    return { wall, cpu: user + system, megabytes: kilobytes / 1024 };
  });
  const figures = [
    median(runs.map(({ wall }) => wall)),
    median(runs.map(({ cpu }) => cpu)),
    median(runs.map(({ megabytes }) => megabytes)),
  ];
  console.log(`| ${job} | ${figures.map((figure) => figure.toFixed(1)).join(' | ')} |`);
}
rmSync(folder, { recursive: true });
