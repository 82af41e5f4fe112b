import type { CanvasSize } from '../../packages/motion/src/canvas-size.ts';
import type { Picture } from '../../packages/motion/src/canvas.ts';
import { layOutShot, type LaidOutShot } from '../../packages/motion/src/lay-out-shot.ts';
import { createPaintCache } from '../../packages/motion/src/paint/paint-cache.ts';
import { paintShot } from '../../packages/motion/src/paint/paint-layer.ts';
import { silhouetteOf } from '../../packages/motion/src/paint/product-sprites.ts';
import type { ProductFacts } from '../../packages/motion/src/product.ts';
import type { Copy, LayoutId, StyleId } from '../../packages/motion/src/storyboard.ts';
import type { Mood } from '../../packages/motion/src/styles/style.ts';
import { createTextMeasurer } from '../../packages/motion/src/text/text-measurer.ts';
import {
  createNodeSurface,
  nodeFonts,
  type NodeSurface,
} from '../../packages/motion/test/support/node-canvas.ts';

export interface BookProduct {
  name: string;
  facts: ProductFacts;
  cutout: Picture;
  copy: Copy;
  language: string;
}

export interface Frame {
  style: StyleId;
  layout: LayoutId;
  product: BookProduct;
  canvas: CanvasSize;
  mood?: Mood;
}

const measurer = createTextMeasurer(createNodeSurface, nodeFonts);
const cache = createPaintCache(createNodeSurface);

/** A split shows the second benefit, so that a sheet does not say one thing twice. */
function shotCopy(layout: LayoutId, { benefits = [] }: Copy) {
  const [first, second, ...rest] = benefits;
  return layout === 'split' && first !== undefined && second !== undefined
    ? { benefits: [second, first, ...rest] }
    : {};
}

export function layOutFrame({ style, layout, product, canvas, mood = null }: Frame): LaidOutShot {
  const { facts, cutout, copy, language } = product;
  return layOutShot({
    shot: { layout, picture: { kind: 'product' }, copy: shotCopy(layout, copy) },
    copy,
    style,
    canvas,
    product: { facts, silhouette: silhouetteOf(cutout, createNodeSurface) },
    language,
    mood,
    measurer,
  });
}

export function drawFrame(frame: Frame): NodeSurface {
  const surface = createNodeSurface(frame.canvas.width, frame.canvas.height);
  paintShot(surface.context, layOutFrame(frame).layers, { product: frame.product.cutout }, cache);
  return surface;
}
