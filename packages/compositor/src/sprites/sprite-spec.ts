import { createHash } from 'node:crypto';
import { drawingRevision } from '@spotsmith/motion/draw-frame';
import compositor from '../../package.json' with { type: 'json' };
import type { PictureFacts } from '../probe-media.ts';
import type { Canvas, Clip, TextOverlay } from '../timeline.ts';

/** What lies behind a text for some frames: enough to sample it. */
export type Backdrop =
  | {
      kind: 'clip';
      path: string;
      sha256: string;
      inputOptions: string[];
      picture: PictureFacts;
      fit: Clip['fit'];
      fromFrame: number;
      frames: number;
    }
  | { kind: 'card'; color: string };

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TextSprite {
  type: 'text';
  text: string;
  font: TextOverlay['font'];
  /** BCP 47. */
  language: string;
  /** Wanted size in canvas pixels. */
  sizePx: number;
  color: string;
  align: TextOverlay['align'];
  anchor: TextOverlay['anchor'];
  legibility: TextOverlay['legibility'];
  canvas: Canvas;
  /** The sprite on the canvas, and the text's box inside the sprite. */
  rect: Rect;
  box: Rect;
  backdrops: Backdrop[];
}

export interface ImageSprite {
  type: 'image';
  path: string;
  sha256: string;
  opacity: number;
  rect: Rect;
  /** The card that it lies on: on one of its own tone it gets a plate. */
  ground?: string;
}

export interface QrSprite {
  type: 'qr';
  content: string;
  rect: Rect;
}

export interface CardSprite {
  type: 'card';
  background: string;
  accent: string;
  rect: Rect;
}

/** A still picture that the compositor draws itself. Fully described by this data: same data, same pixels. */
export type Sprite = TextSprite | ImageSprite | QrSprite | CardSprite;

/** Raise it whenever the same sprite data would be drawn differently; letters are drawn by motion, which has its own. */
const spriteRevision = 4;

/** Names a sprite by what is drawn, not by where the files it uses happen to lie. */
export function spriteHash(sprite: Sprite): string {
  // The dependencies name the drawing library.
  const parts = [spriteRevision, drawingRevision, compositor.dependencies, sprite];
  const text = JSON.stringify(parts, (key, value: unknown) => (key === 'path' ? undefined : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
