import { type Clip, type ClipDirection, currentOf, isSettled } from '../../domain/asset.ts';
import { percentOf } from '../../domain/progress.ts';
import type { Scene, Session } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';
import { report } from '../making/report.ts';
import { enqueueAssetJobs } from '../making/enqueue-asset-jobs.ts';

/**
 * Makes one clip slot for each scene and sends a job for each that waits. A clip whose scene is unchanged is kept,
 * one whose scene was edited is made again as a new version, one whose scene is gone steps aside.
 */
export async function enterClipGeneration(tx: Transaction, session: Session): Promise<void> {
  const existing = currentOf(await tx.assets.ofSession(session.id), 'clip');
  const scenes = await tx.scenes.ofSession(session.id);
  const slots: Clip[] = [];
  for (const scene of scenes) {
    const current = existing.find((clip) => clip.sceneId === scene.id);
    slots.push(await slotFor(tx, session, scene, current));
  }
  for (const clip of existing) {
    if (!scenes.some((scene) => scene.id === clip.sceneId)) {
      await tx.assets.update(clip, { isSuperseded: true });
    }
  }
  await enqueueAssetJobs(tx, session, 'generate-clip', slots);
  const settled = slots.filter(isSettled).length;
  await report(tx, session, {
    stage: 'clip_generation',
    progress: percentOf(settled, slots.length),
    message: `Making ${slots.length - settled} ${slots.length - settled === 1 ? 'clip' : 'clips'}`,
    metadata: { current_clip: settled, total_clips: slots.length },
  });
}

async function slotFor(
  tx: Transaction,
  session: Session,
  scene: Scene,
  current: Clip | undefined,
): Promise<Clip> {
  const direction = directionOf(scene);
  if (current?.imageId === scene.imageId && isSame(current.direction, direction)) {
    return current.position === scene.position
      ? current
      : tx.assets.update(current, { position: scene.position });
  }
  if (current !== undefined) await tx.assets.update(current, { isSuperseded: true });
  const [slot] = await tx.assets.insert<Clip>([
    {
      id: crypto.randomUUID(),
      sessionId: session.id,
      kind: 'clip',
      origin: 'made',
      position: scene.position,
      sceneId: scene.id,
      imageId: scene.imageId,
      prompt: scene.motion_prompt,
      direction,
      seconds: scene.seconds,
      seed: session.seed,
      aspectRatio: session.options.aspect_ratio,
      versionNumber: (current?.versionNumber ?? 0) + 1,
      replacesId: current?.id ?? null,
    },
  ]);
  if (slot === undefined) throw new Error('The database returned no row for a new clip.');
  return slot;
}

/** As much of a scene as the makers of clips consume: to change the rest of it makes no clip again. */
function directionOf({ shot, camera, motion_prompt, motion_intensity, seconds }: Scene): ClipDirection {
  return { shot, camera, motion_prompt, motion_intensity, seconds };
}

function isSame(one: ClipDirection, other: ClipDirection): boolean {
  const keys = Object.keys(other) as (keyof ClipDirection)[];
  return keys.every((key) => one[key] === other[key]);
}
