import type { Finish } from '@spotsmith/contract/finish';
import { scheduleShots } from '@spotsmith/motion/film/schedule-shots';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import type { Asset } from '../../domain/asset.ts';
import { type Canvas, canvasOf } from '../../domain/canvas.ts';
import { Conflict, InvalidInput } from '../../domain/faults.ts';
import { MOOD_OF_STYLE } from '../../domain/storyboard/mood-of-style.ts';
import type { Ports } from '../../ports/ports.ts';
import { startWork } from '../flow/start-work.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';
import { clipsOf, shownPartOf } from './clips-of.ts';
import { finishOf } from './finish-of.ts';
import { type AdTiming, ensureMusicSlot, scoreOf } from './music-slot.ts';
import { storyboardOf } from './storyboard-of.ts';

/**
 * Composes the finished ad: a designed one from its storyboard, a classic one from the approved clips. On a finished ad
 * it is the way to edit text, music or look:
 * what is not given stays as it was. After composing failed it is the way to make the ad smaller or shorter.
 * Throws Conflict `no_clips` for a classic one without, InvalidInput `upload_not_found`.
 */
export async function startComposing(
  { store, composer, limits }: Pick<Ports, 'store' | 'composer' | 'limits'>,
  input: SessionRef & { finish: Finish },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    if (session.status === 'composing') return;
    const assets = await tx.assets.ofSession(session.id);
    const finish = { ...finishOf(session), ...input.finish };
    assertUploads(assets, finish);
    const designed = storyboardOf({ ...session, finish }, assets);
    const storyboard = designed && withWords(designed, input.finish);
    const timing =
      storyboard === null
        ? classicTiming(
            composer,
            assets,
            finish,
            canvasOf(session.options.aspect_ratio, limits.canvasScale, finish.resolution),
          )
        : designedTiming(storyboard);
    const score = scoreOf(finish, timing);
    if (score !== null) await ensureMusicSlot(tx, session, score);
    await startWork(tx, limits, session, 'compose', { finish, ...(storyboard !== null && { storyboard }) });
  });
}

function classicTiming(
  composer: Ports['composer'],
  assets: readonly Asset[],
  finish: Finish,
  canvas: Canvas,
): AdTiming {
  const clips = clipsOf(assets);
  if (clips.length === 0) throw new Conflict('no_clips', 'Approve at least one clip first.');
  const measured = composer.measure({ clips: clips.map(shownPartOf), finish, canvas });
  return { ...measured, tempoBpm: null, mood: 'energetic' };
}

/** A storyboard with the name and the call to action that are asked for with the film. */
function withWords(
  storyboard: Storyboard,
  { product_name: name, call_to_action: callToAction }: Finish,
): Storyboard {
  const { copy, ...rest } = storyboard;
  return {
    ...rest,
    copy: {
      ...copy,
      ...(name !== undefined && { name }),
      ...(callToAction !== undefined && { callToAction }),
    },
  };
}

function designedTiming(storyboard: Storyboard): AdTiming {
  const { totalSeconds, cutsAtSeconds } = scheduleShots(storyboard);
  const { style, tempoBpm } = storyboard;
  return { totalSeconds, cutsAtSeconds, tempoBpm, mood: MOOD_OF_STYLE[style] };
}

function assertUploads(assets: readonly Asset[], finish: Finish): void {
  const has = (id: string, kind: Asset['kind']) =>
    assets.some(
      (asset) => asset.id === id && asset.kind === kind && asset.fileId !== null && !asset.isSuperseded,
    );
  if (finish.music?.source === 'uploaded' && !has(finish.music.asset_id, 'music')) {
    throw new InvalidInput('upload_not_found', 'Upload the music to this ad first.');
  }
  if (finish.logo && !has(finish.logo.asset_id, 'logo')) {
    throw new InvalidInput('upload_not_found', 'Upload the logo to this ad first.');
  }
}
