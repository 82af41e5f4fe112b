import type { AssetKind, SessionStatus, Stage } from '@spotsmith/contract/words';
import type { SessionEvent } from './session-state.ts';

/** A stage that work is done in. */
export type WorkStage = Exclude<Stage, 'complete'>;

/** The stages of an ad in order: the state it is in meanwhile, and the part of the whole ad that each is, in percent. */
export const STAGES = {
  prompt_parsing: { status: 'parsing_prompt', percent: [0, 10] },
  image_generation: { status: 'generating_images', percent: [10, 50] },
  scene_planning: { status: 'planning_scenes', percent: [50, 55] },
  clip_generation: { status: 'generating_videos', percent: [55, 90] },
  composition: { status: 'composing', percent: [90, 100] },
} as const satisfies Record<
  WorkStage,
  { status: SessionStatus; percent: readonly [from: number, to: number] }
>;

type MakingRow = {
  /** What it makes the file of; null for work on the session itself. */
  kind: AssetKind | null;
  /** Where its progress counts; null where it is not told of. */
  stage: WorkStage | null;
  /** The states in which it is done; null: in any. */
  during: readonly SessionStatus[] | null;
  /** What the ledger calls it; null for work that has no price and no row there. */
  cost: string | null;
  /** Where its file is stored. */
  folder: string | null;
  /** Nothing waits for it: when it cannot be done it is left out. */
  isOptional: boolean;
};

/** Every job that makes a part of an ad. */
export const MAKING = {
  'prepare-photo': {
    kind: 'photo',
    stage: null,
    during: null,
    cost: null,
    folder: 'photos',
    isOptional: false,
  },
  'parse-prompt': {
    kind: null,
    stage: 'prompt_parsing',
    during: [STAGES.prompt_parsing.status],
    cost: 'brief',
    folder: null,
    isOptional: false,
  },
  'generate-image': {
    kind: 'image',
    stage: 'image_generation',
    during: [STAGES.image_generation.status],
    cost: 'image',
    folder: 'images',
    isOptional: false,
  },
  'plan-scenes': {
    kind: null,
    stage: 'scene_planning',
    during: [STAGES.scene_planning.status],
    cost: 'scene_plan',
    folder: null,
    isOptional: false,
  },
  'generate-clip': {
    kind: 'clip',
    stage: 'clip_generation',
    during: [STAGES.clip_generation.status],
    cost: 'clip',
    folder: 'videos',
    isOptional: false,
  },
  'prepare-music': {
    kind: 'music',
    stage: 'composition',
    during: [STAGES.composition.status],
    cost: 'music',
    folder: 'audio',
    isOptional: false,
  },
  prerender: {
    kind: null,
    stage: null,
    during: [STAGES.clip_generation.status, 'reviewing_videos', STAGES.composition.status],
    cost: null,
    folder: null,
    isOptional: true,
  },
  'compose-ad': {
    kind: 'final',
    stage: 'composition',
    during: [STAGES.composition.status],
    cost: 'composition',
    folder: 'final',
    isOptional: false,
  },
} as const satisfies Record<string, MakingRow>;

type Making = typeof MAKING;
export type MakingJob = keyof Making;
/** The jobs that make the file of one asset each. */
export type AssetJob = { [Job in MakingJob]: Making[Job]['kind'] extends null ? never : Job }[MakingJob];
/** The jobs that work on the session itself. */
export type SessionJob = Exclude<MakingJob, AssetJob>;
export type Folder = NonNullable<Making[MakingJob]['folder']>;

/** What the ledger calls each piece of work. */
export type CostStage = NonNullable<Making[MakingJob]['cost']>;
export const COST_STAGES = Object.values(MAKING)
  .map(({ cost }) => cost)
  .filter((cost) => cost !== null) as [CostStage, ...CostStage[]];

/** What is made in numbers and then looked at by a person: where that is, and how the ad comes and goes there. */
export const REVIEWED = {
  image: {
    job: 'generate-image',
    reviewedIn: 'reviewing_images',
    settled: 'images_settled',
    again: 'redraw_image',
    many: 'images',
  },
  clip: {
    job: 'generate-clip',
    reviewedIn: 'reviewing_videos',
    settled: 'clips_settled',
    again: 'remake_clip',
    many: 'clips',
  },
} as const satisfies Partial<
  Record<
    AssetKind,
    { job: AssetJob; reviewedIn: SessionStatus; settled: SessionEvent; again: SessionEvent; many: string }
  >
>;
export type ReviewedKind = keyof typeof REVIEWED;
