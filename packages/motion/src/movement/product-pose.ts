import type { Pose } from '../layer.ts';
import type { Point } from '../product.ts';
import { beatAt, sinceAccent, swingAt } from './accents.ts';
import { mostGrowth } from './grow-pivot.ts';
import { bounceAt, clamp01, easeAt, mix } from './eases.ts';
import type { MovingShot, Reframe } from './moving-shot.ts';
import type { ProductEntrance } from './style-movement.ts';
import { atRest, type Values, valuesAt } from './track.ts';

export interface MovingPose extends Pose {
  opacity: number;
  /** Squash and spring about the foot. */
  stretchX: number;
  stretchY: number;
}

/** How a product comes over a match cut: in half a second from its old place to its new one. */
const match = { seconds: 0.5, ease: 'settle' } as const;

/** Where a point of the cut-out, in shares of it, lies in the frame. */
export function pointOn(pose: Pose, aspect: number, [u, v]: Point): Point {
  const turn = (pose.rotationDegrees * Math.PI) / 180;
  const x = (u - 0.5) * pose.height * aspect * (pose.isMirrored ? -1 : 1);
  const y = (v - 0.5) * pose.height;
  return [pose.x + x * Math.cos(turn) - y * Math.sin(turn), pose.y + x * Math.sin(turn) + y * Math.cos(turn)];
}

const cameraKick = 0.012;
/** How much a product grows and swings on a beat. */
const pump = { k: 0.055, degrees: 2.4 };

type Step = Pick<Values, 'x' | 'y' | 'k' | 'rotationDegrees' | 'opacity'>;

function moved(shot: MovingShot, pose: MovingPose, focus: Point, step: Step): MovingPose {
  return {
    ...pose,
    x: focus[0] + (pose.x - focus[0]) * step.k + step.x * shot.width,
    y: focus[1] + (pose.y - focus[1]) * step.k + step.y * shot.height,
    height: pose.height * step.k,
    rotationDegrees: pose.rotationDegrees + step.rotationDegrees,
    opacity: pose.opacity * step.opacity,
  };
}

function entered(
  shot: MovingShot,
  pose: MovingPose,
  focus: Point,
  enter: ProductEntrance,
  seconds: number,
): MovingPose {
  const share = (seconds + enter.leadSeconds) / enter.seconds;
  const { x = 0, y = 0, k = 1, rotationDegrees = 0, opacity = 1 } = enter.from;
  if (enter.ease === 'bounce') {
    const { height, stretchX, stretchY } = bounceAt(share);
    const fall = {
      x: x * height,
      y: y * height,
      k: 1,
      rotationDegrees: rotationDegrees * height,
      opacity: 1,
    };
    return { ...moved(shot, pose, focus, fall), stretchX, stretchY };
  }
  const left = 1 - easeAt(enter.ease, share);
  return moved(shot, pose, focus, {
    x: x * left,
    y: y * left,
    k: mix(1, k, left),
    rotationDegrees: rotationDegrees * left,
    opacity: mix(opacity, 1, clamp01(share * 2)),
  });
}

/** How much nearer the product is after its event in mid-hold. */
const reframedAt = (reframe: Reframe | null, seconds: number) =>
  reframe ? mix(1, reframe.k, easeAt(reframe.ease, (seconds - reframe.atSeconds) / reframe.seconds)) : 1;

/**
 * Where a product that rests at `rest` stands `seconds` after the cut: keyframes or the slow push of the hold about its
 * focus, then its entrance, or its way over from the shot before.
 */
export function poseAt(shot: MovingShot, rest: Pose, seconds: number): MovingPose {
  const { product } = shot;
  const focus = pointOn(rest, product.aspect, product.focus);
  const start = { ...rest, opacity: 1, stretchX: 1, stretchY: 1 };
  const since = rest === product.pose ? sinceAccent(shot.accents, 'pump', seconds) : undefined;
  const isKeyed = product.keys.length > 0;
  const about = isKeyed || rest !== product.pose ? focus : (product.pivot ?? focus);
  const nearer = rest === product.pose ? reframedAt(product.reframe, seconds) : 1;
  const growth = (1 + product.pushPerSecond * Math.max(0, seconds)) * nearer;
  const held = {
    ...atRest,
    // What is shown whole stays whole: only a beat may push it over the edge, and it comes back.
    k: Math.min(growth, mostGrowth(rest, product.aspect, about, shot)) * (1 + pump.k * beatAt(since ?? -1)),
    rotationDegrees: pump.degrees * swingAt(since ?? -1),
  };
  const pose = moved(shot, start, about, isKeyed ? valuesAt(product.keys, seconds) : held);
  if (product.from && rest === product.pose) {
    const share = easeAt(match.ease, seconds / match.seconds);
    return {
      ...pose,
      x: mix(product.from.x, pose.x, share),
      y: mix(product.from.y, pose.y, share),
      height: product.from.height * (pose.height / product.from.height) ** share,
      rotationDegrees: mix(product.from.rotationDegrees, pose.rotationDegrees, share),
    };
  }
  return product.enter ? entered(shot, pose, focus, product.enter, seconds) : pose;
}

/** The whole frame, words included, comes nearer all the time, and answers a product's beat. */
export function cameraAt(shot: MovingShot, seconds: number): number {
  const kick = beatAt(sinceAccent(shot.accents, 'pump', seconds) ?? -1) * cameraKick;
  return 1 + shot.cameraPerSecond * Math.max(0, seconds) + kick;
}

/** Where the main product is seen, camera included: what a match cut hands over. */
export function seenPose(shot: MovingShot, seconds: number): Pose | null {
  if (!shot.product.pose) return null;
  const { x, y, height, rotationDegrees, isMirrored } = poseAt(shot, shot.product.pose, seconds);
  const camera = cameraAt(shot, seconds);
  return {
    x: shot.width / 2 + (x - shot.width / 2) * camera,
    y: shot.height / 2 + (y - shot.height / 2) * camera,
    height: height * camera,
    rotationDegrees,
    isMirrored,
  };
}
