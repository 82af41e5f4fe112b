import { z } from 'zod';
import { Asset } from './assets.ts';
import { Brief, BriefEdit } from './brief.ts';
import { Id, Instant, RowVersion, Usd, pageOf, plainText } from './common.ts';
import { Facts } from './facts.ts';
import { Finish } from './finish.ts';
import {
  MAX_CLIP_SECONDS,
  MAX_IMAGES,
  MAX_SCENES,
  MIN_APPROVED_IMAGES,
  MIN_CLIP_SECONDS,
  MIN_IMAGES,
} from './limits.ts';
import { Trouble } from './problem.ts';
import { Scene, SceneEdit } from './scene.ts';
import {
  AD_GROUPS,
  AD_ORDERS,
  ASPECT_RATIOS,
  type AdGroup,
  PROVIDERS,
  SESSION_STATUSES,
  STYLES,
  TARGET_SECONDS,
} from './words.ts';

/** What the user chose on the Brief step. */
export const SessionOptions = z.strictObject({
  num_images: z.int().min(MIN_IMAGES).max(MAX_IMAGES).default(6),
  /** The style of a designed ad; left out, it is chosen by product, tone and brief. */
  style: z.enum(STYLES).optional(),
  style_keywords: z.array(plainText(1, 30)).max(8).default([]),
  /** What the form says of the product; goes before what is read out of the prompt. */
  facts: Facts.optional(),
  aspect_ratio: z.enum(ASPECT_RATIOS).default('16:9'),
  target_seconds: z.literal(TARGET_SECONDS).default(15),
  /** Who makes what is not left to another one below. */
  provider: z.enum(PROVIDERS).optional(),
  /** A model is of one provider: either says who makes this kind. */
  image_provider: z.enum(PROVIDERS).optional(),
  clip_provider: z.enum(PROVIDERS).optional(),
  music_provider: z.enum(PROVIDERS).optional(),
  image_model: plainText(1, 100).optional(),
  clip_model: plainText(1, 100).optional(),
  music_model: plainText(1, 100).optional(),
  /** Hard cap of this ad in dollars, up to the installation's `MAX_COST_PER_SESSION`; your usual one when left out. */
  max_cost_usd: Usd.optional(),
  /** Start from your brand kit: its colours in the pictures, its logo, font and address on the ad. */
  use_brand_kit: z.boolean().default(true),
  /** Stop for the user to read the brief and the scenes. */
  review: z.boolean().default(false),
  seed: z.int().min(0).max(2_147_483_647).optional(),
});
export type SessionOptions = z.infer<typeof SessionOptions>;

const Prompt = plainText(3, 2000);

export const CreateSession = z.strictObject({
  prompt: Prompt,
  title: plainText(1, 80).optional(),
  ...SessionOptions.shape,
  /** Left out, the ad is as long as the prompt asks ("6 second ad"), else 15 seconds. */
  target_seconds: z.literal(TARGET_SECONDS).optional(),
});
export type CreateSession = z.infer<typeof CreateSession>;

/** With `prompt` alone it creates the session; with `session_id` it starts, or goes on from the brief. */
export const GenerateImages = z.union([
  z.strictObject({ session_id: Id, version: RowVersion.optional() }),
  CreateSession,
]);
export type GenerateImages = z.infer<typeof GenerateImages>;

export const SessionEdit = z.strictObject({
  version: RowVersion,
  title: plainText(1, 80).optional(),
  prompt: Prompt.optional(),
  /** Keep the ad whatever the installation's `RETENTION_DAYS` says. */
  is_pinned: z.boolean().optional(),
});
export type SessionEdit = z.infer<typeof SessionEdit>;

export const EditBrief = z.strictObject({ version: RowVersion, brief: BriefEdit });
export const EditScenes = z.strictObject({
  version: RowVersion,
  scenes: z.array(SceneEdit).min(1).max(MAX_SCENES),
});
export type EditScenes = z.infer<typeof EditScenes>;

/** While images are being made: fewer of them, or another model for those that are not begun. */
export const ReviseImages = z
  .strictObject({
    num_images: z.int().min(MIN_APPROVED_IMAGES).max(MAX_IMAGES).optional(),
    image_model: plainText(1, 100).optional(),
  })
  .refine((revision) => Object.keys(revision).length > 0, 'Say how many images, or which model.');
export type ReviseImages = z.infer<typeof ReviseImages>;

/** The images that go on, at least two. Others that were approved wait again. */
export const ApproveImages = z.strictObject({
  version: RowVersion.optional(),
  image_ids: z.array(Id).min(MIN_APPROVED_IMAGES).max(MAX_IMAGES),
});
export type ApproveImages = z.infer<typeof ApproveImages>;

export const GenerateClips = z.strictObject({
  session_id: Id,
  version: RowVersion.optional(),
  scene_prompt: plainText(0, 500).optional(),
  clip_seconds: z.number().min(MIN_CLIP_SECONDS).max(MAX_CLIP_SECONDS).optional(),
});
export type GenerateClips = z.infer<typeof GenerateClips>;

/** The clips of the ad, in playing order. */
export const ApproveClips = z.strictObject({
  version: RowVersion.optional(),
  clip_ids: z.array(Id).min(1).max(MAX_SCENES),
});
export type ApproveClips = z.infer<typeof ApproveClips>;

export const ComposeFinal = z.strictObject({
  session_id: Id,
  version: RowVersion.optional(),
  ...Finish.shape,
});
export type ComposeFinal = z.infer<typeof ComposeFinal>;

export const RaiseCap = z.strictObject({ max_cost_usd: Usd });
export type RaiseCap = z.infer<typeof RaiseCap>;

const Keeping = {
  is_pinned: z.boolean(),
  /** When the ad will be removed unless it is changed or pinned before; null while nothing is announced. */
  remove_after: Instant.nullable(),
};

export const SessionSummary = z.object({
  id: Id,
  title: z.string(),
  status: z.enum(SESSION_STATUSES),
  /** 0–100 over the whole ad. */
  overall: z.number(),
  message: z.string().nullable(),
  poster_url: z.string().nullable(),
  video_url: z.string().nullable(),
  aspect_ratio: z.enum(ASPECT_RATIOS),
  spent_usd: Usd,
  created_at: Instant,
  updated_at: Instant,
  deleted_at: Instant.nullable(),
  ...Keeping,
});
export type SessionSummary = z.infer<typeof SessionSummary>;

export const SessionPage = pageOf(SessionSummary);

/** How many ads there are of each group, those that were deleted and can be restored apart from them. */
export const AdCounts = z.object({
  all: z.int(),
  ...(Object.fromEntries(AD_GROUPS.map((group) => [group, z.int()])) as Record<AdGroup, z.ZodInt>),
  deleted: z.int(),
});
export type AdCounts = z.infer<typeof AdCounts>;

export const Session = z.object({
  id: Id,
  /** Counts up with every change; send it back with an edit. */
  version: RowVersion,
  title: z.string(),
  prompt: z.string(),
  status: z.enum(SESSION_STATUSES),
  /** Where `failed`, `cancelled` or `paused_for_budget` came from, and goes back to. */
  resume_status: z.enum(SESSION_STATUSES).nullable(),
  options: SessionOptions,
  brief: Brief.nullable(),
  photos: z.array(Asset),
  logos: z.array(Asset),
  /** The newest version of each image, in order; older ones in `versions`. */
  images: z.array(Asset),
  scenes: z.array(Scene),
  clips: z.array(Asset),
  music: z.array(Asset),
  /** Finished ads, newest first. */
  finals: z.array(Asset),
  /** Every replaced image and clip, newest first. */
  versions: z.array(Asset),
  finish: Finish.nullable(),
  spent_usd: Usd,
  held_usd: Usd,
  cap_usd: Usd,
  trouble: Trouble.nullable(),
  overall: z.number(),
  /** `seq` of the newest progress message: open the socket with `?after=` this. */
  last_seq: z.int(),
  created_at: Instant,
  updated_at: Instant,
  ...Keeping,
});
export type Session = z.infer<typeof Session>;

export const ListSessions = z.strictObject({
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24),
  search: plainText(0, 100).optional(),
  /** The ads you deleted and can still restore, in place of all others. */
  deleted: z
    .enum(['true', 'false'])
    .default('false')
    .transform((word) => word === 'true'),
  /** Only those that are being made, wait for you, are finished, or stopped. */
  group: z.enum(AD_GROUPS).optional(),
  order: z.enum(AD_ORDERS).default('created'),
});
export type ListSessions = z.infer<typeof ListSessions>;
