import { contrast, distance, luminance, mostLegible, oklch, toOklch } from '../../color/oklch.ts';
import { LANDS_SECONDS, panSwing } from '../../effects/scale.ts';
import { addShape, standOn } from '../../stage/stage.ts';
import { bottomOf } from '../layout.ts';
import { addEffect, inset, middleOf, type Scene, seen, stand } from './scene.ts';

export const scale: Scene = (stage, box) => {
  const { height, dress, on, isTall } = stage;
  const size = Math.min(box.width * 0.52, box.height * (isTall ? 0.44 : 0.38));
  const top = box.y + (isTall ? 0 : box.height * 0.07);
  const panY = bottomOf(box) - size * 1.02 - box.height * 0.05;
  const [x] = middleOf(box);
  const { dark, light } = dress.roles;
  const body = on.isLight ? dark : seen(stage);
  const dial = mostLegible(body, [dark, light]);
  const needle = [seen(stage), dress.roles.accent, dark].find((color) => contrast(color, dial) > 2) ?? dark;
  addEffect(stage, 'scale', [body, dial, needle, mostLegible(dial, [dark, light])], { x, y: panY, size });
  stand(
    stage,
    { x: box.x + box.width * 0.1, y: top, width: box.width * 0.8, height: panY - top + size * 0.012 },
    { shadowKind: 'contact' },
    1,
  );
  stage.keys.push(
    { seconds: -0.2, y: -0.75 },
    { seconds: -0.02, y: -0.62 },
    { seconds: LANDS_SECONDS, y: 0, ease: 'in' },
  );
  for (let step = 1; step <= 24; step++)
    stage.keys.push({
      seconds: LANDS_SECONDS + step * 0.05,
      y: (panSwing(step * 0.05) * size * 0.05) / height,
    });
  stage.keys.push({ seconds: LANDS_SECONDS + 1.4, y: 0 });
};

/** A ring round the product. */
export const ring =
  (effect: 'hours' | 'percent'): Scene =>
  (stage, box, { share = 1 }) => {
    const { short, on } = stage;
    const line = short * 0.026;
    const [x] = middleOf(box);
    const radius = Math.min(box.width * 0.5 - short * 0.12, box.height * 0.5 - short * 0.1);
    const y = box.y + radius + line * 3;
    addEffect(stage, effect, [seen(stage), on.ink], { x, y, radius, line, share });
    const { aspectRatio } = stage.product.silhouette;
    const wide = radius * (aspectRatio > 1.3 ? 1.9 : 1.5);
    const tall = radius * 1.62;
    stand(stage, { x: x - wide / 2, y: y - tall / 2, width: wide, height: tall });
  };

export const steam: Scene = (stage, box) => {
  const { short, width, height, dress, product } = stage;
  // Steam is seen on what is darker than itself, and the product on what is not its own colour.
  const { signature } = product.facts;
  const isApart = (color: string) => distance(toOklch(color), signature) > 0.16;
  const { grounds, dark: ink } = dress.roles;
  const dark = Object.values(grounds).find((color) => luminance(color) < 0.2 && isApart(color)) ?? ink;
  addShape(stage, 'field', [['rect', 0, 0, width, height]], { fill: dark, z: 0.6 });
  standOn(stage, dark);
  const { bounds } = stand(stage, inset(box, 0.04, 0.2, 0.02), {}, 1);
  addEffect(
    stage,
    'steam',
    [oklch(0.99, 0.01, 80)],
    {
      x: bounds.x + bounds.width * 0.5,
      y: bounds.y + bounds.height * 0.06,
      width: Math.min(bounds.width * 0.42, short * 0.4),
      rise: bounds.height * 0.2 + box.height * 0.24,
    },
    { z: 2.4 },
  );
};

export const quiet: Scene = (stage, box) => {
  const { on, isTall, short } = stage;
  const { bounds } = stand(stage, inset(box, isTall ? 0.14 : 0.08, 0.06));
  const [x, y] = middleOf(bounds);
  addEffect(
    stage,
    'quiet',
    [on.highlight],
    { x, y, left: box.x, width: box.width, height: isTall ? short * 0.3 : short * 0.26 },
    { z: 1.2 },
  );
};

export const drop: Scene = (stage, box) => {
  const { short, on } = stage;
  const [x, y] = middleOf(box);
  const radius = Math.min(box.width * 0.46, box.height * 0.44);
  const light = on.isLight ? '#ffffff' : mostLegible(seen(stage), ['#ffffff', on.ink]);
  addEffect(stage, 'drop', [seen(stage), light], {
    x,
    y,
    top: box.y - box.height * 0.1,
    radius,
    drop: short * 0.06,
  });
  const side = radius * 1.5;
  stand(stage, { x: x - side / 2, y: y - side / 2, width: side, height: side });
};
