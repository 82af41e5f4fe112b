import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { ProductFacts } from '@spotsmith/motion/product';
import { Join, joinIds, Storyboard } from '@spotsmith/motion/storyboard';
import type { FilmSource } from '../src/film/film-job.ts';

/** A bottle, cut out. */
export async function makeCutout(dir: string): Promise<string> {
  const canvas = createCanvas(240, 520);
  const context = canvas.getContext('2d');
  context.fillStyle = '#b5452c';
  context.beginPath();
  context.roundRect(20, 140, 200, 370, 36);
  context.fill();
  context.fillStyle = '#2a1712';
  context.fillRect(80, 10, 80, 140);
  context.fillStyle = '#f2e3d5';
  context.fillRect(40, 260, 160, 120);
  const path = join(dir, 'cutout.png');
  await writeFile(path, await canvas.encode('png'));
  return path;
}

export const bottleFacts: ProductFacts = ProductFacts.parse({
  kind: 'stand',
  cutEdges: [],
  mayMirror: false,
  isOpen: false,
  anchors: [
    [0.5, 0.1],
    [0.5, 0.6],
    [0.8, 0.8],
  ],
  focus: [0.5, 0.55],
  effectivePx: 520,
  signature: { l: 0.55, c: 0.15, h: 35 },
  dark: { l: 0.25, c: 0.04, h: 30 },
  tone: 'colour',
  light: 'left',
});

/** A film of an opening and one more shot for each join, two beats long. */
export function storyboardWith(joins: readonly Join['type'][], hook = 'Made for city miles'): Storyboard {
  return Storyboard.parse({
    version: 1,
    language: 'en',
    style: 'bold',
    tempoBpm: 120,
    seed: 1,
    copy: { hook, name: 'AirRun Pro', price: '€119', callToAction: 'Shop now', url: 'airrun.example' },
    shots: [
      { id: 'first', role: 'hook', layout: 'hook-type', beats: 2 },
      ...joins.map((type, index) => ({
        id: `${index}-${type}`,
        role: 'cta',
        layout: index % 2 === 0 ? 'end-card' : 'hook-type',
        beats: 2,
        // Only the opening says the hook.
        copy: { hook: 'Go' },
        join: { type },
      })),
    ],
  });
}

export const allJoins: readonly Join['type'][] = joinIds;

export async function filmSource(dir: string, storyboard: Storyboard): Promise<FilmSource> {
  const product = { cutoutPath: await makeCutout(dir), facts: bottleFacts };
  return { storyboard, canvas: { width: 180, height: 320 }, product };
}
