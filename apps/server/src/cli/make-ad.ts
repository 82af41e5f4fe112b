import { setTimeout as sleep } from 'node:timers/promises';
import type { Asset } from '@spotsmith/contract/assets';
import type { ProgressMessage } from '@spotsmith/contract/progress';
import type { Session } from '@spotsmith/contract/sessions';
import { AD_LAYOUTS } from '@spotsmith/contract/words';
import { z } from 'zod';
import type { ApiClient } from './api-client.ts';

/** How an ad is finished by the command line; null leaves it to the brief. */
export const AdWishes = z.object({
  /** Null: as many as a classic ad needs, and none for a designed one. */
  numClips: z.int().nullable(),
  clipSeconds: z.number(),
  productName: z.string().nullable(),
  callToAction: z.string().nullable(),
  layout: z.enum(AD_LAYOUTS).nullable(),
});
export type AdWishes = z.infer<typeof AdWishes>;

export const DEFAULT_WISHES: AdWishes = {
  numClips: null,
  clipSeconds: 3,
  productName: null,
  callToAction: null,
  layout: null,
};

/** The ad stopped before it was finished; `message` says why and what to do. */
export class AdStopped extends Error {
  readonly code: 'failed' | 'budget' | 'cancelled';

  constructor(code: AdStopped['code'], message: string) {
    super(message);
    this.name = 'AdStopped';
    this.code = code;
  }
}

/** How often the ad is looked at when no message says that there is reason to. */
const LOOK_EVERY_MS = 5_000;

/**
 * Drives an ad from wherever it stands to the finished file, approving the best by itself.
 * Throws AdStopped when it fails, pauses for money or is cancelled.
 */
export async function makeAd(
  api: ApiClient,
  sessionId: string,
  wishes: AdWishes,
  onMessage: (message: ProgressMessage) => void,
): Promise<Session> {
  const start = await api.getSession(sessionId);
  let { status } = start;
  let change = new AbortController();
  const unfollow = api.follow(sessionId, start.last_seq, (message) => {
    onMessage(message);
    if (message.metadata['status'] !== status) change.abort();
  });
  try {
    if (start.status === 'cancelled' || start.status === 'failed') await api.retry(sessionId);
    for (;;) {
      change = new AbortController();
      const session = await api.getSession(sessionId);
      ({ status } = session);
      if (status === 'completed') return session;
      await takeNextStep(api, session, wishes);
      await sleep(LOOK_EVERY_MS, undefined, { signal: change.signal }).catch(() => undefined);
    }
  } finally {
    unfollow();
  }
}

async function takeNextStep(api: ApiClient, session: Session, wishes: AdWishes): Promise<void> {
  switch (session.status) {
    case 'created':
    case 'reviewing_brief':
      await api.generateImages(session.id);
      break;
    case 'reviewing_images':
      await api.approveImages(session.id, best(session.images, wishes.numClips ?? CLIPS));
      if (await needsNoClips(api, session.id, wishes)) await api.composeFinal(session.id, finishOf(wishes));
      else await api.generateClips(session.id, { clip_seconds: wishes.clipSeconds });
      break;
    case 'reviewing_scenes':
      await api.generateClips(session.id, {});
      break;
    case 'reviewing_videos':
      await api.approveClips(session.id, best(session.clips, wishes.numClips ?? CLIPS));
      await api.composeFinal(session.id, finishOf(wishes));
      break;
    case 'failed':
      throw new AdStopped('failed', session.trouble?.message ?? 'The ad could not be made.');
    case 'paused_for_budget':
      throw new AdStopped('budget', session.trouble?.message ?? 'The spending cap is reached.');
    case 'cancelled':
      throw new AdStopped('cancelled', 'The ad was cancelled.');
    default:
      break;
  }
}

/** A classic ad has so many clips unless somebody says otherwise. */
const CLIPS = 4;

/** How many clips `makeAd` will make. With a photo an ad is designed, and needs none. */
export function clipsToMake({ numClips, layout }: AdWishes, { hasPhoto }: { hasPhoto: boolean }): number {
  return numClips ?? (hasPhoto && layout !== 'classic' ? 0 : CLIPS);
}

async function needsNoClips(api: ApiClient, sessionId: string, wishes: AdWishes): Promise<boolean> {
  if (wishes.numClips !== null || wishes.layout === 'classic') return false;
  return (await api.storyboard(sessionId)).storyboard !== null;
}

/** Finished ones first without, then with warnings, in their order. */
function best(assets: readonly Asset[], count: number): string[] {
  const ready = assets.filter((asset) => asset.status === 'ready');
  const ranked = ready.toSorted((a, b) => a.warnings.length - b.warnings.length);
  const chosen = new Set(ranked.slice(0, count).map(({ id }) => id));
  return ready.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
}

function finishOf({ productName, callToAction, layout }: AdWishes): object {
  return {
    ...(layout === null ? {} : { layout }),
    ...(productName === null ? {} : { product_name: productName }),
    ...(callToAction === null ? {} : { call_to_action: callToAction }),
  };
}
