import { type Clip, currentOf } from '../../domain/asset.ts';
import { canvasOf } from '../../domain/canvas.ts';
import type { UnfinishedAd } from '../../ports/makers.ts';
import type { MakingDeps, SessionTask, SessionWork, Work } from '../making/job-work.ts';
import { materialiseFile } from '../making/materialise-asset.ts';
import { clipOnCanvas } from './clip-on-canvas.ts';
import { clipsOf, shownPartOf } from './clips-of.ts';
import { finishOf } from './finish-of.ts';
import { storyboardOf } from './storyboard-of.ts';

/**
 * Encodes what is known of the ad already, on the guess that it is finished as it stands. Nothing depends on it: what
 * is guessed wrong is made again by composing, and a failure is left for composing to meet.
 */
export const prerender: SessionWork = { job: 'prerender', make: encodeAhead };

const NOTHING: Work<void> = { call: null, keep: async () => undefined };

async function encodeAhead(deps: MakingDeps, { session, dir, signal }: SessionTask): Promise<Work<void>> {
  const finish = finishOf(session);
  const assets = await deps.store.read.assets.ofSession(session.id);
  if (storyboardOf(session, assets) !== null) return NOTHING; // A designed ad is drawn from what is there already.
  const clips = session.status === 'composing' ? clipsOf(assets) : currentOf(assets, 'clip').filter(isWanted);
  const logo = assets.find(({ id }) => id === finish.logo?.asset_id);
  const logoPath = (await materialiseFile(deps, logo?.fileId, dir))?.path ?? null;
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
          : { path: null, inSeconds: 0, outSeconds: clip.direction.seconds },
      );
    }
    const language = session.brief?.language ?? 'und';
    await deps.composer.prerender({ clips: parts, finish, language, logoPath, canvas }, signal);
  }
  return NOTHING;
}

function isWanted({ approval, status }: Clip): boolean {
  return approval !== 'rejected' && status !== 'failed' && status !== 'cancelled';
}
