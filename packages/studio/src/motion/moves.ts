import { REST, type Camera } from './camera.ts';

export const MOVES = [
  'still',
  'push',
  'pull',
  'pan-left',
  'pan-right',
  'tilt-up',
  'tilt-down',
  'orbit',
  'float',
  'light-sweep',
  'rack-focus',
  'crane',
  'handheld',
] as const;
export type Move = (typeof MOVES)[number];

/** Whether the clip begins and ends at rest (a shot of its own) or in motion (cut into moving pictures). */
export type Easing = 'rest-to-rest' | 'in-motion';

/** Runs from 0 to 1; `in-motion` is linear, `rest-to-rest` has no speed at either end. */
function progress(t: number, easing: Easing): number {
  return easing === 'in-motion' ? t : t * t * t * (t * (t * 6 - 15) + 10);
}

/** The same within a part of the clip: 0 before it, 1 after it. */
function during(from: number, to: number, t: number, easing: Easing): number {
  return progress(Math.max(0, Math.min(1, (t - from) / (to - from))), easing);
}

/** Two full turns that start and end at zero, without a repeat that the eye could catch. */
function sway(t: number, phase: number): number {
  return Math.sin(t * Math.PI * 2 + phase) * 0.7 + Math.sin(t * Math.PI * 3.4 + phase * 2.1) * 0.3;
}

/**
 * The camera at a moment of a clip. `t` runs 0–1, `amount` is the motion intensity 0–1 (0.5 is a calm product shot).
 */
export function cameraAt(
  move: Move,
  t: number,
  amount: number,
  seconds: number,
  easing: Easing = 'rest-to-rest',
): Camera {
  const p = progress(t, easing);
  const strength = 0.35 + amount * 1.3;
  const camera: Camera = { ...REST, seconds: t * seconds };
  const travel = (p - 0.5) * 0.062 * strength;
  switch (move) {
    case 'still':
      return { ...camera, zoom: 1.015 + 0.012 * t };
    case 'push':
      return { ...camera, zoom: 1 + 0.11 * strength * p };
    case 'pull':
      return { ...camera, zoom: 1 + 0.11 * strength * (1 - p) };
    case 'pan-left':
    case 'pan-right':
      return { ...camera, zoom: 1.03, x: move === 'pan-left' ? travel : -travel };
    case 'tilt-up':
    case 'tilt-down':
      return { ...camera, zoom: 1.03, y: move === 'tilt-up' ? travel : -travel };
    case 'crane':
      return { ...camera, zoom: 1.02 + 0.05 * strength * p, y: (0.5 - p) * 0.07 * strength };
    case 'orbit':
      return {
        ...camera,
        zoom: 1.03 + 0.02 * Math.sin(Math.PI * p),
        x: Math.sin((p - 0.5) * Math.PI) * 0.034 * strength,
      };
    case 'float':
      return {
        ...camera,
        zoom: 1.01 + 0.03 * strength * p,
        lift: 0.012 * strength * Math.sin(t * Math.PI * 2) * Math.min(1, t * 6, (1 - t) * 6),
        productRoll: 0.02 * strength * Math.sin(t * Math.PI * 2),
      };
    case 'light-sweep':
      return {
        ...camera,
        zoom: 1.01 + 0.035 * strength * p,
        sweep: -0.3 + 1.6 * during(0.08, 0.88, t, easing),
      };
    case 'rack-focus': {
      const softBackdrop = during(0.12, 0.62, t, 'rest-to-rest');
      return { ...camera, zoom: 1.01 + 0.035 * strength * p, softProduct: 1 - softBackdrop, softBackdrop };
    }
    case 'handheld':
      return {
        ...camera,
        zoom: 1.035 + 0.02 * p,
        x: sway(t, 0.4) * 0.0045 * strength,
        y: sway(t, 2.2) * 0.005 * strength,
        roll: sway(t, 4.1) * 0.0035 * strength,
      };
  }
}

/** The nearest move for a planner's free words ("slow dolly in", "Ken Burns"), or a gentle push. */
export function moveFor(words: string): Move {
  const text = words.toLowerCase();
  const exact = MOVES.find((move) => move === text);
  if (exact) return exact;
  const table: readonly (readonly [RegExp, Move])[] = [
    [/rack|focus/, 'rack-focus'],
    [/sweep|glint|shine/, 'light-sweep'],
    [/orbit|arc|rotat|360|turn/, 'orbit'],
    [/float|hover|levitat/, 'float'],
    [/hand.?held|shak/, 'handheld'],
    [/crane|jib|boom|pedestal|aerial|rise/, 'crane'],
    [/(zoom|dolly|pull).*(out|back)|pull/, 'pull'],
    [/pan.*left|left.*(pan|truck)|truck.*left/, 'pan-left'],
    [/pan|truck|track|slide|whip/, 'pan-right'],
    [/tilt.*down|down/, 'tilt-down'],
    [/tilt/, 'tilt-up'],
    [/still|static|lock/, 'still'],
  ];
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? 'push';
}
