import { type Film, framesPerSecond } from '../film.ts';
import { type JoinSound } from '../joins/join-design.ts';
import { joins } from '../joins/joins.ts';
import type { StyleId } from '../storyboard.ts';

/** Something that is seen and heard at the same moment. */
export interface SoundEvent {
  /** From the start of the film. */
  atSeconds: number;
  kind: JoinSound | 'thud' | 'slap' | 'tick' | 'shimmer';
  /** 1 is usual. */
  gain: number;
  /** 1: moves to the right, -1: to the left. */
  direction: 1 | -1;
}

const softStyles: readonly StyleId[] = ['luxury', 'minimal', 'organic', 'editorial'];
const hardJoins: readonly string[] = ['whip', 'slam', 'cut'];
const countTicks = 14;

function ofJoins(film: Film, isSoft: boolean): SoundEvent[] {
  return film.joins.flatMap(({ type, cutFrame, direction }) => {
    const atSeconds = cutFrame / framesPerSecond;
    const { sound } = joins[type];
    const hit = {
      atSeconds,
      kind: hardJoins.includes(type) ? ('hit' as const) : ('thud' as const),
      gain: 0.8,
      direction,
    };
    return [...(sound ? [{ atSeconds, kind: sound, gain: 1, direction }] : []), ...(isSoft ? [] : [hit])];
  });
}

function ofShots(film: Film, isSoft: boolean): SoundEvent[] {
  return film.shots.flatMap(({ startFrame, moving }) => {
    const at = (seconds: number, kind: SoundEvent['kind'], gain: number): SoundEvent => ({
      atSeconds: startFrame / framesPerSecond + seconds,
      kind,
      gain,
      direction: 1,
    });
    return moving.parts.flatMap((part): SoundEvent[] => {
      if (part.type === 'words' && part.count) {
        const { seconds } = part.count;
        return Array.from({ length: countTicks }, (_, index) =>
          at(part.startSeconds + seconds * (index / countTicks) ** 1.7, 'tick', 0.8),
        );
      }
      if (part.role === 'callout-dot' && part.type === 'callout') {
        return [at(part.startSeconds, film.style === 'tech' ? 'tick' : 'pop', 0.7)];
      }
      if (part.type !== 'track') return [];
      if (part.role === 'badge') return [at(part.startSeconds + 0.12, 'slap', 1)];
      if (part.role !== 'button') return [];
      const comes = at(part.startSeconds + 0.1, isSoft ? 'shimmer' : 'pop', 0.6);
      return isSoft ? [comes] : [comes, at(moving.pulseSeconds, 'tick', 1.4)];
    });
  });
}

/** Everything that is heard because it is seen, in order of time: joins, slaps, ticks of a counter, the button. */
export function soundEvents(film: Film): SoundEvent[] {
  const isSoft = softStyles.includes(film.style);
  const opening: SoundEvent = { atSeconds: 0, kind: isSoft ? 'air' : 'hit', gain: 0.8, direction: 1 };
  const seconds = film.totalFrames / framesPerSecond;
  return [opening, ...ofJoins(film, isSoft), ...ofShots(film, isSoft)]
    .filter((event) => event.atSeconds < seconds)
    .sort((a, b) => a.atSeconds - b.atSeconds);
}

/** Where the music may land: the cuts, in seconds. */
export function cutSeconds(film: Film): number[] {
  return film.joins.map(({ cutFrame }) => cutFrame / framesPerSecond);
}

/** When a price comes on screen, in seconds: the music may breathe before it. At most one in a shot. */
export function priceSeconds(film: Film): number[] {
  return film.shots.flatMap(({ startFrame, moving }) => {
    const prices = moving.parts.flatMap((part) =>
      part.type === 'words' && part.layer.block.rows.some(({ text }) => /\p{Sc}/u.test(text))
        ? [part.startSeconds]
        : [],
    );
    return prices.length > 0 ? [Math.max(0, startFrame / framesPerSecond + Math.min(...prices))] : [];
  });
}
