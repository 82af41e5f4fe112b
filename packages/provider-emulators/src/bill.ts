import type { Prediction } from './predictions.ts';

/**
 * What the service would bill, in millionths of a dollar: written from the lists of its models' makers and sharing no code and
 * no table with the server, so that each finds the other's errors. Run time counts at the price of the machine.
 */
const PRICES: Readonly<Record<string, (facts: Facts) => number>> = {
  'black-forest-labs/flux-pro': ({ pictures }) => 55_000 * pictures,
  'black-forest-labs/flux-1.1-pro': ({ pictures }) => 40_000 * pictures,
  'black-forest-labs/flux-kontext-pro': ({ pictures }) => 40_000 * pictures,
  'google/nano-banana': ({ pictures }) => 39_000 * pictures,
  'bytedance/seedream-4.5': ({ pictures }) => 40_000 * pictures,
  // Of pictures of at most a megapixel, as those of tests are.
  'black-forest-labs/flux-2-pro': ({ references }) => 30_000 + 15_000 * references,
  'black-forest-labs/flux-2-max': ({ references }) => 70_000 + 30_000 * references,
  'google/nano-banana-2': ({ pictures }) => 67_000 * pictures,
  'google/nano-banana-pro': ({ pictures, resolution }) =>
    (resolution === '4K' ? 300_000 : 150_000) * pictures,
  'bytedance/seedream-5-lite': ({ pictures }) => 35_000 * pictures,
  'stability-ai/sdxl': ({ runSeconds }) => 975 * runSeconds,
  'stability-ai/stable-video-diffusion': ({ runSeconds }) => 1_400 * runSeconds,
  'wan-video/wan-2.2-i2v-fast': ({ resolution }) => (resolution === '480p' ? 50_000 : 110_000),
  'bytedance/seedance-1-pro-fast': ({ videoSeconds }) => 60_000 * videoSeconds,
  'kwaivgi/kling-v2.5-turbo-pro': ({ videoSeconds }) => 70_000 * videoSeconds,
  'google/veo-3.1-fast': ({ videoSeconds, hasSound }) => (hasSound ? 150_000 : 100_000) * videoSeconds,
  'prunaai/p-video': ({ videoSeconds, resolution }) =>
    (resolution === '1080p' ? 40_000 : 20_000) * videoSeconds,
  'google/veo-3.1-lite': ({ videoSeconds, resolution }) =>
    (resolution === '1080p' ? 80_000 : 50_000) * videoSeconds,
  'kwaivgi/kling-v3-video': ({ videoSeconds, isPro, hasSound }) =>
    (isPro ? 224_000 : 168_000) * (hasSound ? 1.5 : 1) * videoSeconds,
  'bytedance/seedance-2.0': ({ videoSeconds }) => 302_400 * videoSeconds,
  'bytedance/seedance-2.0-fast': ({ videoSeconds }) => 241_900 * videoSeconds,
  'minimax/hailuo-2.3': ({ videoSeconds }) => 80_000 * videoSeconds,
  'xai/grok-imagine-video': ({ videoSeconds, resolution }) =>
    (resolution === '480p' ? 52_000 : 72_000) * videoSeconds,
  'runwayml/gen-4.5': ({ videoSeconds }) => 250_000 * videoSeconds,
  'elevenlabs/music': ({ soundSeconds }) => 8_300 * soundSeconds,
  'stability-ai/stable-audio-2.5': () => 200_000,
  'meta/musicgen': ({ runSeconds }) => 1_400 * runSeconds,
  'openai/gpt-5-nano': ({ inputTokens, outputTokens }) => 0.05 * inputTokens + 0.4 * outputTokens,
  'meta/meta-llama-3-70b-instruct': ({ inputTokens, outputTokens }) =>
    0.65 * inputTokens + 2.75 * outputTokens,
};

type Facts = {
  pictures: number;
  videoSeconds: number;
  runSeconds: number;
  inputTokens: number;
  outputTokens: number;
  soundSeconds: number;
  resolution: unknown;
  isPro: boolean;
  references: number;
  hasSound: boolean;
};

/** `failures`: of it what runs cost that began and came to nothing, which the service may or may not bill. */
export type Bill = { micros: number; failuresMicros: number };

/** The bill of these calls, at its unkindest: whatever began to run is paid. Throws for a model without a price here. */
export function billOf(predictions: readonly Prediction[]): Bill {
  const bill: Bill = { micros: 0, failuresMicros: 0 };
  for (const prediction of predictions) {
    const { answer } = prediction;
    const isOver = !['starting', 'processing'].includes(answer.status);
    if (!isOver || answer.started_at === undefined) continue;
    const micros = Math.round(priceOf(prediction));
    bill.micros += micros;
    if (!prediction.isBilled) bill.failuresMicros += micros;
  }
  return bill;
}

function priceOf({ answer, order }: Prediction): number {
  const price = PRICES[order.model.slug];
  if (price === undefined) throw new Error(`No price is known of ${order.model.slug}.`);
  const metrics: Record<string, unknown> = answer.metrics ?? {};
  const number = (name: string, otherwise: number) => {
    const value = metrics[name];
    return typeof value === 'number' ? value : otherwise;
  };
  return price({
    pictures: number('image_output_count', 1),
    videoSeconds: number('video_output_duration_seconds', 5),
    runSeconds: number('predict_time', 0),
    inputTokens: number('input_token_count', 0),
    outputTokens: number('output_token_count', 0),
    soundSeconds: number('audio_output_duration_seconds', 5),
    resolution: order.input['resolution'],
    isPro: order.input['mode'] === 'pro',
    references: [order.input['input_images'] ?? []].flat().length,
    hasSound: order.input['generate_audio'] === true,
  });
}
