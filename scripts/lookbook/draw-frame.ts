import type { CanvasSize } from '../../packages/motion/src/canvas-size.ts';
import type { Picture } from '../../packages/motion/src/canvas.ts';
import { layOutShot, type LaidOutShot } from '../../packages/motion/src/lay-out-shot.ts';
import { createPaintCache } from '../../packages/motion/src/paint/paint-cache.ts';
import { paintShot } from '../../packages/motion/src/paint/paint-layer.ts';
import { silhouetteOf } from '../../packages/motion/src/paint/product-sprites.ts';
import type { ProductFacts } from '../../packages/motion/src/product.ts';
import { measurePhoto, type PhotoFacts } from '../../packages/motion/src/stage/photo.ts';
import type { Copy, LayoutId, ShotRole, StyleId } from '../../packages/motion/src/storyboard.ts';
import type { Mood } from '../../packages/motion/src/styles/style.ts';
import { createTextMeasurer } from '../../packages/motion/src/text/text-measurer.ts';
import {
  createNodeSurface,
  nodeFonts,
  type NodeSurface,
} from '../../packages/motion/test/support/node-canvas.ts';

export interface BookProduct {
  name: string;
  copy: Copy;
  language: string;
  photo: Picture;
  /** What the studio takes for the product, white on black; null when it found nothing. */
  mask: Picture | null;
  /** Null when the photo could not be cut out. */
  product: { facts: ProductFacts; cutout: Picture } | null;
}

export interface Frame {
  style: StyleId;
  layout: LayoutId;
  product: BookProduct;
  canvas: CanvasSize;
  role?: ShotRole;
  mood?: Mood;
}

const measurer = createTextMeasurer(createNodeSurface, nodeFonts);
const cache = createPaintCache(createNodeSurface);

const photoFacts = new WeakMap<Picture, PhotoFacts>();

function factsOf({ photo, mask }: BookProduct): PhotoFacts {
  const facts = photoFacts.get(photo) ?? measurePhoto(photo, createNodeSurface, mask);
  photoFacts.set(photo, facts);
  return facts;
}

/** A split shows the second benefit, so that a sheet does not say one thing twice. */
function shotCopy(layout: LayoutId, { benefits = [] }: Copy) {
  const [first, second, ...rest] = benefits;
  return layout === 'split' && first !== undefined && second !== undefined
    ? { benefits: [second, first, ...rest] }
    : {};
}

export function layOutFrame({
  style,
  layout,
  product: book,
  canvas,
  role = 'hook',
  mood = null,
}: Frame): LaidOutShot {
  const { product, copy, language } = book;
  return layOutShot({
    shot: { layout, role, copy: shotCopy(layout, copy) },
    copy,
    style,
    canvas,
    product: product && { facts: product.facts, silhouette: silhouetteOf(product.cutout, createNodeSurface) },
    picture: factsOf(book),
    language,
    mood,
    measurer,
  });
}

/** The pictures that a frame's layers name. */
export const picturesOf = ({ product: { product, photo } }: Frame) => ({
  picture: photo,
  ...(product ? { product: product.cutout } : {}),
});

export const paintCache = cache;

export function drawFrame(frame: Frame): NodeSurface {
  const surface = createNodeSurface(frame.canvas.width, frame.canvas.height);
  paintShot(surface.context, layOutFrame(frame).layers, picturesOf(frame), cache);
  return surface;
}
