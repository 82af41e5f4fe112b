import { z } from 'zod';
import { type FfmpegTools, runFfprobe, safeInput } from '../encode/run-ffmpeg.ts';
import { type Loudness, measureLoudness } from '../sound/render-audio.ts';
import { type Audio, type Canvas, fps } from '../timeline.ts';

export interface Reason {
  code: string;
  /** A sentence: what is wrong, and what to do about it. */
  message: string;
}

export type Finding = Reason & { isBlocking: boolean };

export function block(code: string, message: string): Finding {
  return { code, message, isBlocking: true };
}

export function flaw(code: string, message: string): Finding {
  return { code, message, isBlocking: false };
}

/** What a finished file must be. */
export interface WantedFile {
  canvas: Canvas;
  totalFrames: number;
  audio: Pick<Audio, 'loudnessLufs' | 'truePeakDbtp'>;
}

export interface CheckOptions extends FfmpegTools {
  signal?: AbortSignal | undefined;
  /** What was measured on the encoded sound; the file's own is decoded when absent. */
  loudness?: Loudness | undefined;
}

export interface CheckedFile {
  findings: Finding[];
  hasPicture: boolean;
  measured: {
    width: number;
    height: number;
    frames: number;
    videoSeconds: number;
    audioSeconds: number;
  } & Loudness;
}

const Stream = z.object({
  codec_type: z.string(),
  codec_name: z.string(),
  profile: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  pix_fmt: z.string().optional(),
  sample_aspect_ratio: z.string().optional(),
  color_range: z.string().optional(),
  color_space: z.string().optional(),
  color_transfer: z.string().optional(),
  color_primaries: z.string().optional(),
  sample_rate: z.string().optional(),
  channels: z.number().optional(),
  duration: z.coerce.number().catch(0),
  time_base: z.string(),
});
type Stream = z.infer<typeof Stream>;

const Facts = z.object({
  streams: z.array(Stream),
  packets: z.array(z.object({ codec_type: z.string(), pts_time: z.coerce.number() })).catch([]),
});

async function readFacts(file: string, options: CheckOptions): Promise<z.infer<typeof Facts>> {
  const args = ['-show_streams', '-show_packets', ...safeInput(file)];
  return Facts.parse(await runFfprobe(options, { args, signal: options.signal }));
}

function checkVideo(video: Stream, { canvas: { width, height } }: WantedFile): Finding[] {
  const wanted: [string, unknown, unknown][] = [
    ['codec', video.codec_name, 'h264'],
    ['profile', video.profile, 'High'],
    ['width', video.width, width],
    ['height', video.height, height],
    ['pixel format', video.pix_fmt, 'yuv420p'],
    ['pixel shape', video.sample_aspect_ratio, '1:1'],
  ];
  const tags = [video.color_space, video.color_transfer, video.color_primaries];
  return [
    ...wanted
      .filter(([, is, should]) => is !== should)
      .map(([what, is, should]) =>
        block('format_wrong', `The ${what} is ${String(is)} instead of ${String(should)}.`),
      ),
    ...(tags.every((tag) => tag === 'bt709') && video.color_range === 'tv'
      ? []
      : [
          flaw(
            'colour_untagged',
            'The colours are not marked as BT.709, so players may show them differently.',
          ),
        ]),
  ];
}

function checkAudio(audio: Stream, videoSeconds: number): Finding[] {
  const isRight =
    audio.codec_name === 'aac' &&
    audio.profile === 'LC' &&
    audio.sample_rate === '48000' &&
    audio.channels === 2;
  const aacFrameSeconds = 1024 / 48_000;
  return [
    ...(isRight ? [] : [block('sound_format_wrong', 'The sound is not AAC-LC, 48 kHz, stereo.')]),
    ...(Math.abs(audio.duration - videoSeconds) <= aacFrameSeconds
      ? []
      : [
          block(
            'sound_length_wrong',
            `The sound lasts ${audio.duration} s and the picture ${videoSeconds} s.`,
          ),
        ]),
  ];
}

function checkSteps(ptsSeconds: readonly number[], { totalFrames }: WantedFile): Finding[] {
  if (ptsSeconds.length !== totalFrames) {
    return [
      block('frame_count_wrong', `The file has ${ptsSeconds.length} frames instead of ${totalFrames}.`),
    ];
  }
  const sorted = [...ptsSeconds].sort((a, b) => a - b);
  const isEven = sorted.every((pts, index) => Math.abs(pts - index / fps) < 0.0005);
  return isEven ? [] : [block('frame_steps_uneven', 'The frames are not evenly spaced at 30 per second.')];
}

function checkSound(loudness: Loudness, { audio }: WantedFile): Finding[] {
  if (loudness.lufs <= -60) return [];
  const offLu = loudness.lufs - audio.loudnessLufs;
  return [
    ...(Math.abs(offLu) <= 0.5
      ? []
      : [
          flaw(
            'loudness_off',
            `The ad is ${Math.abs(offLu).toFixed(1)} LU too ${offLu > 0 ? 'loud' : 'quiet'}.`,
          ),
        ]),
    ...(loudness.truePeakDbtp <= audio.truePeakDbtp
      ? []
      : [
          flaw(
            'peak_high',
            `The sound peaks at ${loudness.truePeakDbtp} dBTP and may distort on some players.`,
          ),
        ]),
  ];
}

const silence: Loudness = { lufs: -144, truePeakDbtp: -144 };

/** Checks streams, formats, lengths, the time of every packet, and the loudness of a finished file. */
export async function checkFile(
  file: string,
  wanted: WantedFile,
  options: CheckOptions,
): Promise<CheckedFile> {
  const { streams, packets } = await readFacts(file, options);
  const video = streams.find((stream) => stream.codec_type === 'video');
  const audio = streams.find((stream) => stream.codec_type === 'audio');
  const loudness = options.loudness ?? (audio ? await measureLoudness(file, options) : silence);
  const pts = packets.filter((packet) => packet.codec_type === 'video').map((packet) => packet.pts_time);
  const isWhole = streams.length === 2 && video && audio;
  return {
    findings: [
      ...(isWhole
        ? [...checkVideo(video, wanted), ...checkAudio(audio, wanted.totalFrames / fps)]
        : [block('streams_wrong', 'The file must hold one picture and one sound stream.')]),
      ...checkSteps(pts, wanted),
      ...checkSound(loudness, wanted),
    ],
    hasPicture: video !== undefined,
    measured: {
      width: video?.width ?? 0,
      height: video?.height ?? 0,
      frames: pts.length,
      videoSeconds: video?.duration ?? 0,
      audioSeconds: audio?.duration ?? 0,
      ...loudness,
    },
  };
}

/** Blocked by one blocking finding, degraded by any other. */
export function judge(findings: readonly Finding[]): {
  verdict: 'passed' | 'degraded' | 'blocked';
  reasons: Reason[];
} {
  const isBlocked = findings.some((finding) => finding.isBlocking);
  return {
    verdict: isBlocked ? 'blocked' : findings.length > 0 ? 'degraded' : 'passed',
    reasons: findings.map(({ code, message }) => ({ code, message })),
  };
}
