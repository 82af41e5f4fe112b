import type { Context2D, Picture } from '../canvas.ts';
import { clamp01, easeAt } from '../movement/eases.ts';
import type { JoinView } from './join-design.ts';

/**
 * Both pictures side by side, blurred along the way: halved along it again and again (halving averages, one large step
 * would only pick pixels), then doubled back up, so that no column shows.
 */
function belt(view: JoinView, halvings: number): Picture {
  const { width, height, axis, direction, createSurface } = view;
  const isX = axis === 'x';
  const [first, second] = direction < 0 ? (['before', 'after'] as const) : (['after', 'before'] as const);
  return view.once(`belt${halvings}`, () => {
    // Across the way half the size is enough.
    const size = isX
      ? { width: width * 2, height: Math.ceil(height / 2) }
      : { width: Math.ceil(width / 2), height: height * 2 };
    let { picture, context } = createSurface(size.width, size.height);
    const half = isX ? { width, height: size.height } : { width: size.width, height };
    context.drawImage(view.still(first), 0, 0, half.width, half.height);
    context.drawImage(view.still(second), isX ? width : 0, isX ? 0 : height, half.width, half.height);
    const step = (factor: number, quality: string) => {
      const next = createSurface(
        Math.max(1, Math.round(picture.width * (isX ? factor : 1))),
        Math.max(1, Math.round(picture.height * (isX ? 1 : factor))),
      );
      next.context.imageSmoothingQuality = quality;
      next.context.drawImage(picture, 0, 0, next.picture.width, next.picture.height);
      ({ picture, context } = next);
    };
    for (let index = 0; index < halvings; index += 1) step(0.5, 'low');
    for (let index = 0; index < halvings - 2; index += 1) step(2, 'medium');
    return picture;
  });
}

/** Both pictures on one belt that is torn past the lens: sharp while slow, blurred by its speed. */
export function drawWhip(context: Context2D, view: JoinView): void {
  const { width, height, axis, direction, share, frames, before, after } = view;
  const isX = axis === 'x';
  const size = isX ? width : height;
  const way = easeAt('whip', share) * size;
  const pixelsPerFrame =
    ((easeAt('whip', share + 0.02) - easeAt('whip', share - 0.02)) / 0.04 / frames) * size;
  const sharp = clamp01(1 - (pixelsPerFrame - 12) / (size * 0.05));
  const fast = clamp01((pixelsPerFrame - size * 0.08) / (size * 0.1));
  const offset = direction < 0 ? -way : way - size;
  const opacity = context.globalAlpha;
  context.imageSmoothingQuality = 'medium';
  const blurs: [halvings: number, opacity: number][] = [
    [5, 1],
    [7, fast],
  ];
  for (const [halvings, amount] of blurs) {
    if (amount <= 0 || sharp >= 1) continue;
    context.globalAlpha = amount;
    if (isX) context.drawImage(belt(view, halvings), offset, 0, width * 2, height);
    else context.drawImage(belt(view, halvings), 0, offset, width, height * 2);
  }
  context.globalAlpha = sharp;
  const old = direction * way;
  const next = old - direction * size;
  if (sharp > 0) {
    context.drawImage(before, isX ? old : 0, isX ? 0 : old);
    context.drawImage(after, isX ? next : 0, isX ? 0 : next);
  }
  context.globalAlpha = opacity;
}
