import type { AspectRatio } from '@spotsmith/contract/words';

/** What a platform covers with its own buttons and captions, as fractions of the canvas. */
export type SafeZone = {
  id: string;
  name: string;
  aspectRatio: AspectRatio;
  top: number;
  right: number;
  bottom: number;
  left: number;
};

// The compositor judges finished ads by the same figures; its safe-zones.ts names their sources.
const FEED = { top: 0.05, right: 0.05, bottom: 0.05, left: 0.05 };
const SAFE_ZONES: readonly SafeZone[] = [
  {
    id: 'tiktok',
    name: 'TikTok',
    aspectRatio: '9:16',
    top: 126 / 1920,
    right: 140 / 1080,
    bottom: 370 / 1920,
    left: 60 / 1080,
  },
  {
    id: 'reels',
    name: 'Instagram Reels',
    aspectRatio: '9:16',
    top: 0.14,
    right: 0.06,
    bottom: 0.35,
    left: 0.06,
  },
  {
    id: 'shorts',
    name: 'YouTube Shorts',
    aspectRatio: '9:16',
    top: 288 / 1920,
    right: 192 / 1080,
    bottom: 672 / 1920,
    left: 48 / 1080,
  },
  { id: 'youtube', name: 'YouTube', aspectRatio: '16:9', ...FEED },
  { id: 'square', name: 'Feed', aspectRatio: '1:1', ...FEED },
  { id: 'portrait', name: 'Feed', aspectRatio: '4:5', ...FEED },
];

export function safeZonesFor(aspectRatio: AspectRatio): SafeZone[] {
  return SAFE_ZONES.filter((zone) => zone.aspectRatio === aspectRatio);
}
