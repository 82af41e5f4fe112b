/** A class of nodes, as far as the emulator runs it: what it must be given, and of which lists. */
export type NodeClass = {
  required: Record<string, string | readonly string[]>;
  optional?: Record<string, string>;
  isOutput?: boolean;
  /** Share of the time of a run. */
  weight?: number;
};

export type ModelFolder = 'checkpoints' | 'diffusion_models' | 'text_encoders' | 'vae' | 'clip_vision';

/** The files that an emulated card has, by folder. */
export type ModelFiles = Record<ModelFolder, readonly string[]>;

const UMT5 = 'umt5_xxl_fp8_e4m3fn_scaled.safetensors';
export const ALL_MODELS: ModelFiles = {
  checkpoints: ['sd_xl_base_1.0.safetensors', 'ltx-video-2b-v0.9.5.safetensors', 'svd_xt.safetensors'],
  diffusion_models: [
    'qwen_image_edit_2509_fp8_e4m3fn.safetensors',
    'flux1-dev-kontext_fp8_scaled.safetensors',
    'wan2.2_ti2v_5B_fp16.safetensors',
    'wan2.2_i2v_high_noise_14B_fp8_scaled.safetensors',
    'wan2.2_i2v_low_noise_14B_fp8_scaled.safetensors',
  ],
  text_encoders: [
    UMT5,
    'qwen_2.5_vl_7b_fp8_scaled.safetensors',
    'clip_l.safetensors',
    't5xxl_fp8_e4m3fn_scaled.safetensors',
  ],
  vae: ['qwen_image_vae.safetensors', 'ae.safetensors', 'wan2.2_vae.safetensors', 'wan_2.1_vae.safetensors'],
  clip_vision: [],
};

const SAMPLED = { seed: 'INT', steps: 'INT', cfg: 'FLOAT', sampler_name: 'SAMPLER', scheduler: 'SCHEDULER' };
const GUIDED = { model: 'MODEL', positive: 'CONDITIONING', negative: 'CONDITIONING', latent_image: 'LATENT' };
const SIZED = { width: 'INT', height: 'INT', batch_size: 'INT' };

/** The classes of ComfyUI's core that our workflows use; any other is one that is not installed. */
export function nodeClasses(models: ModelFiles): Record<string, NodeClass> {
  return {
    CheckpointLoaderSimple: { required: { ckpt_name: models.checkpoints } },
    ImageOnlyCheckpointLoader: { required: { ckpt_name: models.checkpoints } },
    UNETLoader: { required: { unet_name: models.diffusion_models, weight_dtype: 'DTYPE' } },
    CLIPLoader: {
      required: { clip_name: models.text_encoders, type: 'TYPE' },
      optional: { device: 'DEVICE' },
    },
    DualCLIPLoader: {
      required: { clip_name1: models.text_encoders, clip_name2: models.text_encoders, type: 'TYPE' },
    },
    VAELoader: { required: { vae_name: models.vae } },
    LoadImage: { required: { image: 'IMAGE_FILE' } },
    CLIPTextEncode: { required: { text: 'STRING', clip: 'CLIP' } },
    TextEncodeQwenImageEditPlus: { required: { clip: 'CLIP', prompt: 'STRING' } },
    ModelSamplingAuraFlow: { required: { model: 'MODEL', shift: 'FLOAT' } },
    ModelSamplingSD3: { required: { model: 'MODEL', shift: 'FLOAT' } },
    EmptyLatentImage: { required: SIZED },
    EmptySD3LatentImage: { required: SIZED },
    FluxKontextImageScale: { required: { image: 'IMAGE' } },
    VAEEncode: { required: { pixels: 'IMAGE', vae: 'VAE' } },
    ReferenceLatent: { required: { conditioning: 'CONDITIONING' } },
    FluxGuidance: { required: { conditioning: 'CONDITIONING', guidance: 'FLOAT' } },
    ConditioningZeroOut: { required: { conditioning: 'CONDITIONING' } },
    KSampler: { required: { ...GUIDED, ...SAMPLED, denoise: 'FLOAT' }, weight: 20 },
    KSamplerAdvanced: { required: { ...GUIDED, noise_seed: 'INT', steps: 'INT' }, weight: 20 },
    KSamplerSelect: { required: { sampler_name: 'SAMPLER' } },
    SamplerCustom: {
      required: { ...GUIDED, noise_seed: 'INT', sampler: 'SAMPLER', sigmas: 'SIGMAS' },
      weight: 20,
    },
    LTXVImgToVideo: { required: { ...SIZED, positive: 'CONDITIONING', image: 'IMAGE', length: 'INT' } },
    LTXVConditioning: { required: { positive: 'CONDITIONING', frame_rate: 'FLOAT' } },
    LTXVScheduler: { required: { steps: 'INT' } },
    Wan22ImageToVideoLatent: { required: { ...SIZED, vae: 'VAE', length: 'INT' } },
    WanImageToVideo: { required: { ...SIZED, positive: 'CONDITIONING', length: 'INT' } },
    SVD_img2vid_Conditioning: { required: { init_image: 'IMAGE', video_frames: 'INT', fps: 'INT' } },
    VideoLinearCFGGuidance: { required: { model: 'MODEL', min_cfg: 'FLOAT' } },
    VAEDecode: { required: { samples: 'LATENT', vae: 'VAE' }, weight: 3 },
    CreateVideo: { required: { images: 'IMAGE', fps: 'FLOAT' } },
    SaveImage: { required: { images: 'IMAGE', filename_prefix: 'STRING' }, isOutput: true },
    SaveVideo: { required: { video: 'VIDEO', filename_prefix: 'STRING' }, isOutput: true },
  };
}

/** As `/object_info` tells it: lists as they are in older versions, as `COMBO` with options in newer ones. */
export function objectInfo({ required, optional = {}, isOutput = false }: NodeClass, isNew: boolean): object {
  const told = (kind: string | readonly string[]) => {
    if (typeof kind === 'string') return [kind, {}];
    return isNew ? ['COMBO', { options: kind }] : [kind];
  };
  const all = (inputs: NodeClass['required']) =>
    Object.fromEntries(Object.entries(inputs).map(([name, kind]) => [name, told(kind)]));
  return { input: { required: all(required), optional: all(optional) }, output_node: isOutput };
}
