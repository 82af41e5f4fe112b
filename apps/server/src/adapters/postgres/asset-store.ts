import { and, asc, eq, inArray, sql } from './drizzle.ts';
import type { Asset, PatchOf } from '#src/domain/asset.ts';
import type { AssetReader, AssetWriter } from '#src/ports/store.ts';
import { assetOf, changesOf, newRowOf } from './asset-rows.ts';
import type { Handle } from './handle.ts';
import { firstOf } from './rows.ts';
import { assets } from './tables/assets.ts';

export function assetReader(db: Handle): AssetReader {
  const inOrder = [asc(assets.position), asc(assets.createdAt), asc(assets.id)];

  return {
    async find(id) {
      const [row] = await db.select().from(assets).where(eq(assets.id, id));
      return row === undefined ? null : assetOf(row);
    },

    async ofSession(sessionId) {
      const rows = await db
        .select()
        .from(assets)
        .where(eq(assets.sessionId, sessionId))
        .orderBy(...inOrder);
      return rows.map(assetOf);
    },

    async ofSessions(sessionIds) {
      if (sessionIds.length === 0) return [];
      const rows = await db
        .select()
        .from(assets)
        .where(inArray(assets.sessionId, sessionIds))
        .orderBy(...inOrder);
      return rows.map(assetOf);
    },
  };
}

export function assetWriter(tx: Handle): AssetWriter {
  const touched = ({ kind }: Pick<Asset, 'kind'>, patch: PatchOf<Asset>) => ({
    ...changesOf(kind, patch),
    updatedAt: sql`clock_timestamp()`,
  });

  return {
    ...assetReader(tx),

    async insert<A extends Asset>(newAssets: Parameters<AssetWriter['insert']>[0]) {
      if (newAssets.length === 0) return [];
      const rows = await tx.insert(assets).values(newAssets.map(newRowOf)).returning();
      return rows.map((row) => assetOf(row) as A);
    },

    async update<A extends Asset>(asset: A, patch: PatchOf<A>) {
      const updated = await tx
        .update(assets)
        .set(touched(asset, patch))
        .where(eq(assets.id, asset.id))
        .returning();
      const row = firstOf(updated, 'asset_not_found', 'There is no such image, clip or file in this ad.');
      return assetOf(row) as A;
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

    async updateFenced<A extends Asset>(asset: A, fence: number, patch: PatchOf<A>) {
      const [updated] = await tx
        .update(assets)
        .set(touched(asset, patch))
        .where(and(eq(assets.id, asset.id), eq(assets.fence, fence)))
        .returning();
      return updated === undefined ? null : (assetOf(updated) as A);
    },
  };
}
