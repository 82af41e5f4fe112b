import type { OnGround } from '../color/on-ground.ts';
import type { Box, Face, Fill, ProductShadow, ShadowKind, TextEffects, Treatment } from '../layer.ts';
import type { ProductFacts } from '../product.ts';
import type { SeamAt, SeamShape } from '../stage/seam.ts';
import type { Stage } from '../stage/stage.ts';
import type { LayoutId } from '../storyboard.ts';

/** How words are set: `small` is the support of styles whose support is as large as their headline. */
export type TextRole = 'display' | 'figure' | 'quote' | 'support' | 'small' | 'label';

/** The grounds of a style; scenery and panels take them too. */
export type GroundName = 'main' | 'second' | 'deep' | 'field';

/** Colours of a style on one product. Every pair of ground and words is made legible by `onGround`. */
export interface Roles {
  grounds: Readonly<Record<GroundName, string>>;
  dark: string;
  light: string;
  accent: string;
  /** What may take the accent's place where it does not read, best first. */
  substitutes: readonly string[];
  /** See `InkColors`: styles whose grounds are not flat ask for more contrast. */
  secondaryShare?: number;
  accentContrast?: number;
}

/** What the brief's words ask of the grounds: "dark, cinematic" is dark, "cosy" is warm. */
export type Mood = 'dark' | 'light' | 'warm' | null;

export interface DressInput {
  /** The colour people would name, the darkest swatch and the tone; of a photo when there is no cut-out. */
  product: Pick<ProductFacts, 'signature' | 'dark' | 'tone'>;
  /** Mean lightness of the product, 0–1. */
  lightness: number;
  /** Hue that stands in for a product without a colour of its own. */
  houseHue(hues: readonly number[]): number;
  mood: Mood;
}

/** A shape that badges, bullets and tiles take. */
export type ShapeName = 'disc' | 'square' | 'burst' | 'flower' | 'seal' | 'blob' | 'chip' | 'ring';

export interface ButtonLook {
  shape: 'block' | 'line' | 'pill' | 'pop' | 'cut' | 'soft' | 'double' | 'underline';
  /** Air beside and above the label, as shares of the short side. */
  padding: readonly [x: number, y: number];
  face: 'label' | 'support';
  /** Least weight of the label; 600 when absent. */
  weight?: number;
  /** Share of the usual size of the label. */
  scale?: number;
}

export interface BadgeLook {
  shape: ShapeName;
  rotationDegrees: number;
  hasHardShadow: boolean;
  /** Colour of a line round it, and its width as a share of the short side. */
  outlineShare?: number;
  /** Face of the second line. */
  face: 'label' | 'support';
}

/** Labels that point at the product. */
export interface CalloutLook {
  face: 'label' | 'support';
  /** Size as a share of the short side. */
  size: number;
  line: 'elbow' | 'curve';
  lineShare: number;
  dotShare: number;
  /** Corner radius of the label's plate as a share of the short side; null: no plate. */
  plateRadius: number | null;
  hasHardShadow?: boolean;
}

/** Where many products stand in rows. */
export interface PatternLook {
  shadow: ShadowKind;
  /** What lies behind each product. */
  tile: 'blob' | 'line' | null;
  /** The name's ground: a strip across the frame, or a plate. */
  band: 'strip' | 'plate';
  plateRadius?: number;
  mirrorsRows: boolean;
}

export interface ListLook {
  face: 'display' | 'support';
  heading: 'display' | 'label';
  hasRules: boolean;
  bullet: ShapeName | 'number';
  headingColor?: 'ink' | 'highlight';
  /** Largest size of a row as a share of the short side. */
  size?: number;
}

export interface Composition {
  setting: 'stack' | 'uniform';
  align: 'start' | 'center';
  vertical: 'top' | 'middle' | 'bottom';
  /** How far products lean; 0 keeps what stands upright. */
  tiltDegrees: number;
  /** How much nearer than usual words may come to the product, as a share of the short side. */
  overlap: number;
  seam: SeamShape;
  /** The name in tall canvases: repeated, turned upright or in one line. */
  tallName: 'repeat' | 'vertical' | 'line';
  repeats?: 'outline' | 'solid';
  /** The product bleeds off, stands whole beside the words, or is shown in a picture window. */
  opening: 'bleed' | 'contained' | 'window';
  /** The macro's edge: a panel with the style's seam, darkness, or a picture window. */
  macro: 'panel' | 'dark' | 'window';
  /** Wide canvases with the product on the words' usual side. */
  mirrored?: readonly LayoutId[];
  /** Layouts that carry the name as a label above or below the headline. */
  labelled: readonly LayoutId[];
  /** Headlines end in a full stop. */
  endsSentences?: boolean;
  /** Height kept free at the top for a folio, as shares of the short side: usual and 9:16. */
  topInset?: readonly [usual: number, portrait: number];
  /** Height kept free at the foot of wide canvases, as a share of the short side. */
  footInset?: Partial<Record<LayoutId, number>>;
  /** Air of the letters' effects above and below, in em. */
  letterAir?: number;
  /** As `letterAir`, for effects that plain headlines do not have. */
  effectAir?: number;
  /** How far a panel's outer layers reach beyond its seam, as a share of the short side. */
  panelLayers?: number;
  /** Pictures are darkened under words, never lightened. */
  darkensPictures?: boolean;
  /** Corner radius of framed pictures as a share of the short side. */
  frameRadius?: number;
  quoteRule?: boolean;
  /** Largest figure of an offer as a share of the short side. */
  priceSize?: number;
  quoteSize?: number;
  captionColor?: 'ink' | 'highlight';
}

export type FaceTable = Partial<Record<TextRole, Face>> &
  Record<'display' | 'support' | 'label', Face> & {
    /** The last row of a headline of several. */
    lastRow?: Face;
  };

/** A style's colours on one product, and what it draws with them. */
export interface Dress {
  roles: Roles;
  /** The ground that words of a layout stand on. */
  groundOf(layout: LayoutId): string;
  /** Adds ground and scenery; the product will stand in `focus`. */
  addScenery(stage: Stage, focus: Box): void;
  /** Adds what looks for free places once picture and words stand. */
  addFurniture?(stage: Stage, focus: Box): void;
  /** Adds the panel of a split or macro; `seam(offset)` is its path, moved towards the words. */
  addPanel?(stage: Stage, seam: SeamAt, color: string, focus: Box): void;
  panelColor(layout: 'split' | 'macro' | 'window' | 'block'): string;
  /** What the picture window of a layout is filled with. */
  windowColor(layout: LayoutId): string;
  /** Emphasises a headline that has been placed. */
  underline?(stage: Stage, headline: { x: number; y: number; width: number; sizePx: number }): void;
  fill?(role: TextRole, on: OnGround): Fill | undefined;
  letters?(role: TextRole, on: OnGround): TextEffects;
  button(on: OnGround): { fill: string | null; ink: string; line: string };
  badge(on: OnGround): { fill: string | null; ink: string; display: Fill };
  callout(on: OnGround): { plate: string; text: string; line: string; dot: string; plateLine?: string };
  /** Ground and words of the pattern's band; lines above and below it. */
  band(): { color: string; fill?: Fill; lines?: readonly (readonly [share: number, color: string])[] };
  /** Treatments that take turns in a pattern. */
  patternTreatments?: readonly Treatment[];
  tileColors?: readonly string[];
  treatment: Treatment | null;
  /** Light along a product that is too dark for its ground. */
  rim?: { color: string; widthShare: number; isBothSides: boolean };
  shadowColor(on: OnGround): string;
  /** Hairlines between rows; the ink when absent. */
  ruleColor?(on: OnGround): string;
}

/** How everything looks: tokens and a few small functions. Any layout works in any style. */
export interface Style {
  title: string;
  faces: FaceTable;
  /** Largest sizes as shares of the short side. */
  sizes: Readonly<Record<'display' | 'support' | 'label' | 'figure', number>> & { small?: number };
  composition: Composition;
  button: ButtonLook;
  badge: BadgeLook;
  callouts: CalloutLook;
  pattern: PatternLook;
  list: ListLook;
  /** Shadow of what stands upright, and of what leans, lies or floats. */
  shadows: { standing: ShadowKind; floating: ShadowKind; offset?: ProductShadow['offset'] };
  /** Products are die-cut stickers. */
  isSticker?: boolean;
  /** Film grain over everything, 0–1; `overlay` above 0.06. */
  grain: number;
  dress(input: DressInput): Dress;
}
