import type { SceneDirection } from '@spotsmith/contract/scene';
import { type Asset, type Json, currentOf, isSettled } from '../../domain/asset.ts';
import { percentOf } from '../../domain/progress.ts';
import type { Scene, Session } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';
import { report } from '../flow/report.ts';
import { sendAssetJobs } from '../flow/send-jobs.ts';

/**
 * Makes one clip slot for each scene and sends a job for each that waits. A clip whose scene is unchanged is kept,
 * one whose scene was edited is made again as a new version, one whose scene is gone steps aside.
 */
export async function enterClipGeneration(tx: Transaction, session: Session): Promise<void> {
  const existing = currentOf(await tx.assets.ofSession(session.id), 'clip');
  const scenes = await tx.scenes.ofSession(session.id);
  const slots: Asset[] = [];
  for (const scene of scenes) {
    const current = existing.find((clip) => clip.sceneId === scene.id);
    slots.push(await slotFor(tx, session, scene, current));
  }
  for (const clip of existing) {
    if (!scenes.some((scene) => scene.id === clip.sceneId)) {
      await tx.assets.update(clip.id, { isSuperseded: true });
    }
  }
  await sendAssetJobs(tx, session, 'generate-clip', slots);
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
  current: Asset | undefined,
): Promise<Asset> {
  const recipe = clipRecipe(scene);
  if (current !== undefined && isSameRecipe(current.recipe, recipe)) {
    return current.position === scene.position
      ? current
      : tx.assets.update(current.id, { position: scene.position });
  }
  if (current !== undefined) await tx.assets.update(current.id, { isSuperseded: true });
  const [slot] = await tx.assets.insert([
    {
      id: crypto.randomUUID(),
      sessionId: session.id,
      kind: 'clip',
      position: scene.position,
      sceneId: scene.id,
      parentId: scene.imageId,
      prompt: scene.motion_prompt,
      recipe,
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

/** What a clip is made from: its scene's direction and still, as they were when it was asked for. */
function clipRecipe(scene: Scene): { [key: string]: Json } {
  return {
    image_id: scene.imageId,
    role: scene.role,
    shot: scene.shot,
    camera: scene.camera,
    motion_prompt: scene.motion_prompt,
    motion_intensity: scene.motion_intensity,
    seconds: scene.seconds,
    on_screen_text: scene.on_screen_text,
  } satisfies SceneDirection & { image_id: string };
}

function isSameRecipe(one: Json, other: { [key: string]: Json }): boolean {
  if (one === null || typeof one !== 'object' || Array.isArray(one)) return false;
  return Object.entries(other).every(([key, value]) => one[key] === value);
}
