import type { Context2D } from '../canvas.ts';
import type { Pose, ProductLayer } from '../layer.ts';
import { tracePath } from '../paint/trace-path.ts';
import type { MovingShot, ProductPart } from './moving-shot.ts';
import { poseAt } from './product-pose.ts';
import { faded, type ShotTools, type Sprite, spriteOf, turned } from './shot-tools.ts';
import { sweepLight } from './sweep-light.ts';

/** While it is held, a product is drawn from one picture: within these factors of it and this turn. */
const leastScale = 0.62;
const mostDegrees = 3;
/** Larger pictures than so many frames are not kept: what is seen of them is small. */
const mostFrames = 2.5;

function plainPose({ x, y, height, rotationDegrees, isMirrored }: Pose): Pose {
  return { x, y, height, rotationDegrees, isMirrored };
}

/** Where the product is largest once it has come: what it is painted for. */
function heldPose(shot: MovingShot, rest: Pose): Pose {
  const end = plainPose(poseAt(shot, rest, shot.seconds));
  const middle = plainPose(poseAt(shot, rest, shot.seconds / 2));
  return middle.height > end.height ? middle : end;
}

/** The product with its shadow and everything round it, painted once; null when that would be too large. */
function heldSprite(shot: MovingShot, layer: ProductLayer, held: Pose, tools: ShotTools): Sprite | null {
  const side = held.height * Math.max(1, shot.product.aspect);
  const reach = side * (layer.shadow.kind === 'none' ? 0.75 : 1);
  if ((2 * reach) ** 2 > mostFrames * shot.width * shot.height) return null;
  const { clip: _clip, opacity: _opacity, ...whole } = layer;
  const box = { x: held.x - reach, y: held.y - reach, width: 2 * reach, height: 2 * reach };
  return spriteOf(tools, `${layer.id}/held`, box, (context) =>
    tools.paint(context, { ...whole, pose: held }),
  );
}

function drawHeld(context: Context2D, layer: ProductLayer, held: Pose, sprite: Sprite): void {
  const { pose, clip } = layer;
  const k = pose.height / held.height;
  context.save();
  if (clip) {
    tracePath(context, clip);
    context.clip();
  }
  faded(context, layer.opacity ?? 1, () => {
    context.translate(pose.x - held.x, pose.y - held.y);
    const turn = { kx: k, ky: k, degrees: pose.rotationDegrees - held.rotationDegrees };
    turned(context, [held.x, held.y], turn, () => context.drawImage(sprite.picture, sprite.x, sprite.y));
  });
  context.restore();
}

function paintPosed(
  context: Context2D,
  shot: MovingShot,
  layer: ProductLayer,
  rest: Pose,
  tools: ShotTools,
): void {
  const held = heldPose(shot, rest);
  const { pose } = layer;
  const k = pose.height / held.height;
  const turn = Math.abs(pose.rotationDegrees - held.rotationDegrees);
  const isHeld = k <= 1.001 && k >= leastScale && turn <= mostDegrees;
  const sprite = isHeld ? heldSprite(shot, layer, held, tools) : null;
  if (sprite) drawHeld(context, layer, held, sprite);
  else tools.paint(context, layer);
}

/** Draws the product at a time of its shot: posed, squashed when it lands, lit when light crosses it. */
export function drawProduct(
  context: Context2D,
  shot: MovingShot,
  part: ProductPart,
  tools: ShotTools,
  seconds: number,
): void {
  const rest = part.isMain && shot.product.pose ? shot.product.pose : part.layer.pose;
  const { opacity, stretchX, stretchY, ...pose } = poseAt(shot, rest, seconds);
  const layer: ProductLayer = { ...part.layer, pose, opacity: (part.layer.opacity ?? 1) * opacity };
  const foot: [number, number] = [pose.x, pose.y + pose.height / 2];
  const draw = () => paintPosed(context, shot, layer, rest, tools);
  if (stretchX === 1 && stretchY === 1) draw();
  else turned(context, foot, { kx: stretchX, ky: stretchY, degrees: 0 }, draw);
  const { sweep } = shot.product;
  if (sweep && part.isMain) {
    sweepLight(context, shot, layer, tools, (seconds - sweep.startSeconds) / sweep.seconds);
  }
}
