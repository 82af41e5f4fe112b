import type { Context2D, CreateSurface, Picture, Surface } from '../canvas.ts';
import type { Pose, Treatment } from '../layer.ts';
import { measureSilhouette, type Silhouette } from '../stage/silhouette.ts';
import { newSurface, type PaintCache } from './paint-cache.ts';
import { shrunkPicture } from './shrunk-picture.ts';
import { treatedPicture } from './treat-picture.ts';

/** A picture of the product at a share of its size, with air around it for blur. */
export interface Sprite {
  picture: Picture;
  scale: number;
}

const silhouettes = new WeakMap<Picture, Silhouette>();

/** The cut-out's shape, measured once. */
export function silhouetteOf(cutout: Picture, createSurface: CreateSurface): Silhouette {
  const known = silhouettes.get(cutout);
  const silhouette = known ?? measureSilhouette(cutout, createSurface);
  if (!known) silhouettes.set(cutout, silhouette);
  return silhouette;
}

type Stop = readonly [offset: number, opacity: number];

/** Lets what is drawn fade from one height to another. */
function fade({ context, picture }: Surface, fromY: number, toY: number, stops: readonly Stop[]): void {
  const gradient = context.createLinearGradient(0, fromY, 0, toY);
  for (const [offset, opacity] of stops) gradient.addColorStop(offset, `rgba(0,0,0,${opacity})`);
  context.globalCompositeOperation = 'destination-in';
  context.fillStyle = gradient;
  context.fillRect(0, 0, picture.width, picture.height);
}

/** A surface's picture, blurred by so many of its pixels. */
function blurred({ picture }: Surface, blur: number, cache: PaintCache): Surface {
  const soft = newSurface(cache, picture.width, picture.height);
  soft.context.filter = `blur(${blur}px)`;
  soft.context.drawImage(picture, 0, 0);
  return soft;
}

/** The product in one colour, blurred by so many pixels of the sprite. */
export function shadowSprite(
  cutout: Picture,
  color: string,
  blur: number,
  scale: number,
  cache: PaintCache,
): Sprite {
  const pad = Math.round(blur * 3);
  const surface = cache.surface(cutout, `shadow ${color} ${blur} ${scale}`, () => {
    const flat = newSurface(cache, cutout.width * scale + pad * 2, cutout.height * scale + pad * 2);
    const { context, picture } = flat;
    context.drawImage(cutout, pad, pad, cutout.width * scale, cutout.height * scale);
    context.globalCompositeOperation = 'source-in';
    context.fillStyle = color;
    context.fillRect(0, 0, picture.width, picture.height);
    return blur === 0 ? flat : blurred(flat, blur, cache);
  });
  return { picture: surface.picture, scale };
}

/** How far up a floor mirrors a product, and how strongly at its foot. */
const REFLECTION = { reach: 0.42, opacity: 0.42, scale: 0.6 };

/** The product upside down, fading out. */
export function reflectionSprite(cutout: Picture, treatment: Treatment | null, cache: PaintCache): Sprite {
  const surface = cache.surface(cutout, `reflection ${JSON.stringify(treatment)}`, () => {
    const made = newSurface(cache, cutout.width * REFLECTION.scale, cutout.height * REFLECTION.scale);
    const { context, picture } = made;
    context.translate(0, picture.height);
    context.scale(1, -1);
    context.drawImage(treatedPicture(cutout, treatment, cache), 0, 0, picture.width, picture.height);
    context.setTransform(1, 0, 0, 1, 0, 0);
    fade(made, 0, picture.height * REFLECTION.reach, [
      [0, REFLECTION.opacity],
      [1, 0],
    ]);
    return made;
  });
  return { picture: surface.picture, scale: REFLECTION.scale };
}

/** How far up from its lowest point a product throws a shadow where it touches, and where that is at its full. */
const FOOT = { from: 0.32, full: 0.08 };

/** What touches the floor, in one colour, blurred: the lower part of the product, so that the shadow follows its foot. */
export function footSprite(
  cutout: Picture,
  color: string,
  blur: number,
  scale: number,
  cache: PaintCache,
): Sprite {
  const pad = Math.round(blur * 3);
  const surface = cache.surface(cutout, `foot ${color} ${blur} ${scale}`, () => {
    const flat = newSurface(cache, cutout.width * scale + pad * 2, cutout.height * scale + pad * 2);
    const height = cutout.height * scale;
    flat.context.drawImage(shadowSprite(cutout, color, 0, scale, cache).picture, pad, pad);
    fade(flat, pad + height * (1 - FOOT.from), pad + height * (1 - FOOT.full), [
      [0, 0],
      [1, 1],
    ]);
    return blurred(flat, blur, cache);
  });
  return { picture: surface.picture, scale };
}

/** A shadow on the floor: dark at its foot, gone at its far end. */
export function castSprite(
  cutout: Picture,
  color: string,
  blur: number,
  scale: number,
  cache: PaintCache,
): Sprite {
  const surface = cache.surface(cutout, `cast ${color} ${blur} ${scale}`, () => {
    const { picture } = shadowSprite(cutout, color, blur, scale, cache);
    const made = newSurface(cache, picture.width, picture.height);
    made.context.drawImage(picture, 0, 0);
    fade(made, 0, picture.height, [
      [0.1, 0],
      [0.6, 0.35],
      [1, 1],
    ]);
    return made;
  });
  return { picture: surface.picture, scale };
}

/** Width of the line of light along the lit edge, as a share of the cut-out's height, and how soft it is. */
const WRAP = { width: 0.011, blur: 3, scale: 0.5 };

/** The edge of the product that faces the light, in the ground's colour. */
export function wrapSprite(
  cutout: Picture,
  { color, side }: { color: string; side: 'left' | 'right' },
  cache: PaintCache,
): Sprite {
  const surface = cache.surface(cutout, `wrap ${color} ${side}`, () => {
    const { picture: flat } = shadowSprite(cutout, color, 0, WRAP.scale, cache);
    const made = newSurface(cache, flat.width, flat.height);
    const { context } = made;
    const away = WRAP.width * flat.height * (side === 'left' ? 1 : -1);
    context.drawImage(flat, 0, 0);
    context.globalCompositeOperation = 'destination-out';
    context.filter = `blur(${WRAP.blur}px)`;
    context.drawImage(flat, away, Math.abs(away) * 0.7);
    context.filter = 'none';
    context.globalCompositeOperation = 'destination-in';
    context.drawImage(flat, 0, 0);
    return made;
  });
  return { picture: surface.picture, scale: WRAP.scale };
}

/** Stamps of the silhouette round a circle that make a die-cut border. */
const STICKER_STAMPS = 32;
const STICKER_SCALE = 0.5;

/** The border of a sticker and its hard shadow; `pad` in pixels of the cut-out. */
export function stickerSprite(
  cutout: Picture,
  pad: number,
  color: string,
  drop: string,
  cache: PaintCache,
): Sprite {
  const radius = Math.round(pad * STICKER_SCALE);
  const surface = cache.surface(cutout, `sticker ${color} ${drop} ${radius}`, () => {
    const edge = Math.ceil(radius * 2.6);
    const made = newSurface(
      cache,
      cutout.width * STICKER_SCALE + edge * 2,
      cutout.height * STICKER_SCALE + edge * 2,
    );
    const stamp = (paint: string, dx: number, dy: number) => {
      const { picture } = shadowSprite(cutout, paint, 0, STICKER_SCALE, cache);
      for (let i = 0; i < STICKER_STAMPS; i++) {
        const angle = (i / STICKER_STAMPS) * Math.PI * 2;
        made.context.drawImage(
          picture,
          edge + Math.cos(angle) * radius + dx,
          edge + Math.sin(angle) * radius + dy,
        );
      }
    };
    stamp(drop, radius * 0.55, radius * 1.1);
    stamp(color, 0, 0);
    return made;
  });
  return { picture: surface.picture, scale: STICKER_SCALE };
}

/** A sprite halved as often as its product is drawn smaller than it is: in one go it would shimmer. */
export function fittedSprite(
  context: Context2D,
  cutout: Picture,
  pose: Pose,
  { picture, scale }: Sprite,
  cache: PaintCache,
): Sprite {
  const drawnWidth = (picture.width * pose.height) / cutout.height / scale;
  const shrunk = shrunkPicture(context, picture, drawnWidth, cache);
  return { picture: shrunk, scale: (scale * shrunk.width) / picture.width };
}

/** Draws a sprite where the product stands, moved by some pixels. */
export function drawSprite(
  context: Context2D,
  cutout: Picture,
  pose: Pose,
  sprite: Sprite,
  dx = 0,
  dy = 0,
): void {
  const scale = pose.height / cutout.height / sprite.scale;
  const { width, height } = sprite.picture;
  context.save();
  context.translate(pose.x + dx, pose.y + dy);
  context.rotate((pose.rotationDegrees * Math.PI) / 180);
  context.scale(pose.isMirrored ? -1 : 1, 1);
  context.drawImage(
    sprite.picture,
    (-width * scale) / 2,
    (-height * scale) / 2,
    width * scale,
    height * scale,
  );
  context.restore();
}
