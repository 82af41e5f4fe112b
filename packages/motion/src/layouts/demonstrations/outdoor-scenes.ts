import { mostLegible, oklch } from '../../color/oklch.ts';
import { alongRoute, routeShare } from '../../effects/route.ts';
import type { Point } from '../../product.ts';
import { topBetween } from '../../stage/pose.ts';
import { addProduct, addShape, type Stage, standOn } from '../../stage/stage.ts';
import { bottomOf, placeProduct, rightOf } from '../layout.ts';
import { addEffect, inset, middleOf, type Scene, seen, stand } from './scene.ts';

const water = ({ on }: Stage) => (on.isLight ? oklch(0.5, 0.13, 245) : oklch(0.93, 0.035, 225));

export const rain: Scene = (stage, box) => {
  const { width, height, product } = stage;
  const { pose, bounds } = stand(stage, inset(box, 0.08, 0.08, 0.04), {}, 1);
  const columns = 28;
  const step = bounds.width / columns;
  const roof = Array.from({ length: columns }, (_, i): Point | null => {
    const left = bounds.x + i * step;
    const top = topBetween(pose, product.silhouette, left - step, left + 2 * step);
    return top === null ? null : [left + step / 2, top];
  }).filter((point) => point !== null);
  addEffect(stage, 'rain', [water(stage)], { width, height }, { z: 2.4, points: roof });
};

export const battery: Scene = (stage, box) => {
  const { on } = stage;
  const width = box.width * 0.62;
  const height = Math.min(width * 0.34, box.height * 0.24);
  const place = { x: box.x + (box.width - width) / 2, y: box.y + box.height * 0.02, width, height };
  addEffect(stage, 'battery', [seen(stage), on.ink], place);
  const top = place.y + height * 1.18;
  stand(stage, {
    x: box.x + box.width * 0.08,
    y: top,
    width: box.width * 0.84,
    height: bottomOf(box) * 0.97 - top,
  });
};

const ROUTE: readonly Point[] = [
  [0.14, 0.86],
  [0.4, 0.62],
  [0.56, 0.76],
  [0.72, 0.46],
];
const STEPS = 40;

export const route: Scene = (stage, box) => {
  const { width, height, short, on } = stage;
  const points = ROUTE.map(([u, v]): Point => [box.x + box.width * u, box.y + box.height * v]);
  const side = Math.min(box.width * 0.46, box.height * 0.36);
  const end = points.at(-1) ?? [0, 0];
  const lift = short * 0.03;
  addEffect(
    stage,
    'route',
    [seen(stage), on.ink, on.ground],
    { width, top: box.y, height: box.height, line: short * 0.014 },
    { points },
  );
  const { pose } = placeProduct(
    stage,
    { x: end[0] - side / 2, y: end[1] - side - lift, width: side, height: side },
    { alignX: 0.5, alignY: 1 },
  );
  addProduct(stage, pose, { isClose: true, shadowKind: 'contact' });
  for (let step = 0; step <= STEPS; step++) {
    const share = step / STEPS;
    const { at } = alongRoute(points, routeShare(share));
    const hop = Math.abs(Math.sin(share * Math.PI * 7)) * (share > 0.05 && share < 0.93 ? 1 : 0);
    stage.keys.push({
      share,
      x: (at[0] - end[0]) / width,
      y: (at[1] - end[1]) / height - hop * 0.018,
      rotationDegrees: hop * -3,
    });
  }
};

export const sun: Scene = (stage, box) => {
  const { short } = stage;
  const inner = inset(box, 0.14, 0.2, 0.08);
  const { bounds } = stand(stage, inner);
  const [x, y] = middleOf(bounds);
  const radius = Math.min(Math.hypot(bounds.width, bounds.height) * 0.5 + short * 0.02, box.width * 0.44);
  addEffect(
    stage,
    'sun',
    [seen(stage), stage.on.ink],
    { x, y, radius, sunX: rightOf(box) - short * 0.08, sunY: box.y + short * 0.08, line: short * 0.0075 },
    { z: 2.3 },
  );
};

export const measure: Scene = (stage, box) => {
  const { short, product, on } = stage;
  const isLong = product.silhouette.aspectRatio > 1.3;
  const room = short * 0.12;
  const inner = inset(box, 0.08, 0.04, 0.05);
  const { bounds } = isLong
    ? stand(stage, { ...inner, height: inner.height - room })
    : stand(stage, { ...inner, x: inner.x + room, width: inner.width - room }, {}, 1);
  const gap = short * 0.05;
  const line = isLong
    ? { x1: bounds.x, y1: bottomOf(bounds) + gap, x2: rightOf(bounds), y2: bottomOf(bounds) + gap }
    : { x1: bounds.x - gap, y1: bottomOf(bounds), x2: bounds.x - gap, y2: bounds.y };
  addEffect(stage, 'measure', [on.highlight], {
    ...line,
    line: short * 0.006,
    tick: short * 0.04 * (isLong ? 1 : -1),
  });
};

export const glow: Scene = (stage, box) => {
  const { width, height, dress } = stage;
  const night = oklch(0.17, 0.035, stage.product.facts.signature.h);
  addShape(stage, 'field', [['rect', 0, 0, width, height]], { fill: night, z: 0.6 });
  standOn(stage, mostLegible(night, [dress.roles.light]) === night ? dress.roles.dark : night);
  const { bounds } = stand(stage, inset(box, 0.1, 0.1, 0.06), { shadowKind: 'contact' }, 0.8);
  const [x] = middleOf(bounds);
  const radius = Math.min(box.width, box.height) * 0.5;
  addEffect(stage, 'glow', [oklch(0.86, 0.13, 78)], {
    x,
    y: bounds.y + bounds.height * 0.42,
    radius,
    width,
    height,
  });
};

export const leaves: Scene = (stage, box) => {
  const { width, height, short } = stage;
  stand(stage, inset(box, 0.08, 0.04));
  const greens = [oklch(0.62, 0.13, 132), oklch(0.5, 0.11, 140), oklch(0.72, 0.12, 118)];
  addEffect(stage, 'leaves', greens, { top: box.y, width, height, size: short * 0.055 }, { z: 1.4 });
};
