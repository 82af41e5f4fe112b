import { finishedFilms } from '../../domain/asset.ts';
import { NotFound } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { type SessionRef, findOwned } from '../flow/owned-session.ts';

const LINK_SECONDS = 3_600;

/**
 * A link that downloads a finished ad (the newest, or the given one) under a readable name.
 * Throws NotFound `no_ad_yet`.
 */
export async function downloadFinal(
  { store, files }: Pick<Ports, 'store' | 'files'>,
  input: SessionRef & { assetId?: string | undefined },
): Promise<{ url: string; filename: string }> {
  const session = await findOwned(store.read, input);
  const films = finishedFilms(await store.read.assets.ofSession(session.id));
  const final = input.assetId === undefined ? films[0] : films.find(({ id }) => id === input.assetId);
  const file = final?.fileId == null ? null : await store.read.files.find(final.fileId);
  if (final === undefined || file === null) {
    throw new NotFound('no_ad_yet', 'There is no finished ad to download yet.');
  }
  const filename = `${session.title} ${final.aspectRatio.replace(':', 'x')}.mp4`;
  const url = files.signUrl(file, {
    expiresInSeconds: LINK_SECONDS,
    disposition: 'attachment',
    filename,
  });
  return { url, filename };
}
