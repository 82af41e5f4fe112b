import type { Finish } from '@spotsmith/contract/finish';
import type { AssetOf } from '../../domain/asset.ts';
import { finishOfBrand } from '../../domain/brand-kit.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';
import { storeFile } from '../making/store-file.ts';

/** What an ad takes from its maker's brand kit. `keepLogo` belongs into the transaction that inserts the ad, after it. */
export type BrandStart = { finish: Finish | null; keepLogo(tx: Transaction): Promise<void> };

export const NO_BRAND: BrandStart = { finish: null, keepLogo: async () => undefined };

/**
 * Readies an ad of the brand as the kit is now. The ad gets a copy of the logo: each ad owns its files, so that a new
 * logo changes no ad that is made already.
 */
export async function startFromBrand(
  { store, files, withTempDir }: Pick<Ports, 'store' | 'files' | 'withTempDir'>,
  { userId, sessionId, seed }: { userId: string; sessionId: string; seed: number },
): Promise<BrandStart> {
  const kit = await store.read.brandKits.find(userId);
  if (kit === null) return NO_BRAND;
  const original = kit.logoFileId === null ? null : await store.read.files.find(kit.logoFileId);
  if (original === null) return { ...NO_BRAND, finish: finishOfBrand(kit.look, null) };
  const copy = await withTempDir(async (dir) =>
    storeFile(
      files,
      sessionId,
      'photos',
      await files.materialise(original.key, dir, original.sha256),
      original.mimeType,
    ),
  );
  const logoId = crypto.randomUUID();
  return {
    finish: finishOfBrand(kit.look, logoId),
    async keepLogo(tx) {
      await tx.files.insert(copy);
      await tx.assets.insert<AssetOf<'logo'>>([
        {
          id: logoId,
          sessionId,
          kind: 'logo',
          origin: 'uploaded',
          status: 'ready',
          position: 0,
          seed,
          fileId: copy.id,
        },
      ]);
    },
  };
}
