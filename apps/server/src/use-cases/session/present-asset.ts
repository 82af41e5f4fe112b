import type { Asset as AssetView } from '@spotsmith/contract/assets';
import type { Approval } from '@spotsmith/contract/words';
import { type Asset, usesCutout } from '../../domain/asset.ts';
import { microsToUsd } from '../../domain/money.ts';
import type { StoredFile } from '../../domain/stored-file.ts';
import type { FileStore } from '../../ports/file-store.ts';

const LINK_SECONDS = 3_600;

/** The files of some assets by id, fetched once for a whole answer. */
export type FilesById = ReadonlyMap<string, StoredFile>;

/** The ids of all files that the assets show. */
export function fileIdsOf(assets: readonly Asset[]): string[] {
  return assets
    .flatMap((asset) => [asset.fileId, cardFileOf(asset), maskFileOf(asset)])
    .filter((id) => id !== null);
}

/** The picture on its card: a thumbnail, or a photo's cut-out. */
function cardFileOf(asset: Asset): string | null {
  if (asset.kind === 'photo') return asset.preparedFileIds['cutout'] ?? null;
  return 'posterFileId' in asset ? asset.posterFileId : null;
}

function maskFileOf(asset: Asset): string | null {
  return asset.kind === 'photo' ? (asset.preparedFileIds['mask'] ?? null) : null;
}

/** An asset as people see it, with links that work for an hour. */
export function presentAsset(files: FileStore, byId: FilesById, asset: Asset): AssetView {
  const file = asset.fileId === null ? undefined : byId.get(asset.fileId);
  return {
    ...WITHOUT,
    ...ownOf(asset),
    id: asset.id,
    kind: asset.kind,
    status: asset.status,
    approval: approvalOf(asset),
    position: asset.position,
    version_number: asset.versionNumber,
    replaces_id: asset.replacesId,
    ...(asset.origin === 'made' && {
      provider: asset.provider,
      model: asset.model,
      price_usd: asset.priceMicros === null ? null : microsToUsd(asset.priceMicros),
    }),
    bytes: file?.bytes ?? null,
    mime_type: file?.mimeType ?? null,
    url: linkTo(files, byId, asset.fileId),
    poster_url: linkTo(files, byId, cardFileOf(asset)),
    cutout: cutoutOf(files, byId, asset),
    warnings: asset.warnings,
    trouble: asset.trouble,
    created_at: asset.createdAt.toISOString(),
  };
}

/** What not every kind has. */
const WITHOUT = {
  view: null,
  parent_id: null,
  scene_id: null,
  prompt: null,
  provider: null,
  model: null,
  aspect_ratio: null,
  width: null,
  height: null,
  seconds: null,
  price_usd: null,
  trim: null,
  verdict: null,
} as const satisfies Partial<AssetView>;

function ownOf(asset: Asset): Partial<AssetView> {
  switch (asset.kind) {
    case 'photo':
    case 'logo':
      return { width: asset.width, height: asset.height };
    case 'image': {
      const { view, prompt, aspectRatio: aspect_ratio, width, height } = asset;
      return { view, prompt, aspect_ratio, width, height };
    }
    case 'clip': {
      const { imageId: parent_id, sceneId: scene_id, prompt, aspectRatio: aspect_ratio } = asset;
      const { width, height, seconds, trimInSeconds: in_seconds, trimOutSeconds: out_seconds } = asset;
      const trim = in_seconds === null || out_seconds === null ? null : { in_seconds, out_seconds };
      return { parent_id, scene_id, prompt, aspect_ratio, width, height, seconds, trim };
    }
    case 'music':
      return { seconds: asset.seconds };
    case 'final': {
      const { aspectRatio: aspect_ratio, width, height, seconds, verdict } = asset;
      return { aspect_ratio, width, height, seconds, verdict };
    }
  }
}

/** What a person brought is approved by that; music and films are not reviewed. */
function approvalOf(asset: Asset): Approval {
  if (asset.kind === 'photo') return asset.cutoutApproval;
  if (asset.kind === 'image' || asset.kind === 'clip') return asset.approval;
  return asset.origin === 'uploaded' ? 'approved' : 'pending';
}

function cutoutOf(files: FileStore, byId: FilesById, asset: Asset): AssetView['cutout'] {
  if (asset.kind !== 'photo') return null;
  const url = linkTo(files, byId, cardFileOf(asset));
  if (url === null) return null;
  return { url, mask_url: linkTo(files, byId, maskFileOf(asset)), is_used: usesCutout(asset) };
}

/** A signed link to a stored file, or null when there is none. */
export function linkTo(files: FileStore, byId: FilesById, fileId: string | null): string | null {
  const file = fileId === null ? undefined : byId.get(fileId);
  if (file === undefined) return null;
  return files.signUrl(file, { expiresInSeconds: LINK_SECONDS, disposition: 'inline' });
}
