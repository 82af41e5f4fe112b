import { withAlpha } from '../color/oklch.ts';
import type { Layer, ShapeLayer } from '../layer.ts';
import type { Stage } from './stage.ts';

/** Everything up to this z is scenery that the light falls on. */
const SCENERY_Z = 0.3;
/** Alphas at the lit corner and at the far one. Words keep their contrast: see `check-contrast.ts`. */
const LIGHT = { onLight: { lit: 0.24, far: 0.05 }, onDark: { lit: 0.05, far: 0.26 } };

/**
 * Light over the scenery from the side that the product is lit from, the same in every shot of an ad: a flat ground gets
 * the depth of a wall. Layers are in their order and already mirrored; whole photos bring their own light.
 */
export function withGroundLight(
  layers: readonly Layer[],
  { width, height, product, dress, on }: Pick<Stage, 'width' | 'height' | 'product' | 'dress' | 'on'>,
): readonly Layer[] {
  if (layers.some(({ type }) => type === 'picture')) return layers;
  const [from, to] = product.facts.light === 'right' ? [width, 0] : [0, width];
  const { lit, far } = on.isLight ? LIGHT.onLight : LIGHT.onDark;
  const light: ShapeLayer = {
    type: 'shape',
    id: 'ground-light',
    role: 'field',
    z: SCENERY_Z,
    box: { x: 0, y: 0, width, height },
    path: [['rect', 0, 0, width, height]],
    fill: {
      type: 'linear',
      from: [from, 0],
      to: [to, height],
      stops: [
        [0, withAlpha('#ffffff', lit)],
        [0.55, withAlpha('#ffffff', 0)],
        [0.56, withAlpha(dress.roles.dark, 0)],
        [1, withAlpha(dress.roles.dark, far)],
      ],
    },
  };
  const at = layers.findIndex(({ z }) => z > SCENERY_Z);
  return at < 0 ? [...layers, light] : [...layers.slice(0, at), light, ...layers.slice(at)];
}
