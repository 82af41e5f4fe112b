import type { StillRecipe } from '../recipe.ts';
import { createRandom, mixSeed } from '../random.ts';
import { stagingFor } from '../staging.ts';
import { attachProduct } from '../product/attach-product.ts';
import { draftLabel } from './draft-label.ts';
import { familyPainters } from './family-painters.ts';
import { layOut } from './layout.ts';
import { BACKDROP_DEPTH, SET_DEPTH, type Scene, type SceneLayer } from './scene.ts';
import type { Scenery, Stage } from './stage.ts';
import { openSubject } from '../product/open-subject.ts';

/** Draws everything a still or a clip consists of: the scenery, and the product lit for it. */
export async function buildScene(recipe: StillRecipe): Promise<Scene> {
  const { canvas, view, seed, family } = recipe;
  const subject = await openSubject(recipe.subject);
  const staging = stagingFor(family, view, subject.viewpoint);
  const { paint, shrink, raise } = familyPainters[family];
  const layout = layOut({ canvas, staging, view, product: subject.image, seed, shrink, raise });
  const stage: Stage = {
    ...layout,
    staging,
    view,
    palette: recipe.palette,
    word: view === 'detail' || recipe.label ? null : recipe.word, // The label of a draft takes the word's place.
    seed: mixSeed(seed, family),
    random: createRandom(mixSeed(seed, family)),
  };
  const scenery = paint(stage, subject);
  const marginX = (stage.width - canvas.width) / 2;
  const marginY = (stage.height - canvas.height) / 2;
  const attached = scenery.showsSubject ? [] : attachProduct(subject, stage, scenery.light);
  const layers = [...sceneryLayers(scenery, attached), ...sprites(scenery, (depth) => depth >= 1)];
  const placed = layers.map((layer) => ({ ...layer, x: layer.x - marginX, y: layer.y - marginY }));
  return {
    canvas,
    layers: recipe.label ? [...placed, draftLabel(recipe.label, canvas)] : placed,
    pivot: { x: stage.product.centerX - marginX, y: stage.product.centerY - marginY },
    horizonY: stage.horizonY - marginY,
    baseY: stage.product.baseY - marginY,
    isStanding: staging === 'floor',
    isDark: scenery.isDark,
  };
}

function sceneryLayers(scenery: Scenery, product: readonly SceneLayer[]): SceneLayer[] {
  const layers: SceneLayer[] = [
    { role: 'backdrop', image: scenery.backdrop, x: 0, y: 0, depth: BACKDROP_DEPTH },
  ];
  layers.push(...sprites(scenery, (depth) => depth < 1));
  if (scenery.floor)
    layers.push({ role: 'floor', image: scenery.floor.image, x: 0, y: scenery.floor.y, depth: SET_DEPTH });
  if (scenery.set)
    layers.push({ role: 'set', image: scenery.set, x: 0, y: 0, depth: scenery.setDepth ?? SET_DEPTH });
  return [...layers, ...product];
}

function sprites({ sprites: all }: Scenery, isWanted: (depth: number) => boolean): SceneLayer[] {
  return all
    .filter(({ depth }) => isWanted(depth))
    .map(({ image, x, y, depth, driftX, driftY, phase }) => ({
      role: 'sprite',
      image,
      x: x - image.width / 2,
      y: y - image.height / 2,
      depth,
      drift: { x: driftX, y: driftY, phase },
    }));
}
