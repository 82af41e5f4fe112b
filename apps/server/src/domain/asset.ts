import { Verdict } from '@spotsmith/contract/assets';
import { Trouble } from '@spotsmith/contract/problem';
import {
  APPROVALS,
  ASPECT_RATIOS,
  ASSET_STATUSES,
  CAMERA_MOVES,
  MUSIC_MOODS,
  PROVIDERS,
  SHOTS,
  VIEWS,
  type AssetKind,
} from '@spotsmith/contract/words';
import { z } from 'zod';

/** JSON that only its maker understands: a still's recipe, a prepared photo. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Whether a person brought it, or it is made here. */
export const ORIGINS = ['uploaded', 'made'] as const;

/** What every asset has. The row exists before the file: it is the slot that a job fills. */
const slot = {
  id: z.string(),
  sessionId: z.string(),
  status: z.enum(ASSET_STATUSES),
  position: z.int(),
  versionNumber: z.int(),
  replacesId: z.string().nullable(),
  /** True once a newer version took its place. It is kept. */
  isSuperseded: z.boolean(),
  seed: z.int(),
  fileId: z.string().nullable(),
  warnings: z.array(z.string()),
  trouble: Trouble.nullable(),
  /** The session's `stageRun` in which its job was sent: a job of another run is stale and does nothing. */
  stageRun: z.int(),
  /** Counts up each time a job claims the asset; a worker frozen past its lease holds an old one. */
  fence: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
};
const uploaded = { ...slot, origin: z.literal('uploaded') };
const made = {
  ...slot,
  origin: z.literal('made'),
  /** Who made it; of one that is not made yet, who is wished for in place of the ad's own provider. */
  provider: z.enum(PROVIDERS).nullable(),
  model: z.string().nullable(),
  priceMicros: z.number().nullable(),
};
const pixels = { width: z.int().nullable(), height: z.int().nullable() };
/** By role, e.g. `cutout`, or by the aspect ratio it is for. */
const FileIds = z.record(z.string(), z.string());

const Photo = z.object({
  ...uploaded,
  kind: z.literal('photo'),
  ...pixels,
  /** Whether the person wants the product cut out; while `pending`, as sure as the cutter was of it. */
  cutoutApproval: z.enum(APPROVALS),
  /** What the cutter found, for the studio; null when the photo was not, or could not be, cut out. */
  preparation: z.json(),
  /** The files of the cut: `normalized`, `cutout`, `mask`. */
  preparedFileIds: FileIds,
});
const Logo = z.object({ ...uploaded, kind: z.literal('logo'), ...pixels });
const Still = z.object({
  ...made,
  kind: z.literal('image'),
  ...pixels,
  approval: z.enum(APPROVALS),
  view: z.enum(VIEWS),
  prompt: z.string(),
  aspectRatio: z.enum(ASPECT_RATIOS),
  /** How its maker drew it, kept so that it can be drawn on another canvas or set in motion. */
  recipe: z.json(),
  posterFileId: z.string().nullable(),
});
/** What a clip is filmed by: as much of a scene as its makers consume. */
const ClipDirection = z.object({
  shot: z.enum(SHOTS),
  camera: z.enum(CAMERA_MOVES),
  motion_prompt: z.string(),
  motion_intensity: z.number(),
  seconds: z.number(),
});
const Clip = z.object({
  ...made,
  kind: z.literal('clip'),
  ...pixels,
  approval: z.enum(APPROVALS),
  /** The still it is made from. */
  imageId: z.string(),
  sceneId: z.string().nullable(),
  prompt: z.string(),
  aspectRatio: z.enum(ASPECT_RATIOS),
  /** As it was when the clip was asked for. */
  direction: ClipDirection,
  seconds: z.number().nullable(),
  trimInSeconds: z.number().nullable(),
  trimOutSeconds: z.number().nullable(),
  posterFileId: z.string().nullable(),
  /** The same clip filmed anew for canvases of other shapes. */
  reframedFileIds: FileIds,
});
const UploadedMusic = z.object({ ...uploaded, kind: z.literal('music'), seconds: z.number().nullable() });
/** What music is made by: it fits one length and one row of cuts. */
const MusicScore = z.object({
  mood: z.enum(MUSIC_MOODS),
  seconds: z.number(),
  hits_at_seconds: z.array(z.number()),
  /** The tempo of a designed ad, whose music opens on its drop; null: as the music likes. */
  tempo_bpm: z.number().nullable().default(null),
});
const MadeMusic = z.object({
  ...made,
  kind: z.literal('music'),
  score: MusicScore,
  seconds: z.number().nullable(),
});
/** One finished file of the ad. Its `versionNumber` is that of the composition: files composed together share it. */
const Film = z.object({
  ...made,
  kind: z.literal('final'),
  ...pixels,
  aspectRatio: z.enum(ASPECT_RATIOS),
  seconds: z.number().nullable(),
  verdict: Verdict.nullable(),
  posterFileId: z.string().nullable(),
});

/** A file of an ad, uploaded or to be made. The words of `kind` are those of the API: `image` is a still, `final` a film. */
export const Asset = z.discriminatedUnion('kind', [
  Photo,
  Logo,
  Still,
  Clip,
  z.discriminatedUnion('origin', [UploadedMusic, MadeMusic]),
  Film,
]);
export type Asset = z.infer<typeof Asset>;
export type AssetOf<Kind extends AssetKind> = Extract<Asset, { kind: Kind }>;
export type Photo = z.infer<typeof Photo>;
export type Still = z.infer<typeof Still>;
export type Clip = z.infer<typeof Clip>;
export type ClipDirection = z.infer<typeof ClipDirection>;
export type Music = AssetOf<'music'>;
export type MadeMusic = z.infer<typeof MadeMusic>;
export type MusicScore = z.infer<typeof MusicScore>;
export type Film = z.infer<typeof Film>;

type KeptByStore = 'fence' | 'createdAt' | 'updatedAt';
type NullableKeys<A> = { [Key in keyof A]: null extends A[Key] ? Key : never }[keyof A];
/** What a new asset may leave out; the store writes the empty value of each. */
type Defaulted<A> =
  | NullableKeys<A>
  | Extract<
      keyof A,
      | 'status'
      | 'versionNumber'
      | 'isSuperseded'
      | 'warnings'
      | 'stageRun'
      | 'approval'
      | 'cutoutApproval'
      | 'preparedFileIds'
      | 'reframedFileIds'
    >;
export type NewAssetOf<A> = A extends Asset
  ? Omit<A, KeptByStore | Defaulted<A>> & Partial<Pick<A, Defaulted<A>>>
  : never;
export type NewAsset = NewAssetOf<Asset>;

/** What may change of an asset. Of one whose kind is not known, only what all kinds have. */
export type PatchOf<A extends Asset> = Partial<
  Omit<A, KeptByStore | 'id' | 'sessionId' | 'kind' | 'origin' | 'versionNumber' | 'replacesId'>
>;

/** Whether a photo's product is cut out for the pictures: as the user decided, or else as sure as the cutter was of it. */
export function usesCutout({
  cutoutApproval,
  preparation,
}: Pick<Photo, 'cutoutApproval' | 'preparation'>): boolean {
  if (cutoutApproval !== 'pending') return cutoutApproval === 'approved';
  return Confident.safeParse(preparation).success;
}
const Confident = z.object({ isConfident: z.literal(true) });

/** The newest version of each asset of a kind, in order. */
export function currentOf<Kind extends AssetKind>(assets: readonly Asset[], kind: Kind): AssetOf<Kind>[] {
  return assets
    .filter((asset): asset is AssetOf<Kind> => asset.kind === kind && !asset.isSuperseded)
    .toSorted((a, b) => a.position - b.position || a.createdAt.getTime() - b.createdAt.getTime());
}

/** The finished films, those of the newest composition first. */
export function finishedFilms(assets: readonly Asset[]): Film[] {
  return assets
    .filter((asset) => asset.kind === 'final')
    .filter((film) => film.status === 'ready')
    .toSorted((a, b) => b.versionNumber - a.versionNumber || a.position - b.position);
}

/** The music that was, or is to be, made for the ad. */
export function madeMusic(assets: readonly Asset[]): MadeMusic | undefined {
  return currentOf(assets, 'music').find((music) => music.origin === 'made');
}

/** Nothing more will happen to it by itself. */
export function isSettled(asset: Pick<Asset, 'status'>): boolean {
  return asset.status === 'ready' || asset.status === 'failed' || asset.status === 'cancelled';
}
