import { beforeAll, expect, test } from 'vitest';
import { checkLayout } from '../src/check/check-layout.ts';
import type { LaidOutShot } from '../src/lay-out-shot.ts';
import type { Layer, TextLayer } from '../src/layer.ts';
import { wordsBox } from '../src/stage/move-words.ts';
import { type LayoutId, styleIds, type WordsPlace } from '../src/storyboard.ts';
import { canvases, layOutSample, loadTestProduct, type TestProduct } from './support/lay-out-sample.ts';
import { createNodeSurface } from './support/node-canvas.ts';

let serum: TestProduct;
beforeAll(async () => {
  serum = await loadTestProduct('serum');
});

const laidOut = (layout: LayoutId, words?: WordsPlace, style: (typeof styleIds)[number] = 'bold') =>
  layOutSample(serum, style, layout, canvases['9:16'], {
    copy: { ...serum.copy, was: '€ 80' },
    shot: { layout, role: 'hook', copy: {}, ...(words ? { words } : {}) },
  });
const boxOf = ({ layers }: LaidOutShot) => wordsBox(layers) ?? { x: 0, y: 0, width: 0, height: 0 };
const headline = ({ layers }: LaidOutShot) => layers.find(({ role }) => role === 'display') as TextLayer;

test('a shot whose words were not moved is as it was', () => {
  expect(laidOut('hook-type', {}).layers).toEqual(laidOut('hook-type').layers);
});

test('all words go where they were put, by shares of the frame, and nothing else does', () => {
  const [before, after] = [laidOut('hook-type'), laidOut('hook-type', { y: 0.1 })];
  expect(boxOf(after).y - boxOf(before).y).toBeCloseTo(192);
  const others = ({ layers }: LaidOutShot) =>
    layers.filter(({ role }) => role === 'product' || role === 'ground');
  expect(others(after)).toEqual(others(before));
});

test('words grow about their middle, letters and all', () => {
  const [before, after] = [laidOut('hook-type'), laidOut('hook-type', { k: 0.5 })];
  const middle = (shot: LaidOutShot) => boxOf(shot).y + boxOf(shot).height / 2;
  expect(middle(after)).toBeCloseTo(middle(before));
  expect(headline(after).block.rows[0]?.sizePx).toBeCloseTo(
    (headline(before).block.rows[0]?.sizePx ?? 0) / 2,
  );
  expect(headline(after).block.capPx).toBeCloseTo(headline(before).block.capPx / 2);
});

test('nobody can move or grow words out of the part of the frame where they may stand', () => {
  for (const style of styleIds)
    for (const words of [
      { x: 1, y: 1 },
      { x: -1, y: -1, k: 3 },
      { y: 1, k: 0.5 },
    ]) {
      const shot = laidOut('end-card', words, style);
      const findings = checkLayout(shot, serum.pictures, createNodeSurface);
      expect(
        findings.filter(({ kind }) => kind === 'edge'),
        style,
      ).toEqual([]);
      const box = boxOf(shot);
      expect(box.y + box.height, style).toBeLessThan(shot.safe.y + shot.safe.height + 1);
    }
});

test('what belongs to the words goes with them: bullets, the plate they stand on, a strike through the old price', () => {
  const movedBy = (layout: LayoutId, y: number, isPart: (layer: Layer) => boolean) => {
    const [before, after] = [laidOut(layout), laidOut(layout, { y })];
    const from = before.layers.filter(isPart);
    return after.layers.filter(isPart).map(({ box }, i) => Math.round(box.y - (from[i]?.box.y ?? 0)));
  };
  const bullets = movedBy('list', 0.04, ({ role, z }) => role === 'deco' && z === 3);
  expect(bullets).toEqual([77, 77, 77]);
  expect(movedBy('travel', -0.04, ({ role }) => role === 'panel')).toEqual([-77]);
  expect(movedBy('offer', 0.04, ({ role }) => role === 'strike')).toEqual([77]);
});
