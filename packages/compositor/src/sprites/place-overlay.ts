import { TimelineInvalid } from '../errors.ts';
import type { MediaProbe } from '../probe-media.ts';
import type { Backdrop, ImageSprite, QrSprite, Rect, Sprite, TextSprite } from './sprite-spec.ts';
import type { Box, Canvas, ImageOverlay, Overlay, QrOverlay, TextOverlay, Timeline } from '../timeline.ts';

/** Even edges, because the pictures below have one colour sample for two pixels. */
function evenRect(left: number, top: number, right: number, bottom: number): Rect {
  const x = 2 * Math.floor(left / 2);
  const y = 2 * Math.floor(top / 2);
  return {
    x,
    y,
    width: Math.max(2, 2 * Math.ceil((right - x) / 2)),
    height: Math.max(2, 2 * Math.ceil((bottom - y) / 2)),
  };
}

function boxPixels(box: Box, canvas: Canvas): Rect {
  const x = box.x * canvas.width;
  const y = box.y * canvas.height;
  return {
    x,
    y,
    width: Math.max(8, Math.min(box.width * canvas.width, canvas.width - x)),
    height: Math.max(8, Math.min(box.height * canvas.height, canvas.height - y)),
  };
}

function placeText(
  overlay: TextOverlay,
  canvas: Canvas,
  language: string,
  backdrops: Backdrop[],
): TextSprite {
  const sizePx = (overlay.sizePx * Math.min(canvas.width, canvas.height)) / 1080;
  const box = boxPixels(overlay.box, canvas);
  // Room around the box for a shadow or the edge of a plate.
  const margin = sizePx * 0.6;
  const rect = evenRect(
    Math.max(0, box.x - margin),
    Math.max(0, box.y - margin),
    Math.min(canvas.width, box.x + box.width + margin),
    Math.min(canvas.height, box.y + box.height + margin),
  );
  const { text, font, color, align, anchor, legibility } = overlay;
  const inside = { x: box.x - rect.x, y: box.y - rect.y, width: box.width, height: box.height };
  return {
    type: 'text',
    text,
    font,
    language,
    sizePx,
    color,
    align,
    anchor,
    legibility,
    canvas,
    rect,
    box: inside,
    backdrops: legibility === 'auto' ? backdrops : [],
  };
}

const shares = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const;

function placeImage(
  overlay: ImageOverlay,
  canvas: Canvas,
  backdrops: readonly Backdrop[],
  probe: MediaProbe | undefined,
): ImageSprite {
  if (!probe?.picture || probe.kind !== 'image') {
    throw new TimelineInvalid(`Overlay ${overlay.id} needs a picture; ${overlay.source} is none.`);
  }
  const box = boxPixels(overlay.box, canvas);
  const scale = Math.min(box.width / probe.picture.width, box.height / probe.picture.height);
  const width = probe.picture.width * scale;
  const height = probe.picture.height * scale;
  const x = box.x + (box.width - width) * shares[overlay.align];
  const y = box.y + (box.height - height) * shares[overlay.anchor];
  const rect = evenRect(x, y, x + width, y + height);
  const [card, ...others] = backdrops;
  const ground = card?.kind === 'card' && others.length === 0 ? { ground: card.color } : {};
  return { type: 'image', path: probe.path, sha256: probe.sha256, opacity: overlay.opacity, rect, ...ground };
}

function placeQr(overlay: QrOverlay, canvas: Canvas): QrSprite {
  const box = boxPixels(overlay.box, canvas);
  const side = Math.min(box.width, box.height);
  const x = box.x + (box.width - side) / 2;
  const y = box.y + (box.height - side) / 2;
  return { type: 'qr', content: overlay.content, rect: evenRect(x, y, x + side, y + side) };
}

/** Where an overlay goes on the canvas, in pixels, as a sprite still to be drawn. Pure. */
export function placeOverlay(
  overlay: Overlay,
  { canvas, language }: Pick<Timeline, 'canvas' | 'language'>,
  backdrops: Backdrop[],
  probes: ReadonlyMap<string, MediaProbe>,
): Sprite {
  if (overlay.type === 'text') return placeText(overlay, canvas, language, backdrops);
  if (overlay.type === 'image') return placeImage(overlay, canvas, backdrops, probes.get(overlay.source));
  return placeQr(overlay, canvas);
}
