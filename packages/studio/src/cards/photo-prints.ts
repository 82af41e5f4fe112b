import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { linear } from '../draw/gradients.ts';
import type { Stage } from '../scenes/stage.ts';

/** Layer pixels. */
interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The largest rectangle of the photo's shape within shares of the canvas, centred. */
export function fitInside(
  photo: Canvas,
  { canvas, width, height }: Stage,
  shareX: number,
  shareY: number,
): Rectangle {
  const scale = Math.min((canvas.width * shareX) / photo.width, (canvas.height * shareY) / photo.height);
  const size = { width: photo.width * scale, height: photo.height * scale };
  return { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size };
}

/** A margin around a rectangle. */
export function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + by * 2, height: height + by * 2 };
}

/** Fills the rectangle with the middle of the photo; `zoom` above 1 shows a closer crop. */
export function drawPhoto(context: SKRSContext2D, photo: Canvas, box: Rectangle, zoom = 1): void {
  const scale = Math.max(box.width / photo.width, box.height / photo.height) * zoom;
  const width = box.width / scale;
  const height = box.height / scale;
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    photo,
    (photo.width - width) / 2,
    (photo.height - height) / 2,
    width,
    height,
    box.x,
    box.y,
    box.width,
    box.height,
  );
}

/** The soft shade of a flat thing that lies on the wall or table. */
export function shadowUnder(
  context: SKRSContext2D,
  box: Rectangle,
  unit: number,
  lightSide: number,
  depth: number,
): void {
  for (const [share, alpha] of [
    [1, 0.3],
    [0.25, 0.32],
  ] as const) {
    context.save();
    context.shadowColor = `rgba(24,14,12,${alpha})`;
    context.shadowBlur = unit * depth * share * 1.6;
    context.shadowOffsetX = -lightSide * unit * depth * share * 0.5;
    context.shadowOffsetY = unit * depth * share * 0.6;
    context.fillStyle = '#fff';
    context.fillRect(box.x, box.y, box.width, box.height);
    context.restore();
  }
}

/** An instant print: white card, thick lower edge, a faint curl of light. */
export function drawPrint(
  context: SKRSContext2D,
  photo: Canvas,
  side: number,
  zoom: number,
  unit: number,
  lightSide: number,
): void {
  const edge = side * 0.06;
  const card = {
    x: -side / 2 - edge,
    y: -side / 2 - edge,
    width: side + edge * 2,
    height: side + edge * 4.2,
  };
  shadowUnder(context, card, unit, lightSide, 0.035);
  context.fillStyle = linear(context, card.x, card.y, card.x + card.width, card.y + card.height, [
    [0, '#ffffff'],
    [1, '#f1eee9'],
  ]);
  context.fillRect(card.x, card.y, card.width, card.height);
  drawPhoto(context, photo, { x: -side / 2, y: -side / 2, width: side, height: side }, zoom);
}

/** Fades the rectangle's four edges to nothing. */
export function meltEdges(context: SKRSContext2D, { x, y, width, height }: Rectangle, reach: number): void {
  context.save();
  context.globalCompositeOperation = 'destination-out';
  const edges: [number, number, number, number, number, number, number, number][] = [
    [x, 0, x + reach, 0, x - 1, y - 1, reach + 1, height + 2],
    [x + width, 0, x + width - reach, 0, x + width - reach, y - 1, reach + 1, height + 2],
    [0, y, 0, y + reach, x - 1, y - 1, width + 2, reach + 1],
    [0, y + height, 0, y + height - reach, x - 1, y + height - reach, width + 2, reach + 1],
  ];
  for (const [x0, y0, x1, y1, left, top, w, h] of edges) {
    context.fillStyle = linear(context, x0, y0, x1, y1, [
      [0, 'rgba(0,0,0,1)'],
      [0.5, 'rgba(0,0,0,0.5)'],
      [1, 'rgba(0,0,0,0)'],
    ]);
    context.fillRect(left, top, w, h);
  }
  context.restore();
}
