import type { EmulatedModel, Input } from './models.ts';

/** Seconds of video or sound that an input asks for. */
export function secondsOf(model: EmulatedModel, input: Input): number {
  const number = (key: string, fallback: number) => (typeof input[key] === 'number' ? input[key] : fallback);
  switch (model.slug) {
    case 'stability-ai/stable-video-diffusion':
      return (input['video_length'] === '14_frames_with_svd' ? 14 : 25) / number('frames_per_second', 6);
    case 'wan-video/wan-2.2-i2v-fast':
      return number('num_frames', 81) / number('frames_per_second', 16);
    case 'google/veo-3.1-fast':
    case 'google/veo-3.1-lite':
      return number('duration', 8);
    case 'elevenlabs/music':
      return number('music_length_ms', 30_000) / 1000;
    case 'stability-ai/stable-audio-2.5':
      return number('duration', 190);
    case 'meta/musicgen':
      return number('duration', 8);
    default:
      return number('duration', 5);
  }
}

/** What the finished prediction's `metrics` say beside the times: the provider's facts for billing. */
export function billingMetrics(model: EmulatedModel, input: Input, outputs: number): Record<string, unknown> {
  // Community models are billed by run time and have no such facts.
  if (model.version !== null) return {};
  const seconds = secondsOf(model, input);
  switch (model.kind) {
    case 'image':
      return { image_count: outputs, image_output_count: outputs };
    case 'clip':
      return {
        video_output_count: outputs,
        video_output_duration_seconds: seconds,
        resolution_target: input['resolution'] ?? '720p',
        with_audio: input['generate_audio'] ?? false,
      };
    case 'music':
      return { audio_output_count: outputs, audio_output_duration_seconds: seconds };
    case 'text':
      return { input_token_count: 300, output_token_count: 200 };
  }
}
