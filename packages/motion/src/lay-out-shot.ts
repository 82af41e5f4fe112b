import type { CanvasSize } from './canvas-size.ts';
import type { OnGround } from './color/on-ground.ts';
import type { Box, Layer } from './layer.ts';
import { layouts } from './layouts/layouts.ts';
import type { ProductFacts } from './product.ts';
import { randomFrom } from './random.ts';
import { mirrorLayer } from './stage/mirror.ts';
import { createStage, type Stage } from './stage/stage.ts';
import type { Silhouette } from './stage/silhouette.ts';
import type { Copy, Shot, StyleId } from './storyboard.ts';
import type { Mood, Roles } from './styles/style.ts';
import { styles } from './styles/styles.ts';
import { cleanText, isRightToLeft } from './text/clean-text.ts';
import type { TextMeasurer } from './text/text-measurer.ts';

export interface ShotInput {
  shot: Pick<Shot, 'layout' | 'picture' | 'copy'>;
  /** The ad's words; the shot's own replace them field by field. */
  copy: Copy;
  style: StyleId;
  canvas: CanvasSize;
  /** The cut-out's facts and its silhouette (`measureSilhouette`). */
  product: { facts: ProductFacts; silhouette: Silhouette };
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

/** The same hue for the same name. */
function houseHueOf(name: string, hues: readonly number[]): number {
  const seed = Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return hues[Math.floor(randomFrom(seed)() * hues.length)] ?? 60;
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
  ...input
}: ShotInput): LaidOutShot {
  const style = styles[input.style];
  const layout = layouts[shot.layout];
  if (!style || !layout) throw new Error(`There is no layout "${shot.layout}" in the style "${input.style}"`);
  const copy = mergeCopy(adCopy, shot.copy);
  const { facts, silhouette } = input.product;
  const dress = style.dress({
    product: facts,
    lightness: silhouette.lightness,
    houseHue: (hues) => houseHueOf(copy.name ?? '', hues),
    mood,
  });
  const direction = isRightToLeft(language) ? 'rtl' : 'ltr';
  const setter = { measurer: input.measurer, language, direction } as const;
  const stage = createStage({
    layout: shot.layout,
    style,
    dress,
    copy,
    setter,
    product: input.product,
    canvas,
  });
  layout(stage);
  addGrain(stage);
  const ordered = stage.layers.toSorted((one, other) => one.z - other.z);
  return {
    ...canvas,
    layers: stage.isMirrored ? ordered.map((layer) => mirrorLayer(layer, canvas.width)) : ordered,
    colors: { roles: dress.roles, on: stage.on },
    safe: stage.safe,
    margin: stage.margin,
    direction,
  };
}
