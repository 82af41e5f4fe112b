import type { Finish } from '@spotsmith/contract/finish';
import { type Asset, type Json, currentOf } from '../../domain/asset.ts';
import type { Session } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';

/** What generated music depends on; kept as the recipe of its asset. */
export type MusicRecipe = { mood: string; seconds: number; hits_at_seconds: number[] };

/** The generated music of an ad, whether made yet or not; uploads have a file and no provider. */
export function generatedMusic(assets: readonly Asset[]): Asset | undefined {
  return currentOf(assets, 'music').find((music) => music.provider !== null || music.fileId === null);
}

/**
 * Makes sure there is a slot for the music this ad needs. Music that still fits is kept, so that editing a text never
 * makes it again; otherwise a new version takes its place.
 */
export async function ensureMusicSlot(tx: Transaction, session: Session, recipe: MusicRecipe): Promise<void> {
  const current = generatedMusic(await tx.assets.ofSession(session.id));
  if (current !== undefined && current.status !== 'failed' && isSame(current.recipe, recipe)) return;
  if (current !== undefined) await tx.assets.update(current.id, { isSuperseded: true });
  await tx.assets.insert([
    {
      id: crypto.randomUUID(),
      sessionId: session.id,
      kind: 'music',
      position: 0,
      seed: session.seed,
      recipe,
      seconds: recipe.seconds,
      versionNumber: (current?.versionNumber ?? 0) + 1,
      replacesId: current?.id ?? null,
    },
  ]);
}

/** The recipe a finish asks for, or null when it wants no generated music. */
export function musicRecipeOf(
  finish: Finish,
  { totalSeconds, cutsAtSeconds }: { totalSeconds: number; cutsAtSeconds: number[] },
): MusicRecipe | null {
  if (finish.music?.source !== 'generated') return null;
  return { mood: finish.music.mood ?? 'energetic', seconds: totalSeconds, hits_at_seconds: cutsAtSeconds };
}

function isSame(kept: Json, wanted: MusicRecipe): boolean {
  if (kept === null || typeof kept !== 'object' || Array.isArray(kept)) return false;
  return (
    kept['mood'] === wanted.mood &&
    kept['seconds'] === wanted.seconds &&
    JSON.stringify(kept['hits_at_seconds']) === JSON.stringify(wanted.hits_at_seconds)
  );
}
