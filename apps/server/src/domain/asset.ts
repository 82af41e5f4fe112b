import type { Verdict } from '@spotsmith/contract/assets';
import type { Trouble } from '@spotsmith/contract/problem';
import type {
  Approval,
  AspectRatio,
  AssetKind,
  AssetStatus,
  Provider,
  View,
} from '@spotsmith/contract/words';
import type { Micros } from './money.ts';

/** JSON that only its maker understands: a still's recipe, a prepared photo. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A file of an ad, uploaded or to be made. The row exists before the file: it is the slot that a job fills. */
export type Asset = {
  id: string;
  sessionId: string;
  kind: AssetKind;
  status: AssetStatus;
  approval: Approval;
  position: number;
  view: View | null;
  versionNumber: number;
  replacesId: string | null;
  /** True once a newer version took its place. It is kept. */
  isSuperseded: boolean;
  /** The image a clip was made from. */
  parentId: string | null;
  sceneId: string | null;
  prompt: string | null;
  seed: number;
  provider: Provider | null;
  model: string | null;
  /** How it was made, kept so that it can be made again on another canvas or set in motion. */
  recipe: Json;
  fileId: string | null;
  posterFileId: string | null;
  /** Further files that belong to it, by role, e.g. a photo's `cutout` and `mask`. */
  extraFileIds: Record<string, string>;
  aspectRatio: AspectRatio | null;
  width: number | null;
  height: number | null;
  seconds: number | null;
  trimInSeconds: number | null;
  trimOutSeconds: number | null;
  warnings: string[];
  verdict: Verdict | null;
  trouble: Trouble | null;
  priceMicros: Micros | null;
  /** The session's `stageRun` in which its job was sent: a job of another run is stale and does nothing. */
  stageRun: number;
  /** Counts up each time a job takes the asset in hand; a worker frozen past its lease holds an old one. */
  fence: number;
  createdAt: Date;
  updatedAt: Date;
};

export type NewAsset = Pick<Asset, 'id' | 'sessionId' | 'kind' | 'position' | 'seed'> &
  Partial<
    Pick<
      Asset,
      | 'status'
      | 'approval'
      | 'view'
      | 'versionNumber'
      | 'replacesId'
      | 'isSuperseded'
      | 'parentId'
      | 'sceneId'
      | 'prompt'
      | 'provider'
      | 'model'
      | 'recipe'
      | 'fileId'
      | 'posterFileId'
      | 'extraFileIds'
      | 'aspectRatio'
      | 'width'
      | 'height'
      | 'seconds'
      | 'warnings'
      | 'stageRun'
    >
  >;

export type AssetPatch = Partial<
  Omit<
    Asset,
    'id' | 'sessionId' | 'kind' | 'versionNumber' | 'replacesId' | 'fence' | 'createdAt' | 'updatedAt'
  >
>;

/** A stored object. Its id is what signed URLs name; its key is where it lies. */
export type StoredFile = {
  id: string;
  /** The ad it belongs to; null for a file of a person's brand kit. */
  sessionId: string | null;
  /** Whose brand kit it belongs to; null for a file of an ad. */
  userId: string | null;
  key: string;
  mimeType: string;
  bytes: number;
  sha256: string;
  createdAt: Date;
};
export type NewStoredFile = Omit<StoredFile, 'sessionId' | 'userId' | 'createdAt'> &
  ({ sessionId: string } | { userId: string });

/**
 * Whether a photo's product is cut out for the pictures: as the user decided, or else as sure as the cutter was of it.
 */
export function usesCutout({ approval, recipe }: Pick<Asset, 'approval' | 'recipe'>): boolean {
  if (approval !== 'pending') return approval === 'approved';
  return (
    recipe !== null && typeof recipe === 'object' && !Array.isArray(recipe) && recipe['isConfident'] === true
  );
}

/** The newest version of each asset of a kind, in order. */
export function currentOf(assets: readonly Asset[], kind: AssetKind): Asset[] {
  return assets
    .filter((asset) => asset.kind === kind && !asset.isSuperseded)
    .toSorted((a, b) => a.position - b.position || a.createdAt.getTime() - b.createdAt.getTime());
}

/** The finished films, those of the newest composition first. */
export function finishedFilms(assets: readonly Asset[]): Asset[] {
  return assets
    .filter((asset) => asset.kind === 'final' && asset.status === 'ready')
    .toSorted((a, b) => b.versionNumber - a.versionNumber || a.position - b.position);
}

/** Nothing more will happen to it by itself. */
export function isSettled(asset: Pick<Asset, 'status'>): boolean {
  return asset.status === 'ready' || asset.status === 'failed' || asset.status === 'cancelled';
}
