import { createCanvas } from '@napi-rs/canvas';
import type { SafeZone } from '../safe-zones.ts';
import type { Canvas } from '../timeline.ts';

/** A see-through picture of the canvas with the covered margins in red and the free middle outlined, as PNG. */
export async function drawSafeZone(zone: SafeZone, { width, height }: Canvas): Promise<Uint8Array> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const left = zone.left * width;
  const top = zone.top * height;
  const free = { width: width * (1 - zone.left - zone.right), height: height * (1 - zone.top - zone.bottom) };
  context.fillStyle = 'rgba(255, 40, 40, 0.35)';
  context.fillRect(0, 0, width, height);
  context.clearRect(left, top, free.width, free.height);
  context.strokeStyle = 'rgba(255, 255, 255, 0.9)';
  context.lineWidth = Math.max(2, Math.min(width, height) / 400);
  context.strokeRect(left, top, free.width, free.height);
  return canvas.encode('png');
}
