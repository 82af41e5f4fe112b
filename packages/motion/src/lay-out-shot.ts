import type { CanvasSize } from './canvas-size.ts';
import type { OnGround } from './color/on-ground.ts';
import type { Box, Layer } from './layer.ts';
import { layouts } from './layouts/layouts.ts';
import { randomFrom } from './random.ts';
import { withGroundLight } from './stage/ground-light.ts';
import { mirrorLayer } from './stage/mirror.ts';
import { moveWords } from './stage/move-words.ts';
import type { PhotoFacts } from './stage/photo.ts';
import { createStage, type PoseKey, type Stage, type StagedProduct } from './stage/stage.ts';
import type { Copy, Shot, StyleId } from './storyboard.ts';
import type { Mood, Roles } from './styles/style.ts';
import { styles } from './styles/styles.ts';
import { cleanText, isRightToLeft } from './text/clean-text.ts';
import type { TextMeasurer } from './text/text-measurer.ts';

export interface ShotInput {
  shot: Pick<Shot, 'layout' | 'role' | 'copy' | 'demonstration' | 'isFlipped' | 'words'>;
  /** The ad's words; the shot's own replace them field by field. */
  copy: Copy;
  style: StyleId;
  canvas: CanvasSize;
  /** The cut-out's facts and its silhouette (`measureSilhouette`); null when nothing could be cut out. */
  product: StagedProduct | null;
  /** The photo, still or clip that the shot shows (`measurePhoto`); null or absent when it shows the cut-out. */
  picture?: PhotoFacts | null;
  /** BCP 47. */
  language: string;
  /** What the brief's words ask of the grounds. */
  mood?: Mood;
  measurer: TextMeasurer;
}

/** A shot at rest: what is seen when all movement is over. */
export interface LaidOutShot extends CanvasSize {
  /** From back to front. */
  layers: readonly Layer[];
  colors: { roles: Roles; on: OnGround };
  /** Where words may stand. */
  safe: Box;
  /** Words keep half of this from the frame's edges. */
  margin: number;
  direction: 'ltr' | 'rtl';
  /** The product's own way through the shot; empty: the style's. */
  keys: readonly PoseKey[];
}

/** The shot's words over the ad's; null hides a field. Everything is cleaned for setting. */
export function mergeCopy(ad: Copy, shot: Shot['copy']): Copy {
  const merged = { ...ad, ...shot };
  return Object.fromEntries(
    Object.entries(merged)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([field, value]) => [
        field,
        typeof value === 'string'
          ? cleanText(value)
          : Array.isArray(value)
            ? value.map(cleanText).filter((words) => words !== '')
            : value,
      ])
      .filter(([, value]) => value !== ''),
  ) as Copy;
}

/** The same hue for the same name, so in every shot of an ad. */
function houseHueOf(name: string, hues: readonly number[]): number {
  const seed = Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return hues[Math.floor(randomFrom(seed)() * hues.length)] ?? 60;
}

/** What styles ask of a product, of a photo nothing could be cut out of: a flat rectangle in the photo's colours. */
function photoAsProduct({ width, height, signature, dark, tone, lightness }: PhotoFacts): StagedProduct {
  const mean = lightness.reduce((sum, value) => sum + value, 0) / Math.max(1, lightness.length);
  return {
    facts: {
      kind: 'flat',
      cutEdges: [],
      mayMirror: false,
      isOpen: false,
      anchors: [
        [0.3, 0.3],
        [0.7, 0.4],
        [0.5, 0.7],
      ],
      focus: [0.5, 0.5],
      effectivePx: Math.max(width, height),
      signature,
      dark,
      tone,
      light: 'top',
    },
    silhouette: {
      aspectRatio: width / height,
      outline: [
        [-0.5, -0.5],
        [0.5, -0.5],
        [-0.5, 0.5],
        [0.5, 0.5],
      ],
      feet: [[0, 1]],
      lightness: mean,
      thickness: 0.5,
    },
  };
}

function addGrain(stage: Stage): void {
  const { style, width, height } = stage;
  if (style.grain === 0) return;
  stage.layers.push({
    type: 'texture',
    id: 'grain',
    role: 'deco',
    z: 9,
    box: { x: 0, y: 0, width, height },
    texture: 'grain',
    strength: style.grain,
    seed: 7,
    ...(style.grain > 0.06 ? { blend: 'overlay' as const } : {}),
  });
}

/**
 * Lays a shot out in a style on a canvas. Pure but for measuring text with the fonts of `measurer`: the same input gives
 * the same layers in the browser and in Node.
 */
export function layOutShot({
  shot,
  copy: adCopy,
  canvas,
  language,
  mood = null,
  picture: photo = null,
  ...input
}: ShotInput): LaidOutShot {
  const style = styles[input.style];
  const layout = layouts[shot.layout];
  const product = input.product ?? (photo && photoAsProduct(photo));
  if (!product) throw new Error('A shot shows a cut-out or a picture, and neither was handed in');
  // A product that could not be cut out is shown as the whole photo it stands in.
  const isWhole = layout.shows === 'picture' || !input.product;
  const copy = mergeCopy(adCopy, shot.copy);
  const { facts, silhouette } = product;
  const dress = style.dress({
    product: facts,
    lightness: silhouette.lightness,
    houseHue: (hues) => houseHueOf(adCopy.name ?? '', hues),
    mood,
  });
  const direction = isRightToLeft(language) ? 'rtl' : 'ltr';
  const setter = { measurer: input.measurer, language, direction } as const;
  const stage = createStage({
    layout: shot.layout,
    role: shot.role,
    demonstration: shot.demonstration ?? null,
    isFlipped: shot.isFlipped ?? false,
    mood,
    style,
    dress,
    copy,
    setter,
    product,
    photo: isWhole ? photo : null,
    canvas,
  });
  if (input.product) layout.build(stage);
  else layout.standIn(stage);
  addGrain(stage);
  const ordered = stage.layers.toSorted((one, other) => one.z - other.z);
  const mirrored = stage.isMirrored ? ordered.map((layer) => mirrorLayer(layer, canvas.width)) : ordered;
  const placed = shot.words ? moveWords(mirrored, shot.words, canvas, stage.safe) : mirrored;
  return {
    ...canvas,
    layers: withGroundLight(placed, stage),
    colors: { roles: dress.roles, on: stage.on },
    safe: stage.safe,
    margin: stage.margin,
    direction,
    keys: stage.isMirrored ? stage.keys.map(mirrorKey) : stage.keys,
  };
}

const mirrorKey = ({ x = 0, rotationDegrees = 0, ...key }: PoseKey): PoseKey => ({
  ...key,
  x: -x,
  rotationDegrees: -rotationDegrees,
});
