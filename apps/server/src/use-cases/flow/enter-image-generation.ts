import { type Still, currentOf, isSettled } from '../../domain/asset.ts';
import { percentOf } from '../../domain/progress.ts';
import type { Session } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';
import { report } from '../making/report.ts';
import { enqueueAssetJobs } from '../making/enqueue-asset-jobs.ts';

/**
 * Makes one slot for each image prompt of the brief and sends a job for each that waits.
 * A prompt that was edited gets a new version in its place; a picture whose prompt is as before is kept.
 */
export async function enterImageGeneration(tx: Transaction, session: Session): Promise<void> {
  const existing = currentOf(await tx.assets.ofSession(session.id), 'image');
  const prompts = session.brief?.image_prompts ?? [];
  const slots: Still[] = [];
  for (const [position, { view, prompt }] of prompts.entries()) {
    const current = existing.find((image) => image.position === position);
    if (current !== undefined && current.prompt === prompt) {
      slots.push(current);
      continue;
    }
    if (current !== undefined) await tx.assets.update(current, { isSuperseded: true });
    const [slot] = await tx.assets.insert<Still>([
      {
        id: crypto.randomUUID(),
        sessionId: session.id,
        kind: 'image',
        origin: 'made',
        position,
        view,
        prompt,
        seed: session.seed,
        aspectRatio: session.options.aspect_ratio,
        versionNumber: (current?.versionNumber ?? 0) + 1,
        replacesId: current?.id ?? null,
      },
    ]);
    if (slot !== undefined) slots.push(slot);
  }
  await enqueueAssetJobs(tx, session, 'generate-image', slots);
  const settled = slots.filter(isSettled).length;
  await report(tx, session, {
    stage: 'image_generation',
    progress: percentOf(settled, slots.length),
    message: `Making ${slots.length - settled} ${slots.length - settled === 1 ? 'image' : 'images'}`,
    metadata: { current_image: settled, total_images: slots.length },
  });
}
