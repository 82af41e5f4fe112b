import type { Context2D, Picture } from '../canvas.ts';
import { clamp01, easeAt, mix } from '../movement/eases.ts';
import { randomFrom } from '../random.ts';
import type { Join } from '../storyboard.ts';
import type { JoinDesign, JoinView } from './join-design.ts';
import { bandsOpening, blobOpening, irisOpening, reveal, slantOpening } from './reveal.ts';
import { drawWhip } from './whip.ts';

function drawGrown(context: Context2D, picture: Picture, { origin: [x, y] }: JoinView, k: number): void {
  context.save();
  context.translate(x, y);
  context.scale(k, k);
  context.drawImage(picture, -x, -y);
  context.restore();
}

/** Lies in place at once, from 1.14 times its size, and shakes. */
function drawSlam(context: Context2D, { width, height, share, after }: JoinView): void {
  const k = mix(1.14, 1, easeAt('out', share));
  const shake = (1 - share) ** 2 * Math.min(width, height) * 0.012 * Math.sin(share * 40);
  context.save();
  context.translate(width / 2 + shake, height / 2 - shake);
  context.scale(k, k);
  context.drawImage(after, -width / 2, -height / 2);
  context.restore();
}

/** Both pictures pushed along one axis. */
function drawPush(
  context: Context2D,
  { width, height, axis, direction, share, before, after }: JoinView,
): void {
  const isY = axis === 'y';
  const side = isY ? height : width;
  const old = direction * easeAt('whip', share) * side;
  const next = old - direction * side;
  context.drawImage(before, isY ? 0 : old, isY ? old : 0);
  context.drawImage(after, isY ? 0 : next, isY ? next : 0);
}

/** Out to black and in from black, overlapping, so that no frame is empty. */
function drawBlack(context: Context2D, { width, height, share, before, after }: JoinView): void {
  const opacity = context.globalAlpha;
  context.fillStyle = '#000000';
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1 - easeAt('soft', share / 0.78);
  context.drawImage(before, 0, 0);
  context.globalCompositeOperation = 'lighter';
  context.globalAlpha = easeAt('soft', (share - 0.12) / 0.88);
  context.drawImage(after, 0, 0);
  context.globalCompositeOperation = 'source-over';
  context.globalAlpha = opacity;
}

/** Through the product: the old picture grows past the lens, the new one comes from beyond it. */
function drawZoom(context: Context2D, view: JoinView): void {
  const { share, before, after } = view;
  const opacity = context.globalAlpha;
  const way = easeAt('whip', share);
  const isOld = share < 0.5;
  const ghosts = isOld || way < 0.97 ? 2 : 0;
  for (let ghost = 0; ghost <= ghosts; ghost += 1) {
    context.globalAlpha = ghost === 0 ? 1 : 0.38;
    if (isOld) drawGrown(context, before, view, 1 + way * (2.4 + ghost * 0.25));
    else drawGrown(context, after, view, 1 + (1 - way) * (1.1 + ghost * 0.3));
  }
  context.globalAlpha = opacity;
}

/** A bright line runs down; above it stands the new picture, and slices near it are torn. */
function drawScan(context: Context2D, view: JoinView): void {
  const { width, height, share, frames, before, after, accent, seed } = view;
  const short = Math.min(width, height);
  const line = easeAt('inout', share) * height;
  context.drawImage(before, 0, 0);
  context.save();
  context.beginPath();
  context.rect(0, 0, width, line);
  context.clip();
  context.drawImage(after, 0, 0);
  context.restore();
  const random = randomFrom(Math.floor(share * frames) + 31 * (seed + 1));
  for (let index = 0; index < 7; index += 1) {
    const thick = Math.max(1, Math.round(short * (0.008 + random() * 0.03)));
    const y = Math.round(
      clamp01((line - short * 0.14 + random() * short * 0.28) / height) * (height - thick),
    );
    const aside = (random() - 0.5) * short * 0.24;
    const slice = [0, y, width, thick] as const;
    context.drawImage(y < line ? after : before, ...slice, aside, y, width, thick);
  }
  context.fillStyle = accent;
  context.fillRect(0, line - short * 0.004, width, short * 0.008);
}

/** Every join there is. Times were found on films: shorter is unseen, longer hides the picture. */
export const joins: Readonly<Record<Join['type'], JoinDesign>> = {
  cut: { seconds: 0, before: 0, sound: null, draw: null },
  /** The product goes on from where it stood; only the ground changes on the beat. */
  match: { seconds: 0, before: 0, sound: null, draw: null },
  whip: { seconds: 0.36, before: 0.5, sound: 'whoosh', draw: drawWhip },
  slam: { seconds: 0.26, before: 0, sound: 'hit', draw: drawSlam },
  slant: { seconds: 0.42, before: 0.55, sound: 'whoosh', draw: reveal(slantOpening, 0.045) },
  bands: { seconds: 0.5, before: 0.5, sound: 'whoosh', draw: reveal(bandsOpening, 0.06) },
  iris: { seconds: 0.52, before: 0.42, sound: 'whoosh', draw: reveal(irisOpening, 0.06) },
  blob: { seconds: 0.5, before: 0.42, sound: 'pop', draw: reveal(blobOpening, 0.06) },
  push: { seconds: 0.5, before: 0.5, sound: 'slide', draw: drawPush },
  black: { seconds: 0.6, before: 0.5, sound: 'air', draw: drawBlack },
  zoom: { seconds: 0.4, before: 0.5, sound: 'whoosh', draw: drawZoom },
  scan: { seconds: 0.44, before: 0.5, sound: 'glitch', draw: drawScan },
};
