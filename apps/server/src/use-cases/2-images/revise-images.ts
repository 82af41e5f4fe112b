import type { ReviseImages } from '@spotsmith/contract/sessions';
import { type Asset, type Still, currentOf, isSettled } from '../../domain/asset.ts';
import { assertKnownModels, namedModels, ownerOf } from '../../domain/catalogue/catalogue.ts';
import { Conflict } from '../../domain/faults.ts';
import { percentOf } from '../../domain/progress.ts';
import type { Session } from '../../domain/session.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';
import { replaceStill } from '../flow/replace-asset.ts';
import { report } from '../making/report.ts';
import { enqueueAssetJobs } from '../making/enqueue-asset-jobs.ts';
import { closeMediaStage } from '../making/close-media-stage.ts';
import { listWorkflows } from '../workflows/list-workflows.ts';

/**
 * What a person can do while a busy provider lets the images wait: go on with fewer, or have those that are not begun
 * made by another model. What is made, or on its way at the provider, is paid for and stays.
 * Throws Conflict `not_now`, InvalidInput `unknown_model`.
 */
export async function reviseImages(
  { store }: Pick<Ports, 'store'>,
  { revision, ...ref }: SessionRef & { revision: ReviseImages },
): Promise<void> {
  const { num_images: wishedCount, image_model: model } = revision;
  const models = namedModels(await listWorkflows(store.read));
  assertKnownModels({ image_model: model }, models);
  const provider = ownerOf(models, 'image', model);
  await store.write(async (tx) => {
    const session = await lockOwned(tx, ref);
    if (session.status !== 'generating_images' || session.brief === null) {
      throw new Conflict('not_now', 'The images are not being made now.');
    }
    const images = currentOf(await tx.assets.ofSession(session.id), 'image');
    const waiting = await waitingOf(tx, session, images);
    const surplus = Math.max(0, images.length - (wishedCount ?? images.length));
    const dropped = surplus === 0 ? [] : waiting.slice(-surplus);
    for (const image of dropped) await tx.assets.update(image, { isSuperseded: true });
    if (model !== undefined) {
      for (const image of waiting) if (!dropped.includes(image)) await replaceStill(tx, image);
    }
    const kept = images.filter((image) => !dropped.includes(image));
    const revised = await tx.sessions.update(session.id, {
      options: {
        ...session.options,
        ...(model !== undefined && { image_model: model }),
        ...(provider !== undefined && { image_provider: provider }),
      },
      brief: { ...session.brief, image_prompts: promptsOf(session.brief.image_prompts, kept) },
    });
    await continueWithRest(tx, revised);
  });
}

/** Those that no provider knows of yet, in order. */
async function waitingOf(tx: Transaction, session: Session, images: readonly Still[]): Promise<Still[]> {
  const waiting: Still[] = [];
  for (const image of images) {
    if (isSettled(image)) continue;
    const attempt = await tx.spending.latest(session.id, 'image', image.id);
    if (attempt?.state !== 'open' || attempt.externalId === null) waiting.push(image);
  }
  return waiting;
}

function promptsOf<Prompt>(prompts: readonly Prompt[], kept: readonly Asset[]): Prompt[] {
  return prompts.filter((_, position) => kept.some((image) => image.position === position));
}

/** The slots in a row again, as the brief's prompts are; the new ones to work; and on to the review when all is made. */
async function continueWithRest(tx: Transaction, session: Session): Promise<void> {
  const images = currentOf(await tx.assets.ofSession(session.id), 'image');
  for (const [position, image] of images.entries()) {
    if (image.position !== position) await tx.assets.update(image, { position });
  }
  const unsent = images.filter((image) => image.stageRun !== session.stageRun);
  await enqueueAssetJobs(tx, session, 'generate-image', unsent);
  const settled = images.filter(isSettled).length;
  await report(tx, session, {
    stage: 'image_generation',
    progress: percentOf(settled, images.length),
    message: `Going on with ${images.length} images`,
    metadata: { current_image: settled, total_images: images.length },
  });
  await closeMediaStage(tx, session, 'image', images);
}
