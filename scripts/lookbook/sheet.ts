import type { CanvasSize } from '../../packages/motion/src/canvas-size.ts';
import type { Context2D } from '../../packages/motion/src/canvas.ts';
import {
  createNodeSurface,
  nodeFonts,
  type NodeSurface,
} from '../../packages/motion/test/support/node-canvas.ts';

/** One picture of a sheet: drawn when its turn comes, so that only one is in memory. */
export interface Cell {
  canvas: CanvasSize;
  draw(): NodeSurface;
}

export interface Sheet {
  title: string;
  subtitle: string;
  /** Rows of frames, each row as wide as the sheet. */
  rows: readonly (readonly Cell[])[];
  swatches?: readonly string[];
}

const WIDTH = 2000;
const MARGIN = 48;
const GUTTER = 20;
const HEAD = 140;
const SWATCH = 74;

function write(
  context: Context2D,
  text: string,
  weight: number,
  sizePx: number,
  x: number,
  y: number,
  color: string,
) {
  context.font = `${weight} ${sizePx}px ${nodeFonts.cssFamilies('inter-tight', text)}`;
  context.letterSpacing = `${weight > 600 ? -0.035 * sizePx : 0}px`;
  context.fillStyle = color;
  context.fillText(text, x, y);
}

/** Draws a contact sheet. */
export function drawSheet({ title, subtitle, rows, swatches = [] }: Sheet): NodeSurface {
  const heights = rows.map((row) => {
    const ratios = row.reduce((sum, { canvas }) => sum + canvas.width / canvas.height, 0);
    return (WIDTH - 2 * MARGIN - GUTTER * (row.length - 1)) / ratios;
  });
  const height = HEAD + heights.reduce((sum, row) => sum + row + GUTTER, 0) + MARGIN - GUTTER;
  const sheet = createNodeSurface(WIDTH, Math.round(height));
  const { context } = sheet;
  context.fillStyle = '#cfcdc8';
  context.fillRect(0, 0, WIDTH, height);
  write(context, title, 700, 64, MARGIN, 92, '#141312');
  write(context, subtitle, 450, 25, MARGIN, 128, '#3d3a37');
  swatches.forEach((color, i) => {
    context.fillStyle = color;
    context.fillRect(WIDTH - MARGIN - SWATCH * (swatches.length - i), 48, SWATCH, SWATCH);
  });
  context.imageSmoothingQuality = 'high';
  let y = HEAD;
  rows.forEach((row, i) => {
    const rowHeight = heights[i] ?? 0;
    let x = MARGIN;
    for (const { canvas, draw } of row) {
      const width = (rowHeight * canvas.width) / canvas.height;
      context.drawImage(draw().picture, x, y, width, rowHeight);
      x += width + GUTTER;
    }
    y += rowHeight + GUTTER;
  });
  return sheet;
}
