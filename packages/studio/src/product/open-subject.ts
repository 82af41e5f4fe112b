import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import type { Subject } from '../recipe.ts';
import { floorLineOf } from './floor-line.ts';

/** A subject loaded into memory, in its own resolution. */
export interface OpenSubject {
  kind: Subject['kind'];
  image: Canvas;
  floorLine: readonly number[];
  viewpoint: 'eye-level' | 'top-down';
  lightness: number;
  isClear: boolean;
}

/** Loads what a recipe shows: a cut-out, a whole photo, or an illustration. */
export async function openSubject(subject: Subject): Promise<OpenSubject> {
  if (subject.kind === 'cutout') {
    const { floorLine, viewpoint, lightness, isClear } = subject;
    return {
      kind: subject.kind,
      image: await loadCanvas(subject.path),
      floorLine,
      viewpoint,
      lightness,
      isClear,
    };
  }
  const image =
    subject.kind === 'photo' ? await loadCanvas(subject.path) : await loadIllustration(subject.icon);
  const rgba = image.getContext('2d').getImageData(0, 0, image.width, image.height).data;
  const floorLine = floorLineOf({
    width: image.width,
    height: image.height,
    rgba: new Uint8Array(rgba.buffer),
  });
  return { kind: subject.kind, image, floorLine, viewpoint: 'eye-level', lightness: 0.6, isClear: false };
}

async function loadIllustration(icon: string): Promise<Canvas> {
  const { drawIllustration } = await import('../draft/draw-illustration.ts'); // Large, and rarely needed.
  return drawIllustration(icon);
}

async function loadCanvas(path: string): Promise<Canvas> {
  const picture = await loadImage(path);
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas;
}
