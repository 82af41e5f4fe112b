import { eq, sql } from './drizzle.ts';
import { PLAIN_LOOK } from '#src/domain/brand-kit.ts';
import type { BrandKitReader, BrandKitWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { files } from './tables/assets.ts';
import { brandKits } from './tables/brand-kits.ts';

const updatedAt = sql`clock_timestamp()`;

export function brandKitReader(db: Handle): BrandKitReader {
  return {
    async find(userId) {
      const [kit] = await db
        .select({ userId: brandKits.userId, look: brandKits.look, logoFileId: brandKits.logoFileId })
        .from(brandKits)
        .where(eq(brandKits.userId, userId));
      return kit ?? null;
    },
  };
}

export function brandKitWriter(tx: Handle): BrandKitWriter {
  return {
    ...brandKitReader(tx),

    async saveLook(userId, look) {
      await tx
        .insert(brandKits)
        .values({ userId, look })
        .onConflictDoUpdate({ target: brandKits.userId, set: { look, updatedAt } });
    },

    async saveLogo(userId, logo) {
      // The kit's row first: it is what two uploads at once queue up on.
      const kit = { logoFileId: null, updatedAt };
      await tx
        .insert(brandKits)
        .values({ userId, look: PLAIN_LOOK })
        .onConflictDoUpdate({ target: brandKits.userId, set: kit });
      await tx.delete(files).where(eq(files.userId, userId));
      if (logo === null) return;
      await tx.insert(files).values(logo);
      await tx.update(brandKits).set({ logoFileId: logo.id }).where(eq(brandKits.userId, userId));
    },
  };
}
