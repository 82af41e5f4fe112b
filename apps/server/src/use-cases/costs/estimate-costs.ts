import type { Brief } from '@spotsmith/contract/brief';
import type { Estimate } from '@spotsmith/contract/costs';
import { MAX_CLIP_SECONDS, MAX_SCENES } from '@spotsmith/contract/limits';
import type { ClipDirection } from '../../domain/asset.ts';
import { canvasOf } from '../../domain/canvas.ts';
import { microsToUsd } from '../../domain/money.ts';
import type { Quote } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';
import { makerOf } from '../making/maker-of.ts';
import { type SessionRef, findOwned } from '../flow/owned-session.ts';

/**
 * The upper bound of what each stage of an ad costs, from the same quotes that money is reserved by, and what the models
 * cannot do of it. `clips`: how many will be made, when that is known; a stage with nothing to make is left out.
 */
export async function estimateCosts(
  deps: Pick<Ports, 'store' | 'makers' | 'limits' | 'text'>,
  { clips, ...ref }: SessionRef & { clips?: number | undefined },
): Promise<Estimate> {
  const session = await findOwned(deps.store.read, ref);
  const { options, seed } = session;
  const brief = session.brief ?? PLACE_HOLDING_BRIEF;
  const canvas = canvasOf(options.aspect_ratio, deps.limits.canvasScale);
  const shared = { brief, canvas, aspectRatio: options.aspect_ratio, seed, versionNumber: 1 };
  const numClips = Math.min(clips ?? Infinity, options.num_images, MAX_SCENES);
  const quotes: [stage: string, calls: number, quote: Quote][] = [
    ['brief', 1, deps.text.quote],
    [
      'image',
      options.num_images,
      await makerOf(deps, session, 'image').quote({
        ...shared,
        prompt: session.prompt,
        index: 0,
        count: options.num_images,
        styleKeywords: options.style_keywords,
        model: options.image_model ?? null,
      }),
    ],
    ['scene_plan', 1, deps.text.quote],
    [
      'clip',
      numClips,
      await makerOf(deps, session, 'clip').quote({
        ...shared,
        direction: { ...ANY_DIRECTION, seconds: session.clipSeconds ?? ANY_DIRECTION.seconds },
        model: options.clip_model ?? null,
      }),
    ],
    [
      'music',
      1,
      await makerOf(deps, session, 'music').quote({
        brief,
        mood: 'energetic',
        seconds: options.target_seconds,
        hitsAtSeconds: [],
        film: null,
        seed,
        model: options.music_model ?? null,
      }),
    ],
  ];
  const wanted = quotes.filter(([, calls]) => calls > 0);
  const stages = wanted.map(([stage, calls, quote]) => ({
    stage,
    model: quote.model,
    calls,
    max_usd: microsToUsd(quote.maxMicros * calls),
  }));
  const totalMicros = wanted.reduce((sum, [, calls, quote]) => sum + quote.maxMicros * calls, 0);
  return {
    provider: options.provider ?? deps.limits.defaultProvider,
    stages,
    total_max_usd: microsToUsd(totalMicros),
    notices: wanted.flatMap(([, , quote]) => quote.notices ?? []),
  };
}

/** The longest scene: prices go by seconds, and the estimate is an upper bound. */
const ANY_DIRECTION: ClipDirection = {
  shot: 'medium',
  camera: 'push-in',
  motion_prompt: '',
  motion_intensity: 0.5,
  seconds: MAX_CLIP_SECONDS,
};

/** Prices do not depend on the words of the brief; before it is written this one stands in. */
const PLACE_HOLDING_BRIEF: Brief = {
  product: { name: 'Product', category: 'product', description: '' },
  audience: '',
  tone: 'professional',
  palette: [],
  call_to_action: 'Order now',
  language: 'en',
  claims: [],
  assumptions: [],
  consistency_seed: 0,
  product_anchor: 'A product.',
  image_prompts: [{ view: 'front', prompt: 'A product.' }],
};
