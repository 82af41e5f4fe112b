import type { CameraMove, Tone } from '@spotsmith/contract/words';
import type { Move } from '@spotsmith/studio/motion/moves';
import type { Tone as StudioTone } from '@spotsmith/studio/scene-families';

/** What the studio calls each camera move of a plan: a move without an entry does not compile. */
export const STUDIO_MOVES: Record<CameraMove, Move> = {
  static: 'still',
  'push-in': 'push',
  'pull-out': 'pull',
  'pan-left': 'pan-left',
  'pan-right': 'pan-right',
  'tilt-up': 'tilt-up',
  'tilt-down': 'tilt-down',
  orbit: 'orbit',
  float: 'float',
  'light-sweep': 'light-sweep',
  'rack-focus': 'rack-focus',
  handheld: 'handheld',
  crane: 'crane',
};

/** The same for the tone of a brief. */
export const STUDIO_TONES: Record<Tone, StudioTone> = {
  energetic: 'energetic',
  calm: 'calm',
  luxurious: 'luxury',
  playful: 'playful',
  professional: 'corporate',
  cinematic: 'cinematic',
  relaxed: 'calm',
  fresh: 'natural',
};
