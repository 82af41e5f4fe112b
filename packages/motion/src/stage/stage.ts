import { type OnGround, onGround } from '../color/on-ground.ts';
import type { CanvasSize } from '../canvas-size.ts';
import type { Box, Layer, LayerRole, Path, Pose, ProductLayer, ShapeLayer } from '../layer.ts';
import type { Point, ProductFacts } from '../product.ts';
import type { EaseId } from '../movement/eases.ts';
import type { Copy, Demonstration, LayoutId, ShotRole } from '../storyboard.ts';
import type { Dress, Mood, Style } from '../styles/style.ts';
import type { Typesetter } from '../text/fit-text.ts';
import { pathBox } from './paths.ts';
import { mirrorPhoto, type PhotoFacts } from './photo.ts';
import { type FitPose, poseInBox } from './pose.ts';
import { safeArea } from './safe-area.ts';
import type { Silhouette } from './silhouette.ts';

/** The cut-out a layout places. */
export interface StagedProduct {
  facts: ProductFacts;
  silhouette: Silhouette;
}

/**
 * A shot while a layout builds it. Layouts work as if words began at the left; where the language or the style wants
 * it the other way round, all layers are mirrored at the end (`isMirrored`).
 */
export interface Stage {
  readonly layout: LayoutId;
  /** What the shot is for: decides which words stand beside a picture. */
  readonly role: ShotRole;
  /** The scene that shows the shot's fact; null when it has none. */
  readonly demonstration: Demonstration | null;
  readonly mood: Mood;
  readonly style: Style;
  readonly dress: Dress;
  readonly copy: Copy;
  readonly setter: Typesetter;
  readonly product: StagedProduct;
  /** The shot's photo, still or clip; null when it shows the cut-out. Mirrored with the stage. */
  readonly photo: PhotoFacts | null;
  readonly width: number;
  readonly height: number;
  /** The short side: sizes are shares of it. */
  readonly short: number;
  /** 1:1, 4:5 and 9:16 stack; 16:9 puts side by side. */
  readonly isTall: boolean;
  /** 9:16, where platforms lay their own buttons over top and foot. */
  readonly isPortrait: boolean;
  readonly margin: number;
  readonly safe: Box;
  readonly isMirrored: boolean;
  /** The shot is the other way round than its layout's usual one. */
  readonly isFlipped: boolean;
  /** Whether words begin at the left while the layout builds. */
  readonly startsLeft: boolean;
  /** Colours of words on the present ground. */
  on: OnGround;
  readonly layers: Layer[];
  /** The product's way through the shot, where the layout has one of its own. */
  readonly keys: PoseKey[];
}

/**
 * Where the product is at a share of the shot, or at seconds from its cut, beside its place at rest. Two keys at one time
 * are a cut.
 */
export interface PoseKey {
  share?: number;
  seconds?: number;
  /** Widths and heights of the frame. */
  x?: number;
  y?: number;
  k?: number;
  rotationDegrees?: number;
  ease?: EaseId;
}

export interface StageInput {
  layout: LayoutId;
  role: ShotRole;
  demonstration: Demonstration | null;
  mood: Mood;
  style: Style;
  dress: Dress;
  copy: Copy;
  setter: Typesetter;
  product: StagedProduct;
  photo: PhotoFacts | null;
  /** In 16:9 words and picture change sides, in tall canvases head and foot where the layout can. */
  isFlipped: boolean;
  canvas: CanvasSize;
}

/** An empty stage. */
export function createStage({ canvas: { width, height }, ...input }: StageInput): Stage {
  const { style, layout, setter, dress, isFlipped } = input;
  const isRightToLeft = setter.direction === 'rtl';
  const isTall = height / width > 0.9;
  const isStyleMirrored = !isTall && (style.composition.mirrored ?? []).includes(layout) !== isFlipped;
  const isMirrored = isRightToLeft !== isStyleMirrored;
  return {
    ...input,
    width,
    height,
    short: Math.min(width, height),
    isTall,
    ...safeArea({ width, height }),
    photo: input.photo && isMirrored ? mirrorPhoto(input.photo) : input.photo,
    isMirrored,
    startsLeft: isRightToLeft === isMirrored,
    on: onGround(dress.groundOf(layout), { ...dress.roles }),
    layers: [],
    keys: [],
  };
}

/** Words from here on stand on this ground. */
export function standOn(stage: Stage, ground: string): void {
  stage.on = onGround(ground, { ...stage.dress.roles });
}

/** An id that is the same in every frame: role and count. */
export const nextId = (stage: Stage, role: LayerRole) =>
  `${role}-${stage.layers.filter((layer) => layer.role === role).length + 1}`;

/** Place of the next words in order of reading. */
export const nextReading = (stage: Stage) =>
  stage.layers.filter((layer) => layer.reading !== undefined).length;

/** What the photo cut off at its foot: somebody down to the waist. It goes on below the frame, or it hangs in the air. */
export const isCutBelow = ({ product }: Stage): boolean => product.facts.cutEdges.includes('bottom');

/** Whether what is shown lies in the upper part of a tall canvas, its words below it. */
export const isAtHead = ({ isTall, height }: Stage, focus: Box): boolean =>
  isTall && focus.y + focus.height / 2 < height * 0.4;

export const frameBox = ({ width, height }: Stage): Box => ({ x: 0, y: 0, width, height });

type ShapeOptions = Partial<Omit<ShapeLayer, 'type' | 'id' | 'role' | 'path'>>;

/** Adds a shape; its box is the path's. */
export function addShape(stage: Stage, role: LayerRole, path: Path, options: ShapeOptions): ShapeLayer {
  const layer: ShapeLayer = {
    type: 'shape',
    id: nextId(stage, role),
    role,
    path,
    z: 0,
    box: pathBox(path),
    ...options,
  };
  stage.layers.push(layer);
  return layer;
}

/** Fills the frame. */
export const addGround = (stage: Stage, color: string) =>
  addShape(stage, 'ground', [['rect', 0, 0, stage.width, stage.height]], { fill: color });

/** A glow from a point that fades out. */
export function addGlow(
  stage: Stage,
  [x, y]: Point,
  radius: number,
  stops: readonly (readonly [number, string])[],
  options: ShapeOptions & { squash?: number } = {},
): void {
  const { squash = 1, ...rest } = options;
  const reach = { x: x - radius, y: y - radius * squash, width: radius * 2, height: radius * 2 * squash };
  addShape(stage, 'field', [['rect', reach.x, reach.y, reach.width, reach.height]], {
    fill: { type: 'radial', at: [x, y], radius, squash, stops },
    ...rest,
  });
}

/** The pose of the product in a box; mirrored with the stage so that it ends up as photographed, in either direction of writing. */
export function fitProduct({ product, isMirrored }: Stage, box: Box, options: FitPose = {}): Pose {
  return poseInBox(product.silhouette, box, {
    ...options,
    isMirrored: isMirrored !== (options.isMirrored ?? false),
  });
}

/** Whether a pose stands on a floor or leans, lies and floats. */
const isFloating = ({ product }: Stage, pose: Pose) =>
  product.facts.kind !== 'stand' || Math.abs(pose.rotationDegrees) > 2;

export interface ProductOptions extends Partial<Omit<ProductLayer, 'type' | 'id' | 'pose' | 'shadow'>> {
  /** Overrides the style's shadow. */
  shadowKind?: ProductLayer['shadow']['kind'];
  shadowOffset?: readonly [number, number];
  /** No reflection and no long shadow: the floor is out of sight or busy. */
  isClose?: boolean;
  /** Words stand at both sides of its foot: no long shadow, but a floor may mirror it. */
  hasWordsBeside?: boolean;
  /** No die-cut border in crops and patterns. */
  isBare?: boolean;
}

function shadowKind(
  stage: Stage,
  pose: Pose,
  { shadowKind: wanted, isClose, hasWordsBeside }: ProductOptions,
) {
  const { shadows } = stage.style;
  const kind = isFloating(stage, pose) ? shadows.floating : (wanted ?? shadows.standing);
  if (wanted !== undefined) return wanted === 'drop' && !isFloating(stage, pose) ? 'contact' : wanted;
  const hasFloor = kind === 'reflect' || kind === 'cast';
  if (hasFloor && isClose === true) return 'contact';
  if (kind === 'cast' && hasWordsBeside === true) return 'contact';
  // A long shadow towards the words would lie under them.
  const fallsLeft = (stage.product.facts.light === 'right') !== stage.isMirrored;
  return kind === 'cast' && fallsLeft && !stage.isTall ? 'contact' : kind;
}

/** Adds the product in a pose, with the style's treatment and shadow. */
export function addProduct(stage: Stage, pose: Pose, options: ProductOptions = {}): ProductLayer {
  const {
    shadowKind: _,
    shadowOffset,
    isClose: _close,
    hasWordsBeside: _beside,
    isBare = false,
    ...rest
  } = options;
  const { dress, style, product, on } = stage;
  const offset = shadowOffset ?? style.shadows.offset;
  const rim = dress.rim;
  const lit = product.facts.light === 'right' ? 'right' : 'left';
  const width = pose.height * product.silhouette.aspectRatio;
  const layer: ProductLayer = {
    type: 'product',
    id: nextId(stage, rest.role ?? 'product'),
    role: 'product',
    z: 2,
    box: { x: pose.x - width / 2, y: pose.y - pose.height / 2, width, height: pose.height },
    origin: [pose.x, pose.y],
    treatment: dress.treatment,
    pose,
    shadow: {
      // What the photo cut off at its foot stands on nothing.
      kind: isCutBelow(stage) ? 'none' : shadowKind(stage, pose, options),
      color: dress.shadowColor(on),
      side: product.facts.light === 'right' ? -1 : 1,
      ...(offset ? { offset } : {}),
    },
    ...(style.isSticker === true && !isBare
      ? { sticker: { pad: 0.022, color: '#ffffff', drop: dress.roles.dark } }
      : {}),
    ...(rest.role === 'tile' || style.isSticker === true ? {} : { wrap: { color: on.ground, side: lit } }),
    ...(rim
      ? {
          rim: {
            color: rim.color,
            width: Math.max(1.4, pose.height * rim.widthShare),
            ...(rim.isBothSides ? {} : { side: lit }),
          },
        }
      : {}),
    ...rest,
  };
  stage.layers.push(layer);
  return layer;
}
