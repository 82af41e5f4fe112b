import type { Context2D } from '../canvas.ts';
import type { Box, Pose, ProductLayer } from '../layer.ts';
import type { Point } from '../product.ts';
import { tracePath } from '../paint/trace-path.ts';
import { shineSeconds, sinceAccent } from './accents.ts';
import type { MovingShot, ProductPart } from './moving-shot.ts';
import { poseAt } from './product-pose.ts';
import { faded, type ShotTools, type Sprite, spriteOf, turned } from './shot-tools.ts';
import { sweepLight } from './sweep-light.ts';

/** While it is held, a product is drawn from one picture: within these factors of it and this turn. */
const leastScale = 0.62;
/** On a beat it is larger for a moment. */
const mostScale = 1.06;
const mostDegrees = 3;
/** Pictures larger than so many frames are not kept. */
const mostFrames = 2.5;

function plainPose({ x, y, height, rotationDegrees, isMirrored }: Pose): Pose {
  return { x, y, height, rotationDegrees, isMirrored };
}

/** Where the product is largest once it has come: what it is painted for. */
function heldPose(shot: MovingShot, rest: Pose): Pose {
  const still = { ...shot, accents: [] };
  const end = plainPose(poseAt(still, rest, shot.seconds));
  const middle = plainPose(poseAt(still, rest, shot.seconds / 2));
  return middle.height > end.height ? middle : end;
}

/** Whether a pose is near enough to the held one to be drawn from its picture. */
function isNear(pose: Pose, held: Pose): boolean {
  const k = pose.height / held.height;
  const turn = Math.abs(pose.rotationDegrees - held.rotationDegrees);
  return k <= mostScale && k >= leastScale && turn <= mostDegrees;
}

/** What of the held product is seen in the frame when it stands at `pose`, in the held product's own place. */
function seenPart({ width, height }: MovingShot, pose: Pose, held: Pose): Box {
  const k = pose.height / held.height;
  const turn = ((held.rotationDegrees - pose.rotationDegrees) * Math.PI) / 180;
  const corners = [0, width].flatMap((x) => [0, height].map((y) => [x - pose.x, y - pose.y] as const));
  const seen = corners.map(([x, y]): Point => [
    held.x + (x * Math.cos(turn) - y * Math.sin(turn)) / k,
    held.y + (x * Math.sin(turn) + y * Math.cos(turn)) / k,
  ]);
  const xs = seen.map(([x]) => x);
  const ys = seen.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** The part of the held product, its shadow included, that any time of the shot shows. */
function heldBox(shot: MovingShot, layer: ProductLayer, rest: Pose, held: Pose): Box {
  const side = held.height * Math.max(1, shot.product.aspect);
  // A long shadow lies farther from the product than anything else of it.
  const reach = side * (layer.shadow.kind === 'none' ? 0.75 : layer.shadow.kind === 'cast' ? 1.6 : 1);
  const times = Array.from({ length: 13 }, (_, index) => (shot.seconds * (index - 1)) / 11);
  const parts = times.flatMap((seconds) => {
    const pose = poseAt(shot, rest, seconds);
    return isNear(pose, held) ? [seenPart(shot, pose, held)] : [];
  });
  const margin = Math.min(shot.width, shot.height) * 0.03;
  const left = Math.max(held.x - reach, Math.min(...parts.map((it) => it.x)) - margin);
  const top = Math.max(held.y - reach, Math.min(...parts.map((it) => it.y)) - margin);
  const right = Math.min(held.x + reach, Math.max(...parts.map((it) => it.x + it.width)) + margin);
  const bottom = Math.min(held.y + reach, Math.max(...parts.map((it) => it.y + it.height)) + margin);
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** The product with its shadow and everything round it, painted once; null when that would be too large. */
function heldSprite(
  shot: MovingShot,
  layer: ProductLayer,
  rest: Pose,
  held: Pose,
  tools: ShotTools,
): Sprite | null {
  const key = `${layer.id}/held`;
  const known = tools.sprites.get(key);
  if (known) return known;
  const box = heldBox(shot, layer, rest, held);
  if (box.width * box.height > mostFrames * shot.width * shot.height) return null;
  const { clip: _clip, opacity: _opacity, ...whole } = layer;
  return spriteOf(tools, key, box, (context) => tools.paint(context, { ...whole, pose: held }));
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
  const sprite = isNear(layer.pose, held) ? heldSprite(shot, layer, rest, held, tools) : null;
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
  if (!part.isMain) return;
  if (sweep) sweepLight(context, shot, layer, tools, (seconds - sweep.startSeconds) / sweep.seconds);
  const since = sinceAccent(shot.accents, 'shine', seconds);
  if (since !== undefined) sweepLight(context, shot, layer, tools, since / shineSeconds);
}
