import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { inspect } from '../src/inspect.ts';
import { transitionIds } from '../src/transitions.ts';
import { complaints, makeClip, makeDir, renderTimeline, smallCanvas } from './make-media.ts';

/** Mean red and blue of every frame, 0–255. */
async function colorsOf(file: string): Promise<{ red: number; blue: number }[]> {
  const args = [
    '-v',
    'error',
    '-i',
    file,
    '-vf',
    'scale=1:1:flags=area,format=rgb24',
    '-f',
    'rawvideo',
    'pipe:1',
  ];
  const { stdout } = await execa('ffmpeg', args, { encoding: 'buffer', stdin: 'ignore' });
  return Array.from({ length: stdout.length / 3 }, (_, frame) => ({
    red: stdout[3 * frame] ?? 0,
    blue: stdout[3 * frame + 2] ?? 0,
  }));
}

const joinFrames = 12;
const shotFrames = 36;
const styles = transitionIds.filter((style) => style !== 'cut');

test('every transition takes exactly its frames and leads from one shot to the other', async () => {
  await using dir = await makeDir();
  const tint = (channels: string) => ({ filter: `colorchannelmixer=${channels}` });
  const red = await makeClip(join(dir.path, 'red.mp4'), tint('rr=1:gg=0.1:bb=0.1'));
  const blue = await makeClip(join(dir.path, 'blue.mp4'), tint('rr=0.1:gg=0.1:bb=1'));
  const clips = Array.from({ length: styles.length + 1 }, (_, index) => ({
    id: `c${index}`,
    source: index % 2 ? blue : red,
    // A backdrop ends its stream in another way than a crop does.
    fit: index % 3 ? ('crop' as const) : ('blurred-backdrop' as const),
    seconds: shotFrames / 30,
  }));
  const joins = styles.map((style) => ({ style, seconds: joinFrames / 30 }));
  const { timeline, path } = await renderTimeline(
    { canvas: { width: 192, height: 144 }, clips, joins },
    dir.path,
  );

  const { reasons, measured } = await inspect(path, timeline);
  expect(reasons).toEqual([]);
  expect(measured.frames).toBe((styles.length + 1) * shotFrames - styles.length * joinFrames);
  expect(await complaints(path)).toBe('');

  const colors = await colorsOf(path);
  for (const [index, style] of styles.entries()) {
    const end = (index + 1) * (shotFrames - joinFrames) + joinFrames;
    const start = end - joinFrames;
    // 1 before the join, 0 after it, when it leads from red to blue.
    const share = (frame: number) => {
      const { red: r, blue: b } = colors[frame] ?? { red: 0, blue: 0 };
      return index % 2 ? b / (r + b) : r / (r + b);
    };
    expect(share(start - 1), style).toBeGreaterThan(0.65);
    expect(share(start), style).toBeGreaterThan(0.5);
    expect(share(end - 1), style).toBeLessThan(0.5);
    expect(share(end), style).toBeLessThan(0.35);
    const middle = colors[start + joinFrames / 2] ?? { red: 0, blue: 0 };
    if (style === 'dip') expect(middle.red + middle.blue).toBeLessThan(60);
    if (style === 'dip-white') expect(Math.min(middle.red, middle.blue)).toBeGreaterThan(150);
  }
});

test('a title that spans a transition is cut with it and stays exact', async () => {
  await using dir = await makeDir();
  const source = await makeClip(join(dir.path, 'clip.mp4'));
  const { timeline, path, rendered } = await renderTimeline(
    {
      canvas: smallCanvas,
      clips: ['a', 'b'].map((id) => ({ id, source, seconds: 1 })),
      joins: [{ style: 'zoom', seconds: 0.5 }],
      overlays: [
        {
          id: 'title',
          type: 'text',
          text: 'Half way through',
          box: { x: 0.1, y: 0.4, width: 0.8, height: 0.2 },
          startSeconds: 0.7,
          endSeconds: 1.2,
          entrance: { style: 'pop', seconds: 0.2 },
          exit: { style: 'rise', seconds: 0.2 },
        },
      ],
    },
    dir.path,
  );
  expect((await inspect(path, timeline, { measures: rendered.measures })).measured.frames).toBe(45);
  expect(await complaints(path)).toBe('');
});
