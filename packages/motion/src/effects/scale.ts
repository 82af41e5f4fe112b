import { clamp01 } from '../movement/eases.ts';
import { colorOf, type Effect, numberOf } from './effect.ts';

/** The product lands at this time, and the pan swings under it. */
export const LANDS_SECONDS = 0.42;
const NEEDLE = { from: -128, to: 52 };
const TICKS = 24;

/** How far the pan is pushed down, −1 to 1, so long after something fell on it. */
export const panSwing = (seconds: number): number =>
  seconds <= 0 ? 0 : Math.exp(-3.6 * seconds) * Math.sin(15 * seconds);

/**
 * A kitchen scale whose needle stops when the product lies still. Numbers: `x` middle, `y` of the pan, `size` of its
 * body. Colours: body, dial, needle, marks.
 */
export const scale: Effect = (context, layer, { seconds }) => {
  const [x, panY, size] = ['x', 'y', 'size'].map((name) => numberOf(layer, name)) as [number, number, number];
  const lying = seconds - LANDS_SECONDS;
  const dip = panSwing(lying) * size * 0.05;
  const [body, dial, needle, marks] = [0, 1, 2, 3].map((index) => colorOf(layer, index)) as [
    string,
    string,
    string,
    string,
  ];
  const [width, height] = [size * 0.86, size * 0.8];
  const top = panY + size * 0.15;
  context.fillStyle = marks;
  context.globalAlpha *= 0.18;
  context.beginPath();
  context.ellipse(x, top + height + size * 0.012, width * 0.62, size * 0.035, 0, 0, Math.PI * 2);
  context.fill();
  context.globalAlpha /= 0.18;
  // The stem stands in the body, the pan lies on it.
  context.fillStyle = marks;
  context.fillRect(x - size * 0.045, panY + dip, size * 0.09, top - panY + size * 0.04);
  context.fillStyle = body;
  context.beginPath();
  context.moveTo(x - width * 0.36, top);
  context.lineTo(x + width * 0.36, top);
  context.bezierCurveTo(
    x + width * 0.44,
    top,
    x + width * 0.45,
    top + height * 0.05,
    x + width * 0.46,
    top + height * 0.1,
  );
  context.lineTo(x + width * 0.54, top + height * 0.9);
  context.bezierCurveTo(
    x + width * 0.55,
    top + height,
    x + width * 0.5,
    top + height,
    x + width * 0.46,
    top + height,
  );
  context.lineTo(x - width * 0.46, top + height);
  context.bezierCurveTo(
    x - width * 0.5,
    top + height,
    x - width * 0.55,
    top + height,
    x - width * 0.54,
    top + height * 0.9,
  );
  context.lineTo(x - width * 0.46, top + height * 0.1);
  context.bezierCurveTo(x - width * 0.45, top + height * 0.05, x - width * 0.44, top, x - width * 0.36, top);
  context.fill();
  context.beginPath();
  context.roundRect(x - size * 0.62, panY + dip, size * 1.24, size * 0.055, size * 0.027);
  context.fill();
  const [dx, dy, radius] = [x, top + height * 0.52, size * 0.3];
  context.fillStyle = dial;
  context.beginPath();
  context.arc(dx, dy, radius, 0, Math.PI * 2);
  context.fill();
  context.strokeStyle = marks;
  for (let i = 0; i <= TICKS; i++) {
    const angle = ((-225 + (270 * i) / TICKS) * Math.PI) / 180;
    const isLong = i % 4 === 0;
    const inner = radius * (isLong ? 0.72 : 0.8);
    context.lineWidth = size * (isLong ? 0.012 : 0.007);
    context.beginPath();
    context.moveTo(dx + Math.cos(angle) * inner, dy + Math.sin(angle) * inner);
    context.lineTo(dx + Math.cos(angle) * radius * 0.89, dy + Math.sin(angle) * radius * 0.89);
    context.stroke();
  }
  const way = lying <= 0 ? 0 : 1 - Math.exp(-3.4 * lying) * Math.cos(8.2 * lying);
  const angle = ((NEEDLE.from + (NEEDLE.to - NEEDLE.from) * way - 90) * Math.PI) / 180;
  context.strokeStyle = needle;
  context.lineWidth = size * 0.02;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(dx - Math.cos(angle) * radius * 0.18, dy - Math.sin(angle) * radius * 0.18);
  context.lineTo(dx + Math.cos(angle) * radius * 0.72, dy + Math.sin(angle) * radius * 0.72);
  context.stroke();
  context.fillStyle = needle;
  context.beginPath();
  context.arc(dx, dy, size * 0.028, 0, Math.PI * 2);
  context.fill();
  // It stands: a ring leaves the dial.
  const ring = (lying - 1) / 0.6;
  if (ring <= 0 || ring >= 1) return;
  context.globalAlpha *= 1 - clamp01(ring);
  context.lineWidth = size * 0.016;
  context.beginPath();
  context.arc(dx, dy, radius * (1 + 0.5 * ring), 0, Math.PI * 2);
  context.stroke();
};
