import { cleanText } from '@spotsmith/motion/text/clean-text';
import type { FontId } from './fonts.ts';
import type { Canvas, TextOverlay } from './timeline.ts';

export interface TitleStyle {
  color?: string;
  /** Pixels on a canvas whose short side is 1080. */
  sizePx?: number;
  /** Centre of the text as fractions of the canvas. */
  x?: number;
  y?: number;
}

export interface TitleWishes {
  name: string;
  callToAction: string;
  canvas: Canvas;
  totalSeconds: number;
  /** The part of the ad that belongs to titles when it has cards; the whole of it otherwise. */
  range?: { startSeconds: number; endSeconds: number };
  font?: FontId;
  nameStyle?: TitleStyle;
  callToActionStyle?: TitleStyle;
}

const widestTitle = 0.88;

function title(id: string, text: string, size: number, centre: { x: number; y: number }, style: TitleStyle) {
  const x = style.x ?? centre.x;
  const y = style.y ?? centre.y;
  const width = Math.max(0.1, Math.min(widestTitle, 2 * Math.min(x, 1 - x) - (1 - widestTitle) / 2));
  const height = Math.max(0.05, Math.min(0.2, 2 * Math.min(y, 1 - y)));
  return {
    id,
    type: 'text' as const,
    text,
    sizePx: style.sizePx ?? size,
    box: {
      x: Math.max(0, x - width / 2),
      y: Math.max(0, Math.min(1 - height, y - height / 2)),
      width,
      height,
    },
    align: 'center' as const,
    anchor: 'middle' as const,
    legibility: 'auto' as const,
    entrance: { style: 'rise' as const, seconds: 0.3 },
    exit: { style: 'fade' as const, seconds: 0.2 },
  };
}

/**
 * The titles every ad starts with: the name, white, 72 px, its top 100 px from the upper edge, from 1 to 3 s; the
 * call to action, yellow, 48 px, near y = 900 of 1080, in the last 2 s. Empty texts make no title; in an ad shorter
 * than 3 s the name ends early. Every value can be changed afterwards.
 */
export function defaultTitles(wishes: TitleWishes): TextOverlay[] {
  const { startSeconds, endSeconds } = wishes.range ?? { startSeconds: 0, endSeconds: wishes.totalSeconds };
  const { width, height } = wishes.canvas;
  const shortSide = Math.min(width, height);
  const font = wishes.font ?? 'inter';
  // Tall canvases have buttons at both ends: the titles keep the same share of the height there.
  const nameY = (100 + 36) / 1080;
  const ctaY = width >= height ? (900 - 17) / 1080 : 1 - (0.22 * shortSide) / height - 0.06;
  const nameStart = Math.min(startSeconds + 1, Math.max(startSeconds, endSeconds - 2));
  return [
    {
      ...title('name', wishes.name, 72, { x: 0.5, y: nameY }, wishes.nameStyle ?? {}),
      font,
      color: wishes.nameStyle?.color ?? '#ffffff',
      startSeconds: nameStart,
      endSeconds: Math.min(nameStart + 2, endSeconds),
    },
    {
      ...title(
        'call-to-action',
        wishes.callToAction,
        48,
        { x: 0.5, y: ctaY },
        wishes.callToActionStyle ?? {},
      ),
      font,
      color: wishes.callToActionStyle?.color ?? '#ffd400',
      startSeconds: Math.max(startSeconds, endSeconds - 2),
      endSeconds,
    },
  ].filter((overlay) => cleanText(overlay.text) !== '');
}
