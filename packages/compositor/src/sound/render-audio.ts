import { rm } from 'node:fs/promises';
import { type AudioPlan, sampleRate } from './plan-audio.ts';
import { RenderFailed } from '../errors.ts';
import { type FfmpegTools, runFfmpeg, safeInput } from '../encode/run-ffmpeg.ts';

export interface Loudness {
  /** EBU R 128 integrated loudness; −70 or less is silence. */
  lufs: number;
  truePeakDbtp: number;
}

type AudioOptions = FfmpegTools & { signal?: AbortSignal | undefined };

/** Quieter than this there is nothing to bring up. */
const silenceLufs = -60;
/** Never lift a whisper by more than this. */
const mostGainDb = 40;
const toleranceLu = 0.3;
const mostPasses = 6;

/** Reads the summary of FFmpeg's ebur128 filter. */
function readLoudness(log: string): Loudness {
  const summary = log.slice(log.lastIndexOf('Summary:'));
  const lufs = /I:\s+(-?[\d.]+|-?inf|nan) LUFS/.exec(summary)?.[1];
  const peak = /Peak:\s+(-?[\d.]+|-?inf|nan) dBFS/.exec(summary)?.[1];
  const number = (text: string) => (Number.isFinite(Number(text)) ? Number(text) : -144);
  if (lufs === undefined || peak === undefined) {
    throw new RenderFailed('ffmpeg_failed', 'FFmpeg did not tell the loudness of the sound.');
  }
  return { lufs: number(lufs), truePeakDbtp: number(peak) };
}

const meter = 'ebur128=peak=true:framelog=verbose';
const audible = ['-v', 'info'];

/** Measures the sound of a finished file, decoded. */
export async function measureLoudness(file: string, options: AudioOptions): Promise<Loudness> {
  const args = [...audible, ...safeInput(file), '-map', '0:a:0', '-af', meter, '-f', 'null', '-'];
  const { stderr } = await runFfmpeg(options, { args, signal: options.signal });
  return readLoudness(stderr);
}

async function mix(plan: AudioPlan, outPath: string, options: AudioOptions): Promise<Loudness> {
  const args = [
    ...audible,
    ...plan.inputs.flatMap((input) => safeInput(input.path, input.options)),
    ['-filter_complex', `${plan.graph};[mix]${meter}[out]`, '-map', '[out]'],
    ['-c:a', 'pcm_f32le', '-f', 'wav', outPath],
  ].flat();
  const { stderr } = await runFfmpeg(options, { args, signal: options.signal });
  return readLoudness(stderr);
}

/** Gain, then a limiter that works at four times the rate, so that peaks between samples are caught too. */
function masterFilter(gainDb: number, ceilingDb: number, totalSamples: number): string {
  return [
    `volume=${gainDb.toFixed(3)}dB`,
    `aresample=${4 * sampleRate}`,
    `alimiter=limit=${(10 ** (ceilingDb / 20)).toFixed(6)}:attack=4:release=60:level=0:latency=1`,
    `aresample=${sampleRate}`,
    `apad,atrim=end_sample=${totalSamples}`,
  ].join(',');
}

async function master(
  mixPath: string,
  outPath: string,
  filter: string,
  options: AudioOptions,
): Promise<void> {
  const args = [
    safeInput(mixPath),
    [
      '-af',
      filter,
      '-c:a',
      'aac',
      '-profile:a',
      'aac_low',
      // At this rate FFmpeg calls it the better coder, and it takes half the time.
      '-aac_coder',
      'fast',
      '-b:a',
      '192k',
      '-ar',
      String(sampleRate),
      '-ac',
      '2',
    ],
    ['-map_metadata', '-1', '-fflags', '+bitexact', '-f', 'mp4', outPath],
  ].flat();
  await runFfmpeg(options, { args, signal: options.signal });
}

/**
 * Renders the ad's sound: mixes once, then masters to the wanted loudness and peak and measures the encoded file
 * itself, correcting gain and ceiling until both hold (two passes are usual). Silence stays silence. Answers the
 * loudness of the encoded file.
 */
export async function renderAudio(
  plan: AudioPlan,
  outPath: string,
  options: AudioOptions,
): Promise<Loudness> {
  const mixPath = `${outPath}.mix.wav`;
  try {
    const raw = await mix(plan, mixPath, options);
    const isSilent = raw.lufs < silenceLufs;
    let gainDb = isSilent ? 0 : Math.min(mostGainDb, plan.loudnessLufs - raw.lufs);
    let ceilingDb = plan.truePeakDbtp - 0.5;
    for (let pass = 1; ; pass += 1) {
      await master(mixPath, outPath, masterFilter(gainDb, ceilingDb, plan.totalSamples), options);
      const heard = await measureLoudness(outPath, options);
      const offLu = plan.loudnessLufs - heard.lufs;
      const overDb = heard.truePeakDbtp - plan.truePeakDbtp;
      const isLevel = isSilent || Math.abs(offLu) <= toleranceLu || gainDb + offLu > mostGainDb;
      if ((isLevel && overDb <= 0) || pass === mostPasses) return heard;
      if (!isSilent) gainDb = Math.min(mostGainDb, gainDb + offLu);
      if (overDb > 0) ceilingDb -= overDb + 0.1;
    }
  } finally {
    await rm(mixPath, { force: true });
  }
}
