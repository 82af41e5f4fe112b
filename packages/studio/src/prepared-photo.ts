import { z } from 'zod';

/** Lightness 0–1, chroma 0–0.4, hue in degrees: OKLCH, as CSS has it. */
const oklchSchema = z.object({ l: z.number(), c: z.number(), h: z.number() });

export const productPaletteSchema = z.object({
  /** The product's colours, the largest first; `share` adds up to 1. */
  swatches: z.array(oklchSchema.extend({ hex: z.string(), share: z.number() })),
  /** The colour a person would name, or null when the product is black, white, grey or metal. */
  signature: oklchSchema.nullable(),
  /** Mean OKLab lightness, 0–1. */
  meanLightness: z.number(),
});
export type ProductPalette = z.infer<typeof productPaletteSchema>;

const point = z.tuple([z.number(), z.number()]);

export const productFactsSchema = z.object({
  /** Stands, lies or floats, is seen from above, or is flat (a book, a print). */
  kind: z.enum(['stand', 'lie', 'top', 'flat']),
  /** Edges of the photo that cut the product off. */
  cutEdges: z.array(z.enum(['left', 'top', 'right', 'bottom'])),
  /** False when lettering would read wrong in a mirror. */
  mayMirror: z.boolean(),
  /** Straps, spokes, loops: much of the outline's hull is air. */
  isOpen: z.boolean(),
  /** Three places worth pointing at, and what a macro shows, as shares of the cut-out's width and height. */
  anchors: z.tuple([point, point, point]),
  focus: point,
  /** Pixels of the longer side that really carry detail. */
  effectivePx: z.number(),
  signature: oklchSchema,
  /** The darkest swatch of at least 5 %. */
  dark: oklchSchema,
  tone: z.enum(['colour', 'white', 'black', 'grey']),
  /** Side that the photo's light comes from. */
  light: z.enum(['left', 'right', 'top']),
});

/** What a layout must know of a product; plain JSON. */
export type ProductFacts = z.infer<typeof productFactsSchema>;

const boxSchema = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });

export const preparedPhotoSchema = z.object({
  /** The whole photo: upright, sRGB, 8 bit, at most 2400 px on its long side. */
  normalizedPath: z.string(),
  /** The product alone, trimmed, clean edges, alpha; null when nothing could be cut out. */
  cutoutPath: z.string().nullable(),
  /** Grey mask of the whole photo (white = product), to be shown to the user. */
  maskPath: z.string().nullable(),
  method: z.enum(['alpha', 'isnet', 'flood-key', 'card']),
  /** 0–1: how sure we are that the cut-out is the product, whole and clean. */
  confidence: z.number(),
  /** False: show the mask and offer the photo-card layouts instead. */
  isConfident: z.boolean(),
  /** Seen from above or from the side: decides between floating and standing scenes. */
  viewpoint: z.enum(['eye-level', 'top-down']),
  /** Size of the normalised photo in pixels. */
  size: z.object({ width: z.number(), height: z.number() }),
  /** Where the cut-out lies in the normalised photo, in pixels. */
  cutoutBox: boxSchema.nullable(),
  /** Where the product stands: 65 heights from left to right, as shares of the cut-out's height. */
  floorLine: z.array(z.number()).nullable(),
  palette: productPaletteSchema,
  /** Null when nothing could be cut out, and in photos prepared before facts were measured. */
  facts: productFactsSchema.nullable().default(null),
  /** Sentences for the user. */
  warnings: z.array(z.string()),
});

/** All the studio knows about a photo: plain JSON, so that it can be stored with the asset. */
export type PreparedPhoto = z.infer<typeof preparedPhotoSchema>;
