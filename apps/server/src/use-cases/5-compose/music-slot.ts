import type { Finish } from '@spotsmith/contract/finish';
import type { MusicMood } from '@spotsmith/contract/words';
import { type MadeMusic, type MusicScore, madeMusic } from '../../domain/asset.ts';
import type { Session } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';

/** The music's share of the composing bar. */
export const MUSIC_PERCENT = 10;

/**
 * Makes sure there is a slot for the music this ad needs. Music that still fits is kept, so that editing a text never
 * makes it again; otherwise a new version takes its place.
 */
export async function ensureMusicSlot(tx: Transaction, session: Session, score: MusicScore): Promise<void> {
  const current = madeMusic(await tx.assets.ofSession(session.id));
  if (current !== undefined && current.status !== 'failed' && isSame(current.score, score)) return;
  if (current !== undefined) await tx.assets.update(current, { isSuperseded: true });
  await tx.assets.insert<MadeMusic>([
    {
      id: crypto.randomUUID(),
      sessionId: session.id,
      kind: 'music',
      origin: 'made',
      position: 0,
      seed: session.seed,
      score,
      seconds: score.seconds,
      versionNumber: (current?.versionNumber ?? 0) + 1,
      replacesId: current?.id ?? null,
    },
  ]);
}

/** When things happen in an ad, and what its music is like unless somebody says so. */
export type AdTiming = {
  totalSeconds: number;
  cutsAtSeconds: number[];
  tempoBpm: number | null;
  mood: MusicMood;
};

/** The score a finish asks for, or null when it wants no generated music. */
export function scoreOf(finish: Finish, timing: AdTiming): MusicScore | null {
  if (finish.music?.source !== 'generated') return null;
  return {
    mood: finish.music.mood ?? timing.mood,
    seconds: timing.totalSeconds,
    hits_at_seconds: timing.cutsAtSeconds,
    tempo_bpm: timing.tempoBpm,
  };
}

function isSame(kept: MusicScore, wanted: MusicScore): boolean {
  return (
    kept.mood === wanted.mood &&
    kept.seconds === wanted.seconds &&
    kept.tempo_bpm === wanted.tempo_bpm &&
    JSON.stringify(kept.hits_at_seconds) === JSON.stringify(wanted.hits_at_seconds)
  );
}
