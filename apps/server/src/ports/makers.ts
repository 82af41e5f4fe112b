import type { Verdict } from '@spotsmith/contract/assets';
import type { Brief } from '@spotsmith/contract/brief';
import type { Finish } from '@spotsmith/contract/finish';
import type { ProductFacts } from '@spotsmith/motion/product';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import type { AspectRatio, MusicMood, Provider } from '@spotsmith/contract/words';
import type { ClipDirection, Json } from '../domain/asset.ts';
import type { BriefRequest } from '../domain/brief/brief-draft.ts';
import type { Canvas } from '../domain/canvas.ts';
import type { Micros } from '../domain/money.ts';
import type { Failed } from '../domain/spending.ts';
import type { PlanRequest, ScenePlan } from '../domain/scenes/plan-draft.ts';

export type { BriefRequest, PlanRequest, ScenePlan };

/** The upper bound of what one call can cost, known before it is made. Settling never exceeds it. */
export type Quote = {
  provider: string;
  model: string;
  maxMicros: Micros;
  units: number;
  unitName: string;
  /** What the model cannot do of what is asked, in sentences for the user; none when not given. */
  notices?: string[];
};

/** What a maker is told about the attempt it works on. */
export type MakeContext = {
  attempt: {
    id: string;
    /** By the database's clock; this machine's may be wrong. */
    startedAt: Date;
    /** How long ago that was, by the same clock, when this run began. */
    ageMs: number;
    /** Set when an earlier run got this far: re-attach to it, never create again. */
    externalId: string | null;
    /** True when an earlier run may have created the work without learning its id: find out before creating. */
    isResumed: boolean;
  };
  /** An empty directory for the results; removed afterwards. */
  outDir: string;
  signal: AbortSignal;
  /** The code of the fault that the last try at this asset ended with, e.g. to soften what was refused; else null. */
  previousTrouble: string | null;
  /** Call it the moment the provider's id is known, and wait for it, before anything else. */
  onExternalId(externalId: string): Promise<void>;
  /** Which of these ids of a provider's calls belong to other attempts, by our own books. */
  takenIds(externalIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** 0–1. A wait is shown to the user. */
  onProgress(fraction: number, wait?: Wait): void;
  /** For machines that can be watched at their work. */
  onSight(sight: Sight): void;
};

/** A look at a work on a machine of one's own. */
export type Sight = {
  /** How many works the machine does before it; 0 while it is made. */
  ahead: number;
  /** What the machine is at, by its own name for it, and how far that is; null until it says. */
  step: { name: string; done: number; of: number } | null;
  /** 0–1 of the whole, counted in steps, which take unlike times; null until the machine says. */
  fraction: number | null;
  /** What it is coming to look like: a WebP of at most `MAX_PREVIEW_BYTES`; null when it looks as before. */
  preview: Uint8Array | null;
};
/** Small enough for a notification of the database, which carries 8,000 bytes. */
export const MAX_PREVIEW_BYTES = 5_400;

/** A busy provider lets us wait: how that is said, how long it takes, and whether it takes so long that less would do. */
export type Wait = { message: string; seconds: number; isLong: boolean };

export type Made = {
  provider: string;
  model: string;
  actualMicros: Micros;
  /** It was booked by our own list, because the provider told nothing of it. */
  isGuess?: boolean;
  /** Shown to the user, e.g. what was softened in a prompt. */
  warnings: string[];
  /** How long the machine itself worked, where it says so; queueing and fetching are not in it. */
  runMs?: number;
};

export type MadeFile = Made & {
  provider: Provider;
  path: string;
  mimeType: string;
  recipe: Json;
  width: number | null;
  height: number | null;
  seconds: number | null;
};

/** A file of the session on the local disk, for a maker to read. */
export type LocalFile = { id: string; path: string; mimeType: string };

export type LocalPhoto = LocalFile & {
  /** What the cutter found, and the files of the cut by role. */
  preparation: Json;
  preparedPaths: Record<string, string>;
  /** Whether its cut-out is to be used, or the photo as a whole. */
  usesCutout: boolean;
};

export type LocalStill = LocalFile & { recipe: Json };

/** What the canvas of a picture looks like to a maker: in pixels, and by name. */
type Shape = { canvas: Canvas; aspectRatio: AspectRatio };

export type ImageRequest = Shape & {
  brief: Brief;
  prompt: string;
  photos: LocalPhoto[];
  /** One seed for all pictures of the ad. */
  seed: number;
  /** Which of the ad's pictures this is, and of how many: the set is chosen for variety. */
  index: number;
  count: number;
  versionNumber: number;
  styleKeywords: string[];
  model: string | null;
};

export type ClipRequest = Shape & {
  brief: Brief;
  image: LocalStill;
  photos: LocalPhoto[];
  direction: ClipDirection;
  seed: number;
  versionNumber: number;
  model: string | null;
};

export type MusicRequest = {
  brief: Brief;
  mood: MusicMood;
  seconds: number;
  /** Where the cuts are, so that the music can land on them. */
  hitsAtSeconds: number[];
  /** For a designed ad: its tempo, and what is heard because it is seen. */
  film: FilmSound | null;
  seed: number;
  model: string | null;
};

/**
 * Makes one kind of media. `make` may be called again for the same attempt after a crash: it re-attaches. A maker that
 * takes money never throws a fault; it returns it with what it cost.
 */
export type Maker<Request> = {
  /** Without `photos` for an estimate before there are any. */
  quote(request: Omit<Request, 'photos' | 'image'> & { photos?: LocalPhoto[] }): Quote | Promise<Quote>;
  make(request: Request, context: MakeContext): Promise<MadeFile | Failed>;
};

export type ImageMaker = Maker<ImageRequest>;
export type ClipMaker = Maker<ClipRequest>;
export type MusicMaker = Maker<MusicRequest>;

/** Makes for nothing what it made before again, for another canvas: no attempt, no price. */
export type StudioClipMaker = ClipMaker & {
  film(
    request: ClipRequest,
    context: Pick<MakeContext, 'outDir' | 'signal' | 'onProgress'>,
  ): Promise<MadeFile>;
};

/** Writes the brief and the scene plan: by rules, or with a language model. */
export type TextModel = {
  /** Of one brief, and of one plan. */
  quote: Quote;
  /** Whether it looks at a photo of the product. */
  seesPhoto: boolean;
  writeBrief(
    request: BriefRequest,
    context: MakeContext,
    photo: LocalFile | null,
  ): Promise<(Made & { brief: Brief }) | Failed>;
  planScenes(request: PlanRequest, context: MakeContext): Promise<(Made & { plan: ScenePlan }) | Failed>;
};

/**
 * Looks at what people upload. Nothing is believed: files are decoded before they are kept. Throws Transient when too many
 * come at once, or when this machine was not able to look.
 */
export type UploadReader = {
  /** Checks and normalises a photo (sRGB, upright). Throws InvalidInput with a sentence. */
  readPhoto(
    path: string,
    outDir: string,
  ): Promise<{ path: string; mimeType: string; width: number; height: number; warnings: string[] }>;
  /** Cuts the product out; slow, so it is a job. `files` are by role; `recipe.isConfident`: nobody need look at it. */
  cutOut(
    path: string,
    outDir: string,
    signal: AbortSignal,
  ): Promise<{
    recipe: { isConfident: boolean; [key: string]: Json };
    files: Record<string, string>;
    warnings: string[];
  }>;
  /** Checks and re-encodes uploaded music. Throws InvalidInput. */
  readMusic(path: string, outDir: string): Promise<{ path: string; mimeType: string; seconds: number }>;
};

/** What a designed ad sounds like beside its music. */
export type FilmSound = {
  tempoBpm: number;
  effects: { kind: SoundEffect; atSeconds: number; gain: number; direction: 1 | -1 }[];
  /** The music breathes before these. */
  pricesAtSeconds: number[];
};
export type SoundEffect =
  | 'whoosh'
  | 'slide'
  | 'air'
  | 'shimmer'
  | 'hit'
  | 'thud'
  | 'slap'
  | 'pop'
  | 'tick'
  | 'glitch';

/** A designed ad, before it has its sound. */
export type FilmSource = {
  storyboard: Storyboard;
  /** Null when nothing could be cut out: then shots show whole pictures. */
  product: { cutoutPath: string; facts: ProductFacts } | null;
  /** Stills, photos and clips that shots show, by the id of their asset. */
  assetPaths: Record<string, string>;
  canvas: Canvas;
};

export type FilmRequest = FilmSource & {
  musicPath: string | null;
  /** Linear gain of an uploaded music; what is made for the film is mixed already. */
  musicVolume: number | null;
  title: string;
  /** Written into the file's metadata: which generators made what is shown. */
  generators: string[];
};

type ComposeOptions = {
  outDir: string;
  signal: AbortSignal;
  onProgress(progress: {
    percent: number;
    frame: number;
    totalFrames: number;
    etaSeconds: number | null;
  }): void;
};

export type ComposeRequest = {
  clips: { path: string; inSeconds: number; outSeconds: number }[];
  finish: Finish;
  /** Of the ad's texts (BCP 47); `und` before a brief says. */
  language: string;
  canvas: Canvas;
  musicPath: string | null;
  logoPath: string | null;
  /** Written into the file's metadata: which generators made it. */
  generators: string[];
};

/** An ad of which clips (those without a path) and music may still be missing. */
export type UnfinishedAd = Pick<ComposeRequest, 'finish' | 'language' | 'canvas' | 'logoPath'> & {
  clips: { path: string | null; inSeconds: number; outSeconds: number }[];
};

export type Composed = {
  path: string;
  /** The most telling frame, text included, as WebP. */
  posterPath: string;
  width: number;
  height: number;
  seconds: number;
  verdict: Verdict;
};

export type AdComposer = {
  /** How long the ad will be and where its cuts are, without rendering anything. */
  measure(request: { clips: { inSeconds: number; outSeconds: number }[]; finish: Finish; canvas: Canvas }): {
    totalSeconds: number;
    cutsAtSeconds: number[];
  };
  /** Does ahead what `compose` would do with the clips that are there, so that it is quicker later. */
  prerender(ad: UnfinishedAd, signal: AbortSignal): Promise<void>;
  compose(request: ComposeRequest, options: ComposeOptions): Promise<Composed>;
  /** What is heard in a designed ad because it is seen. Lays it out, draws nothing. */
  listen(film: FilmSource, signal: AbortSignal): Promise<FilmSound['effects']>;
  /** Draws a designed ad. */
  composeFilm(request: FilmRequest, options: ComposeOptions): Promise<Composed>;
  /** A small WebP of a picture or clip, for its card. */
  thumbnail(
    made: Pick<MadeFile, 'path' | 'provider'>,
    kind: 'image' | 'clip',
    outDir: string,
    signal: AbortSignal,
  ): Promise<string>;
  /**
   * Decodes a clip or picture from a provider to the end. Throws Permanent `bad_media` when it is not what it says,
   * Transient `could_not_look` when this machine was not able to tell.
   */
  check(
    path: string,
    kind: 'image' | 'clip' | 'music',
    signal: AbortSignal,
  ): Promise<{ width: number | null; height: number | null; seconds: number | null }>;
};
