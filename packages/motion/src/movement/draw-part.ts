import type { Context2D } from '../canvas.ts';
import { drawEffect } from '../effects/effects.ts';
import type { Box, CropKey, Layer, ProductLayer } from '../layer.ts';
import type { Point } from '../product.ts';
import { drawWords } from './draw-words.ts';
import { easeAt, mix } from './eases.ts';
import type {
  CalloutPart,
  MovingShot,
  Part,
  PicturePart,
  StillPart,
  TickerPart,
  TrackPart,
} from './moving-shot.ts';
import { partOfPath } from './part-of-path.ts';
import { calloutLine } from './callout-line.ts';
import { drawProduct } from './draw-product.ts';
import { pointOn, poseAt } from './product-pose.ts';
import { clipped, drawSprite, faded, type ShotTools, spriteOf, turned } from './shot-tools.ts';
import { type Values, valuesAt } from './track.ts';

interface Drawing {
  context: Context2D;
  shot: MovingShot;
  tools: ShotTools;
  /** From the cut. */
  seconds: number;
}

/** Short sides of the frame a second. */
const tickerPerSecond = 0.39;

/** Plain colours: filling them is cheaper than copying a picture of them. */
function isPlain(layer: Layer): boolean {
  return layer.type === 'shape' && typeof layer.fill === 'string' && !layer.stroke && !layer.shadow;
}

const mostPlainLayers = 3;

function drawStill({ context, shot, tools, seconds }: Drawing, part: StillPart): void {
  const { layers, isLive } = part;
  const frame = { x: 0, y: 0, width: shot.width, height: shot.height };
  const isGround = layers.some(({ role }) => role === 'ground');
  const k = isGround ? 1 + shot.groundPerSecond * Math.max(0, seconds) : 1;
  turned(context, [shot.width / 2, shot.height / 2], { kx: k, ky: k, degrees: 0 }, () => {
    if (isLive || (layers.length <= mostPlainLayers && layers.every(isPlain))) {
      for (const layer of layers) tools.paint(context, layer);
      return;
    }
    const sprite = spriteOf(tools, part.id, frame, (own) => {
      for (const layer of layers) tools.paint(own, layer);
    });
    drawSprite(context, sprite);
  });
}

/** What is costly or soft when drawn anew each frame is drawn once: groups, products, shapes with soft shadows. */
function isSpriteLayer(layer: Layer): boolean {
  return layer.type === 'group' || layer.type === 'product' || (layer.type === 'shape' && !!layer.shadow);
}

/** A product of a pattern: all that look alike share one picture. */
function drawTileProduct({ context, tools }: Drawing, layer: ProductLayer): void {
  const { pose } = layer;
  const look = JSON.stringify([
    pose.height,
    pose.rotationDegrees,
    pose.isMirrored,
    layer.treatment,
    layer.shadow,
  ]);
  const reach = Math.max(layer.box.width, layer.box.height) * 0.75 + 8;
  const box = { x: 0, y: 0, width: 2 * reach, height: 2 * reach };
  const { opacity = 1, ...solid } = layer;
  const { picture } = spriteOf(tools, `tile/${look}`, box, (own) =>
    tools.paint(own, { ...solid, pose: { ...pose, x: reach, y: reach } }),
  );
  faded(context, opacity, () => context.drawImage(picture, pose.x - reach, pose.y - reach));
}

function drawLayer(drawing: Drawing, layer: Layer, path: number): void {
  const { context, shot, tools } = drawing;
  if (layer.type === 'product' && layer.role === 'tile') drawTileProduct(drawing, layer);
  else if (layer.type === 'shape' && path < 1)
    tools.paint(context, { ...layer, path: partOfPath(layer.path, path) });
  else if (isSpriteLayer(layer)) {
    const { box } = layer;
    const pad = Math.min(shot.width, shot.height) * 0.06 + Math.max(box.width, box.height) * 0.1;
    const wide = {
      x: box.x - pad,
      y: box.y - pad,
      width: box.width + 2 * pad,
      height: box.height + 2 * pad,
    };
    drawSprite(
      context,
      spriteOf(tools, layer.id, wide, (own) => tools.paint(own, layer)),
    );
  } else tools.paint(context, layer);
}

/** The badge's last swing: 4° that die away. */
function swayAt(part: TrackPart, own: number): number {
  const rest = own - 0.34;
  return part.sways && rest > 0 ? Math.exp(-rest * 6) * Math.sin(own * 22) * 4 : 0;
}

function clipOf({ box, clipFrom }: TrackPart, share: number) {
  const pad = Math.max(12, box.height * 0.2);
  const width = (box.width + 2 * pad) * share;
  const left = box.x - pad;
  const x =
    clipFrom === 'middle'
      ? box.x + box.width / 2 - width / 2
      : clipFrom === 'right'
        ? box.x + box.width + pad - width
        : left;
  return { x, y: box.y - pad, width, height: box.height + 2 * pad };
}

function shifted({ shot, seconds }: Drawing, part: TrackPart, values: Values): [number, number] {
  const { xPerSecond = 0, awayPerSecond = 0 } = part.drift;
  return [
    values.x * shot.width + xPerSecond * seconds + (part.pivot[0] - shot.width / 2) * awayPerSecond * seconds,
    values.y * shot.height + (part.pivot[1] - shot.height / 2) * awayPerSecond * seconds,
  ];
}

function drawTrack(drawing: Drawing, part: TrackPart): void {
  const { context, seconds } = drawing;
  const own = seconds - part.startSeconds;
  if (part.isHiddenBefore && own <= 0) return;
  const values = valuesAt(part.keys, own);
  const { kPerSecond = 0, degreesPerSecond = 0 } = part.drift;
  const grown = 1 + kPerSecond * Math.max(0, seconds);
  const [x, y] = shifted(drawing, part, values);
  const turn = {
    kx: values.k * grown,
    ky: values.k * grown * values.ky,
    degrees: values.rotationDegrees + degreesPerSecond * seconds + swayAt(part, own),
  };
  const draw = () => {
    for (const layer of part.layers) drawLayer(drawing, layer, values.path);
  };
  context.save();
  context.translate(x, y);
  faded(context, values.opacity, () =>
    turned(context, part.pivot, turn, () => {
      if (part.clipFrom && values.clip < 1) clipped(context, clipOf(part, values.clip), draw);
      else draw();
    }),
  );
  context.restore();
}

/** What is seen of a picture on its way between two keys; its size changes evenly to the eye. */
function cropAt(keys: readonly CropKey[], share: number): Box | undefined {
  const next = keys.findIndex((key) => key.share > share);
  const from = keys[next < 0 ? keys.length - 1 : next - 1];
  const to = keys[next];
  if (!from || !to) return (from ?? to)?.crop;
  const raw = easeAt(to.ease ?? 'linear', (share - from.share) / (to.share - from.share));
  const [a, b] = [from.crop, to.crop];
  const width = a.width * (b.width / a.width) ** raw;
  // What grows goes as far as it has grown, so that a push stays on its point.
  const isGrowing = Math.abs(b.width - a.width) > 1e-6;
  const way = isGrowing ? (width - a.width) / (b.width - a.width) : raw;
  return { x: mix(a.x, b.x, way), y: mix(a.y, b.y, way), width, height: mix(a.height, b.height, way) };
}

/** A picture under its camera, or growing slowly inside its window, about its middle. */
function drawPicture({ context, shot, tools, seconds }: Drawing, { layer }: PicturePart): void {
  const k = 1 + shot.product.pushPerSecond * 0.6 * Math.max(0, seconds);
  const { x, y, width, height } = layer.crop;
  const slow = {
    x: x + (width - width / k) / 2,
    y: y + (height - height / k) / 2,
    width: width / k,
    height: height / k,
  };
  const crop = cropAt(layer.keys ?? [], seconds / shot.seconds) ?? slow;
  tools.paint(context, { ...layer, crop });
}

function drawDot(drawing: Drawing, part: CalloutPart, at: Point): void {
  const { context, shot, tools, seconds } = drawing;
  const own = seconds - part.startSeconds;
  const { layer } = part;
  const rest: [number, number] = [layer.box.x + layer.box.width / 2, layer.box.y + layer.box.height / 2];
  const k = easeAt('slap', own / 0.26);
  context.save();
  context.translate(at[0] - rest[0], at[1] - rest[1]);
  turned(context, rest, { kx: k, ky: k, degrees: 0 }, () => tools.paint(context, layer));
  const ring = own / 0.5;
  const stroke = layer.type === 'shape' ? layer.stroke : undefined;
  if (ring < 1 && stroke && typeof stroke.color === 'string') {
    const { color, width } = stroke;
    faded(context, 1 - ring, () => {
      context.beginPath();
      const radius = Math.min(shot.width, shot.height) * mix(0.015, 0.075, easeAt('out', ring));
      context.arc(rest[0], rest[1], radius, 0, 2 * Math.PI);
      context.strokeStyle = color;
      context.lineWidth = width;
      context.stroke();
    });
  }
  context.restore();
}

function drawCallout(drawing: Drawing, part: CalloutPart): void {
  const { context, shot, tools, seconds } = drawing;
  const { pose, aspect, anchors } = shot.product;
  const anchor = anchors[part.anchor];
  const own = seconds - part.startSeconds;
  if (own <= 0 || !pose || !anchor) return;
  const at = pointOn(poseAt(shot, pose, seconds), aspect, anchor);
  const { layer } = part;
  if (layer.role === 'callout-dot' || layer.type !== 'shape') {
    drawDot(drawing, part, at);
    return;
  }
  const share = easeAt('inout', (own - 0.08) / 0.26);
  if (share <= 0) return;
  const path = calloutLine(layer.path, at, pointOn(pose, aspect, anchor));
  tools.paint(context, { ...layer, path: partOfPath(path, share) });
}

function drawTicker({ context, shot, tools, seconds }: Drawing, { layer }: TickerPart): void {
  const step = layer.unit.width + layer.gap;
  const run = (Math.min(shot.width, shot.height) * tickerPerSecond * seconds) / Math.max(1, step);
  const isRightToLeft = layer.unit.direction === 'rtl';
  tools.paint(context, { ...layer, offset: layer.offset + (isRightToLeft ? run : -run) });
}

/** Draws one part of a shot at a time of it. */
export function drawPart(drawing: Drawing, part: Part): void {
  const { context, shot, tools, seconds } = drawing;
  if (part.type === 'still') drawStill(drawing, part);
  else if (part.type === 'track') drawTrack(drawing, part);
  else if (part.type === 'words') drawWords(context, shot, part, tools, seconds);
  else if (part.type === 'product') drawProduct(context, shot, part, tools, seconds);
  else if (part.type === 'picture') drawPicture(drawing, part);
  else if (part.type === 'callout') drawCallout(drawing, part);
  else if (part.type === 'effect') {
    drawEffect(context, part.layer, {
      seconds,
      beatSeconds: shot.beatSeconds,
      shotSeconds: shot.seconds,
    });
  } else drawTicker(drawing, part);
}
