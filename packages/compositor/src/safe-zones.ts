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

/**
 * Margins to keep free of text, by placement. Plain data: edit it when a platform moves its buttons.
 * Pixel figures of the sources are for 1080 × 1920 and are kept as n / 1920 and n / 1080.
 */
export const safeZones: readonly SafeZone[] = [
  {
    id: 'tiktok',
    name: 'TikTok',
    aspectRatio: '9:16',
    top: 126 / 1920,
    right: 140 / 1080,
    bottom: 370 / 1920,
    left: 60 / 1080,
    asOf: '2026-11-22',
    source:
      'TikTok in-feed ads, non-spark, short caption (figures of the ads manager template, to be confirmed)',
  },
  {
    id: 'reels',
    name: 'Instagram Reels',
    aspectRatio: '9:16',
    top: 0.14,
    right: 0.06,
    bottom: 0.35,
    left: 0.06,
    asOf: '2026-11-22',
    source: 'Meta ads guide, Reels: about 14 % top, 35 % bottom, 6 % each side',
  },
  {
    id: 'shorts',
    name: 'YouTube Shorts',
    aspectRatio: '9:16',
    top: 288 / 1920,
    right: 192 / 1080,
    bottom: 672 / 1920,
    left: 48 / 1080,
    asOf: '2026-11-22',
    source: 'Google Ads help, vertical video safe areas',
  },
  ...(['16:9', '1:1', '4:5'] as const).map((aspectRatio) => ({
    id: `feed-${aspectRatio.replace(':', 'x')}`,
    name: `Feed ${aspectRatio}`,
    aspectRatio,
    top: 0.05,
    right: 0.05,
    bottom: 0.05,
    left: 0.05,
    asOf: '2026-11-22',
    source: 'EBU R 95 graphics safe area for 16:9 (5 %), applied to feeds too',
  })),
];
