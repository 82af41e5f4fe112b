import type { Canvas } from '@napi-rs/canvas';
import { LINEAR_OF_BYTE } from '../color/srgb.ts';

/** Red channel of a half-size canvas, 0–1, at full-size pixels, blended between neighbours. */
export function sampler(half: Canvas): (x: number, y: number) => number {
  const { width, height } = half;
  const { data } = half.getContext('2d').getImageData(0, 0, width, height);
  return (x, y) => {
    const sx = Math.max(0, Math.min(width - 1.001, x / 2));
    const sy = Math.max(0, Math.min(height - 1.001, y / 2));
    const column = Math.floor(sx);
    const row = Math.floor(sy);
    const fx = sx - column;
    const fy = sy - row;
    const i = (row * width + column) * 4;
    const j = i + width * 4;
    const top = data[i]! + (data[i + 4]! - data[i]!) * fx;
    const bottom = data[j]! + (data[j + 4]! - data[j]!) * fx;
    return (top + (bottom - top) * fy) / 255;
  };
}

/** A half-size canvas as linear light at full-size pixels. */
export function rgbSampler(half: Canvas): (x: number, y: number, out: Float32Array) => void {
  const { width, height } = half;
  const { data } = half.getContext('2d').getImageData(0, 0, width, height);
  const premultiplied = new Float32Array(data.length);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3]! / 255;
    premultiplied[i] = LINEAR_OF_BYTE[data[i]!]! * alpha;
    premultiplied[i + 1] = LINEAR_OF_BYTE[data[i + 1]!]! * alpha;
    premultiplied[i + 2] = LINEAR_OF_BYTE[data[i + 2]!]! * alpha;
    premultiplied[i + 3] = alpha;
  }
  return (x, y, out) => {
    const sx = Math.max(0, Math.min(width - 1.001, x / 2));
    const sy = Math.max(0, Math.min(height - 1.001, y / 2));
    const column = Math.floor(sx);
    const row = Math.floor(sy);
    const fx = sx - column;
    const fy = sy - row;
    for (let channel = 0; channel < 3; channel += 1) {
      const i = (row * width + column) * 4 + channel;
      const j = i + width * 4;
      const top = premultiplied[i]! + (premultiplied[i + 4]! - premultiplied[i]!) * fx;
      const bottom = premultiplied[j]! + (premultiplied[j + 4]! - premultiplied[j]!) * fx;
      out[channel] = top + (bottom - top) * fy;
    }
  };
}
