import { Storyboard } from '@spotsmith/motion/storyboard';
import { expect, test } from 'vitest';
import { demonstrateFacts } from './demonstrations.ts';

const saying = (lines: readonly string[], what: string) =>
  Storyboard.parse({
    version: 1,
    language: 'en',
    style: 'bold',
    tempoBpm: 120,
    seed: 7,
    copy: { name: 'Strider', what, hook: 'Made for city miles' },
    shots: [
      { id: 'hook', role: 'hook', layout: 'hook-type', beats: 4 },
      ...lines.map((line, index) => ({
        id: `line-${index}`,
        role: 'benefit',
        layout: 'macro',
        beats: 8,
        copy: { benefits: [line] },
      })),
      { id: 'end', role: 'cta', layout: 'end-card', beats: 8 },
    ],
  });

const scenesFor = (...lines: string[]) =>
  demonstrateFacts(saying(lines, 'lantern')).shots.flatMap(({ demonstration }) => demonstration?.scene ?? []);

test.each([
  ['only 240 g', 'scale'],
  ['nur 240 g leicht', 'scale'],
  ['80 % recycled wool', 'percent'],
  ['40 h of music', 'hours'],
  ['24 Stunden frisch', 'hours'],
  ['30 hours of battery', 'battery'],
  ['fully waterproof', 'rain'],
  ['wasserdicht bis 10 Meter', 'rain'],
  ['noise cancelling', 'quiet'],
  ['UV400 lenses', 'sun'],
  ['made for city miles', 'route'],
  ['42 cm tall', 'measure'],
  ['glows at night', 'glow'],
  ['keeps tea hot', 'steam'],
  ['with rose water', 'drop'],
  ['vegan leather', 'leaves'],
])('“%s” is shown as the scene “%s”', (line, scene) => {
  expect(scenesFor(line)).toEqual([scene]);
});

test.each([
  'made in Spain',
  'hand-stitched leather',
  'free returns',
  'a gift for mum',
  'Code SIP15',
  'train your whole body at home',
  'rainbow straps',
  'aufregend anders',
  'huge capacity',
  'crème de noisettes',
  'low in carbohydrates',
  'warm merino wool',
  '30-day returns',
  '14 Tage Rückgabe',
  '0 g sugar',
  '20 g Eiweiß',
])('“%s” is said, and nothing is played to it', (line) => {
  expect(scenesFor(line)).toEqual([]);
});

test.each(['Hoodie', 'polo', 'wool scarf'])(
  'the weight of cloth tells how thick it is, and is not put on a scale: %s',
  (what) => {
    const scenes = demonstrateFacts(saying(['420 g'], what)).shots.flatMap(
      ({ demonstration }) => demonstration ?? [],
    );
    expect(scenes).toEqual([]);
  },
);

test('a percentage fills its ring to that share', () => {
  const [, shot] = demonstrateFacts(saying(['80 % recycled wool'], 'sock')).shots;
  expect(shot?.demonstration).toEqual({ scene: 'percent', share: 0.8 });
});

test('no scene is played twice, and not more than three in an ad', () => {
  expect(scenesFor('only 240 g', '300 g with box', 'waterproof', 'silent', 'UV400')).toEqual([
    'scale',
    'rain',
    'quiet',
  ]);
});

test('only what shines is shown shining', () => {
  const { shots } = demonstrateFacts(saying(['a healthy glow'], 'face cream'));
  expect(shots.map(({ layout }) => layout)).not.toContain('demonstration');
});
