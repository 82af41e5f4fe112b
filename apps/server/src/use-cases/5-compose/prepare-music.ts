import { MUSIC_MOODS } from '@spotsmith/contract/words';
import { z } from 'zod';
import type { JobPayload } from '../../domain/jobs.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import type { MusicRequest } from '../../ports/makers.ts';
import type { AssetWork, MakeDeps, Taken } from '../flow/asset-work.ts';
import { lookOver } from '../flow/look-over.ts';
import { makeAsset } from '../flow/make-asset.ts';
import { makersOf } from '../flow/makers-of.ts';
import { report } from '../flow/report.ts';
import { sendAssetJobs } from '../flow/send-jobs.ts';
import { waitingFinals } from './enter-composition.ts';

const Recipe = z.object({
  mood: z.enum(MUSIC_MOODS),
  seconds: z.number(),
  hits_at_seconds: z.array(z.number()),
});

/** Makes the music of an ad, as long as the ad and with its accents on the cuts; then the composing starts. */
export async function prepareMusic(
  deps: MakeDeps,
  payload: JobPayload<'prepare-music'>,
  run: JobRun,
): Promise<void> {
  const work: AssetWork = {
    job: 'prepare-music',
    during: 'composing',
    progressStage: 'composition',
    costStage: 'music',
    folder: 'audio',
    prepare: async (taken, dir, signal) => {
      const maker = makersOf(deps, taken.session).music;
      const request = requestOf(taken);
      return {
        quote: maker.quote(request),
        input: request,
        make: async (context) => {
          const made = await maker.make(request, context);
          const looked = await lookOver(deps.composer, made, 'music', dir, signal);
          // The recipe stays what was asked for: that is what tells whether this music still fits.
          return { ...made, ...looked, recipe: null };
        },
      };
    },
    // An ad whose music failed is composed without it, and its verdict says so.
    afterwards: async (tx, session, music) => {
      if (session.status !== 'composing') return;
      if (music.status === 'ready') {
        await report(tx, session, { stage: 'composition', progress: 10, message: 'The music is ready' });
      }
      await sendAssetJobs(tx, session, 'compose-ad', waitingFinals(await tx.assets.ofSession(session.id)));
    },
  };
  await makeAsset(deps, payload, run, work);
}

function requestOf({ session, asset }: Taken): MusicRequest {
  if (session.brief === null) throw new Error('Music is made for a brief.');
  const { mood, seconds, hits_at_seconds } = Recipe.parse(asset.recipe);
  return {
    brief: session.brief,
    mood,
    seconds,
    hitsAtSeconds: hits_at_seconds,
    seed: asset.seed,
    model: session.options.music_model ?? null,
  };
}
