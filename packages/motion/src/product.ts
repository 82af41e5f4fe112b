import { z } from 'zod';

/** A colour in OKLCH: lightness 0–1, chroma 0–0.4, hue in degrees. */
export const Oklch = z.object({ l: z.number(), c: z.number(), h: z.number() });
export type Oklch = z.infer<typeof Oklch>;

/** A point of the cut-out as shares of its width and height, 0–1 from the top left. */
const Point = z.tuple([z.number(), z.number()]);
export type Point = z.infer<typeof Point>;

const edges = ['left', 'right', 'top', 'bottom'] as const;

/**
 * What a layout must know of a product. The studio measures it on the cut-out, people may correct it, and every layout
 * branches on these facts alone, never on what the product is called.
 */
export const ProductFacts = z.object({
  /** Stands on a floor, lies or floats freely, is seen from above, or is flat (a book, a print). */
  kind: z.enum(['stand', 'lie', 'top', 'flat']),
  /** Edges of the photo that cut the product off: there it must bleed off the frame. */
  cutEdges: z.array(z.enum(edges)),
  /** False when lettering, a logo or a one-sided shape would read wrong in a mirror. */
  mayMirror: z.boolean(),
  /** Straps, spokes or loops: much of the outline's hull is air. */
  isOpen: z.boolean(),
  /** Three places worth pointing at, best first. */
  anchors: z.tuple([Point, Point, Point]),
  /** What a macro shows. */
  focus: Point,
  /** Pixels of the cut-out's longer side that really carry detail; a macro may enlarge 1.6 × that. */
  effectivePx: z.number().positive(),
  /** The colour people would name, the darkest swatch of at least 5 %, and whether the product has a colour of its own. */
  signature: Oklch,
  dark: Oklch,
  tone: z.enum(['colour', 'white', 'black', 'grey']),
  /** Side the light of the photo comes from. */
  light: z.enum(['left', 'right', 'top']),
});
export type ProductFacts = z.infer<typeof ProductFacts>;
