import { createHash } from 'node:crypto';
import type { MediaProbe } from '../probe-media.ts';
import type { Schedule, Shot } from '../schedule.ts';
import { type Audio, type Clip, fps, type Timeline } from '../timeline.ts';

export const sampleRate = 48_000;

export interface AudioPlan {
  hash: string;
  inputs: { path: string; options: string[] }[];
  /** Filter statements that end on the pad `mix`: float samples, 48 kHz stereo. */
  graph: string;
  totalSamples: number;
  loudnessLufs: number;
  truePeakDbtp: number;
  /** Nothing at all is heard: no clip has sound and there is no music. */
  isSilent: boolean;
}

/** Long enough to kill the click of a hard cut, too short to be heard as a fade. */
const declickSeconds = 0.008;

const asStereo = 'aformat=sample_fmts=fltp:channel_layouts=stereo';

/** More channels than any layout has names for are mixed down here: the even ones to the left, the odd ones to the right. */
function toStereo({ sound }: MediaProbe): string {
  const channels = sound?.channels ?? 0;
  if (channels <= 8) return '';
  const side = (first: number) =>
    Array.from({ length: channels }, (_, channel) => channel)
      .filter((channel) => channel % 2 === first)
      .map((channel) => `c${channel}`)
      .join('+');
  return `pan=stereo|c0<${side(0)}|c1<${side(1)},`;
}

function samples(frames: number): number {
  return Math.round((frames * sampleRate) / fps);
}

function fade(direction: 'in' | 'out', startSeconds: number, joinFrames: number): string {
  const seconds = joinFrames > 0 ? joinFrames / fps : declickSeconds;
  const start = direction === 'in' ? 0 : startSeconds - seconds;
  return `afade=t=${direction}:st=${Math.max(0, start).toFixed(6)}:d=${seconds.toFixed(6)}:curve=qsin`;
}

/** One clip's own sound, cut to its shot, crossfaded at its joins and moved to its place in the ad. */
function clipSound(input: number, { clip, probe, shot, joinBeforeFrames }: Voice): string {
  const from = Math.round(clip.inSeconds * sampleRate);
  const seconds = (shot.endFrame - shot.startFrame) / fps;
  const length = samples(shot.endFrame - shot.startFrame);
  return [
    `[${input}:a:${probe.sound?.track ?? 0}]${toStereo(probe)}aresample=${sampleRate}:async=1:first_pts=0,${asStereo}`,
    'apad',
    `atrim=start_sample=${from}:end_sample=${from + length}`,
    'asetpts=PTS-STARTPTS',
    `volume=${clip.gainDb}dB`,
    fade('in', 0, joinBeforeFrames),
    fade('out', seconds, shot.joinAfter.frames),
    `adelay=delays=${samples(shot.startFrame)}S:all=1[c${input}]`,
  ].join(',');
}

function voices(count: number, totalSamples: number): string {
  const whole = `apad,atrim=end_sample=${totalSamples}`;
  if (count === 0) return `anullsrc=r=${sampleRate}:cl=stereo,atrim=end_sample=${totalSamples}[voices]`;
  const pads = Array.from({ length: count }, (_, index) => `[c${index}]`).join('');
  const mix = count === 1 ? '' : `amix=inputs=${count}:duration=longest:normalize=0,`;
  return `${pads}${mix}${whole}[voices]`;
}

/**
 * Music under the voices. The key of the compressor is band-limited to speech, its attack and release are slow enough
 * not to pump, and its wet share bounds how far the music can ever step back.
 */
function music(
  input: number,
  { audio, bed: track }: { audio: Audio; bed: MediaProbe | null },
  totalSamples: number,
  hasVoices: boolean,
): string[] {
  const it = audio.music;
  if (!it || !track) return ['[voices]anull[mix]'];
  const seconds = totalSamples / sampleRate;
  const fadeSeconds = Math.min(it.fadeOutSeconds, seconds);
  const bed = [
    `[${input}:a:${track.sound?.track ?? 0}]${toStereo(track)}aresample=${sampleRate}:async=1,${asStereo}`,
    `apad,atrim=end_sample=${totalSamples}`,
    'asetpts=PTS-STARTPTS',
    `volume=${it.gainDb}dB`,
    ...(fadeSeconds > 0
      ? [`afade=t=out:st=${(seconds - fadeSeconds).toFixed(6)}:d=${fadeSeconds.toFixed(6)}:curve=qsin`]
      : []),
  ].join(',');
  const both = 'amix=inputs=2:duration=first:normalize=0[mix]';
  if (!hasVoices || it.duckDb === 0) return [`${bed}[bed]`, `[voices][bed]${both}`];
  const wet = 1 - 10 ** (-it.duckDb / 20);
  const duck = `sidechaincompress=threshold=0.018:ratio=20:attack=60:release=700:knee=6:mix=${wet.toFixed(4)}`;
  return [
    `${bed}[bed]`,
    '[voices]asplit[heard][key]',
    '[key]highpass=f=150,lowpass=f=5000[speech]',
    `[bed][speech]${duck}[ducked]`,
    `[heard][ducked]${both}`,
  ];
}

/** A clip that is heard in the ad. */
export interface Voice {
  clip: Pick<Clip, 'inSeconds' | 'gainDb'>;
  probe: MediaProbe;
  shot: Pick<Shot, 'startFrame' | 'endFrame' | 'joinAfter'>;
  joinBeforeFrames: number;
}

export interface SoundToPlan {
  audio: Audio;
  totalFrames: number;
  voices: readonly Voice[];
  /** The music's probe; null when there is none. */
  music: MediaProbe | null;
}

/** Computes music and voices as one filter graph. Pure. */
export function planSound({ audio, totalFrames, voices: heard, music: bed }: SoundToPlan): AudioPlan {
  const totalSamples = samples(totalFrames);
  const bedInput = bed
    ? [{ probe: bed, options: ['-stream_loop', '-1', '-ss', String(audio.music?.startSeconds ?? 0)] }]
    : [];
  const used = [...heard.map(({ probe }) => ({ probe, options: [] as string[] })), ...bedInput];
  const graph = [
    ...heard.map((it, index) => clipSound(index, it)),
    voices(heard.length, totalSamples),
    ...music(heard.length, { audio, bed }, totalSamples, heard.length > 0),
  ].join(';');
  const { loudnessLufs, truePeakDbtp } = audio;
  const sources = used.map(({ probe, options }) => [probe.sha256, options]);
  const identity = JSON.stringify([graph, sources, loudnessLufs, truePeakDbtp]);
  return {
    hash: createHash('sha256').update(identity).digest('hex').slice(0, 32),
    inputs: used.map(({ probe, options }) => ({ path: probe.path, options })),
    graph,
    totalSamples,
    loudnessLufs,
    truePeakDbtp,
    isSilent: used.length === 0,
  };
}

/** Computes the ad's sound as one filter graph. Pure. The caller has made sure that no clip is missing. */
export function planAudio(
  timeline: Timeline,
  plan: Schedule,
  probes: ReadonlyMap<string, MediaProbe>,
): AudioPlan {
  const { audio } = timeline;
  const heard = plan.shots.flatMap((shot, index): Voice[] => {
    const clip = shot.content.kind === 'clip' ? shot.content.clip : null;
    const probe = clip?.source ? probes.get(clip.source) : undefined;
    const joinBeforeFrames = plan.shots[index - 1]?.joinAfter.frames ?? 0;
    return clip && !clip.isMuted && probe?.sound ? [{ clip, probe, shot, joinBeforeFrames }] : [];
  });
  const bed = audio.music ? (probes.get(audio.music.source) ?? null) : null;
  return planSound({ audio, totalFrames: plan.totalFrames, voices: heard, music: bed });
}
