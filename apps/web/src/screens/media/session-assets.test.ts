import type { Asset } from '@spotsmith/contract/assets';
import { expect, test } from 'vitest';
import { goingOn } from './session-assets.ts';

function image(id: string, approval: Asset['approval'], status: Asset['status'] = 'ready'): Asset {
  return {
    id,
    kind: 'image',
    status,
    approval,
    position: 0,
    view: 'front',
    version_number: 1,
    replaces_id: null,
    parent_id: null,
    scene_id: null,
    prompt: null,
    provider: null,
    model: null,
    aspect_ratio: '16:9',
    width: null,
    height: null,
    seconds: null,
    bytes: null,
    mime_type: null,
    price_usd: null,
    url: null,
    poster_url: null,
    cutout: null,
    trim: null,
    warnings: [],
    verdict: null,
    trouble: null,
    created_at: '2026-11-22T18:00:00Z',
  };
}

const ids = (assets: Asset[]) => assets.map(({ id }) => id);

test('while nothing is approved, everything good goes on', () => {
  const images = [
    image('a', 'pending'),
    image('b', 'rejected'),
    image('c', 'pending'),
    image('d', 'pending', 'failed'),
  ];
  expect(ids(goingOn(images))).toEqual(['a', 'c']);
});

test('once something is approved, only that goes on', () => {
  expect(ids(goingOn([image('a', 'pending'), image('b', 'approved')]))).toEqual(['b']);
});
