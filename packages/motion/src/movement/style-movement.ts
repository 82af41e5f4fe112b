import type { StyleId } from '../storyboard.ts';
import type { AccentKind } from './accents.ts';
import type { EaseId } from './eases.ts';
import type { SomeValues } from './track.ts';

/** How words come in: rows behind their own edge, letters, falling letters, landing rows, typed, popped. */
export type Animator = 'rise' | 'letters' | 'drop' | 'land' | 'type' | 'pop';

export interface WordMove {
  animator: Animator;
  /** Of one row, letter or word. */
  seconds: number;
  /** From one row or letter to the next; for `type`, from one letter to the next. */
  staggerSeconds: number;
  ease: EaseId;
  /** How far letters come up, in short sides of the frame. */
  rise?: number | undefined;
}

export interface ProductEntrance {
  from: Pick<SomeValues, 'x' | 'y' | 'k' | 'rotationDegrees' | 'opacity'>;
  seconds: number;
  ease: EaseId | 'bounce';
  /** How much of it happens before the cut, so that no shot begins empty. */
  leadSeconds: number;
}

export interface LightSweep {
  startSeconds: number;
  seconds: number;
}

export interface StyleMovement {
  /** Headlines, figures and quotes. */
  display: WordMove;
  /** All other words. */
  support: WordMove;
  product: ProductEntrance;
  /** When the first words come, after the cut. */
  firstSeconds: number;
  /** From one item of text to the next. */
  gapSeconds: number;
  /** The same on end cards, where they are so short that their words do not come over half of them. */
  endGapSeconds: number;
  /** Words leave for so long before a match cut. */
  exitSeconds: number;
  /** Growth of the product about its focus while a shot is held. */
  pushPerSecond: number;
  /** Growth of the still ground. */
  groundPerSecond: number;
  button: 'sweep' | 'pop' | 'draw';
  /** Light that crosses the product. */
  sweep: LightSweep | null;
  /** What happens on the beats when all words stand, in turn. */
  accents: readonly AccentKind[];
  /** An ad opens on a detail of the product and pulls out at once. */
  opensNear?: boolean;
}

/** Lively styles beat; calm ones are lit. */
const lively: readonly AccentKind[] = ['pump', 'pulse', 'shine', 'pulse'];
const calm: readonly AccentKind[] = ['shine'];

const bold: StyleMovement = {
  display: { animator: 'rise', seconds: 0.35, staggerSeconds: 0.06, ease: 'out' },
  support: { animator: 'rise', seconds: 0.3, staggerSeconds: 0.05, ease: 'out' },
  product: { from: { x: 0.85, rotationDegrees: 9 }, seconds: 0.5, ease: 'settle', leadSeconds: 0.1 },
  firstSeconds: 0.06,
  gapSeconds: 0.09,
  endGapSeconds: 0.2,
  exitSeconds: 0.12,
  pushPerSecond: 0.05,
  groundPerSecond: 0,
  button: 'sweep',
  sweep: null,
  accents: lively,
  opensNear: true,
};

const luxury: StyleMovement = {
  display: { animator: 'letters', seconds: 0.8, staggerSeconds: 0.06, ease: 'cubic', rise: 0.012 },
  support: { animator: 'letters', seconds: 0.6, staggerSeconds: 0.012, ease: 'cubic', rise: 0.006 },
  product: { from: { k: 1.06 }, seconds: 1.4, ease: 'cubic', leadSeconds: 0.15 },
  firstSeconds: 0.12,
  gapSeconds: 0.3,
  endGapSeconds: 0.4,
  exitSeconds: 0.5,
  pushPerSecond: 0.03,
  groundPerSecond: 0.02,
  button: 'draw',
  sweep: { startSeconds: 0.35, seconds: 2.4 },
  accents: calm,
};

/** Numbers were found on six films and looked at frame by frame; distances are shares of the frame's own side. */
export const styleMovement: Readonly<Record<StyleId, StyleMovement>> = {
  bold,
  luxury,
  minimal: {
    ...bold,
    display: { animator: 'rise', seconds: 0.5, staggerSeconds: 0.07, ease: 'quint' },
    support: { animator: 'rise', seconds: 0.45, staggerSeconds: 0.06, ease: 'quint' },
    product: { from: { x: 0.12, opacity: 0 }, seconds: 0.7, ease: 'quint', leadSeconds: 0.2 },
    pushPerSecond: 0.03,
    accents: calm,
    opensNear: false,
  },
  playful: {
    display: { animator: 'drop', seconds: 0.46, staggerSeconds: 0.02, ease: 'back' },
    support: { animator: 'pop', seconds: 0.35, staggerSeconds: 0.05, ease: 'back' },
    product: { from: { y: -0.9, rotationDegrees: -14 }, seconds: 0.6, ease: 'bounce', leadSeconds: 0.23 },
    firstSeconds: 0.04,
    gapSeconds: 0.14,
    endGapSeconds: 0.24,
    exitSeconds: 0.2,
    pushPerSecond: 0.03,
    groundPerSecond: 0,
    button: 'pop',
    sweep: null,
    accents: lively,
  },
  tech: {
    display: { animator: 'rise', seconds: 0.42, staggerSeconds: 0.07, ease: 'out' },
    support: { animator: 'type', seconds: 0.4, staggerSeconds: 1 / 34, ease: 'linear' },
    product: { from: { k: 1.3, y: 0.08 }, seconds: 0.6, ease: 'out', leadSeconds: 0.14 },
    firstSeconds: 0.1,
    gapSeconds: 0.16,
    endGapSeconds: 0.26,
    exitSeconds: 0.14,
    pushPerSecond: 0.035,
    groundPerSecond: 0,
    button: 'sweep',
    sweep: null,
    accents: lively,
    opensNear: true,
  },
  organic: { ...luxury, sweep: null, button: 'pop' },
  retro: {
    display: { animator: 'land', seconds: 0.42, staggerSeconds: 0.1, ease: 'back' },
    support: { animator: 'rise', seconds: 0.36, staggerSeconds: 0.06, ease: 'quint' },
    product: {
      from: { x: 0.5, y: 0.12, rotationDegrees: 16, k: 0.86 },
      seconds: 0.6,
      ease: 'settle',
      leadSeconds: 0.14,
    },
    firstSeconds: 0.05,
    gapSeconds: 0.1,
    endGapSeconds: 0.26,
    exitSeconds: 0.2,
    pushPerSecond: 0.035,
    groundPerSecond: 0,
    button: 'pop',
    sweep: null,
    accents: lively,
    opensNear: true,
  },
  sale: {
    ...bold,
    display: { animator: 'land', seconds: 0.28, staggerSeconds: 0.05, ease: 'slap' },
    button: 'pop',
  },
  editorial: { ...luxury, display: bold.display, sweep: null, button: 'sweep' },
};
