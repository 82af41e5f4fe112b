import { SceneDirection } from '@spotsmith/contract/scene';
import type { SessionStatus } from '@spotsmith/contract/words';
import { type Asset, currentOf, isSettled } from '../../domain/asset.ts';
import { canvasOf } from '../../domain/canvas.ts';
import type { JobPayload } from '../../domain/jobs.ts';
import type { Session } from '../../domain/session.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import type { UnfinishedAd } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';
import { layOut } from '../flow/lay-out.ts';
import { type StopReason, watchForCancel } from '../flow/watch-for-cancel.ts';
import { type CanvasDeps, clipOnCanvas } from './clip-on-canvas.ts';
import { clipsOf, shownPartOf } from './clips-of.ts';
import { finishOf } from './finish-of.ts';

type PrepareDeps = CanvasDeps & Pick<Ports, 'composer' | 'log'>;

const WHILE: readonly SessionStatus[] = ['generating_videos', 'reviewing_videos', 'composing'];

/**
 * Asks for a head start once a clip is ready. The local studio needs every core until its last clip is done; while a
 * hosted model works or a person looks, the cores are free.
 */
export async function sendHeadStart(tx: Transaction, { id }: Session, clip: Asset): Promise<void> {
  const session = await tx.sessions.lock(id);
  const clips = currentOf(await tx.assets.ofSession(id), 'clip');
  const hasFreeCores = clip.provider !== 'studio' || clips.every(isSettled);
  if (session === null || clip.status !== 'ready' || !hasFreeCores) return;
  await tx.jobs.send('prepare-ad', { sessionId: id, stageRun: session.stageRun });
}

/**
 * Encodes what is known of the ad already, on the guess that it is finished as it stands. Nothing depends on it: what
 * is guessed wrong is made again by composing, and a failure is left for composing to meet.
 */
export async function prepareAd(
  deps: PrepareDeps,
  payload: JobPayload<'prepare-ad'>,
  run: JobRun,
): Promise<void> {
  const session = await deps.store.read.sessions.find(payload.sessionId);
  if (run.isHopeless || session === null || !isItsTurn(session, payload)) return;
  const whyStop = async (): Promise<StopReason | null> => {
    const now = await deps.store.read.sessions.find(session.id);
    return now !== null && isItsTurn(now, payload) ? null : 'cancelled';
  };
  await watchForCancel(deps.store.read, run.signal, whyStop, async (signal) => {
    try {
      await deps.withTempDir((dir) => prepare(deps, session, dir, signal));
    } catch (error) {
      if (!signal.aborted)
        deps.log.warn({ sessionId: session.id, err: error }, 'an ad could not be prepared');
    }
  });
}

function isItsTurn({ status, stageRun, deletedAt }: Session, payload: JobPayload<'prepare-ad'>): boolean {
  return deletedAt === null && stageRun === payload.stageRun && WHILE.includes(status);
}

async function prepare(deps: PrepareDeps, session: Session, dir: string, signal: AbortSignal): Promise<void> {
  const finish = finishOf(session);
  const assets = await deps.store.read.assets.ofSession(session.id);
  const clips = session.status === 'composing' ? clipsOf(assets) : currentOf(assets, 'clip').filter(isWanted);
  const logo = assets.find(({ id }) => id === finish.logo?.asset_id);
  const logoPath = logo === undefined ? null : (await layOut(deps, logo, dir)).path;
  for (const aspectRatio of finish.aspect_ratios ?? [session.options.aspect_ratio]) {
    const canvas = canvasOf(aspectRatio, deps.limits.canvasScale, finish.resolution);
    const parts: UnfinishedAd['clips'] = [];
    for (const clip of clips) {
      parts.push(
        clip.status === 'ready'
          ? {
              path: await clipOnCanvas(deps, session, clip, aspectRatio, { dir, signal }),
              ...shownPartOf(clip),
            }
          : { path: null, inSeconds: 0, outSeconds: SceneDirection.parse(clip.recipe).seconds },
      );
    }
    await deps.composer.prepare({ clips: parts, finish, logoPath, canvas }, signal);
  }
}

function isWanted({ approval, status }: Asset): boolean {
  return approval !== 'rejected' && status !== 'failed' && status !== 'cancelled';
}
