/**
 * The models the emulator can run: what each accepts, how its answer is shaped and what its metrics say. Written from
 * the provider's published model schemas, apart from the server's own catalogue, so that one can find the other's errors.
 */
export type InputSchema = {
  required: readonly string[];
  properties: Record<string, Record<string, unknown>>;
};

export type EmulatedModel = {
  slug: string;
  /** Official models take no version and answer with `hidden`; community models must be named with theirs. */
  version: string | null;
  kind: 'image' | 'clip' | 'music' | 'text';
  input: InputSchema;
  output: 'string' | 'array';
  /** How long a run takes at normal speed. */
  predictSeconds: number;
};

export type Input = Record<string, unknown>;

const text = { type: 'string' };
const file = { type: 'string', format: 'uri' };
const files = (most: number) => ({ type: 'array', items: file, maxItems: most });
const whole = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum });
const decimal = (minimum: number, maximum: number) => ({ type: 'number', minimum, maximum });
const oneOf = (...words: (string | number)[]) => ({ enum: words });
const yesNo = { type: 'boolean' };
const seed = { type: 'integer' };
const RATIOS = ['1:1', '16:9', '9:16', '4:5', '5:4', '3:2', '2:3', '3:4', '4:3', '21:9', '9:21'];

const FLUX = {
  prompt: text,
  image_prompt: file,
  aspect_ratio: oneOf('custom', ...RATIOS),
  width: whole(256, 1440),
  height: whole(256, 1440),
  seed,
  safety_tolerance: whole(1, 6),
  prompt_upsampling: yesNo,
  output_format: oneOf('webp', 'jpg', 'png'),
  output_quality: whole(0, 100),
};

const MODELS: readonly EmulatedModel[] = [
  image('black-forest-labs/flux-pro', ['prompt'], {
    ...FLUX,
    steps: whole(1, 50),
    guidance: decimal(2, 5),
    interval: decimal(1, 4),
  }),
  image('black-forest-labs/flux-1.1-pro', ['prompt'], FLUX),
  image('black-forest-labs/flux-kontext-pro', ['prompt'], {
    prompt: text,
    input_image: file,
    aspect_ratio: oneOf('match_input_image', ...RATIOS),
    seed,
    safety_tolerance: whole(0, 6),
    prompt_upsampling: yesNo,
    output_format: oneOf('jpg', 'png'),
  }),
  image('black-forest-labs/flux-2-pro', ['prompt'], {
    prompt: text,
    input_images: files(8),
    aspect_ratio: oneOf('match_input_image', 'custom', ...RATIOS),
    resolution: oneOf('match_input_image', '0.5 MP', '1 MP', '2 MP', '4 MP'),
    seed,
    safety_tolerance: whole(1, 5),
    output_format: oneOf('webp', 'jpg', 'png'),
    output_quality: whole(0, 100),
  }),
  image('google/nano-banana', ['prompt'], {
    prompt: text,
    image_input: files(10),
    aspect_ratio: oneOf('match_input_image', ...RATIOS),
    output_format: oneOf('jpg', 'png'),
  }),
  {
    ...image('bytedance/seedream-4.5', ['prompt'], {
      prompt: text,
      image_input: files(10),
      size: oneOf('2K', '4K', 'custom'),
      aspect_ratio: oneOf('match_input_image', ...RATIOS),
      width: whole(1024, 4096),
      height: whole(1024, 4096),
      sequential_image_generation: oneOf('disabled', 'auto'),
      max_images: whole(1, 15),
    }),
    output: 'array',
  },
  image('google/nano-banana-2', ['prompt'], {
    prompt: text,
    image_input: files(14),
    aspect_ratio: oneOf('match_input_image', ...RATIOS),
    output_format: oneOf('jpg', 'png'),
  }),
  image('google/nano-banana-pro', ['prompt'], {
    prompt: text,
    image_input: files(14),
    aspect_ratio: oneOf('match_input_image', ...RATIOS),
    resolution: oneOf('1K', '2K', '4K'),
    output_format: oneOf('jpg', 'png'),
    safety_filter_level: text,
  }),
  {
    ...image('bytedance/seedream-5-lite', ['prompt'], {
      prompt: text,
      image_input: files(14),
      size: oneOf('2K', '3K'),
      aspect_ratio: oneOf('match_input_image', ...RATIOS),
      sequential_image_generation: oneOf('disabled', 'auto'),
      max_images: whole(1, 15),
      output_format: oneOf('png', 'jpeg'),
    }),
    output: 'array',
  },
  image('black-forest-labs/flux-2-max', ['prompt'], {
    prompt: text,
    input_images: files(8),
    aspect_ratio: oneOf('match_input_image', 'custom', ...RATIOS),
    resolution: oneOf('match_input_image', '0.5 MP', '1 MP', '2 MP', '4 MP'),
    seed,
    safety_tolerance: whole(1, 5),
    output_format: oneOf('webp', 'jpg', 'png'),
    output_quality: whole(0, 100),
  }),
  {
    ...image('stability-ai/sdxl', [], {
      prompt: text,
      negative_prompt: text,
      image: file,
      width: { type: 'integer' },
      height: { type: 'integer' },
      num_outputs: whole(1, 4),
      scheduler: text,
      num_inference_steps: whole(1, 500),
      guidance_scale: decimal(1, 50),
      prompt_strength: decimal(0, 1),
      seed,
      refine: text,
      apply_watermark: yesNo,
      disable_safety_checker: yesNo,
    }),
    version: '7762fd07cf82c948538e41f63f77d685e02b063e37e496e96eefd46c929f9bdc',
    output: 'array',
  },
  {
    ...clip('stability-ai/stable-video-diffusion', ['input_image'], {
      input_image: file,
      video_length: oneOf('14_frames_with_svd', '25_frames_with_svd_xt'),
      frames_per_second: whole(5, 30),
      sizing_strategy: oneOf('maintain_aspect_ratio', 'crop_to_16_9', 'use_image_dimensions'),
      motion_bucket_id: whole(1, 255),
      cond_aug: { type: 'number' },
      decoding_t: { type: 'integer' },
      seed,
    }),
    version: '3f0457e4619daac51203dedb472816fd4af51f3149fa7a9e0b5ffcf1b8172438',
  },
  clip('wan-video/wan-2.2-i2v-fast', ['image', 'prompt'], {
    image: file,
    last_image: file,
    prompt: text,
    num_frames: whole(81, 121),
    resolution: oneOf('480p', '720p'),
    frames_per_second: whole(5, 30),
    interpolate_output: yesNo,
    go_fast: yesNo,
    sample_shift: decimal(1, 20),
    seed,
    disable_safety_checker: yesNo,
  }),
  clip('bytedance/seedance-1-pro-fast', ['prompt'], {
    prompt: text,
    image: file,
    duration: whole(2, 12),
    resolution: oneOf('480p', '720p', '1080p'),
    aspect_ratio: oneOf('16:9', '4:3', '1:1', '3:4', '9:16', '21:9', '9:21'),
    fps: oneOf(24),
    camera_fixed: yesNo,
    seed,
  }),
  clip('kwaivgi/kling-v2.5-turbo-pro', ['prompt'], {
    prompt: text,
    negative_prompt: text,
    start_image: file,
    end_image: file,
    duration: oneOf(5, 10),
    aspect_ratio: oneOf('16:9', '9:16', '1:1'),
  }),
  clip('google/veo-3.1-fast', ['prompt'], {
    prompt: text,
    image: file,
    last_frame: file,
    negative_prompt: text,
    duration: oneOf(4, 6, 8),
    resolution: oneOf('720p', '1080p'),
    aspect_ratio: oneOf('16:9', '9:16'),
    generate_audio: yesNo,
    seed,
  }),
  clip('prunaai/p-video', ['prompt'], {
    prompt: text,
    image: file,
    last_frame_image: file,
    audio: file,
    duration: whole(1, 20),
    resolution: oneOf('720p', '1080p'),
    fps: oneOf(24, 48),
    aspect_ratio: oneOf('16:9', '9:16', '4:3', '3:4', '3:2', '2:3', '1:1'),
    draft: yesNo,
    save_audio: yesNo,
    prompt_upsampling: yesNo,
    seed,
  }),
  clip('google/veo-3.1-lite', ['prompt'], {
    prompt: text,
    image: file,
    duration: oneOf(4, 6, 8),
    resolution: oneOf('720p', '1080p'),
    aspect_ratio: oneOf('16:9', '9:16'),
  }),
  clip('kwaivgi/kling-v3-video', ['prompt'], {
    prompt: text,
    negative_prompt: text,
    start_image: file,
    end_image: file,
    duration: whole(3, 15),
    mode: oneOf('standard', 'pro'),
    generate_audio: yesNo,
    multi_prompt: text,
  }),
  ...['bytedance/seedance-2.0', 'bytedance/seedance-2.0-fast'].map((slug) =>
    clip(slug, ['prompt'], {
      prompt: text,
      image: file,
      last_frame_image: file,
      reference_images: files(9),
      duration: whole(-1, 15),
      resolution: oneOf('480p', '720p', '1080p'),
      aspect_ratio: oneOf('16:9', '4:3', '1:1', '3:4', '9:16', '21:9', '9:21', 'adaptive'),
      generate_audio: yesNo,
      seed,
    }),
  ),
  clip('minimax/hailuo-2.3', ['prompt'], {
    prompt: text,
    first_frame_image: file,
    duration: oneOf(6, 10),
    resolution: oneOf('768p', '1080p'),
    prompt_optimizer: yesNo,
  }),
  clip('xai/grok-imagine-video', ['prompt'], {
    prompt: text,
    image: file,
    duration: whole(1, 15),
    resolution: oneOf('480p', '720p'),
    aspect_ratio: oneOf('1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3'),
  }),
  clip('runwayml/gen-4.5', ['prompt'], {
    prompt: text,
    image: file,
    duration: oneOf(5, 10),
    aspect_ratio: oneOf('16:9', '9:16', '4:3', '3:4', '1:1', '21:9'),
    seed,
  }),
  music('elevenlabs/music', ['prompt'], {
    prompt: text,
    music_length_ms: whole(5_000, 300_000),
    force_instrumental: yesNo,
    output_format: oneOf('mp3_44100_128', 'mp3_44100_192', 'mp3_22050_32', 'pcm_44100'),
  }),
  music('stability-ai/stable-audio-2.5', ['prompt'], {
    prompt: text,
    duration: whole(1, 190),
    steps: whole(4, 8),
    cfg_scale: decimal(1, 25),
    seed,
  }),
  {
    ...music('meta/musicgen', [], {
      prompt: text,
      duration: { type: 'integer', minimum: 1 },
      model_version: oneOf('stereo-melody-large', 'stereo-large', 'melody-large', 'large'),
      output_format: oneOf('wav', 'mp3'),
      normalization_strategy: oneOf('loudness', 'clip', 'peak', 'rms'),
      temperature: { type: 'number' },
      classifier_free_guidance: { type: 'integer' },
      seed,
    }),
    version: '671ac645ce5e552cc63a54a2bbff63fcf798043055d2dac5fc9e36a837eedcfb',
  },
  {
    slug: 'meta/meta-llama-3-70b-instruct',
    version: null,
    kind: 'text',
    input: {
      required: [],
      properties: {
        prompt: text,
        system_prompt: text,
        max_tokens: whole(1, 8192),
        temperature: decimal(0, 5),
        top_p: decimal(0, 1),
      },
    },
    output: 'array',
    predictSeconds: 2,
  },
  {
    slug: 'openai/gpt-5-nano',
    version: null,
    kind: 'text',
    input: {
      required: [],
      properties: {
        prompt: text,
        system_prompt: text,
        messages: { type: 'array' },
        image_input: files(10),
        reasoning_effort: oneOf('minimal', 'low', 'medium', 'high'),
        verbosity: oneOf('low', 'medium', 'high'),
        max_completion_tokens: { type: 'integer' },
      },
    },
    output: 'array',
    predictSeconds: 2,
  },
];

export function modelBySlug(slug: string): EmulatedModel | null {
  return MODELS.find((model) => model.slug === slug) ?? null;
}

export function modelByVersion(version: string): EmulatedModel | null {
  return MODELS.find((model) => model.version === version) ?? null;
}

function image(slug: string, required: string[], properties: InputSchema['properties']): EmulatedModel {
  return {
    slug,
    version: null,
    kind: 'image',
    input: { required, properties },
    output: 'string',
    predictSeconds: 4,
  };
}

function clip(slug: string, required: string[], properties: InputSchema['properties']): EmulatedModel {
  return {
    slug,
    version: null,
    kind: 'clip',
    input: { required, properties },
    output: 'string',
    predictSeconds: 12,
  };
}

function music(slug: string, required: string[], properties: InputSchema['properties']): EmulatedModel {
  return {
    slug,
    version: null,
    kind: 'music',
    input: { required, properties },
    output: 'string',
    predictSeconds: 6,
  };
}
