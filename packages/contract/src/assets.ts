import { z } from 'zod';
import { Id, Instant, RowVersion, Usd, plainText } from './common.ts';
import { Trouble } from './problem.ts';
import {
  APPROVALS,
  ASPECT_RATIOS,
  ASSET_KINDS,
  ASSET_STATUSES,
  PROVIDERS,
  VERDICTS,
  VIEWS,
} from './words.ts';

export const Verdict = z.object({
  verdict: z.enum(VERDICTS),
  reasons: z.array(z.object({ code: z.string(), message: z.string() })),
  /** What encoded the picture, by FFmpeg’s name of it. Ads of versions before 0.2 do not tell. */
  encoder: z.string().optional(),
});
export type Verdict = z.infer<typeof Verdict>;

/** A file that belongs to an ad: uploaded or made, with every version kept. */
export const Asset = z.object({
  id: Id,
  kind: z.enum(ASSET_KINDS),
  status: z.enum(ASSET_STATUSES),
  approval: z.enum(APPROVALS),
  position: z.int(),
  view: z.enum(VIEWS).nullable(),
  /** 1 for the first drawing; a redrawn one counts up and names what it replaces. */
  version_number: z.int().min(1),
  replaces_id: Id.nullable(),
  /** The image a clip was made from, the scene's still. */
  parent_id: Id.nullable(),
  scene_id: Id.nullable(),
  prompt: z.string().nullable(),
  provider: z.enum(PROVIDERS).nullable(),
  model: z.string().nullable(),
  aspect_ratio: z.enum(ASPECT_RATIOS).nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  seconds: z.number().nullable(),
  bytes: z.int().nullable(),
  mime_type: z.string().nullable(),
  price_usd: Usd.nullable(),
  /** Signed, valid for an hour; null until the file is ready. */
  url: z.string().nullable(),
  poster_url: z.string().nullable(),
  /** Of a photo whose product was cut out. Approving the photo uses the cut-out, rejecting it shows the whole photo. */
  cutout: z.object({ url: z.string(), mask_url: z.string().nullable(), is_used: z.boolean() }).nullable(),
  trim: z.object({ in_seconds: z.number(), out_seconds: z.number() }).nullable(),
  warnings: z.array(z.string()),
  verdict: Verdict.nullable(),
  trouble: Trouble.nullable(),
  created_at: Instant,
});
export type Asset = z.infer<typeof Asset>;

export const AssetEdit = z.strictObject({
  version: RowVersion,
  approval: z.enum(APPROVALS).optional(),
  trim: z
    .strictObject({ in_seconds: z.number().min(0), out_seconds: z.number().min(0) })
    .refine((trim) => trim.out_seconds - trim.in_seconds >= 0.5, 'Keep at least half a second.')
    .nullable()
    .optional(),
});
export type AssetEdit = z.infer<typeof AssetEdit>;

/** Draw one image again, or make one clip again. The old one is kept as a version. */
export const RegenerateAsset = z.strictObject({
  version: RowVersion,
  prompt: plainText(1, 1000).optional(),
  /** Who makes it this time, e.g. the local studio in place of a hosted model that failed. The verdict says so. */
  provider: z.enum(PROVIDERS).optional(),
});
export type RegenerateAsset = z.infer<typeof RegenerateAsset>;

/** Use an earlier version of an image or clip again. */
export const RestoreVersion = z.strictObject({ version: RowVersion });
