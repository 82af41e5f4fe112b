import type { Brief } from '@spotsmith/contract/brief';
import { type Asset, currentOf } from '../../domain/asset.ts';
import type { JobPayload } from '../../domain/jobs.ts';
import type { Scene, Session } from '../../domain/session.ts';
import { usualFinish } from '../../domain/usual-finish.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import type { PlanRequest, ScenePlan } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';
import { advance } from '../flow/advance.ts';
import { report } from '../flow/report.ts';
import { type TextStepDeps, runTextStep } from '../flow/run-text-step.ts';

const MAX_SCENES = 6;

/**
 * Plans a scene for each approved image, then goes on to the clips, or stops for the user to edit the scenes.
 * Scenes that are there already, edited or not, are kept.
 */
export async function planScenes(
  deps: TextStepDeps & Pick<Ports, 'text'>,
  payload: JobPayload<'plan-scenes'>,
  run: JobRun,
): Promise<void> {
  await runTextStep(deps, payload, run, {
    job: 'plan-scenes',
    during: 'planning_scenes',
    progressStage: 'scene_planning',
    costStage: 'scene_plan',
    prepare: async (session) => {
      const request = requestOf(session, await deps.store.read.assets.ofSession(session.id));
      return {
        quote: deps.text.quote,
        input: request,
        make: (context) => deps.text.planScenes(request, context),
      };
    },
    keep: async (tx, session, { plan }) => {
      const scenes = await mergedScenes(tx, session, plan);
      await tx.scenes.replaceAll(session.id, scenes);
      await report(tx, session, {
        stage: 'scene_planning',
        progress: 100,
        message: `${scenes.length} scenes are planned`,
      });
      const finish = usualFinish(briefOf(session).tone, plan.musicMood, session.finish);
      await advance(tx, session, 'scenes_planned', { finish });
    },
  });
}

function approvedImages(assets: readonly Asset[]): Asset[] {
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
