import type { Session as SessionView } from '@spotsmith/contract/sessions';
import { type Asset, currentOf } from '../../domain/asset.ts';
import { microsToUsd } from '../../domain/money.ts';
import type { Session } from '../../domain/session.ts';
import type { Ports } from '../../ports/ports.ts';
import { type SessionRef, findOwned } from '../flow/owned-session.ts';
import { type FilesById, fileIdsOf, presentAsset } from './present-asset.ts';

/** The whole ad as its owner sees it. Throws NotFound `session_not_found`. */
export async function viewSession(
  { store, files }: Pick<Ports, 'store' | 'files'>,
  ref: SessionRef,
): Promise<SessionView> {
  const session = await findOwned(store.read, ref);
  const [assets, scenes] = await Promise.all([
    store.read.assets.ofSession(session.id),
    store.read.scenes.ofSession(session.id),
  ]);
  const rows = await store.read.files.findMany(fileIdsOf(assets));
  const byId: FilesById = new Map(rows.map((row) => [row.id, row]));
  const present = (list: readonly Asset[]) => list.map((asset) => presentAsset(files, byId, asset));
  return {
    ...presentSession(session),
    photos: present(currentOf(assets, 'photo')),
    logos: present(currentOf(assets, 'logo')),
    images: present(currentOf(assets, 'image')),
    scenes: scenes.map(({ sessionId: _, imageId, ...scene }) => ({ ...scene, image_id: imageId })),
    clips: present(currentOf(assets, 'clip')),
    music: present(currentOf(assets, 'music')),
    finals: present(newestFirst(assets.filter((asset) => asset.kind === 'final'))),
    versions: present(newestFirst(assets.filter((asset) => asset.isSuperseded && isMade(asset)))),
  };
}

type AssetLists = 'photos' | 'logos' | 'images' | 'scenes' | 'clips' | 'music' | 'finals' | 'versions';

function presentSession(session: Session): Omit<SessionView, AssetLists> {
  return {
    id: session.id,
    version: session.version,
    title: session.title,
    prompt: session.prompt,
    status: session.status,
    resume_status: session.resumeStatus,
    options: session.options,
    brief: session.brief,
    finish: session.finish,
    spent_usd: microsToUsd(session.spentMicros),
    held_usd: microsToUsd(session.heldMicros),
    cap_usd: microsToUsd(session.capMicros),
    trouble: session.trouble,
    overall: session.overall,
    last_seq: session.lastSeq,
    created_at: session.createdAt.toISOString(),
    updated_at: session.updatedAt.toISOString(),
    is_pinned: session.isPinned,
    remove_after: session.removeAfter?.toISOString() ?? null,
  };
}

function isMade(asset: Asset): boolean {
  return asset.fileId !== null && (asset.kind === 'image' || asset.kind === 'clip');
}

function newestFirst(assets: readonly Asset[]): Asset[] {
  return assets.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || a.position - b.position);
}
