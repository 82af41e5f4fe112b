import type { Context2D } from '../canvas.ts';
import type { ProductLayer } from '../layer.ts';
import { easeAt, mix } from './eases.ts';
import type { MovingShot } from './moving-shot.ts';
import { type ShotTools, spriteOf } from './shot-tools.ts';

/** Highlights are soft: half the frame's size is enough. */
const scale = 0.5;

/** What is white already would burn: light things take less light. */
const strength = { dark: 0.85, light: 0.25 };

/**
 * Light that crosses the product: its own highlights (the picture's third power) inside a moving band, screened. Metal
 * flares, what is dark stays dark, what is white is not burnt.
 */
export function sweepLight(
  context: Context2D,
  shot: MovingShot,
  layer: ProductLayer,
  tools: ShotTools,
  share: number,
): void {
  if (share <= 0 || share >= 1) return;
  const { pose } = layer;
  const rest = shot.product.pose ?? pose;
  const height = rest.height * scale;
  const width = height * shot.product.aspect;
  const upright = { x: width / 2, y: height / 2, height, rotationDegrees: 0, isMirrored: pose.isMirrored };
  const { clip: _clip, sticker: _sticker, rim: _rim, ...bare } = layer;
  const alone: ProductLayer = {
    ...bare,
    opacity: 1,
    pose: upright,
    shadow: { ...layer.shadow, kind: 'none' },
  };
  const highlights = spriteOf(tools, `${layer.id}/highlights`, { x: 0, y: 0, width, height }, (own) => {
    tools.paint(own, alone);
    const { picture, context: once } = tools.createSurface(Math.ceil(width), Math.ceil(height));
    tools.paint(once, alone);
    own.globalCompositeOperation = 'multiply';
    own.drawImage(picture, 0, 0);
    own.drawImage(picture, 0, 0);
    own.globalCompositeOperation = 'destination-in';
    own.drawImage(picture, 0, 0);
  });
  const { picture, context: lit } = tools.createSurface(
    Math.ceil(shot.width * scale),
    Math.ceil(shot.height * scale),
  );
  const wide = pose.height * shot.product.aspect;
  const at = pose.x + (easeAt('soft', share) * 2.4 - 1.2) * wide;
  const reach = wide * 0.24;
  lit.scale(scale, scale);
  lit.save();
  lit.translate(pose.x, pose.y);
  lit.rotate((pose.rotationDegrees * Math.PI) / 180);
  lit.drawImage(highlights.picture, -wide / 2, -pose.height / 2, wide, pose.height);
  lit.restore();
  const band = lit.createLinearGradient(at - reach, pose.y, at + reach, pose.y + reach * 0.7);
  band.addColorStop(0, 'rgba(0, 0, 0, 0)');
  band.addColorStop(0.5, '#000000');
  band.addColorStop(1, 'rgba(0, 0, 0, 0)');
  lit.globalCompositeOperation = 'destination-in';
  lit.fillStyle = band;
  lit.fillRect(0, 0, shot.width, shot.height);
  context.save();
  context.globalCompositeOperation = 'screen';
  context.globalAlpha = mix(strength.dark, strength.light, shot.product.lightness);
  context.drawImage(picture, 0, 0, shot.width, shot.height);
  context.restore();
}
