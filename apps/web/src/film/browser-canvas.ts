import type { Context2D, Surface } from '@spotsmith/motion/canvas';

/** A canvas for motion to draw on. Contexts of browsers have all that motion asks for, only their types are wider. */
export function surfaceOf(canvas: HTMLCanvasElement | OffscreenCanvas): Surface {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw.');
  return { picture: canvas, context: context as unknown as Context2D };
}

/** Makes canvases that are not shown. Whole pixels. */
export function createBrowserSurface(width: number, height: number): Surface {
  return surfaceOf(new OffscreenCanvas(width, height));
}
