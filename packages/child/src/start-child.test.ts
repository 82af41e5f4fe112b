import { expect, test } from 'vitest';
import { causeOf, isMachine } from './ending.ts';
import { GENEROUS, type Limits } from './limits.ts';
import { startChild } from './start-child.ts';

async function endOf(script: string, limits: Partial<Limits> = {}): Promise<string> {
  const child = startChild(
    '/bin/sh',
    ['-c', script],
    {},
    { limits: { ...GENEROUS, ...limits }, isGroup: true },
  );
  const ended = await child.process;
  return ended.failed ? causeOf(ended, child.watch.reason()) : 'done';
}

test('a child that neither works nor speaks is ended, and that is not blamed on its file', async () => {
  const cause = await endOf('kill -STOP $$; echo never', { silentMs: 600 });
  expect(cause).toBe('silent');
  expect(isMachine('silent')).toBe(true);
});

test('a child that works is given its time, however long it takes to speak', async () => {
  expect(await endOf('i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done', { silentMs: 300 })).toBe('done');
});

test('a child that has nothing to do may be silent', async () => {
  const limits = { ...GENEROUS, silentMs: 60 };
  const child = startChild('sleep', ['1'], {}, { limits, isBusy: () => false });
  expect((await child.process).failed).toBe(false);
});

test('processor time is counted of a child and what it started together', async () => {
  expect(await endOf('(while :; do :; done) & (while :; do :; done) & wait', { cpuSeconds: 1 })).toBe(
    'costly',
  );
});

test.each([
  ['kill -9 $$', 'killed'],
  ['kill -TERM $$', 'killed'],
  ['exit 255', 'killed'],
  ['kill -SEGV $$', 'crashed'],
  ['echo "write error: No space left on device" >&2; exit 1', 'disk-full'],
  ['echo "Cannot allocate memory" >&2; exit 1', 'memory'],
  ['echo "Invalid data found" >&2; exit 1', 'failed'],
  ['exit 0', 'done'],
])('how a child ended by "%s" is called %s', async (script, cause) => {
  expect(await endOf(script)).toBe(cause);
});

test('a program that is not there is called missing, with and without limits of the system', async () => {
  const child = startChild('/nowhere/ffmpeg', [], {}, { limits: GENEROUS });
  expect(causeOf(await child.process, child.watch.reason())).toBe('missing');
  expect(causeOf({ code: 'ENOENT' }, null)).toBe('missing');
});

test('a child knows nothing of the environment but where programs and directories are', async () => {
  const child = startChild('env', [], {}, { limits: GENEROUS });
  const { stdout } = await child.process;
  const names = String(stdout)
    .split('\n')
    .map((line) => line.split('=')[0] ?? '');
  const known = ['PATH', 'HOME', 'TMPDIR', 'VIPS_CONCURRENCY', 'LC_ALL'];
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
});

test('a child that takes more memory than it may is stopped at that', async () => {
  const script = `const held = []; for (;;) held.push(Buffer.alloc(50e6, 1));`;
  const limits = { ...GENEROUS, memoryBytes: 1.2 * 2 ** 30 };
  const child = startChild(process.execPath, ['-e', script], {}, { limits });
  const ended = await child.process;
  expect(['memory', 'crashed']).toContain(causeOf(ended, child.watch.reason()));
});
