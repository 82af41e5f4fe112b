import { createCanvas, type Canvas } from '@napi-rs/canvas';

export async function drawIllustration(_icon: string): Promise<Canvas> {
  return createCanvas(64, 64);
}
