import { checkContrast } from '../../packages/motion/src/check/check-contrast.ts';
import { checkLayout } from '../../packages/motion/src/check/check-layout.ts';
import { layouts } from '../../packages/motion/src/layouts/layouts.ts';
import type { LayoutId, StyleId } from '../../packages/motion/src/storyboard.ts';
import { styles } from '../../packages/motion/src/styles/styles.ts';
import { createNodeSurface } from '../../packages/motion/test/support/node-canvas.ts';
import { type BookProduct, layOutFrame, paintCache, picturesOf } from './draw-frame.ts';
import { canvases } from './sheets.ts';

/** Lays out every style, layout, product and canvas, prints what is wrong, and answers how much that is. */
export function checkAll(
  products: readonly BookProduct[],
  wanted: readonly StyleId[] = Object.keys(styles) as StyleId[],
): { frames: number; findings: number } {
  let frames = 0;
  let count = 0;
  for (const style of wanted)
    for (const layout of Object.keys(layouts) as LayoutId[])
      for (const product of products)
        for (const [name, canvas] of Object.entries(canvases)) {
          const frame = { style, layout, product, canvas };
          const shot = layOutFrame(frame);
          const pictures = picturesOf(frame);
          const findings = [
            ...checkLayout(shot, pictures, createNodeSurface),
            ...checkContrast(shot, pictures, paintCache, createNodeSurface),
          ];
          frames++;
          count += findings.length;
          for (const { kind, words, detail } of findings)
            console.log(`${style} ${layout} ${product.name} ${name}: ${kind} "${words}" ${detail}`);
        }
  return { frames, findings: count };
}
