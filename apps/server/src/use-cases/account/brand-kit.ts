import type { BrandKit as BrandKitView, BrandLook } from '@spotsmith/contract/brand';
import { PLAIN_LOOK } from '../../domain/brand-kit.ts';
import type { Ports } from '../../ports/ports.ts';
import { linkTo } from '../session/present-asset.ts';
import { assertRoom } from '../making/assert-room.ts';
import { storeBrandFile } from '../making/store-file.ts';

/** One's own brand kit; a plain one when nothing was said about the brand yet. */
export async function viewBrandKit(
  { store, files }: Pick<Ports, 'store' | 'files'>,
  { userId }: { userId: string },
): Promise<BrandKitView> {
  const kit = await store.read.brandKits.find(userId);
  const logoFileId = kit?.logoFileId ?? null;
  const logo = logoFileId === null ? null : await store.read.files.find(logoFileId);
  const byId = new Map(logo === null ? [] : [[logo.id, logo]]);
  return { ...(kit?.look ?? PLAIN_LOOK), logo_url: linkTo(files, byId, logoFileId) };
}

/** Keeps colours, font and the rest for ads that are started from now on. */
export async function saveBrandLook(
  { store }: Pick<Ports, 'store'>,
  { userId, look }: { userId: string; look: BrandLook },
): Promise<void> {
  await store.write((tx) => tx.brandKits.saveLook(userId, look));
}

/** Keeps a logo, decoded and re-encoded first like any picture. Throws InvalidInput with a sentence. */
export async function uploadBrandLogo(
  {
    store,
    files,
    uploads,
    withTempDir,
    limits,
  }: Pick<Ports, 'store' | 'files' | 'uploads' | 'withTempDir' | 'limits'>,
  { userId, path }: { userId: string; path: string },
): Promise<void> {
  await assertRoom(store.read, limits, userId, { disk_bytes: 1 });
  await withTempDir(async (dir) => {
    const logo = await uploads.readPhoto(path, dir);
    const file = await storeBrandFile(files, userId, logo.path, logo.mimeType);
    await store.write((tx) => tx.brandKits.saveLogo(userId, file));
  });
}

/** Takes the logo out of the kit. Ads that have it keep it. */
export async function removeBrandLogo(
  { store }: Pick<Ports, 'store'>,
  { userId }: { userId: string },
): Promise<void> {
  await store.write((tx) => tx.brandKits.saveLogo(userId, null));
}
