import type { Context2D } from '../canvas.ts';
import type { LayerRole } from '../layer.ts';
import { drawPart } from './draw-part.ts';
import type { MovingShot, Part } from './moving-shot.ts';
import { cameraAt } from './product-pose.ts';
import { clipped, type ShotTools, turned } from './shot-tools.ts';

/** Coarse grain changes so often a second; fine grain stands. */
const grainPerSecond = 12;

function drawGrain(
  context: Context2D,
  { grain, width, height }: MovingShot,
  tools: ShotTools,
  seconds: number,
) {
  if (!grain) return;
  const step = grain.blend === undefined ? 0 : Math.floor(Math.max(0, seconds) * grainPerSecond);
  const [x, y] = [(step * 197) % 512, (step * 331) % 512];
  tools.paint(context, { ...grain, box: { x: -x, y: -y, width: width + x, height: height + y } });
}

const wordRoles: ReadonlySet<LayerRole> = new Set(['button', 'badge', 'strike', 'ticker']);
const amongWordsZ = 2;

/** Words and what belongs to them keep their margins while the camera comes nearer. */
const keepsItsPlace = ({ type, role, z }: Part) =>
  type === 'words' || wordRoles.has(role) || (role === 'deco' && z > amongWordsZ);

/**
 * Draws a shot `seconds` after its cut onto a context that covers the frame. Any time gives a picture, also one before
 * the cut or after the end, as joins overlap; the same time always gives the same pixels.
 */
export function drawShot(context: Context2D, shot: MovingShot, tools: ShotTools, seconds: number): void {
  const { width, height, parts } = shot;
  const camera = cameraAt(shot, seconds);
  clipped(context, { x: 0, y: 0, width, height }, () => {
    for (const part of parts) {
      const draw = () => drawPart({ context, shot, tools, seconds }, part);
      if (keepsItsPlace(part)) draw();
      else turned(context, [width / 2, height / 2], { kx: camera, ky: camera, degrees: 0 }, draw);
    }
    drawGrain(context, shot, tools, seconds);
  });
}
