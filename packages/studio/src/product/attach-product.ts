import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { SceneLayer } from '../scenes/scene.ts';
import type { ProductLight, Stage } from '../scenes/stage.ts';
import { asClearGlass } from './clear-glass.ts';
import { lowestRows, stretchFloorLine } from './floor-line.ts';
import type { OpenSubject } from './open-subject.ts';
import { relight } from './relight.ts';
import { castShadow, contactShadow, dropShadow, floorReflection, type AttachedImage } from './shadows.ts';

/** How far a product floats before a wall, and lies above a table, as shares of its size. */
const FLOAT_DISTANCE = 0.075;
const LYING_DISTANCE = 0.045;

/** The product at its place on the stage, lit, with its shadows and mirror image; back to front, in layer pixels. */
export function attachProduct(subject: OpenSubject, stage: Stage, light: ProductLight): SceneLayer[] {
  const { product, lightSide, staging } = stage;
  const image = resized(subject.image, Math.round(product.width), Math.round(product.height));
  const isStanding = staging === 'floor';
  const body = subject.isClear ? asClearGlass(image) : image;
  const exposure = light.exposure * exposureFor(subject.lightness);
  const lit = relight(body, { ...light, exposure }, lightSide, isStanding);
  const left = product.centerX - image.width / 2;
  const floor = stretchFloorLine(subject.floorLine, image.width, image.height);
  const top = isStanding ? product.baseY - Math.max(...floor) : product.centerY - image.height / 2;
  const place = (role: SceneLayer['role'], attached: AttachedImage): SceneLayer => ({
    role,
    image: attached.image,
    x: left + attached.x,
    y: top + attached.y,
    depth: 1,
  });
  const shadows = isStanding
    ? standingShadows(image, lit, floor, light, lightSide)
    : [
        dropShadow(
          image,
          light,
          lightSide,
          staging === 'float' ? FLOAT_DISTANCE : LYING_DISTANCE * (1 + light.castLength),
        ),
      ];
  return [...shadows.map((shadow) => place('shadow', shadow)), place('product', { image: lit, x: 0, y: 0 })];
}

/** Black goods get a little more light, white ones a little less, so that both keep their form. */
function exposureFor(lightness: number): number {
  return 1.14 - 0.2 * Math.max(0.3, Math.min(0.9, lightness));
}

function standingShadows(
  image: Canvas,
  lit: Canvas,
  floor: Float32Array,
  light: ProductLight,
  lightSide: number,
): AttachedImage[] {
  const { data } = image.getContext('2d').getImageData(0, 0, image.width, image.height);
  const lowest = lowestRows({ width: image.width, height: image.height, rgba: new Uint8Array(data.buffer) });
  return [
    ...(light.castLength > 0 ? [castShadow(image, floor, light, lightSide)] : []),
    ...(light.reflection > 0 ? [floorReflection(lit, floor, light)] : []),
    contactShadow(image, lowest, floor, light),
  ];
}

/** Scaled in halves, so that large reductions stay sharp without ringing. */
function resized(source: Canvas, width: number, height: number): Canvas {
  const canvas = createCanvas(Math.max(2, width), Math.max(2, height));
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}
