import type { AspectRatio } from '@spotsmith/contract/words';
import type { Duration, HostedModel } from './catalogue.ts';

/** What is wished for, in our own words. A model is told as much of it as it understands. */
export type Wish = {
  prompt: string;
  negativePrompt: string;
  seed: number;
  aspectRatio: AspectRatio;
  /** 0 for pictures. */
  seconds: number;
  /** 0–1; for models that take a number and no words. */
  motionIntensity: number;
  /** Addresses that the provider can read. */
  referenceUrls: readonly string[];
  firstFrameUrl: string | null;
};

export type ModelInput = Record<string, string | number | boolean | string[]>;

const FRAMES = 25;
const RATIOS: Record<AspectRatio, number> = { '16:9': 16 / 9, '9:16': 9 / 16, '1:1': 1, '4:5': 4 / 5 };

/**
 * The input of one call, in the model's own words: pure, and only with keys the model knows, because models refuse
 * strange ones. Lengths snap up to what the model can make; the clip is trimmed afterwards.
 */
export function modelInput({ map, fixed }: HostedModel, wish: Wish): ModelInput {
  const input: ModelInput = { ...fixed };
  if (map.prompt) input[map.prompt] = wish.prompt;
  if (map.negative_prompt && wish.negativePrompt) input[map.negative_prompt] = wish.negativePrompt;
  if (map.seed) input[map.seed] = wish.seed;
  if (map.first_frame && wish.firstFrameUrl) input[map.first_frame] = wish.firstFrameUrl;
  if (map.duration) {
    const value = durationValue(map.duration, wish.seconds);
    input[map.duration.key] = map.duration.is_text ? String(value) : value;
  }
  if (map.motion) {
    const { key, min, max } = map.motion;
    input[key] = Math.round(min + (max - min) * wish.motionIntensity);
  }
  if (map.reference && wish.referenceUrls.length > 0) {
    const urls = wish.referenceUrls.slice(0, map.reference.max);
    const [first] = urls;
    if (map.reference.is_list) input[map.reference.key] = urls;
    else if (first) input[map.reference.key] = first;
  }
  if (map.aspect) {
    const ratio = nearestRatio(wish.aspectRatio, map.aspect.allowed);
    input[map.aspect.key] = map.aspect.names?.[ratio] ?? ratio;
  }
  if (map.size) {
    const { width, height, megapixels, multiple } = map.size;
    const ratio = RATIOS[wish.aspectRatio];
    const across = Math.sqrt(megapixels * 1024 * 1024 * ratio);
    input[width] = multiple * Math.round(across / multiple);
    input[height] = multiple * Math.round(across / ratio / multiple);
  }
  return input;
}

/** How long the clip or music will really be, in seconds: the wish, snapped up to what the model can make. */
export function orderedSeconds({ map }: HostedModel, wishedSeconds: number): number {
  if (!map.duration) return wishedSeconds;
  const value = durationValue(map.duration, wishedSeconds);
  return secondsOf(map.duration, value);
}

function durationValue(duration: Duration, wishedSeconds: number): number {
  const { allowed, unit, min = 1, max = Infinity } = duration;
  const wished = unit === 'milliseconds' ? wishedSeconds * 1000 : wishedSeconds;
  if (!allowed) return Math.min(max, Math.max(min, Math.ceil(wished)));
  const fitting = allowed.find((value) => secondsOf(duration, value) >= wishedSeconds - 1e-6);
  return fitting ?? allowed.at(-1) ?? wishedSeconds;
}

function secondsOf({ unit, fps = 1 }: Duration, value: number): number {
  if (unit === 'seconds') return value;
  if (unit === 'milliseconds') return value / 1000;
  return unit === 'frames' ? value / fps : FRAMES / value;
}

/** The one of those allowed that is most like it; the wish itself where none is. */
export function nearestRatio(wished: AspectRatio, allowed: readonly AspectRatio[]): AspectRatio {
  const distance = (ratio: AspectRatio) => Math.abs(Math.log(RATIOS[ratio] / RATIOS[wished]));
  return allowed.toSorted((a, b) => distance(a) - distance(b))[0] ?? wished;
}
