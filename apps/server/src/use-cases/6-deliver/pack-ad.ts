import type { Asset } from '../../domain/asset.ts';
import type { Ports } from '../../ports/ports.ts';
import { findOwned, type SessionRef } from '../flow/owned-session.ts';
import { viewSession } from '../session/view-session.ts';

/** One file of an archive: what the store keeps under a key, or a text. Paths are relative, with `/`. */
export type PackedFile = { path: string } & ({ key: string } | { text: string });

const FOLDERS = {
  photo: 'photos',
  logo: 'logo',
  image: 'images',
  clip: 'clips',
  music: 'music',
  final: '',
} as const satisfies Record<Asset['kind'], string>;

/**
 * Everything that belongs to an ad: the finished films, and below them in folders what they were made of, in its newest
 * version; `ad.json` says the rest (its links end within the hour). Throws NotFound `session_not_found`.
 */
export async function packAd(
  { store, files }: Pick<Ports, 'store' | 'files'>,
  ref: SessionRef,
): Promise<{ title: string; packed: PackedFile[] }> {
  const { title } = await findOwned(store.read, ref);
  const current = (await store.read.assets.ofSession(ref.sessionId)).filter(
    (asset) => asset.status === 'ready' && !asset.isSuperseded && asset.fileId !== null,
  );
  const rows = await store.read.files.findMany(
    current.map(({ fileId }) => fileId).filter((id) => id !== null),
  );
  const packed = current.flatMap((asset) => {
    const file = rows.find(({ id }) => id === asset.fileId);
    return file === undefined ? [] : [{ path: pathOf(asset, extensionOf(file.key)), key: file.key }];
  });
  const view = await viewSession({ store, files }, ref);
  return { title, packed: [...packed, { path: 'ad.json', text: JSON.stringify(view, null, 2) }] };
}

/** `ad 16x9 (2).mp4` of the second composition; `images/2 side 3f0a.png`. */
function pathOf(asset: Asset, extension: string): string {
  if (asset.kind === 'final') {
    return `ad ${asset.aspectRatio.replace(':', 'x')} (${asset.versionNumber}).${extension}`;
  }
  const view = asset.kind === 'image' ? ` ${asset.view}` : '';
  return `${FOLDERS[asset.kind]}/${asset.position + 1}${view} ${asset.id.slice(0, 4)}.${extension}`;
}

/** `png` of `…/logo.png`. */
export function extensionOf(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
