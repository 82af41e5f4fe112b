import { chmod, mkdir, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { SegmentCache } from '../src/encode/segment-cache.ts';
import { RenderFailed, TimelineUnfinished } from '../src/errors.ts';
import { inspect } from '../src/inspect.ts';
import { planRender } from '../src/plan-render.ts';
import { probeTimeline } from '../src/probe-timeline.ts';
import { prepare, render } from '../src/render.ts';
import { Timeline, type TimelineInput } from '../src/timeline.ts';
import { complaints, makeClip, makeDir, quick, renderTimeline, smallCanvas } from './make-media.ts';

function ad(sources: (string | null)[], callToAction = 'Shop now'): TimelineInput {
  return {
    canvas: smallCanvas,
    encoding: quick,
    clips: sources.map((source, index) => ({ id: `c${index}`, source, seconds: 1 })),
    overlays: [
      {
        id: 'cta',
        type: 'text',
        text: callToAction,
        startSeconds: sources.length - 0.6,
        endSeconds: sources.length,
        box: { x: 0.1, y: 0.7, width: 0.8, height: 0.2 },
      },
    ],
  };
}

async function leftovers(cacheDir: string): Promise<string[]> {
  return (await readdir(cacheDir)).filter((name) => name.startsWith('part-'));
}

test('a text edit encodes only the frames that show the text', async () => {
  await using dir = await makeDir();
  const source = await makeClip(join(dir.path, 'clip.mp4'), { tone: 440 });
  const first = await renderTimeline(ad([source, source]), dir.path);
  expect(first.rendered.encodedFrames).toBe(60);
  const edited = await renderTimeline(ad([source, source], 'Buy today'), dir.path, 'edited.mp4');
  expect(edited.rendered.encodedFrames).toBe(18);
  expect((await inspect(edited.path, edited.timeline)).verdict).toBe('passed');
  const again = await renderTimeline(ad([source, source]), dir.path, 'again.mp4');
  expect(again.rendered.encodedFrames).toBe(0);
  expect(await readFile(again.path)).toEqual(await readFile(first.path));
});

test('what does not need the missing clip is ready before it arrives', async () => {
  await using dir = await makeDir();
  const cacheDir = join(dir.path, 'cache');
  const source = await makeClip(join(dir.path, 'clip.mp4'));
  const last = await makeClip(join(dir.path, 'last.mp4'), { tone: 440 });
  const waiting = Timeline.parse(ad([source, source, null]));
  const probes = await probeTimeline(waiting);
  expect(await prepare(waiting, probes, { cacheDir })).toEqual({ readyFrames: 60, totalFrames: 90 });
  const unfinished = render(planRender(waiting, probes), { cacheDir, outPath: join(dir.path, 'no.mp4') });
  await expect(unfinished).rejects.toThrow(TimelineUnfinished);
  const { rendered } = await renderTimeline(ad([source, source, last]), dir.path);
  expect(rendered.encodedFrames).toBe(30);
});

test('progress never goes back, counts reused frames and ends at 100 percent', async () => {
  await using dir = await makeDir();
  const source = await makeClip(join(dir.path, 'clip.mp4'));
  await renderTimeline(ad([source, source]), dir.path);
  const timeline = Timeline.parse(ad([source, source], 'Edited'));
  const seen: number[] = [];
  const plan = planRender(timeline, await probeTimeline(timeline));
  await render(plan, {
    cacheDir: join(dir.path, 'cache'),
    outPath: join(dir.path, 'edited.mp4'),
    onProgress: ({ percent }) => seen.push(percent),
  });
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen[0]).toBeGreaterThan(40);
  expect(seen.at(-1)).toBe(100);
});

test('a cancelled render leaves no torn segment, no file and no FFmpeg behind', async () => {
  await using dir = await makeDir();
  const cacheDir = join(dir.path, 'cache');
  const source = await makeClip(join(dir.path, 'clip.mp4'), { seconds: 4 });
  const timeline = Timeline.parse({
    canvas: { width: 1920, height: 1080 },
    clips: [{ id: 'long', source, seconds: 4 }],
  });
  const plan = planRender(timeline, await probeTimeline(timeline));
  const stop = new AbortController();
  const outPath = join(dir.path, 'ad.mp4');
  const onProgress = () => stop.abort(new Error('stopped by the user'));
  await expect(render(plan, { cacheDir, outPath, signal: stop.signal, onProgress })).rejects.toThrow(
    'stopped by the user',
  );
  expect(await leftovers(cacheDir)).toEqual([]);
  expect(await readdir(dir.path)).not.toContain('ad.mp4');
  const { exitCode } = await execa('pgrep', ['-f', `ffmpeg.*${dir.path}`], { reject: false });
  expect(exitCode).toBe(1);
});

test('an FFmpeg that the system kills is started once more, and the ad is whole', async () => {
  await using dir = await makeDir();
  const source = await makeClip(join(dir.path, 'clip.mp4'));
  const timeline = Timeline.parse(ad([source, source]));
  const plan = planRender(timeline, await probeTimeline(timeline));
  const ffmpegPath = join(dir.path, 'fragile-ffmpeg');
  const flag = join(dir.path, 'died');
  // Dies like the out-of-memory killer's victim in the middle of its first encode; real FFmpeg afterwards.
  const script = (condition: string) => `#!/bin/sh
case "$*" in *libx264*) if ${condition}; then touch '${flag}'; kill -9 $$; fi;; esac
exec ffmpeg "$@"
`;
  await writeFile(ffmpegPath, script(`[ ! -e '${flag}' ]`));
  await chmod(ffmpegPath, 0o755);
  const options = { cacheDir: join(dir.path, 'cache'), outPath: join(dir.path, 'ad.mp4'), ffmpegPath };
  await render(plan, options);
  expect((await stat(flag)).isFile()).toBe(true);
  expect(await complaints(options.outPath)).toBe('');
  expect((await inspect(options.outPath, timeline)).verdict).toBe('passed');

  await writeFile(ffmpegPath, script('true'));
  await rm(options.cacheDir, { recursive: true });
  const error: unknown = await render(plan, options).catch((it: unknown) => it);
  expect(error).toBeInstanceOf(RenderFailed);
  expect(error).toMatchObject({ code: 'ffmpeg_killed', killed: true });
  expect(await leftovers(options.cacheDir)).toEqual([]);
});

test('a segment that rotted in the cache is never shipped, and is made anew by the next try', async () => {
  await using dir = await makeDir();
  const cacheDir = join(dir.path, 'cache');
  const source = await makeClip(join(dir.path, 'clip.mp4'));
  const first = await renderTimeline(ad([source]), dir.path);
  for (const name of (await readdir(cacheDir)).filter((it) => it.endsWith('.mp4'))) {
    const bytes = await readFile(join(cacheDir, name));
    const picture = bytes.indexOf('mdat') + 4;
    await writeFile(join(cacheDir, name), bytes.fill(0x5a, picture + 200, picture + 2000));
  }
  await expect(renderTimeline(ad([source]), dir.path, 'rotten.mp4')).rejects.toThrow(/damaged|failed/);
  expect(await readdir(dir.path)).not.toContain('rotten.mp4');
  const again = await renderTimeline(ad([source]), dir.path, 'again.mp4');
  expect(await readFile(again.path)).toEqual(await readFile(first.path));
});

test('two renders of the same ad at once share the work', async () => {
  await using dir = await makeDir();
  const source = await makeClip(join(dir.path, 'clip.mp4'));
  const [one, two] = await Promise.all([
    renderTimeline(ad([source, source]), dir.path, 'one.mp4'),
    renderTimeline(ad([source, source]), dir.path, 'two.mp4'),
  ]);
  expect(one.rendered.encodedFrames + two.rendered.encodedFrames).toBe(60);
  expect(await readFile(one.path)).toEqual(await readFile(two.path));
});

test('the cache forgets what was not used for longest, and sweeps what a crash left', async () => {
  await using dir = await makeDir();
  const cache = new SegmentCache(join(dir.path, 'cache'), 2500);
  await mkdir(cache.dir);
  const hour = 60 * 60_000;
  const now = Date.now();
  const put = async (name: string, agoMs: number) => {
    await writeFile(cache.path(name), '');
    await truncate(cache.path(name), 1000);
    await utimes(cache.path(name), new Date(now - agoMs), new Date(now - agoMs));
  };
  await put('oldest.mp4', 5 * hour);
  await put('kept.mp4', 4 * hour);
  await put('old.mp4', 3 * hour);
  await put('fresh.mp4', 0);
  await put('part-crashed.mp4', 2 * hour);
  await put('part-running.mp4', 0);
  await cache.evict(new Set(['kept.mp4']), now);
  expect((await readdir(cache.dir)).sort()).toEqual(['fresh.mp4', 'kept.mp4', 'part-running.mp4']);
});
