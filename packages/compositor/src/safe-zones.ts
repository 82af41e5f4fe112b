/** Parts of a canvas that a platform covers with its own buttons and captions, as fractions of the canvas. */
export interface SafeZone {
  id: string;
  name: string;
  /** Which canvas shape it is for, width / height. */
  aspectRatio: '16:9' | '9:16' | '1:1' | '4:5';
  top: number;
  right: number;
  bottom: number;
  left: number;
  /** When the figures were last looked up (ISO date) and where they come from. */
  asOf: string;
  source: string;
}

const asOf = '2026-11-22';

/** Feeds show these shapes uncovered, so no platform publishes margins for them. */
function feed(id: string, name: string, aspectRatio: SafeZone['aspectRatio']): SafeZone {
  const source = 'Our choice: the 5 % graphics-safe margin of EBU R 95 (made for 16:9 television).';
  return { id, name, aspectRatio, top: 0.05, right: 0.05, bottom: 0.05, left: 0.05, asOf, source };
}

/**
 * Margins to keep free of text, by placement. Plain data: edit it when a platform moves its buttons.
 * Pixel figures of the sources are for 1080 × 1920 and are kept as n / 1920 and n / 1080.
 */
export const safeZones: readonly SafeZone[] = [
  {
    id: 'tiktok',
    name: 'TikTok',
    aspectRatio: '9:16',
    top: 150 / 1920,
    right: 150 / 1080,
    bottom: 440 / 1920,
    left: 60 / 1080,
    asOf,
    source:
      'No official figures: TikTok publishes templates that depend on caption and add-ons ' +
      '(ads.tiktok.com/help/article/tiktok-auction-in-feed-ads). Top, right and bottom as read off by a trade guide ' +
      '(adfuseai.com/blog/tiktok-ad-sizes-specs-guide), for a short caption; left is ours.',
  },
  {
    id: 'reels',
    name: 'Instagram Reels',
    aspectRatio: '9:16',
    top: 0.14,
    right: 0.06,
    bottom: 0.35,
    left: 0.06,
    asOf,
    source:
      'Meta’s guidance for Reels ads: 14 % top, 35 % bottom, 6 % each side; ' +
      'read at shotstack.io/learn/vertical-video-safe-zones.',
  },
  {
    id: 'shorts',
    name: 'YouTube Shorts',
    aspectRatio: '9:16',
    top: 288 / 1920,
    right: 192 / 1080,
    bottom: 672 / 1920,
    left: 48 / 1080,
    asOf,
    source:
      'Google’s safe zone for vertical YouTube ads: 288, 672, 48 and 192 px; ' +
      'read at shotstack.io/learn/vertical-video-safe-zones.',
  },
  feed('youtube', 'YouTube', '16:9'),
  feed('square', 'Feed', '1:1'),
  feed('portrait', 'Feed', '4:5'),
];
