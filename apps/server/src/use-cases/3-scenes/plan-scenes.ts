import type { Brief } from '@spotsmith/contract/brief';
import { MAX_SCENES } from '@spotsmith/contract/limits';
import { type Asset, currentOf, type Still } from '../../domain/asset.ts';
import { defaultFinish } from '../../domain/default-finish.ts';
import type { Scene, Session } from '../../domain/session.ts';
import { isFailed } from '../../domain/spending.ts';
import type { PlanRequest, ScenePlan } from '../../ports/makers.ts';
import type { Transaction } from '../../ports/store.ts';
import { callMaker } from '../making/call-maker.ts';
import type { FailedWork, MakingDeps, SessionTask, SessionWork, Work } from '../making/job-work.ts';
import { report } from '../making/report.ts';
import { advance } from '../flow/advance.ts';

/**
 * Plans a scene for each approved image, then goes on to the clips, or stops for the user to edit the scenes.
 * Scenes that are there already, edited or not, are kept.
 */
export const planScenes: SessionWork = { job: 'plan-scenes', make: plan };

async function plan(deps: MakingDeps, task: SessionTask): Promise<Work<void> | FailedWork> {
  const request = requestOf(task.session, await deps.store.read.assets.ofSession(task.session.id));
  const done = await callMaker(deps, task, {
    quote: deps.text.quote,
    input: request,
    make: (context) => deps.text.planScenes(request, context),
  });
  if (isFailed(done)) return done;
  const { plan: planned } = done.made;
  return {
    call: done.call,
    async keep(tx, session) {
      const scenes = await mergedScenes(tx, session, planned);
      await tx.scenes.replaceAll(session.id, scenes);
      await report(tx, session, {
        stage: 'scene_planning',
        progress: 100,
        message: `${scenes.length} scenes are planned`,
      });
      const finish = defaultFinish(briefOf(session).tone, planned.musicMood, session.finish);
      await advance(tx, session, 'scenes_planned', { finish });
    },
  };
}

function approvedImages(assets: readonly Asset[]): Still[] {
  return currentOf(assets, 'image')
    .filter((image) => image.approval === 'approved' && image.status === 'ready')
    .slice(0, MAX_SCENES);
}

function briefOf({ brief }: Session): Brief {
  if (brief === null) throw new Error('Scenes are planned from a brief.');
  return brief;
}

function requestOf(session: Session, assets: readonly Asset[]): PlanRequest {
  return {
    brief: briefOf(session),
    images: approvedImages(assets).map(({ id, view }) => ({ id, view })),
    scenePrompt: session.scenePrompt,
    clipSeconds: session.clipSeconds,
    targetSeconds: session.options.target_seconds,
    seed: session.seed,
  };
}

async function mergedScenes(tx: Transaction, session: Session, plan: ScenePlan): Promise<Scene[]> {
  const images = approvedImages(await tx.assets.ofSession(session.id));
  const known = await tx.scenes.ofSession(session.id);
  return plan.scenes.map(({ image_id: imageId, ...direction }, position) => {
    const image = images.find((candidate) => candidate.id === imageId);
    const kept = known.find((scene) => scene.imageId === imageId || scene.imageId === image?.replacesId);
    return {
      ...direction,
      ...kept,
      id: kept?.id ?? crypto.randomUUID(),
      sessionId: session.id,
      imageId,
      position,
    };
  });
}
