import { blurred } from '../draw/blur.ts';
import type { Scene, SceneLayer } from '../scenes/scene.ts';
import { placeLayer, type Camera } from './camera.ts';
import { LightSweep } from './light-sweep.ts';
import { PlanarFrame } from './planar-frame.ts';
import { splitSolidPart, toPlanar, type PlanarImage } from './planar-image.ts';

/** Blur of what is out of focus, as shares of the short side: half way and all the way. */
const SOFT_STEPS = [0.005, 0.014] as const;

interface FilmLayer {
  layer: SceneLayer;
  image: PlanarImage;
  /** Blurred versions for focus pulls, with their padding in pixels; empty when the clip has none. */
  soft: { image: PlanarImage; pad: number }[];
}

/** Films a scene: made once per clip, then asked for one frame after the other. */
export class SceneCamera {
  readonly #scene: Scene;
  readonly #layers: FilmLayer[];
  readonly #frame: PlanarFrame;
  readonly #sweep: LightSweep | null;

  constructor(
    scene: Scene,
    { hasFocusPull, hasLightSweep }: { hasFocusPull: boolean; hasLightSweep: boolean },
  ) {
    this.#scene = scene;
    const unit = Math.min(scene.canvas.width, scene.canvas.height);
    this.#layers = scene.layers.flatMap((layer) => {
      const image = toPlanar(layer.image);
      if (!image) return [];
      // A focus pull blurs the whole layer, so it stays in one piece.
      if (hasFocusPull) return [{ layer, image, soft: softVersions(layer, unit) }];
      const parts = layer.role === 'floor' ? splitSolidPart(image) : [image];
      return parts.map((part) => ({ layer, image: part, soft: [] }));
    });
    this.#frame = new PlanarFrame(scene.canvas);
    const product = this.#layers.find(({ layer }) => layer.role === 'product');
    this.#sweep = hasLightSweep && product ? new LightSweep(product.image, scene.canvas) : null;
  }

  /** Draws the scene as the camera sees it, as yuv420p. */
  shoot(camera: Camera, into: Uint8Array): void {
    for (const { layer, image, soft } of this.#layers) {
      const matrix = placeLayer(layer, this.#scene, camera);
      const softness = softnessOf(layer, camera);
      if (layer.role === 'backdrop' && soft.length === 0)
        this.#frame.draw(image, matrix, 1, this.#hiddenFrom(camera));
      else this.#drawFocused(image, soft, matrix, softness);
      if (layer.role === 'product' && camera.sweep !== null)
        this.#sweep?.shine(this.#frame.luma, matrix, camera.sweep);
    }
    this.#frame.writeTo(into);
  }

  /** The frame row from which the solid part of the floor covers whatever is behind it. */
  #hiddenFrom(camera: Camera): number {
    const { height } = this.#scene.canvas;
    const floor = this.#layers.find(({ layer, image }) => layer.role === 'floor' && !image.alpha);
    if (!floor) return height;
    const [, b, , d, , f] = placeLayer(floor.layer, this.#scene, camera);
    const { left, top, width } = floor.image;
    const edge = Math.max(b * left, b * (left + width)) + d * top + f;
    return Math.max(0, Math.min(height, (Math.ceil(edge) + 4) & ~1));
  }

  /** Blends the two nearest steps of blur: the softer one below, the sharper one fading over it, so nothing shines through. */
  #drawFocused(
    sharp: PlanarImage,
    soft: FilmLayer['soft'],
    matrix: Parameters<PlanarFrame['draw']>[1],
    softness: number,
  ): void {
    if (softness <= 0.001 || soft.length === 0) {
      this.#frame.draw(sharp, matrix);
      return;
    }
    const steps = [{ image: sharp, pad: 0 }, ...soft];
    const at = Math.min(steps.length - 1.0001, softness * (steps.length - 1));
    const lower = Math.floor(at);
    const [sharper, softer] = [steps[lower], steps[lower + 1]];
    if (softer) this.#frame.draw(softer.image, padded(matrix, softer.pad));
    if (sharper) this.#frame.draw(sharper.image, padded(matrix, sharper.pad), 1 - (at - lower));
  }
}

/** What stands with the product is in focus with it; the floor runs from it to the background. */
function softnessOf({ role, depth }: SceneLayer, { softProduct, softBackdrop }: Camera): number {
  if (role === 'product' || role === 'shadow' || (role === 'set' && depth === 1)) return softProduct;
  return role === 'floor' ? softBackdrop * 0.5 : softBackdrop;
}

function softVersions(layer: SceneLayer, unit: number): FilmLayer['soft'] {
  return SOFT_STEPS.flatMap((share) => {
    const radius = share * unit;
    const pad = layer.role === 'backdrop' ? 0 : Math.ceil(radius * 2.5);
    const image = toPlanar(blurred(layer.image, radius, pad));
    return image ? [{ image, pad }] : [];
  });
}

function padded(
  [a, b, c, d, e, f]: readonly [number, number, number, number, number, number],
  pad: number,
): [number, number, number, number, number, number] {
  return [a, b, c, d, e - (a + c) * pad, f - (b + d) * pad];
}
