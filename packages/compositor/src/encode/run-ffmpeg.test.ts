import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { runFfmpeg, streamFfmpeg } from './run-ffmpeg.ts';

test('pixels arrive whole, though the last one looks like the end of a line', async () => {
  const newline = 10;
  const { stdout } = await runFfmpeg(
    {},
    {
      args: [
        ...['-f', 'lavfi', '-i', `nullsrc=s=4x2,format=gray,geq=lum=${newline}`],
        ...['-frames:v', '1', '-f', 'rawvideo', 'pipe:1'],
      ],
    },
  );
  expect([...stdout]).toEqual(Array(8).fill(newline));
});

test('the keys of the product stay with it: FFmpeg gets no more environment than it needs', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'compositor-test-'));
  vi.stubEnv('REPLICATE_API_TOKEN', 'secret');
  try {
    const ffmpegPath = join(dir, 'ffmpeg');
    await writeFile(ffmpegPath, '#!/bin/sh\nenv\n');
    await chmod(ffmpegPath, 0o755);
    const { stdout } = await runFfmpeg({ ffmpegPath }, { args: [] });
    expect(Buffer.from(stdout).toString()).toMatch(/^PATH=/m);
    expect(Buffer.from(stdout).toString()).not.toMatch(/secret/);
  } finally {
    vi.unstubAllEnvs();
    await rm(dir, { recursive: true });
  }
});

test('an FFmpeg without the filter for HDR clips is refused with a sentence that says what to do', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'compositor-test-'));
  try {
    // Real FFmpeg, asked for a filter it does not have under the name of the one it has.
    const ffmpegPath = join(dir, 'ffmpeg');
    const script = `#!/bin/sh\nffmpeg -f lavfi -i nullsrc -vf zscal -f null - 2>&1 | sed 's/zscal/zscale/' >&2\nexit 1\n`;
    await writeFile(ffmpegPath, script);
    await chmod(ffmpegPath, 0o755);
    await expect(runFfmpeg({ ffmpegPath }, { args: [] })).rejects.toMatchObject({
      code: 'ffmpeg_missing',
      message: expect.stringMatching(/without the filter zscale, which HDR clips need.*install/),
    });
  } finally {
    await rm(dir, { recursive: true });
  }
});

test.each([0, 1, 2])('a stream of which %d pieces were read can be stopped', async (pieces) => {
  const args = ['-f', 'lavfi', '-i', 'nullsrc=s=320x180', '-frames:v', '1', '-f', 'rawvideo', 'pipe:1'];
  const stream = streamFfmpeg({}, { args });
  const output = stream.stdout[Symbol.asyncIterator]();
  for (let read = 0; read < pieces; read += 1) await output.next();
  // FFmpeg is over by now; what it wrote last waits in the pipe.
  await setTimeout(300);
  stream.stop();
  await stream.ended.catch(() => undefined);
});
