import type { InputSchema } from '../models.ts';

/**
 * The models this stand-in runs, from what fal publishes of each (fal.ai/models/ID/llms.txt, November 2026): what it takes, and
 * how it is billed. Written apart from the server's catalogue, so that each finds the other's errors.
 */
export type FalModel = {
  id: string;
  kind: 'image' | 'clip' | 'music';
  input: InputSchema;
  /** How many units a run is billed, and what one costs in millionths of a dollar. */
  units(input: Input): number;
  unitMicros: number;
  runSeconds: number;
};
export type Input = Record<string, unknown>;

const text = { type: 'string' };
const yesNo = { type: 'boolean' };
const whole = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum });
const decimal = (minimum: number, maximum: number) => ({ type: 'number', minimum, maximum });
const oneOf = (...values: string[]) => ({ enum: values });
const file = { type: 'string', pattern: '^(https?://|data:)' };
const seed = { type: 'integer' };
const tolerance = oneOf('1', '2', '3', '4', '5', '6');

const banana = {
  prompt: text,
  num_images: whole(1, 4),
  seed,
  aspect_ratio: oneOf('auto', '21:9', '16:9', '3:2', '4:3', '5:4', '1:1', '4:5', '3:4', '2:3', '9:16'),
  output_format: oneOf('jpeg', 'png', 'webp'),
  safety_tolerance: tolerance,
  sync_mode: yesNo,
  resolution: oneOf('0.5K', '1K', '2K', '4K'),
  limit_generations: yesNo,
  enable_web_search: yesNo,
};
/** 2K and 4K are one and a half and two times the standard rate, half a K three quarters. */
const BANANA_RATES: Record<string, number> = { '0.5K': 0.75, '1K': 1, '2K': 1.5, '4K': 2 };
const bananaUnits = (input: Input) => countOf(input) * (BANANA_RATES[wordOf(input['resolution'], '1K')] ?? 1);

export const FAL_MODELS: readonly FalModel[] = [
  {
    id: 'fal-ai/nano-banana-2',
    kind: 'image',
    input: { required: ['prompt'], properties: banana },
    units: bananaUnits,
    unitMicros: 80_000,
    runSeconds: 4,
  },
  {
    id: 'fal-ai/nano-banana-2/edit',
    kind: 'image',
    input: {
      required: ['prompt', 'image_urls'],
      properties: { ...banana, image_urls: { type: 'array', items: file, minItems: 1, maxItems: 14 } },
    },
    units: bananaUnits,
    unitMicros: 80_000,
    runSeconds: 4,
  },
  {
    id: 'fal-ai/flux-pro/kontext',
    kind: 'image',
    input: {
      required: ['prompt', 'image_url'],
      properties: {
        prompt: text,
        image_url: file,
        seed,
        num_images: whole(1, 4),
        guidance_scale: decimal(1, 20),
        aspect_ratio: oneOf('21:9', '16:9', '4:3', '3:2', '1:1', '2:3', '3:4', '9:16', '9:21'),
        output_format: oneOf('jpeg', 'png'),
        safety_tolerance: tolerance,
        enhance_prompt: yesNo,
        sync_mode: yesNo,
      },
    },
    units: countOf,
    unitMicros: 40_000,
    runSeconds: 4,
  },
  {
    id: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video',
    kind: 'clip',
    input: {
      required: ['prompt', 'image_url'],
      properties: {
        prompt: text,
        image_url: file,
        tail_image_url: file,
        duration: oneOf('5', '10'),
        negative_prompt: text,
        cfg_scale: decimal(0, 1),
      },
    },
    units: secondsOf,
    unitMicros: 70_000,
    runSeconds: 12,
  },
  {
    id: 'fal-ai/stable-audio-25/text-to-audio',
    kind: 'music',
    input: {
      required: ['prompt'],
      properties: {
        prompt: text,
        seconds_total: whole(1, 190),
        num_inference_steps: whole(4, 8),
        guidance_scale: decimal(1, 25),
        sync_mode: yesNo,
        seed,
      },
    },
    units: () => 1,
    unitMicros: 200_000,
    runSeconds: 6,
  },
];

/** Seconds of video or sound that an input asks for. */
export function secondsOf(input: Input): number {
  return Number(input['duration'] ?? input['seconds_total'] ?? 5);
}

function countOf(input: Input): number {
  return Number(input['num_images'] ?? 1);
}

/** A value that should be a word. */
export function wordOf(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}
