import type { Finish } from '@spotsmith/contract/finish';
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

/** The score a finish asks for, or null when it wants no generated music. */
export function scoreOf(
  finish: Finish,
  { totalSeconds, cutsAtSeconds }: { totalSeconds: number; cutsAtSeconds: number[] },
): MusicScore | null {
  if (finish.music?.source !== 'generated') return null;
  return { mood: finish.music.mood ?? 'energetic', seconds: totalSeconds, hits_at_seconds: cutsAtSeconds };
}

function isSame(kept: MusicScore, wanted: MusicScore): boolean {
  return (
    kept.mood === wanted.mood &&
    kept.seconds === wanted.seconds &&
    JSON.stringify(kept.hits_at_seconds) === JSON.stringify(wanted.hits_at_seconds)
  );
}
