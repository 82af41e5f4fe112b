import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findEncoder } from '../src/encode/find-encoder.ts';
import { inspect } from '../src/inspect.ts';
import { planRender } from '../src/plan-render.ts';
import { probeTimeline } from '../src/probe-timeline.ts';
import { render } from '../src/render.ts';
import { Timeline } from '../src/timeline.ts';
import { complaints, makeClip, makeDir, smallCanvas } from './make-media.ts';

/**
 * An FFmpeg with NVENC as its only chip, which libx264 stands in for, since no build machine has a chip. `instead` are
 * its settings; `before` is done before each of its encodes.
 */
async function ffmpegWithChip(
  dir: string,
  { instead = '', before = '', profile = 'high' } = {},
): Promise<string> {
  const path = join(dir, 'ffmpeg-with-chip');
  const script = `#!/bin/bash
if [[ "$*" == *-encoders* ]]; then echo ' V....D h264_nvenc  NVIDIA NVENC H.264 encoder'; exit; fi
args=() skip=0
for word in "$@"; do
  if (( skip )); then skip=0; continue; fi
  case "$word" in
    h264_nvenc) ${before}
      args+=(libx264 -crf 21 -x264-params stitchable=1 ${instead});;
    -preset|-rc|-cq|-b:v) if [[ "$*" == *h264_nvenc* ]]; then skip=1; else args+=("$word"); fi;;
    high) args+=(${profile});;
    *) args+=("$word");;
  esac
done
exec ffmpeg "\${args[@]}"
`;
  await writeFile(path, script);
  await chmod(path, 0o755);
  return path;
}

test('a chip that encodes well is used, and an ad of its segments is whole', async () => {
  await using dir = await makeDir();
  const ffmpegPath = await ffmpegWithChip(dir.path);
  const { name, refused } = await findEncoder({ ffmpegPath });
  expect(refused).toEqual([]);
  expect(name).toBe('h264_nvenc');

  const source = await makeClip(join(dir.path, 'clip.mp4'));
  const clips = ['a', 'b', 'c'].map((id) => ({ id, source, seconds: 1 }));
  const timeline = Timeline.parse({ canvas: smallCanvas, clips });
  const outPath = join(dir.path, 'ad.mp4');
  const plan = planRender(timeline, await probeTimeline(timeline), name);
  const { measures } = await render(plan, { cacheDir: join(dir.path, 'cache'), outPath, ffmpegPath });
  expect(await complaints(outPath)).toBe('');
  expect((await inspect(outPath, timeline, { measures })).verdict).toBe('passed');
});

test.for([
  ['fails', { before: 'echo "No capable devices found" >&2; exit 1;' }, 'No capable devices found'],
  ['hangs', { before: 'kill -STOP $$;' }, 'did nothing for long'],
  ['makes pictures that are too poor', { instead: '-crf 51' }, 'too poor'],
  [
    'writes segments that do not join',
    { before: 'touch "$0.$$";', instead: '-refs $(ls -d $0.* | wc -l)' },
    'headers differ',
  ],
  ['has no High profile', { profile: 'baseline' }, 'instead of h264 High'],
] as const)('a chip that %s is not used, and the reason is told', async ([, chip, why]) => {
  await using dir = await makeDir();
  const ffmpegPath = await ffmpegWithChip(dir.path, chip);
  const { name, refused } = await findEncoder({ ffmpegPath });
  expect(name).toBe('libx264');
  expect(refused).toEqual([{ name: 'h264_nvenc', why: expect.stringContaining(why) }]);
});

test('on a machine without any chip everything is encoded in software', async () => {
  const { name } = await findEncoder({});
  expect(name).toBe('libx264');
});
