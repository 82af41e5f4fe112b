import { spawn } from 'node:child_process';
import { access, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyEmbedded } from '../support/copy-embedded.ts';
import { openStoryWorld, type StoryWorld } from '../support/story-world.ts';

const AD = join(import.meta.dirname, '../../src/cli/ad.ts');
const SMALL = ['--images', '4', '--clips', '2', '--clip-seconds', '2', '--seed', '7'];
const PROMPT = ['--prompt', 'Dew, the face serum for calm mornings', '--cta', 'Try it'];

let dir: string;
let world: StoryWorld;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'spotsmith-cli-'));
  world = await openStoryWorld();
  await copyEmbedded(join(world.dataDir, 'database'));
});
afterAll(async () => {
  await world.close();
  await rm(dir, { recursive: true, force: true });
});

type Ended = { code: number | null; out: string; told: string };

/** Runs `npm run ad` as a person would; `interruptAt` presses Ctrl-C when the words appear. */
function ad(args: string[], options: { environment?: Record<string, string>; interruptAt?: RegExp } = {}) {
  const child = spawn(process.execPath, ['--no-warnings', AD, ...args], {
    cwd: dir,
    env: {
      NODE_ENV: 'production',
      PATH: process.env['PATH'],
      CANVAS_SCALE: '0.25',
      VIDEO_ENCODER: 'software',
      DATA_DIR: world.dataDir,
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let told = '';
  let isInterrupted = false;
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    if (isInterrupted || !options.interruptAt?.test(told)) return;
    isInterrupted = true;
    child.kill('SIGINT');
  });
  return new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, out, told }));
  });
}

test('one command makes a designed ad with no server, tells of each stage in plain lines, and leaves only the ad', async () => {
  const { code, out, told } = await ad([
    ...[...PROMPT, '--images', '4', '--seconds', '6', '--seed', '7'],
    ...['--photo', world.photoPath, '--out', 'one.mp4', '--json'],
  ]);
  expect(code, told).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ verdict: 'passed', width: 480, height: 270, spent_usd: 0 });
  for (const stage of ['Brief', 'Images', 'Ad']) expect(told).toContain(`${stage} `);
  expect(told).not.toContain('Clips');
  expect(told).not.toContain('\r');
  expect((await stat(join(dir, 'one.mp4'))).size).toBeGreaterThan(10_000);
  expect(await readdir(dir)).toEqual(['one.mp4']);
});

test('Ctrl-C stops cleanly, and --resume goes on with what was asked for, without making the images again', async () => {
  const stopped = await ad([...PROMPT, ...SMALL, '--out', 'two.mp4'], { interruptAt: /Making 2 clips/ });
  expect(stopped.code, stopped.told).toBe(130);
  expect(stopped.told).toContain('--resume');
  await expect(access(join(dir, 'two.mp4'))).rejects.toThrow('ENOENT');
  const resumed = await ad(['--resume', '--out', 'two.mp4', '--json']);
  expect(resumed.code, resumed.told).toBe(0);
  // Two clips of two seconds, not four of three.
  expect(JSON.parse(resumed.out)).toMatchObject({ seconds: 4 });
  expect(resumed.told).not.toContain('Images');
});

test('beside a running server it uses that server, and makes a classic ad of clips when that is asked for', async () => {
  const server = await world.start();
  const { code, out, told } = await ad([
    ...[...PROMPT, ...SMALL, '--layout', 'classic'],
    ...['--photo', world.photoPath, '--out', 'three.mp4', '--json'],
  ]);
  expect(code, told).toBe(0);
  expect(told).toContain(`Using the Spotsmith that runs at ${server.url}`);
  expect(JSON.parse(out)).toMatchObject({ verdict: 'passed', seconds: 4 });
  for (const stage of ['Brief', 'Images', 'Scenes', 'Clips', 'Ad']) expect(told).toContain(`${stage} `);
  await server.stop('SIGTERM');
});

test.each([
  [[...PROMPT, '--photo', 'nowhere.png'], 'nowhere.png cannot be read'],
  [[...PROMPT, '--out', 'no/such/folder/ad.mp4'], 'cannot be written to'],
  [['--resume', '--out', 'never-begun.mp4'], 'Nothing was begun'],
])('a command line that does not fit the disk is explained: %j', async (args, sentence) => {
  const { code, told } = await ad(args);
  expect(code).toBe(2);
  expect(told).toContain(sentence);
});
