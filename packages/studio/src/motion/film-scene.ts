import { blurredSmall } from '../draw/blur.ts';
import type { Scene, SceneLayer } from '../scenes/scene.ts';
import { placeLayer, type Camera, type Matrix } from './camera.ts';
import { LightSweep } from './light-sweep.ts';
import { PlanarFrame } from './planar-frame.ts';
import { toPlanar, type PlanarImage } from './planar-image.ts';
import { VideoMemory } from './video-memory.ts';

/** Blur of what is out of focus, as shares of the short side: half way and all the way. */
const SOFT_STEPS = [0.005, 0.014] as const;

/** The part of the way from one step of blur to the next in which the softer one's halo comes in. */
const HALO_SHARE = 0.12;
/** An opacity that nobody sees: a grey level at most. */
const UNSEEN = 0.01;

interface FilmLayer {
  layer: SceneLayer;
  /** The picture, and for focus pulls blurred versions: padded by so many layer pixels, and so many times smaller. */
  steps: { image: PlanarImage; pad: number; shrink: number }[];
}

/** Films a scene: made once per clip, then asked for one frame after the other. */
export class SceneCamera {
  readonly #scene: Scene;
  readonly #layers: FilmLayer[];
  readonly #frames: [PlanarFrame, PlanarFrame];
  readonly #sweep: LightSweep | null;

  constructor(
    scene: Scene,
    { hasFocusPull, hasLightSweep }: { hasFocusPull: boolean; hasLightSweep: boolean },
  ) {
    const memory = new VideoMemory();
    this.#scene = scene;
    this.#layers = scene.layers.map((layer) => ({
      layer,
      steps: [sharpVersion(layer), ...(hasFocusPull ? softVersions(scene, layer) : [])].flatMap((step) => {
        const image = toPlanar(step.image, memory);
        return image ? [{ ...step, image }] : [];
      }),
    }));
    this.#frames = [new PlanarFrame(scene.canvas, memory), new PlanarFrame(scene.canvas, memory)];
    const product = this.#layers.find(({ layer }) => layer.role === 'product')?.steps[0];
    this.#sweep = hasLightSweep && product ? new LightSweep(product.image, scene.canvas, memory) : null;
  }

  /** The scene as the camera sees it, as yuv420p; two frames take turns, so a frame is good until the next but one. */
  shoot(camera: Camera): Uint8Array {
    this.#frames.reverse();
    const [frame] = this.#frames;
    for (const { layer, steps } of this.#layers) {
      const matrix = placeLayer(layer, this.#scene, camera);
      drawFocused(frame, steps, matrix, softnessOf(layer, camera));
      if (layer.role === 'product' && camera.sweep !== null)
        this.#sweep?.shine(frame.bytes, matrix, camera.sweep);
    }
    return frame.bytes;
  }
}

/**
 * Blends the two nearest steps of blur, the softer one below. First its halo comes in around the sharper one, then the
 * sharper one fades: one of them is always solid, so nothing shines through, and no edge jumps.
 */
function drawFocused(frame: PlanarFrame, steps: FilmLayer['steps'], matrix: Matrix, softness: number): void {
  const at = Math.min(steps.length - 1, softness * (steps.length - 1));
  const lower = Math.floor(at);
  const fade = at - lower;
  const [sharper, softer] = [steps[lower], steps[lower + 1]];
  const opacity = Math.min(1, (1 - fade) / (1 - HALO_SHARE));
  const isHidden = opacity === 1 && sharper?.image.alpha === 0;
  if (softer && !isHidden) frame.draw(softer.image, placed(matrix, softer), Math.min(1, fade / HALO_SHARE));
  if (sharper && opacity > UNSEEN) frame.draw(sharper.image, placed(matrix, sharper), opacity);
}

/** What stands with the product is in focus with it; the floor runs from it to the background. */
function softnessOf({ role, depth }: SceneLayer, { softProduct, softBackdrop }: Camera): number {
  if (role === 'product' || role === 'shadow' || (role === 'set' && depth === 1)) return softProduct;
  return role === 'floor' ? softBackdrop * 0.5 : softBackdrop;
}

function sharpVersion({ image }: SceneLayer) {
  return { image, pad: 0, shrink: 1 };
}

/** Blurred pictures hold no detail: kept small, they take a fraction of the memory and time. */
function softVersions({ canvas }: Scene, { role, image }: SceneLayer) {
  return SOFT_STEPS.map((share) => {
    const radius = share * Math.min(canvas.width, canvas.height);
    const pad = role === 'backdrop' ? 0 : Math.ceil(radius * 2.5);
    const shrink = Math.max(1, Math.min(4, Math.floor(radius / 2.5)));
    return { image: blurredSmall(image, radius, pad, shrink), pad, shrink };
  });
}

/** The matrix from a blurred version's own pixels. */
function placed([a, b, c, d, e, f]: Matrix, { pad, shrink }: { pad: number; shrink: number }): Matrix {
  return [a * shrink, b * shrink, c * shrink, d * shrink, e - (a + c) * pad, f - (b + d) * pad];
}
