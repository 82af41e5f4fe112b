import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { AssetPatch } from '#src/domain/asset.ts';
import type { AssetReader, AssetWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { firstOf } from './rows.ts';
import { assets } from './tables/assets.ts';

export function assetReader(db: Handle): AssetReader {
  const inOrder = [asc(assets.position), asc(assets.createdAt), asc(assets.id)];

  return {
    async find(id) {
      const [asset] = await db.select().from(assets).where(eq(assets.id, id));
      return asset ?? null;
    },

    async ofSession(sessionId) {
      return db
        .select()
        .from(assets)
        .where(eq(assets.sessionId, sessionId))
        .orderBy(...inOrder);
    },

    async ofSessions(sessionIds) {
      if (sessionIds.length === 0) return [];
      return db
        .select()
        .from(assets)
        .where(inArray(assets.sessionId, sessionIds))
        .orderBy(...inOrder);
    },
  };
}

export function assetWriter(tx: Handle): AssetWriter {
  const touched = (patch: AssetPatch) => ({ ...patch, updatedAt: sql`clock_timestamp()` });

  return {
    ...assetReader(tx),

    async insert(newAssets) {
      if (newAssets.length === 0) return [];
      return tx.insert(assets).values(newAssets).returning();
    },

    async update(id, patch) {
      const updated = await tx.update(assets).set(touched(patch)).where(eq(assets.id, id)).returning();
      return firstOf(updated, 'asset_not_found', 'There is no such image, clip or file in this ad.');
    },

    async claim(id, stageRun) {
      const [claimed] = await tx
        .update(assets)
        .set({ status: 'running', fence: sql`${assets.fence} + 1`, updatedAt: sql`clock_timestamp()` })
        .where(
          and(
            eq(assets.id, id),
            eq(assets.stageRun, stageRun),
            inArray(assets.status, ['queued', 'running']),
          ),
        )
        .returning({ fence: assets.fence });
      return claimed?.fence ?? null;
    },

    async updateFenced(id, fence, patch) {
      const [updated] = await tx
        .update(assets)
        .set(touched(patch))
        .where(and(eq(assets.id, id), eq(assets.fence, fence)))
        .returning();
      return updated ?? null;
    },
  };
}
