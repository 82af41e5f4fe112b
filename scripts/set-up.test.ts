import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { differences } from './ensure-packages.mjs';
import { withLock } from './with-lock.mjs';

const setUp = join(import.meta.dirname, 'set-up.mjs');
const realFfmpeg = spawnSync('sh', ['-c', 'command -v ffmpeg'], { encoding: 'utf8' }).stdout.trim();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spotsmith-set-up-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a program on the PATH of the machine that is played. */
function place(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** An FFmpeg that answers the three questions of set-up. */
function placeFfmpeg({
  version = '7.1',
  libavfilter = '10.  4.100',
  encoders = ['libx264', 'aac'],
  filters = ['xfade', 'ebur128', 'alimiter'],
}): string {
  place('ffprobe', 'exit 0');
  const encoderLines = encoders.map((name) => `echo ' V....D ${name} an encoder'`).join('; ');
  const filterLines = filters.map((name) => `echo ' .. ${name} A->A a filter'`).join('; ');
  return place(
    'ffmpeg',
    `case "$*" in
      *-encoders*) ${encoderLines};;
      *-filters*) ${filterLines};;
      *) echo 'ffmpeg version ${version} Copyright'; echo 'libavfilter    ${libavfilter} / ${libavfilter}';;
    esac`,
  );
}

/** Runs set-up on a machine whose PATH is the temporary folder alone. */
function runSetUp(env: Record<string, string> = {}, args: string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [setUp, ...args], {
    encoding: 'utf8',
    env: { PATH: folder, ...env },
  });
  return { status, stdout, stderr };
}

describe('FFmpeg', () => {
  test('the one on the PATH is named, and standard output stays clean for --json', () => {
    placeFfmpeg({ version: '6.0-test' });
    const { status, stdout, stderr } = runSetUp();
    expect(stderr).toMatch(/^packages, Node 24\S*, FFmpeg 6\.0-test: ready in \d+ ms\n$/);
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  test('--quiet says nothing when there is nothing to do', () => {
    placeFfmpeg({});
    expect(runSetUp({}, ['--quiet'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('one older than 5.1 is refused with a sentence', () => {
    const path = placeFfmpeg({ version: '4.4.2', libavfilter: '7.110.100' });
    const { status, stderr } = runSetUp();
    expect(stderr).toContain(
      `FFmpeg at ${path} is version 4.4.2, and 5.1 is the oldest that will do. Install FFmpeg 5.1 or newer, or set FFMPEG_PATH to one.`,
    );
    expect(status).toBe(1);
  });

  test('a build from git is judged by its libavfilter', () => {
    placeFfmpeg({ version: 'N-12345-gabcdef', libavfilter: ' 8. 44.100' });
    expect(runSetUp().status).toBe(0);
  });

  test('one without libx264, or without a measure of loudness, is refused by name', () => {
    placeFfmpeg({ encoders: ['aac'] });
    expect(runSetUp().stderr).toContain('was built without libx264');
    placeFfmpeg({ filters: ['xfade', 'alimiter'] });
    const { stderr, status } = runSetUp();
    expect(stderr).toContain('was built without ebur128. Install FFmpeg 5.1 or newer');
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
  });

  test('FFMPEG_PATH wins over the PATH, and a wrong one is said to be wrong', () => {
    placeFfmpeg({});
    const { status, stderr } = runSetUp({ FFMPEG_PATH: join(folder, 'nowhere') });
    expect(stderr).toContain(`FFMPEG_PATH is ${join(folder, 'nowhere')}, which does not run.`);
    expect(status).toBe(1);
  });

  test('an FFmpeg that changed since it was checked is checked again', () => {
    placeFfmpeg({});
    expect(runSetUp().status).toBe(0);
    placeFfmpeg({ encoders: [] });
    expect(runSetUp().status).toBe(1);
  });

  test('where it is missing, the package manager installs it without a question', () => {
    const shell = '/bin/sh';
    symlinkSync(shell, join(folder, 'sh'));
    place('sudo', 'shift; exec "$@"');
    const ffmpeg = placeFfmpeg({});
    place('apt-get', `[ "$1" = update ] || /bin/mv ${folder}/hidden ${ffmpeg}`);
    spawnSync('mv', [ffmpeg, join(folder, 'hidden')]);
    const { status, stderr } = runSetUp();
    expect(stderr).toContain('install --yes --no-install-recommends ffmpeg');
    expect(stderr).toMatch(/FFmpeg 7\.1 installed: ready/);
    expect(status).toBe(0);
  });

  test('where nothing can install it, one sentence says what to type', () => {
    place('brew', 'exit 1');
    const { status, stderr } = runSetUp();
    expect(stderr).toContain('FFmpeg is missing. Type: brew install ffmpeg, or set FFMPEG_PATH');
    expect(status).toBe(1);
  });

  test('the FFmpeg of this machine is good enough', () => {
    expect(runSetUp({ FFMPEG_PATH: realFfmpeg }).stderr).toContain('FFmpeg');
  });
});

describe('packages', () => {
  const locked = {
    '': {},
    'apps/server': { version: '0.1.0' },
    'node_modules/fastify': { version: '5.12.8' },
    'node_modules/vitest': { version: '5.1.1', dev: true },
    'node_modules/esbuild-for-another-machine': { version: '1.0.0', optional: true },
  };
  const complete = {
    'node_modules/fastify': { version: '5.12.8' },
    'node_modules/vitest': { version: '5.1.1' },
  };

  test('nothing is installed again when all are there', () => {
    expect(differences(locked, complete, true)).toEqual([]);
  });

  test('a missing one and an older one are seen', () => {
    expect(differences(locked, { 'node_modules/vitest': { version: '5.0.0' } }, true)).toEqual([
      'node_modules/fastify',
      'node_modules/vitest',
    ]);
  });

  test('an installation without development packages may start, but not test', () => {
    const production = { 'node_modules/fastify': { version: '5.12.8' } };
    expect(differences(locked, production, false)).toEqual([]);
    expect(differences(locked, production, true)).toEqual(['node_modules/vitest']);
  });
});

describe('two set-ups at once', () => {
  test('take turns', async () => {
    const path = join(folder, 'lock');
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(`${name} ends`);
    };
    await Promise.all([withLock(path, work('first')), withLock(path, work('second'))]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  test('do not wait for one that was killed', async () => {
    const path = join(folder, 'lock');
    const program = `import('${join(import.meta.dirname, 'with-lock.mjs')}').then(({ withLock }) =>
      withLock('${path}', () => new Promise(() => console.log('holding'))));`;
    const holder = spawn(process.execPath, ['--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    holder.kill('SIGKILL');
    expect(await withLock(path, async () => 'mine')).toBe('mine');
  });
});
