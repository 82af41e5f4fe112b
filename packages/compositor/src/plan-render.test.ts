import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TimelineInvalid } from './errors.ts';
import { planRender, type RenderPlan } from './plan-render.ts';
import type { MediaProbe } from './probe-media.ts';
import { Timeline, type TimelineInput } from './timeline.ts';
import { transitionIds } from './transitions.ts';

const picture = {
  ...{
    codec: 'h264',
    width: 1024,
    height: 576,
    fps: 25,
    isHdr: false,
    isFullRange: false,
    isInterlaced: false,
  },
  ...{ hasAlpha: false, transfer: 'bt709', primaries: 'bt709', matrix: 'bt709', pixelFormat: 'yuv420p' },
};

function probe(path: string, sha256 = `sha of ${path}`): MediaProbe {
  const sound = { track: 0, codec: 'aac', sampleRate: 48_000, channels: 2 };
  return { path, sha256, bytes: 1, kind: 'video', inputOptions: [], seconds: 10, picture, sound };
}

const probes = new Map(['a', 'b', 'c', 'd'].map((name) => [name, probe(name)]));

function plan(input: TimelineInput, known: ReadonlyMap<string, MediaProbe> = probes): RenderPlan {
  return planRender(Timeline.parse(input), known);
}

function hashes(of: RenderPlan): (string | undefined)[] {
  return of.segments.map(({ recipe }) => recipe?.hash);
}

const canvas = { width: 320, height: 180 };
const title = {
  id: 'title',
  type: 'text' as const,
  text: 'Hello',
  startSeconds: 1,
  endSeconds: 2,
  box: { x: 0.1, y: 0.1, width: 0.8, height: 0.2 },
};
const ad: TimelineInput = {
  canvas,
  clips: ['a', 'b', 'c'].map((source) => ({ id: source, source, seconds: 3 })),
  overlays: [title],
};

const source = fc.constantFrom('a', 'b', 'c', 'd');
const seconds = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const randomTimeline = fc.record({
  canvas: fc.constant(canvas),
  clips: fc.array(
    fc.record({
      id: fc.uuid(),
      source: fc.option(source, { nil: null }),
      seconds: seconds(1.6, 20),
      inSeconds: seconds(0, 15),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  joins: fc.array(fc.record({ style: fc.constantFrom(...transitionIds), seconds: seconds(0, 0.8) }), {
    maxLength: 5,
  }),
  intro: fc.option(fc.record({ seconds: seconds(1, 3), name: fc.string() }), { nil: null }),
  outro: fc.option(fc.record({ seconds: seconds(1, 3), url: fc.webUrl(), hasQrCode: fc.boolean() }), {
    nil: null,
  }),
  overlays: fc.array(
    fc.record({
      id: fc.uuid(),
      type: fc.constant('text' as const),
      text: fc.string(),
      startSeconds: seconds(0, 30),
      endSeconds: seconds(0, 30),
      box: fc.constant(title.box),
    }),
    { maxLength: 4 },
  ),
});

test('the segments of any timeline cover every frame exactly once', () => {
  fc.assert(
    fc.property(randomTimeline, (input) => {
      const { segments, totalFrames } = plan(input);
      let next = 0;
      for (const { startFrame, frameCount } of segments) {
        expect(startFrame).toBe(next);
        expect(frameCount).toBeGreaterThan(0);
        next += frameCount;
      }
      expect(next).toBe(totalFrames);
    }),
  );
});

test('a segment waits for unfinished clips, and only for those it shows or reads behind a text', () => {
  fc.assert(
    fc.property(randomTimeline, (input) => {
      const { segments, schedule, overlays } = plan(input);
      for (const { startFrame, frameCount, recipe, missingClipIds } of segments) {
        const end = startFrame + frameCount;
        const texts = overlays.filter((it) => it.startFrame < end && it.endFrame > startFrame);
        const spans = [{ startFrame, endFrame: end }, ...texts];
        const waits = schedule.shots.some(
          ({ content, ...shot }) =>
            content.kind === 'clip' &&
            content.clip.source === null &&
            spans.some((span) => shot.startFrame < span.endFrame && shot.endFrame > span.startFrame),
        );
        expect(recipe === null).toBe(waits);
        expect(missingClipIds.length > 0).toBe(waits);
      }
    }),
  );
});

test('planning is pure: the same timeline gives the same plan', () => {
  fc.assert(
    fc.property(randomTimeline, (input) => {
      expect(plan(input)).toEqual(plan(input));
    }),
  );
});

test('whatever text of whatever ad is changed, exactly the segments that show it are made anew', () => {
  fc.assert(
    fc.property(randomTimeline, fc.nat(), (input, which) => {
      const chosen = input.overlays[which % Math.max(1, input.overlays.length)];
      const saying = (text: string) =>
        plan({ ...input, overlays: input.overlays.map((it) => (it === chosen ? { ...it, text } : it)) });
      const [before, after] = [saying('Hello'), saying('Goodbye')];
      const shown = before.overlays.find(({ overlay }) => overlay.id === chosen?.id);
      for (const [index, { startFrame, frameCount, recipe }] of before.segments.entries()) {
        const isOn =
          shown !== undefined && shown.startFrame < startFrame + frameCount && shown.endFrame > startFrame;
        expect(after.segments[index]?.recipe?.hash !== recipe?.hash).toBe(isOn && recipe !== null);
      }
    }),
  );
});

test('a changed text changes the segments it is on, and no others', () => {
  const before = plan(ad);
  const after = plan({ ...ad, overlays: [{ ...title, text: 'Goodbye' }] });
  const changed = before.segments.filter((_, index) => hashes(before)[index] !== hashes(after)[index]);
  expect(changed.map(({ startFrame, frameCount }) => [startFrame, frameCount])).toEqual([[30, 30]]);
  expect(after.audio).toEqual(before.audio);
});

test.for([
  ['text', { text: 'Hello!' }],
  ['font', { font: 'anton' as const }],
  ['colour', { color: '#ff0000' }],
  ['size', { sizePx: 60 }],
  ['position', { box: { ...title.box, y: 0.3 } }],
  ['entrance', { entrance: { style: 'pop' as const } }],
  ['legibility', { legibility: 'plate' as const }],
] as const)('a changed %s of a title changes its hash', ([, change]) => {
  const changed = hashes(plan({ ...ad, overlays: [{ ...title, ...change }] }));
  expect(changed[1]).not.toBe(hashes(plan(ad))[1]);
});

test('other bytes under the same file name change the hash; the same bytes elsewhere do not', () => {
  const before = hashes(plan(ad));
  const rewritten = hashes(plan(ad, new Map([...probes, ['b', probe('b', 'other bytes')]])));
  expect(rewritten.map((hash, index) => hash === before[index])).toEqual([true, true, true, false, true]);
  expect(hashes(plan(ad, new Map([...probes, ['b', probe('moved', 'sha of b')]])))).toEqual(before);
});

test('what does not shape the picture does not change the hash', () => {
  const clips = ad.clips.map((clip) => ({ ...clip, id: `${clip.id}-renamed`, gainDb: -6 }));
  const metadata = { title: 'Another title' };
  expect(hashes(plan({ ...ad, clips, metadata, overlays: [{ ...title, id: 'renamed' }] }))).toEqual(
    hashes(plan(ad)),
  );
});

test('encoder settings, canvas and fit change every hash', () => {
  const before = new Set(hashes(plan(ad)));
  const others: TimelineInput[] = [
    { ...ad, encoding: { crf: 23 } },
    { ...ad, canvas: { width: 180, height: 320 } },
    { ...ad, clips: ad.clips.map((clip) => ({ ...clip, inSeconds: 0.5 })) },
  ];
  for (const other of others)
    expect(hashes(plan(other)).filter((hash) => before.has(hash ?? ''))).toEqual([]);
});

test('a transition longer than its clip is refused with a sentence', () => {
  const clips = [
    { id: 'a', source: 'a', seconds: 0.5 },
    { id: 'b', source: 'b', seconds: 2 },
  ];
  const joins = [{ style: 'crossfade' as const, seconds: 1 }];
  expect(() => plan({ canvas, clips, joins })).toThrow(TimelineInvalid);
  expect(() => plan({ canvas, clips, joins })).toThrow(/Clip a lasts 15 frames, but its transitions need 30/);
});

test('user text never enters a filter graph', () => {
  const text = "';[out]drawtext=textfile=secret:%{localtime}\\";
  const { segments, audio } = plan({
    ...ad,
    overlays: [{ ...title, text }],
    outro: { name: text, url: text, callToAction: text, price: text, hasQrCode: true },
  });
  for (const { recipe } of segments) expect(recipe?.graph).not.toMatch(/drawtext|secret|localtime/);
  expect(audio?.graph).not.toMatch(/drawtext|secret/);
});
