import { z } from 'zod';
import { layouts } from './layouts/layouts.ts';
import { easeIds } from './movement/eases.ts';
import { styles } from './styles/styles.ts';

type Keys<Of> = readonly [keyof Of & string, ...(keyof Of & string)[]];

/** Styles and layouts are known by the names of their registries: to add one touches nothing here. */
export const styleIds = Object.keys(styles) as unknown as Keys<typeof styles>;
export const StyleId = z.enum(styleIds);
export type StyleId = z.infer<typeof StyleId>;

export const LayoutId = z.enum(Object.keys(layouts) as unknown as Keys<typeof layouts>);
export type LayoutId = z.infer<typeof LayoutId>;

const Text = z.string().trim().max(200);

/**
 * Everything an ad may say. What the user did not say is absent: a layout leaves its place out, nothing is invented.
 * A shot's own copy replaces the ad's field by field; null hides the field in that shot.
 */
export const Copy = z.strictObject({
  hook: Text.optional(),
  name: Text.optional(),
  /** What it is: the category in the user's words. */
  what: Text.optional(),
  benefits: z.array(Text).max(3).optional(),
  /** A figure the user gave ("240 g", "40 h", "30 %") and what it says. */
  figure: Text.optional(),
  figureCaption: Text.optional(),
  quote: Text.optional(),
  by: Text.optional(),
  /** Stars out of five, only when the user gave them. */
  rating: z.number().min(0).max(5).optional(),
  price: Text.optional(),
  was: Text.optional(),
  off: Text.optional(),
  until: Text.optional(),
  callToAction: Text.optional(),
  url: Text.optional(),
});
export type Copy = z.infer<typeof Copy>;

const ShotCopy = z.strictObject(
  Object.fromEntries(Object.entries(Copy.shape).map(([field, schema]) => [field, schema.nullable()])) as {
    [Field in keyof typeof Copy.shape]: z.ZodNullable<(typeof Copy.shape)[Field]>;
  },
);

const shotRoles = ['hook', 'product', 'benefit', 'detail', 'proof', 'offer', 'cta'] as const;
export const ShotRole = z.enum(shotRoles);
export type ShotRole = z.infer<typeof ShotRole>;

const Share = z.number().min(0).max(1);

/** Where the product is in a photo that was not cut out, as shares of it; found in the picture when absent. */
export const Subject = z
  .strictObject({ left: Share, top: Share, right: Share, bottom: Share })
  .refine(({ left, top, right, bottom }) => left < right && top < bottom, 'A subject has a size');
export type Subject = z.infer<typeof Subject>;

/** Which picture a shot shows: the cut-out itself (as often as the layout wants), or an asset of the ad. */
export const ShotPicture = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('product') }),
  z.strictObject({ kind: z.literal('photo'), assetId: z.string(), subject: Subject.optional() }),
  z.strictObject({ kind: z.literal('still'), assetId: z.string() }),
  z.strictObject({ kind: z.literal('clip'), assetId: z.string(), inSeconds: z.number().min(0).default(0) }),
]);
export type ShotPicture = z.infer<typeof ShotPicture>;

/** Where the product is in a shot's picture, when that is known. */
export const knownSubject = (picture: ShotPicture): Subject | undefined =>
  picture.kind === 'photo' ? picture.subject : undefined;

export const joinIds = [
  'cut',
  'match',
  'whip',
  'slant',
  'bands',
  'iris',
  'blob',
  'push',
  'black',
  'zoom',
  'scan',
  'slam',
] as const;
export const Join = z.strictObject({
  type: z.enum(joinIds),
  axis: z.enum(['x', 'y']).optional(),
  /** 1 towards larger coordinates, -1 the other way. */
  direction: z.union([z.literal(1), z.literal(-1)]).optional(),
  seconds: z.number().min(0).max(2).optional(),
});
export type Join = z.infer<typeof Join>;

const Shift = z.number().min(-4).max(4);
const Factor = z.number().min(0.05).max(8);
const Seconds = z.number().min(-2).max(10);
const Rate = z.number().min(-1).max(1);
const Degrees = z.number().min(-360).max(360);

/** Where something starts from, beside its place at rest: x and y in widths and heights of the frame, k a factor. */
const From = z.strictObject({
  x: Shift,
  y: Shift,
  k: Factor,
  rotationDegrees: Degrees,
  opacity: z.number().min(0).max(1),
});

/**
 * What a shot wants to move differently than its style does. All of it is optional; times are seconds from the cut,
 * `beat` and `…Beats` count in beats of the ad.
 */
export const ShotMovement = z
  .strictObject({
    /** Where the product stands instead of the layout's place: centre in frame shares, factor on its height. */
    place: z
      .strictObject({ x: Shift, y: Shift, k: Factor, rotationDegrees: Degrees, isMirrored: z.boolean() })
      .partial(),
    /** How the product comes; null: it is there. */
    enter: z
      .strictObject({
        from: From.partial(),
        seconds: z.number().min(0.05).max(5),
        ease: z.enum([...easeIds, 'bounce']),
        leadSeconds: Seconds,
      })
      .partial()
      .nullable(),
    /** The product's way through the shot, over its place at rest and about its focus; takes the push's place. */
    keys: z
      .array(From.partial().extend({ beat: z.number().min(-4).max(40), ease: z.enum(easeIds).optional() }))
      .min(1)
      .max(12),
    /** Growth of the product while the shot is held. */
    pushPerSecond: Rate,
    /** Growth of the whole frame. */
    cameraPerSecond: Rate,
    groundPerSecond: Rate,
    /** Light that crosses the product; null: none. */
    sweep: z.strictObject({ startSeconds: Seconds, seconds: z.number().min(0.1).max(10) }).nullable(),
    /** The figure counts up from here. A price never does: people would read prices nobody offers. */
    countFrom: z.number().min(0),
    firstSeconds: Seconds,
    gapSeconds: z.number().min(0).max(4),
    calloutBeats: z.number().min(0).max(8),
    badgeBeat: z.number().min(0).max(32),
    /** Another entrance of the headline. */
    display: z
      .strictObject({
        animator: z.enum(['rise', 'letters', 'drop', 'land', 'type', 'pop']),
        seconds: z.number().min(0.05).max(5),
        staggerSeconds: z.number().min(0).max(2),
        ease: z.enum(easeIds),
        rise: z.number().min(0).max(1),
      })
      .partial(),
  })
  .partial();
export type ShotMovement = z.infer<typeof ShotMovement>;

/** How much smaller and larger than the layout has them a user may make words. */
export const wordsGrowth = { least: 0.4, most: 3 } as const;
/** Where a user has put a shot's words, beside the layout's place: moved by shares of the frame, grown by a factor. */
export const WordsPlace = z
  .strictObject({
    x: z.number().min(-1).max(1),
    y: z.number().min(-1).max(1),
    k: z.number().min(wordsGrowth.least).max(wordsGrowth.most),
  })
  .partial();
export type WordsPlace = z.infer<typeof WordsPlace>;

/** Scenes that show what a fact means; each shows something that the user said. */
const demonstrationScenes = [
  'scale',
  'hours',
  'percent',
  'steam',
  'quiet',
  'drop',
  'rain',
  'battery',
  'route',
  'sun',
  'measure',
  'glow',
  'leaves',
] as const;
export const Demonstration = z.strictObject({
  scene: z.enum(demonstrationScenes),
  /** How much of a ring is filled, where the fact is a percentage. */
  share: z.number().min(0).max(1).optional(),
});
export type Demonstration = z.infer<typeof Demonstration>;

export const Shot = z.strictObject({
  id: z.string(),
  role: ShotRole,
  layout: LayoutId,
  picture: ShotPicture.default({ kind: 'product' }),
  copy: ShotCopy.partial().default({}),
  /** Length in beats of the ad's tempo; a beat may be halved. */
  beats: z.number().min(1).max(32),
  /** Leads into this shot; the style's own when absent. Ignored in the first shot. */
  join: Join.optional(),
  movement: ShotMovement.optional(),
  /** The words stand elsewhere than the layout would have them, in every canvas. */
  words: WordsPlace.optional(),
  /** The other way round: in 16:9 words and picture change sides, a look at the product goes another way. */
  isFlipped: z.boolean().optional(),
  /** What the layout `demonstration` plays. */
  demonstration: Demonstration.optional(),
});
export type Shot = z.infer<typeof Shot>;

/** The ad as data: the only source of what is drawn. Canvases, pictures and product facts are handed in beside it. */
export const Storyboard = z.strictObject({
  version: z.literal(1),
  /** BCP 47; decides direction, line breaking and shaping. */
  language: z.string().max(20),
  style: StyleId,
  /** Why this style, in a sentence for people. */
  styleReason: Text.optional(),
  /** What the brief's words ask of the grounds: "dark, cinematic" is dark, "summer" is light, "cosy" is warm. */
  mood: z.enum(['dark', 'light', 'warm']).optional(),
  tempoBpm: z.number().min(50).max(200),
  seed: z.int().min(0),
  copy: Copy,
  shots: z.array(Shot).min(1).max(24),
});
export type Storyboard = z.infer<typeof Storyboard>;
