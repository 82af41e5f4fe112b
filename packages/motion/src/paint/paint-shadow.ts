import type { Context2D, Picture } from '../canvas.ts';
import { withAlpha } from '../color/oklch.ts';
import type { Box, ProductLayer } from '../layer.ts';
import { boxAround, posedOutline } from '../stage/pose.ts';
import type { PaintCache } from './paint-cache.ts';
import {
  castSprite,
  drawSprite,
  fittedSprite,
  footSprite,
  reflectionSprite,
  shadowSprite,
  silhouetteOf,
} from './product-sprites.ts';

/** Scale of the shadows' sprites: they are soft. */
const SOFT = 0.4;
/** How far a cast shadow leans, and how flat it lies. */
const CAST = { skew: 0.95, squash: 0.26, opacity: 0.34, blur: 12 };

interface Scene {
  context: Context2D;
  cutout: Picture;
  layer: ProductLayer;
  cache: PaintCache;
  bounds: Box;
}

function withOpacity(context: Context2D, opacity: number, paint: () => void): void {
  context.save();
  context.globalAlpha *= opacity;
  paint();
  context.restore();
}

/** Blurred copies behind the product: opacity, blur in sprite pixels, offset in heights. */
function paintCopies(
  { context, cutout, layer, cache }: Scene,
  copies: readonly (readonly [opacity: number, blur: number, dx: number, dy: number])[],
): void {
  const { pose, shadow } = layer;
  for (const [opacity, blur, dx, dy] of copies)
    withOpacity(context, opacity, () =>
      drawSprite(
        context,
        cutout,
        pose,
        shadowSprite(cutout, shadow.color, blur, SOFT, cache),
        pose.height * dx,
        pose.height * dy,
      ),
    );
}

function paintCast({ context, cutout, layer, cache, bounds }: Scene): void {
  const { pose, shadow } = layer;
  const sprite = castSprite(cutout, shadow.color, CAST.blur, SOFT, cache);
  const scale = pose.height / cutout.height / SOFT;
  const { width, height } = sprite.picture;
  withOpacity(context, CAST.opacity, () => {
    context.translate(pose.x, bounds.y + bounds.height - pose.height * 0.012);
    context.transform(1, 0, -CAST.skew * (shadow.side ?? 1), CAST.squash, 0, 0);
    context.scale(pose.isMirrored ? -1 : 1, 1);
    const foot = height - CAST.blur * 3;
    context.drawImage(sprite.picture, (-width * scale) / 2, -foot * scale, width * scale, height * scale);
  });
}

function paintReflection({ context, cutout, layer, cache, bounds }: Scene): void {
  const { pose, treatment } = layer;
  const sprite = reflectionSprite(cutout, treatment, cache);
  const width = (pose.height * cutout.width) / cutout.height;
  context.save();
  context.translate(pose.x, bounds.y + bounds.height - pose.height * 0.006);
  context.scale(pose.isMirrored ? -1 : 1, 1);
  context.drawImage(sprite.picture, -width / 2, 0, width, pose.height);
  context.restore();
}

/** A soft ellipse on the floor. */
function paintEllipse(
  context: Context2D,
  color: string,
  [x0, x1]: readonly [number, number],
  y: number,
  reach: number,
  opacity: number,
) {
  const gradient = context.createRadialGradient(0, 0, 0, 0, 0, 1);
  gradient.addColorStop(0, withAlpha(color, opacity));
  gradient.addColorStop(0.55, withAlpha(color, opacity * 0.62));
  gradient.addColorStop(1, withAlpha(color, 0));
  context.save();
  context.translate((x0 + x1) / 2, y);
  context.scale(Math.max(2, Math.abs(x1 - x0) / 2), Math.max(1, reach));
  context.fillStyle = gradient;
  context.fillRect(-1, -1, 2, 2);
  context.restore();
}

/** Opacity, blur in sprite pixels and drop in heights of the shadows along the foot. */
const FOOT = [
  [0.4, 11, 0.028],
  [0.62, 3.5, 0.009],
] as const;

/** One soft shadow under everything that touches the floor, and a dark core that follows the outline's foot. */
function paintContact({ context, cutout, layer, cache, bounds }: Scene): void {
  const { pose, shadow } = layer;
  const { feet } = silhouetteOf(cutout, cache.createSurface);
  const width = (pose.height * cutout.width) / cutout.height;
  const at = (u: number) => pose.x + (u - 0.5) * width * (pose.isMirrored ? -1 : 1);
  const from = feet[0]?.[0] ?? 0.1;
  const to = feet.at(-1)?.[1] ?? 0.9;
  const middle = (from + to) / 2;
  const half = Math.max(((to - from) / 2) * 1.25, 0.16) * 1.15;
  const floor = bounds.y + bounds.height;
  paintEllipse(
    context,
    shadow.color,
    [at(middle - half), at(middle + half)],
    floor - pose.height * 0.01,
    Math.min(pose.height * 0.055, width * 0.065),
    0.3,
  );
  // Softer and wider below a dark line, both along the outline's own foot.
  for (const [opacity, blur, dy] of FOOT)
    withOpacity(context, opacity, () =>
      drawSprite(
        context,
        cutout,
        pose,
        fittedSprite(context, cutout, pose, footSprite(cutout, shadow.color, blur, SOFT, cache), cache),
        pose.height * dy * 0.4 * (shadow.side ?? 1),
        pose.height * dy,
      ),
    );
}

/** Draws what a product throws on its ground. */
export function paintShadow(
  context: Context2D,
  cutout: Picture,
  layer: ProductLayer,
  cache: PaintCache,
): void {
  const { pose, shadow } = layer;
  const bounds = boxAround(posedOutline(pose, silhouetteOf(cutout, cache.createSurface)));
  const scene: Scene = { context, cutout, layer, cache, bounds };
  switch (shadow.kind) {
    case 'none':
      break;
    case 'drop':
      paintCopies(scene, [
        [0.3, 34, 0.03, 0.075],
        [0.42, 12, 0.008, 0.022],
      ]);
      break;
    case 'far':
      paintCopies(scene, [[0.34, 30, 0.1, 0.15]]);
      break;
    case 'glow':
      paintCopies(scene, [[0.5, 26, 0, 0.04]]);
      break;
    case 'hard': {
      const reach = Math.max(bounds.width, bounds.height);
      const [dx, dy] = shadow.offset ?? [0.035, 0.05];
      drawSprite(
        context,
        cutout,
        pose,
        shadowSprite(cutout, shadow.color, 0, SOFT, cache),
        reach * dx,
        reach * dy,
      );
      break;
    }
    case 'contact':
      paintContact(scene);
      break;
    case 'cast':
      paintCast(scene);
      paintContact(scene);
      break;
    case 'reflect':
      paintReflection(scene);
      paintContact(scene);
      break;
  }
}
