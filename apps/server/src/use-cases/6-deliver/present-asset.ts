import type { Asset as AssetView } from '@spotsmith/contract/assets';
import { type Asset, type StoredFile, usesCutout } from '../../domain/asset.ts';
import { microsToUsd } from '../../domain/money.ts';
import type { FileStore } from '../../ports/file-store.ts';

const LINK_SECONDS = 3_600;

/** The files of some assets by id, fetched once for a whole answer. */
export type FilesById = ReadonlyMap<string, StoredFile>;

/** The ids of all files that the assets show. */
export function fileIdsOf(assets: readonly Asset[]): string[] {
  return assets
    .flatMap((asset) => [asset.fileId, cardFileOf(asset), asset.extraFileIds['mask'] ?? null])
    .filter((id) => id !== null);
}

/** The picture on its card: a thumbnail, or a photo's cut-out. */
function cardFileOf(asset: Asset): string | null {
  return asset.posterFileId ?? asset.extraFileIds['cutout'] ?? null;
}

/** An asset as people see it, with links that work for an hour. */
export function presentAsset(files: FileStore, byId: FilesById, asset: Asset): AssetView {
  const file = asset.fileId === null ? undefined : byId.get(asset.fileId);
  return {
    id: asset.id,
    kind: asset.kind,
    status: asset.status,
    approval: asset.approval,
    position: asset.position,
    view: asset.view,
    version_number: asset.versionNumber,
    replaces_id: asset.replacesId,
    parent_id: asset.parentId,
    scene_id: asset.sceneId,
    prompt: asset.prompt,
    provider: asset.provider,
    model: asset.model,
    aspect_ratio: asset.aspectRatio,
    width: asset.width,
    height: asset.height,
    seconds: asset.seconds,
    bytes: file?.bytes ?? null,
    mime_type: file?.mimeType ?? null,
    price_usd: asset.priceMicros === null ? null : microsToUsd(asset.priceMicros),
    url: linkTo(files, byId, asset.fileId),
    poster_url: linkTo(files, byId, cardFileOf(asset)),
    cutout: cutoutOf(files, byId, asset),
    trim:
      asset.trimInSeconds === null || asset.trimOutSeconds === null
        ? null
        : { in_seconds: asset.trimInSeconds, out_seconds: asset.trimOutSeconds },
    warnings: asset.warnings,
    verdict: asset.verdict,
    trouble: asset.trouble,
    created_at: asset.createdAt.toISOString(),
  };
}

function cutoutOf(files: FileStore, byId: FilesById, asset: Asset): AssetView['cutout'] {
  const url = linkTo(files, byId, asset.extraFileIds['cutout'] ?? null);
  if (url === null) return null;
  const maskUrl = linkTo(files, byId, asset.extraFileIds['mask'] ?? null);
  return { url, mask_url: maskUrl, is_used: usesCutout(asset) };
}

/** A signed link to a stored file, or null when there is none. */
export function linkTo(files: FileStore, byId: FilesById, fileId: string | null): string | null {
  const file = fileId === null ? undefined : byId.get(fileId);
  if (file === undefined) return null;
  return files.signUrl(file, { expiresInSeconds: LINK_SECONDS, disposition: 'inline' });
}
