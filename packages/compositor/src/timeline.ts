import { z } from 'zod';
import { fontIds } from './fonts.ts';
import { transitionIds } from './transitions.ts';

/** Frames per second of every ad. Times in a timeline are rounded to these frames. */
export const fps = 30;

/** The canvases the product offers. Any even size up to 2160 works. */
export const canvases = {
  '16:9': { width: 1920, height: 1080 },
  '9:16': { width: 1080, height: 1920 },
  '1:1': { width: 1080, height: 1080 },
  '4:5': { width: 1080, height: 1350 },
} as const;

const FilePath = z.string().min(1).max(4096);
const Color = z.string().regex(/^#[0-9a-f]{6}$/i, 'Write a colour as #rrggbb.');
const Side = z.int().min(64).max(2160).multipleOf(2);
const Seconds = z.number().min(0).max(600);
const Fraction = z.number().min(0).max(1);
/** At most so many characters; wide enough for any title, small enough to lay out in milliseconds. */
const Words = z.string().max(500);

export const Canvas = z.strictObject({ width: Side, height: Side });
export type Canvas = z.infer<typeof Canvas>;

const Join = z.strictObject({
  style: z.enum(transitionIds).default('cut'),
  /** How long both shots are on screen together. A cut takes none, whatever is written here. */
  seconds: z.number().min(0).max(3).default(0.5),
});
export type Join = z.infer<typeof Join>;

const Clip = z.strictObject({
  id: z.string().min(1).max(100),
  /** Null while the clip is still being made. */
  source: FilePath.nullable(),
  inSeconds: Seconds.default(0),
  seconds: z.number().min(0.1).max(120),
  /** Fill the canvas and lose the edges, or show all of it on a blurred backdrop. */
  fit: z.enum(['crop', 'blurred-backdrop']).default('crop'),
  /** Level of the clip's own sound. */
  gainDb: z.number().min(-60).max(20).default(0),
  isMuted: z.boolean().default(false),
});
export type Clip = z.infer<typeof Clip>;

/** A rectangle in fractions of the canvas, so that one timeline serves every canvas. */
const Box = z.strictObject({ x: Fraction, y: Fraction, width: Fraction, height: Fraction });
export type Box = z.infer<typeof Box>;

const Motion = z.strictObject({
  style: z.enum(['none', 'fade', 'rise', 'pop']).default('fade'),
  seconds: z.number().min(0).max(2).default(0.3),
});
export type Motion = z.infer<typeof Motion>;

const onScreen = {
  id: z.string().min(1).max(100),
  startSeconds: Seconds,
  endSeconds: Seconds,
  entrance: Motion.prefault({}),
  exit: Motion.prefault({}),
};

const TextOverlay = z.strictObject({
  ...onScreen,
  type: z.literal('text'),
  text: Words,
  font: z.enum(fontIds).default('inter'),
  /** Wanted size in pixels on a canvas whose short side is 1080; made smaller when the text would not fit. */
  sizePx: z.number().min(8).max(400).default(72),
  color: Color.default('#ffffff'),
  box: Box,
  align: z.enum(['left', 'center', 'right']).default('center'),
  anchor: z.enum(['top', 'middle', 'bottom']).default('middle'),
  /** `auto` measures the frames behind the text and adds a shadow or a plate when contrast is too low. */
  legibility: z.enum(['auto', 'none', 'shadow', 'plate']).default('auto'),
});
export type TextOverlay = z.infer<typeof TextOverlay>;

const ImageOverlay = z.strictObject({
  ...onScreen,
  type: z.literal('image'),
  source: FilePath,
  /** The picture is fitted into the box, whole, against the given side. */
  box: Box,
  align: z.enum(['left', 'center', 'right']).default('center'),
  anchor: z.enum(['top', 'middle', 'bottom']).default('middle'),
  opacity: Fraction.default(1),
});
export type ImageOverlay = z.infer<typeof ImageOverlay>;

const QrOverlay = z.strictObject({
  ...onScreen,
  type: z.literal('qr'),
  /** What the code says, usually a web address. */
  content: z.string().min(1).max(500),
  box: Box,
});
export type QrOverlay = z.infer<typeof QrOverlay>;

const Overlay = z.discriminatedUnion('type', [TextOverlay, ImageOverlay, QrOverlay]);
export type Overlay = z.infer<typeof Overlay>;

const Card = z.strictObject({
  seconds: z.number().min(0.5).max(10).default(2),
  /** The card's join with the clip next to it. */
  join: Join.prefault({ style: 'crossfade', seconds: 0.4 }),
  background: Color.default('#14120f'),
  color: Color.default('#ffffff'),
  accent: Color.default('#ffd400'),
  font: z.enum(fontIds).default('inter'),
  logo: FilePath.nullable().default(null),
  name: Words.default(''),
  callToAction: Words.default(''),
  price: Words.default(''),
  url: Words.default(''),
  /** Draw a QR code of the URL. */
  hasQrCode: z.boolean().default(false),
});
export type Card = z.infer<typeof Card>;

const Music = z.strictObject({
  source: FilePath,
  /** −10.46 dB is the seed's 0.3. */
  gainDb: z.number().min(-60).max(12).default(-10.46),
  startSeconds: Seconds.default(0),
  fadeOutSeconds: z.number().min(0).max(10).default(1),
  /** How far the music steps back under speech, in dB; 0 turns ducking off. */
  duckDb: z.number().min(0).max(30).default(9),
});
export type Music = z.infer<typeof Music>;

export const Audio = z.strictObject({
  music: Music.nullable().default(null),
  /** EBU R 128 integrated loudness of the finished file. */
  loudnessLufs: z.number().min(-40).max(-8).default(-14),
  truePeakDbtp: z.number().min(-9).max(-0.5).default(-1.5),
});
export type Audio = z.infer<typeof Audio>;
export type AudioInput = z.input<typeof Audio>;

export const Encoding = z.strictObject({
  preset: z.enum(['superfast', 'veryfast', 'faster', 'fast', 'medium']).default('veryfast'),
  /** x264 constant rate factor: lower is better and larger. */
  crf: z.number().min(10).max(40).default(21.5),
});
export type Encoding = z.infer<typeof Encoding>;
export type EncodingInput = z.input<typeof Encoding>;

/**
 * Everything that shapes an ad, as plain data. Times are seconds and become frames by `round(seconds × 30)`;
 * ranges are half-open. Joins overlap their two shots: four 3 s clips with three 0.5 s crossfades make 10.5 s.
 */
export const Timeline = z.strictObject({
  canvas: Canvas,
  /** Language of its texts (BCP 47): decides their direction and the shapes of their letters; `und` when unknown. */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
    .default('und'),
  clips: z.array(Clip).min(1).max(12),
  /** `joins[i]` lies between `clips[i]` and `clips[i + 1]`; a missing one is a cut. */
  joins: z.array(Join).max(11).default([]),
  intro: Card.nullable().default(null),
  outro: Card.nullable().default(null),
  overlays: z.array(Overlay).max(40).default([]),
  audio: Audio.prefault({}),
  encoding: Encoding.prefault({}),
  /** Written into the file, e.g. `title` and which models made it (`comment`). */
  metadata: z.record(z.string().regex(/^[a-z_]{1,40}$/), z.string().max(2000)).default({}),
});
export type Timeline = z.infer<typeof Timeline>;
/** A timeline as a person writes it, with defaults left out. */
export type TimelineInput = z.input<typeof Timeline>;

/** JSON Schema (2020-12) of a timeline as a person writes it, for editors and other languages. */
export function timelineJsonSchema(): object {
  return z.toJSONSchema(Timeline, { io: 'input' });
}
