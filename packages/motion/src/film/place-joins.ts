import { type FilmJoin, type FilmShot, framesPerSecond } from '../film.ts';
import { joins } from '../joins/joins.ts';
import type { Point } from '../product.ts';
import type { Join } from '../storyboard.ts';

export interface JoinColors {
  /** Run ahead of the next picture. */
  colors: string[];
  accent: string;
}

/** Never so near the edge that a shape would open from outside the frame. */
function inside(value: number, side: number): number {
  return Math.max(side * 0.15, Math.min(side * 0.85, value));
}

function originOf({ width, height, product }: FilmShot['moving']): Point {
  const { x, y } = product.pose ?? { x: width / 2, y: height / 2 };
  return [inside(x, width), inside(y, height)];
}

/**
 * Lays the joins onto frames around their cuts. A join is made shorter when its shots have less room: each gives at
 * most half of its frames.
 */
export function placeJoins(
  shots: readonly FilmShot[],
  wishes: readonly Join[],
  { colors, accent }: JoinColors,
): FilmJoin[] {
  return shots.slice(1).flatMap((after, index): FilmJoin[] => {
    const before = shots[index];
    const wish = wishes[index];
    if (!before || !wish) return [];
    const design = joins[wish.type];
    const seconds = design.draw ? (wish.seconds ?? design.seconds) : 0;
    const whole = Math.round(seconds * framesPerSecond);
    const lead = Math.min(Math.round(whole * design.before), Math.floor(before.frames / 2));
    const tail = Math.min(whole - lead, Math.floor(after.frames / 2));
    return [
      {
        type: wish.type,
        shot: index + 1,
        cutFrame: after.startFrame,
        startFrame: after.startFrame - lead,
        frames: lead + tail,
        axis: wish.axis ?? (wish.type === 'slant' && after.moving.height > after.moving.width ? 'y' : 'x'),
        direction: wish.direction ?? -1,
        origin: originOf(after.moving),
        colors,
        accent,
        seed: index,
      },
    ];
  });
}
