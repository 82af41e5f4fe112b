import type { CanvasSize } from '../../src/canvas-size.ts';
import type { Picture } from '../../src/canvas.ts';
import { layOutShot, type LaidOutShot, type ShotInput } from '../../src/lay-out-shot.ts';
import { measurePhoto, type PhotoFacts } from '../../src/stage/photo.ts';
import { measureSilhouette } from '../../src/stage/silhouette.ts';
import type { StagedProduct } from '../../src/stage/stage.ts';
import type { Copy, LayoutId, StyleId } from '../../src/storyboard.ts';
import { createTextMeasurer } from '../../src/text/text-measurer.ts';
import { cutOutSample } from './cut-out.ts';
import { createNodeSurface, nodeFonts } from './node-canvas.ts';
import { samples } from './samples.ts';

/** A product as tests hand it to layouts. */
export interface TestProduct {
  name: string;
  copy: Copy;
  product: StagedProduct;
  picture: PhotoFacts;
  pictures: { product: Picture; picture: Picture };
}

/** A sample product, cut out and measured. */
export async function loadTestProduct(name: string): Promise<TestProduct> {
  const sample = samples[name];
  if (!sample) throw new Error(`There is no sample "${name}"`);
  const { cutout, photo } = await cutOutSample(name);
  return {
    name,
    copy: sample.copy,
    product: { facts: sample.facts, silhouette: measureSilhouette(cutout, createNodeSurface) },
    picture: measurePhoto(photo, createNodeSurface),
    pictures: { product: cutout, picture: photo },
  };
}

export const canvases: Readonly<Record<'16:9' | '9:16' | '1:1' | '4:5', CanvasSize>> = {
  '16:9': { width: 1920, height: 1080 },
  '9:16': { width: 1080, height: 1920 },
  '1:1': { width: 1080, height: 1080 },
  '4:5': { width: 1080, height: 1350 },
};

const measurer = createTextMeasurer(createNodeSurface, nodeFonts);

/** Lays a sample out; what is not given is English and as its brief has it. */
export function layOutSample(
  { copy, product, picture }: TestProduct,
  style: StyleId,
  layout: LayoutId,
  canvas: CanvasSize,
  rest: Partial<ShotInput> = {},
): LaidOutShot {
  return layOutShot({
    shot: { layout, role: 'hook', copy: {} },
    copy,
    style,
    canvas,
    product,
    picture,
    language: 'en',
    measurer,
    ...rest,
  });
}
