import { drawEffectAtRest } from '../effects/effects.ts';
import type { Context2D } from '../canvas.ts';
import type { Layer, ShapeLayer, TextureLayer, TickerLayer } from '../layer.ts';
import { burst, pathBox } from '../stage/paths.ts';
import { newSurface, type PaintCache, type Pictures, shared } from './paint-cache.ts';
import { paintPicture } from './paint-picture.ts';
import { paintProduct } from './paint-product.ts';
import { paintText } from './paint-text.ts';
import { fibreTile, gobo, grainTile } from './textures.ts';
import { fillStyle, fillTraced, middleOf, tracePath, turned } from './trace-path.ts';

/** Soft shadows of shapes are drawn this much smaller and kept. */
const SHADOW_SCALE = 4;

function paintShapeShadow(context: Context2D, layer: ShapeLayer, cache: PaintCache): void {
  const { shadow, path } = layer;
  if (!shadow) return;
  const box = pathBox(path);
  const pad = shadow.blur * 2;
  const sprite = cache.surface(path, 'shadow', () => {
    const size = [(box.width + 2 * pad) / SHADOW_SCALE, (box.height + 2 * pad) / SHADOW_SCALE] as const;
    const sharp = newSurface(cache, ...size);
    sharp.context.scale(1 / SHADOW_SCALE, 1 / SHADOW_SCALE);
    sharp.context.translate(pad - box.x, pad - box.y);
    sharp.context.fillStyle = shadow.color;
    tracePath(sharp.context, path);
    sharp.context.fill();
    const soft = newSurface(cache, ...size);
    soft.context.filter = `blur(${shadow.blur / 2 / SHADOW_SCALE}px)`;
    soft.context.drawImage(sharp.picture, 0, 0);
    return soft;
  });
  const { width, height } = sprite.picture;
  context.drawImage(
    sprite.picture,
    box.x - pad + shadow.dx,
    box.y - pad + shadow.dy,
    width * SHADOW_SCALE,
    height * SHADOW_SCALE,
  );
}

function paintShape(context: Context2D, layer: ShapeLayer, cache: PaintCache): void {
  const { path, fill, stroke, rule = 'nonzero' } = layer;
  paintShapeShadow(context, layer, cache);
  tracePath(context, path);
  if (fill !== undefined) fillTraced(context, fill, rule);
  if (!stroke) return;
  context.strokeStyle = fillStyle(context, stroke.color);
  context.lineWidth = stroke.width;
  context.lineCap = stroke.cap ?? 'butt';
  context.lineJoin = stroke.cap === 'butt' ? 'miter' : 'round';
  context.stroke();
}

/** Repeats a tile over the frame. */
function tileOver(
  context: Context2D,
  { box }: TextureLayer,
  tile: { picture: { width: number; height: number } },
) {
  const { width, height } = tile.picture;
  for (let y = box.y; y < box.y + box.height; y += height)
    for (let x = box.x; x < box.x + box.width; x += width) context.drawImage(tile.picture, x, y);
}

function paintTexture(context: Context2D, layer: TextureLayer, cache: PaintCache): void {
  const { texture, strength, seed, box } = layer;
  if (texture === 'grain') {
    // Fine grain is mixed in as it is; coarse grain is made strong and let through in part.
    const isCoarse = layer.blend === 'overlay';
    const amount = isCoarse ? 0.5 : strength;
    context.globalAlpha *= isCoarse ? 0.32 : 1;
    tileOver(
      context,
      layer,
      cache.surface(shared, `grain ${amount} ${seed}`, () => grainTile(amount, seed, cache)),
    );
    return;
  }
  context.globalAlpha *= strength;
  if (texture === 'fibre') {
    tileOver(
      context,
      layer,
      cache.surface(shared, `fibre ${seed}`, () => fibreTile(seed, cache)),
    );
    return;
  }
  const light = cache.surface(
    shared,
    `${texture} ${seed} ${Math.round(box.width)} ${Math.round(box.height)}`,
    () => gobo(layer, cache),
  );
  if (layer.isMirrored === true) {
    context.translate(2 * box.x + box.width, 0);
    context.scale(-1, 1);
  }
  if (layer.isUpturned === true) {
    context.translate(0, 2 * box.y + box.height);
    context.scale(1, -1);
  }
  context.drawImage(light.picture, box.x, box.y, box.width, box.height);
}

function paintTicker(context: Context2D, layer: TickerLayer, cache: PaintCache): void {
  const { box, unit, gap, offset, color, background, rotationDegrees } = layer;
  const [x, y] = middleOf(box);
  const reach = Math.hypot(box.width, box.height) * 0.75;
  turned(context, rotationDegrees, [x, y], () => {
    context.fillStyle = background;
    context.fillRect(x - reach, box.y, reach * 2, box.height);
    const step = unit.width + gap;
    const cap = unit.capPx;
    const shift = ((offset % 1) + 1) % 1;
    for (let left = x - reach + (shift - 1) * step; left < x + reach; left += step) {
      const textBox = {
        x: left,
        y: y + cap / 2 - (unit.rows[0]?.baseline ?? 0),
        width: unit.width,
        height: unit.height,
      };
      paintText(
        context,
        {
          type: 'text',
          id: layer.id,
          role: 'ticker',
          z: 0,
          box: textBox,
          block: unit,
          fill: color,
          effects: {},
        },
        cache,
      );
      context.fillStyle = color;
      tracePath(context, burst(left + unit.width + gap / 2, y, gap * 0.236, 8, 0.5));
      context.fill();
    }
  });
}

function paintContent(context: Context2D, layer: Layer, pictures: Pictures, cache: PaintCache): void {
  switch (layer.type) {
    case 'text':
      paintText(context, layer, cache);
      break;
    case 'shape':
      paintShape(context, layer, cache);
      break;
    case 'product':
      if (!pictures.product) throw new Error('The cut-out of this shot was not handed in');
      paintProduct(context, layer, pictures.product, cache);
      break;
    case 'picture':
      paintPicture(context, layer, pictures, cache);
      break;
    case 'texture':
      paintTexture(context, layer, cache);
      break;
    case 'ticker':
      paintTicker(context, layer, cache);
      break;
    case 'effect':
      drawEffectAtRest(context, layer);
      break;
    case 'group':
      turned(context, layer.rotationDegrees, layer.origin ?? middleOf(layer.box), () => {
        for (const part of layer.layers) paintLayer(context, part, pictures, cache);
      });
      break;
  }
}

/** Draws one layer as it stands; the context is left as it was. */
export function paintLayer(context: Context2D, layer: Layer, pictures: Pictures, cache: PaintCache): void {
  context.save();
  if (layer.clip) {
    tracePath(context, layer.clip);
    context.clip();
  }
  if (layer.opacity !== undefined) context.globalAlpha *= layer.opacity;
  if (layer.blend) context.globalCompositeOperation = layer.blend;
  paintContent(context, layer, pictures, cache);
  context.restore();
}

/** Draws layers in their order: a shot at rest. */
export function paintShot(
  context: Context2D,
  layers: readonly Layer[],
  pictures: Pictures,
  cache: PaintCache,
): void {
  for (const layer of layers) paintLayer(context, layer, pictures, cache);
}
