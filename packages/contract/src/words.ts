/** The closed vocabularies of the product. The database CHECKs, the state machine and the web studio all list these same words. */

/** Where an ad stands. The two `reviewing_` states of brief and scenes are entered only with `review: true`. */
export const SESSION_STATUSES = [
  'created',
  'parsing_prompt',
  'reviewing_brief',
  'generating_images',
  'reviewing_images',
  'planning_scenes',
  'reviewing_scenes',
  'generating_videos',
  'reviewing_videos',
  'composing',
  'completed',
  'failed',
  'cancelled',
  'paused_for_budget',
] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** How ads are told apart in a list, and what each group holds. */
export const AD_GROUPS = ['making', 'waiting', 'finished', 'stopped'] as const;
export type AdGroup = (typeof AD_GROUPS)[number];
export const STATUSES_OF: Readonly<Record<AdGroup, readonly SessionStatus[]>> = {
  making: ['parsing_prompt', 'generating_images', 'planning_scenes', 'generating_videos', 'composing'],
  waiting: ['created', 'reviewing_brief', 'reviewing_images', 'reviewing_scenes', 'reviewing_videos'],
  finished: ['completed'],
  stopped: ['failed', 'cancelled', 'paused_for_budget'],
};

/** In which order a list of ads stands: the newest, the last changed, or the first by name on top. */
export const AD_ORDERS = ['created', 'changed', 'title'] as const;
export type AdOrder = (typeof AD_ORDERS)[number];

/** The stages of work a progress message can speak of. */
export const STAGES = [
  'prompt_parsing',
  'image_generation',
  'scene_planning',
  'clip_generation',
  'composition',
  'complete',
] as const;
export type Stage = (typeof STAGES)[number];

export const ASPECT_RATIOS = ['16:9', '9:16', '1:1', '4:5'] as const;
export type AspectRatio = (typeof ASPECT_RATIOS)[number];

export const TARGET_SECONDS = [6, 10, 15, 30] as const;

/** The six views of a product; one image prompt each. */
export const VIEWS = ['front', 'side', 'back', 'top', 'detail', 'lifestyle'] as const;
export type View = (typeof VIEWS)[number];

export const TONES = [
  'energetic',
  'calm',
  'luxurious',
  'playful',
  'professional',
  'cinematic',
  'relaxed',
  'fresh',
] as const;
export type Tone = (typeof TONES)[number];

export const SCENE_ROLES = ['hook', 'problem', 'product', 'benefit', 'proof', 'cta'] as const;
export type SceneRole = (typeof SCENE_ROLES)[number];

export const SHOTS = ['extreme-close-up', 'close-up', 'medium', 'wide', 'overhead', 'macro'] as const;
export type Shot = (typeof SHOTS)[number];

export const CAMERA_MOVES = [
  'static',
  'push-in',
  'pull-out',
  'pan-left',
  'pan-right',
  'tilt-up',
  'tilt-down',
  'orbit',
  'float',
  'light-sweep',
  'rack-focus',
  'handheld',
  'crane',
] as const;
export type CameraMove = (typeof CAMERA_MOVES)[number];

/** How a designed ad looks, moves and sounds: the styles of `packages/motion`. */
export const STYLES = [
  'bold',
  'luxury',
  'minimal',
  'playful',
  'tech',
  'organic',
  'retro',
  'sale',
  'editorial',
] as const;
export type Style = (typeof STYLES)[number];

/** Shots with an idea each, or the clips with a name and a call to action over them. */
export const AD_LAYOUTS = ['designed', 'classic'] as const;

/** Lines of the shorter side of a finished ad. */
export const RESOLUTIONS = ['1080p', '720p'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export const TRANSITIONS = [
  'cut',
  'crossfade',
  'dip',
  'dip-white',
  'wipe',
  'circle',
  'slide',
  'slide-up',
  'zoom',
  'whip',
] as const;

export const MUSIC_MOODS = [
  'energetic',
  'calm',
  'luxury',
  'playful',
  'corporate',
  'cinematic',
  'lo-fi',
  'summer',
] as const;
export type MusicMood = (typeof MUSIC_MOODS)[number];

/** `photo`, `logo` and uploaded `music` come from the user; the rest is made. */
export const ASSET_KINDS = ['photo', 'logo', 'image', 'clip', 'music', 'final'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

export const ASSET_STATUSES = ['queued', 'running', 'ready', 'failed', 'cancelled'] as const;

export const APPROVALS = ['pending', 'approved', 'rejected'] as const;
export type Approval = (typeof APPROVALS)[number];

/** Who makes the media: the local studio (no key, no cost), hosted models, or open ones on one's own graphics card. */
export const PROVIDERS = ['studio', 'replicate', 'fal', 'comfyui', 'openai', 'gemini'] as const;
export type Provider = (typeof PROVIDERS)[number];

export const MEDIA_KINDS = ['image', 'clip', 'music'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** What each provider makes; the rest of its ads is made by the local studio. */
export const MAKES: Record<Provider, readonly MediaKind[]> = {
  studio: MEDIA_KINDS,
  replicate: MEDIA_KINDS,
  fal: MEDIA_KINDS,
  comfyui: ['image', 'clip'],
  openai: ['image'],
  gemini: ['image'],
};

export const LOGO_CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;

export const VERDICTS = ['passed', 'degraded', 'blocked'] as const;

/** What is written down about accounts and access, for owners to look up. */
export const AUDIT_ACTIONS = [
  'signed_in',
  'sign_in_refused',
  'password_changed',
  'second_factor_added',
  'second_factor_removed',
  'recovery_code_used',
  'account_made',
  'account_changed',
  'account_deleted',
  'invitation_made',
  'token_made',
  'token_revoked',
  'share_made',
  'share_revoked',
  'cap_changed',
  'ad_deleted',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What of an installation one person may use up. `running`: ads that are being worked on at the same time. */
export const QUOTAS = ['disk_bytes', 'ads', 'photos', 'tracks', 'running'] as const;
export type QuotaName = (typeof QUOTAS)[number];

/** What a program with an API token may do; each may also do what stands before it. */
export const TOKEN_SCOPES = ['read', 'make', 'manage'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export const USER_ROLES = ['owner', 'member'] as const;
export type UserRole = (typeof USER_ROLES)[number];
