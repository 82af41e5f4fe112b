import type { z } from 'zod';
import type { CanvasSize } from '../../src/canvas-size.ts';
import type { LayoutId, ShotRole, Storyboard } from '../../src/storyboard.ts';

/** A film of a sample product. Its storyboard is what a person or a rule would write; the copy is the sample's. */
export interface SampleFilm {
  sample: string;
  canvases: readonly CanvasSize[];
  storyboard: Omit<StoryboardInput, 'copy'>;
}

type StoryboardInput = z.input<typeof Storyboard>;

/** What every shot has. */
const shot = (id: string, role: ShotRole, layout: LayoutId, beats: number) => ({ id, role, layout, beats });

const tall = { width: 720, height: 1280 };
const wide = { width: 1280, height: 720 };
const square = { width: 720, height: 720 };

export const sampleFilms: Readonly<Record<string, SampleFilm>> = {
  'bold-shoe': {
    sample: 'shoe',
    canvases: [tall],
    storyboard: {
      version: 1,
      language: 'en',
      style: 'bold',
      tempoBpm: 128,
      seed: 11,
      shots: [
        {
          ...shot('hook', 'hook', 'hook-type', 4),
          copy: { what: null, name: null },
          movement: {
            enter: null,
            firstSeconds: -0.06,
            keys: [
              { beat: 0, k: 2.7, x: -0.2, y: -0.27, rotationDegrees: 6 },
              { beat: 0.2, k: 2.55, x: -0.15, y: -0.26, rotationDegrees: 5.5 },
              { beat: 1.3, k: 1, ease: 'out' },
              { beat: 4.4, k: 1.13 },
            ],
          },
        },
        {
          ...shot('name', 'product', 'name-behind', 3),
          join: { type: 'match' },
          copy: { what: null, price: null, was: null, until: null },
          movement: { firstSeconds: 0.02, gapSeconds: 0.12 },
        },
        {
          ...shot('figure', 'benefit', 'big-number', 4),
          copy: { figureCaption: 'AirRun Pro' },
          join: { type: 'whip', axis: 'x', direction: -1 },
          movement: {
            countFrom: 100,
            place: { x: 0.36, y: 0.71, k: 1.24, rotationDegrees: 26, isMirrored: true },
            enter: {
              from: { x: 0.6, rotationDegrees: 12 },
              seconds: 0.7,
              ease: 'settle',
              leadSeconds: -0.04,
            },
          },
        },
        {
          ...shot('travel', 'detail', 'travel', 2),
          join: { type: 'slam' },
          copy: {
            hook: null,
            name: null,
            what: null,
            benefits: null,
            figure: null,
            figureCaption: null,
            quote: null,
            price: null,
            was: null,
            until: null,
            callToAction: null,
            url: null,
          },
          movement: {
            enter: null,
            keys: [
              { beat: 0, k: 1.25, y: -0.14, x: 0.05 },
              { beat: 2.4, x: -0.3, y: -0.1, k: 1.45 },
            ],
          },
        },
        {
          ...shot('pattern', 'product', 'pattern', 3),
          join: { type: 'slant', axis: 'y' },
          movement: { firstSeconds: 0.05 },
        },
        {
          ...shot('end', 'cta', 'end-card', 7),
          join: { type: 'whip', axis: 'y', direction: -1 },
          copy: { off: null, what: null },
          movement: {
            firstSeconds: 0.08,
            gapSeconds: 0.16,
            enter: {
              from: { x: 0.9, rotationDegrees: 10 },
              seconds: 0.7,
              ease: 'settle',
              leadSeconds: -0.02,
            },
          },
        },
      ],
    },
  },
  'luxury-watch': {
    sample: 'watch',
    canvases: [wide],
    storyboard: {
      version: 1,
      language: 'en',
      style: 'luxury',
      tempoBpm: 96,
      seed: 5,
      shots: [
        {
          ...shot('travel', 'hook', 'travel', 3),
          copy: { benefits: ['A midnight dial'] },
          movement: {
            firstSeconds: -0.3,
            gapSeconds: 0.1,
            display: { animator: 'letters', seconds: 0.45, staggerSeconds: 0.022, ease: 'cubic', rise: 0.01 },
            groundPerSecond: 0,
            sweep: { startSeconds: -0.5, seconds: 2.6 },
            enter: null,
            keys: [
              { beat: 0, x: 0.06, y: 0.3 },
              { beat: 3.6, x: -0.02, y: -0.2, k: 1.06 },
            ],
          },
        },
        {
          ...shot('name', 'product', 'name-behind', 5),
          join: { type: 'black' },
          copy: { what: 'Gold watch, 38 mm' },
          movement: { firstSeconds: 0.1, gapSeconds: 0.22 },
        },
        {
          ...shot('detail', 'detail', 'travel', 4),
          join: { type: 'black' },
          copy: { benefits: ['Sapphire glass'], what: null },
          movement: {
            firstSeconds: 0.1,
            gapSeconds: 0.12,
            sweep: { startSeconds: 0.3, seconds: 2 },
            enter: null,
            keys: [
              { beat: -0.5, k: 0.66 },
              { beat: 4.5, k: 1, ease: 'soft' },
            ],
          },
        },
        {
          ...shot('proof', 'proof', 'proof', 7),
          join: { type: 'black' },
          movement: {
            firstSeconds: 0,
            gapSeconds: 0.5,
            sweep: { startSeconds: 0.9, seconds: 2.4 },
            enter: null,
            keys: [
              { beat: -0.5, k: 1, x: 0.02 },
              { beat: 7.5, k: 1.2, x: -0.005 },
            ],
          },
        },
        {
          ...shot('end', 'cta', 'end-card', 5),
          join: { type: 'black' },
          copy: { what: null },
          movement: { firstSeconds: 0.1, gapSeconds: 0.3 },
        },
      ],
    },
  },
  'retro-cup': {
    sample: 'cup',
    canvases: [wide, tall],
    storyboard: {
      version: 1,
      language: 'en',
      style: 'retro',
      tempoBpm: 108,
      seed: 3,
      shots: [
        {
          ...shot('hook', 'hook', 'hook-type', 3),
          copy: { what: null },
          movement: {
            enter: {
              from: { k: 1.5, x: 0.18, rotationDegrees: 24 },
              seconds: 0.7,
              ease: 'settle',
              leadSeconds: 0.1,
            },
          },
        },
        {
          ...shot('name', 'product', 'name-behind', 4),
          join: { type: 'bands', direction: -1 },
          copy: { what: null, off: null, until: null },
        },
        {
          ...shot('pattern', 'product', 'pattern', 2),
          join: { type: 'cut' },
          movement: { firstSeconds: -0.08 },
        },
        {
          ...shot('macro', 'detail', 'macro', 3),
          join: { type: 'slam' },
          copy: { benefits: ['Red glaze'], what: null },
          movement: {
            enter: null,
            keys: [
              { beat: 0, k: 1 },
              { beat: 3.3, k: 1.34 },
            ],
          },
        },
        {
          ...shot('offer', 'offer', 'offer', 4),
          join: { type: 'iris' },
          copy: { what: null },
          movement: { badgeBeat: 1.5 },
        },
        {
          ...shot('end', 'cta', 'end-card', 5),
          join: { type: 'bands', direction: 1 },
          copy: { what: null },
          movement: {
            enter: { from: { x: 0.6, rotationDegrees: 20 }, seconds: 0.7, ease: 'settle', leadSeconds: 0.05 },
          },
        },
      ],
    },
  },
  'playful-serum': {
    sample: 'serum',
    canvases: [square],
    storyboard: {
      version: 1,
      language: 'en',
      style: 'playful',
      tempoBpm: 118,
      seed: 8,
      shots: [
        {
          ...shot('hook', 'hook', 'beside', 3),
          copy: { benefits: null, name: null },
          movement: { firstSeconds: -0.03, gapSeconds: 0.05 },
        },
        {
          ...shot('name', 'product', 'name-behind', 2.5),
          join: { type: 'blob', seconds: 0.42 },
          movement: {
            firstSeconds: -0.16,
            enter: { from: { y: 0.8, rotationDegrees: 10 }, seconds: 0.5, ease: 'settle', leadSeconds: 0.12 },
          },
        },
        {
          ...shot('callouts', 'benefit', 'callouts', 5),
          join: { type: 'push', axis: 'x', direction: -1, seconds: 0.42 },
          movement: {
            firstSeconds: -0.02,
            calloutBeats: 0.65,
            enter: { from: { x: 0.3, rotationDegrees: 12 }, seconds: 0.6, ease: 'settle', leadSeconds: 0.1 },
          },
        },
        {
          ...shot('end', 'cta', 'end-card', 6),
          join: { type: 'blob' },
          copy: { what: null },
          movement: { gapSeconds: 0.2 },
        },
      ],
    },
  },
  'tech-headphones': {
    sample: 'headphones',
    canvases: [tall],
    storyboard: {
      version: 1,
      language: 'en',
      style: 'tech',
      tempoBpm: 122,
      seed: 4,
      shots: [
        {
          ...shot('hook', 'hook', 'hook-type', 4),
          copy: { what: null, name: null },
          movement: {
            firstSeconds: 0,
            enter: { from: { k: 2.2, y: 0.1 }, seconds: 0.8, ease: 'out', leadSeconds: 0.04 },
          },
        },
        {
          ...shot('figure', 'benefit', 'big-number', 5),
          join: { type: 'zoom' },
          movement: { countFrom: 10 },
        },
        {
          ...shot('callouts', 'benefit', 'callouts', 6),
          join: { type: 'match' },
          movement: { firstSeconds: 0.05, calloutBeats: 0.7 },
        },
        {
          ...shot('macro', 'detail', 'macro', 4),
          join: { type: 'scan' },
          copy: { benefits: ['Copper details'], what: null },
          movement: {
            firstSeconds: 0.05,
            enter: null,
            keys: [
              { beat: 0, k: 1, x: 0.06 },
              { beat: 4.4, k: 1.3, x: -0.03, ease: 'soft' },
            ],
          },
        },
        { ...shot('end', 'cta', 'end-card', 6), join: { type: 'scan' }, copy: { what: null } },
      ],
    },
  },
};
