import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { CompositorError } from './errors.ts';
import { findBlack, findFrozen, type Stretch } from './measure/find-stretches.ts';
import { measurePicture, type Thumbnails, thumbnailsOf } from './measure/measure-picture.ts';
import type { MediaProbe } from './probe-media.ts';
import { type Loudness, measureLoudness } from './sound/render-audio.ts';
import type { RenderMeasures } from './render.ts';
import { type FfmpegTools, runFfprobe, safeInput } from './encode/run-ffmpeg.ts';
import { type Schedule, schedule, type Shot } from './schedule.ts';
import { fps, type Timeline } from './timeline.ts';
import { SegmentCache } from './encode/segment-cache.ts';
import { planRender } from './plan-render.ts';
import { SpriteRoom } from './sprites/sprite-room.ts';
import { leastContrast } from './text/contrast.ts';

export interface Reason {
  code: string;
  /** A sentence: what is wrong, and what to do about it. */
  message: string;
}

export interface Verdict {
  verdict: 'passed' | 'degraded' | 'blocked';
  reasons: Reason[];
  measured: {
    width: number;
    height: number;
    frames: number;
    videoSeconds: number;
    audioSeconds: number;
    lufs: number;
    truePeakDbtp: number;
    black: Stretch[];
    frozen: Stretch[];
    texts: RenderMeasures['texts'];
  };
}

export interface InspectOptions extends FfmpegTools {
  signal?: AbortSignal | undefined;
  /** What `render` measured: saves decoding the file once more. */
  measures?: RenderMeasures | undefined;
  /**
   * Probes of the timeline's files, to say when a clip is shorter than its shot and, without `measures`, whether the
   * texts fit and can be read. Texts cannot be judged from the finished file alone: with neither, they are not.
   */
  probes?: ReadonlyMap<string, MediaProbe> | undefined;
}

type Finding = Reason & { isBlocking: boolean };

function block(code: string, message: string): Finding {
  return { code, message, isBlocking: true };
}

function flaw(code: string, message: string): Finding {
  return { code, message, isBlocking: false };
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

async function readFacts(file: string, options: InspectOptions): Promise<z.infer<typeof Facts>> {
  const args = ['-show_streams', '-show_packets', ...safeInput(file)];
  return Facts.parse(await runFfprobe(options, { args, signal: options.signal }));
}

function checkVideo(video: Stream, timeline: Timeline): Finding[] {
  const { width, height } = timeline.canvas;
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

function checkSteps(ptsSeconds: readonly number[], plan: Schedule): Finding[] {
  if (ptsSeconds.length !== plan.totalFrames) {
    return [
      block('frame_count_wrong', `The file has ${ptsSeconds.length} frames instead of ${plan.totalFrames}.`),
    ];
  }
  const sorted = [...ptsSeconds].sort((a, b) => a - b);
  const isEven = sorted.every((pts, index) => Math.abs(pts - index / fps) < 0.0005);
  return isEven ? [] : [block('frame_steps_uneven', 'The frames are not evenly spaced at 30 per second.')];
}

function checkSound(loudness: Loudness, { audio }: Timeline): Finding[] {
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

function seconds(frames: number): string {
  return (frames / fps).toFixed(1);
}

function overlap(stretch: Stretch, shot: Shot): boolean {
  return shot.startFrame < stretch.endFrame && shot.endFrame > stretch.startFrame;
}

function checkPicture(black: readonly Stretch[], frozen: readonly Stretch[]): Finding[] {
  const where = (it: Stretch) => `from ${seconds(it.startFrame)} to ${seconds(it.endFrame)} s`;
  return [
    ...black.map((it) => flaw('black_stretch', `The picture is black ${where(it)}. Look at the clip there.`)),
    ...frozen.map((it) =>
      flaw('frozen_stretch', `The picture stands still ${where(it)}. Look at the clip there.`),
    ),
  ];
}

function checkTexts(texts: RenderMeasures['texts']): Finding[] {
  return texts.flatMap(({ overlayId, isWhole, contrast }) => [
    ...(isWhole ? [] : [block('text_overflow', `The text “${overlayId}” does not fit its box. Shorten it.`)]),
    ...(contrast >= leastContrast
      ? []
      : [
          flaw(
            'contrast_low',
            `The text “${overlayId}” is hard to read (contrast ${contrast.toFixed(1)}). Change its colour.`,
          ),
        ]),
  ]);
}

function checkClips(plan: Schedule, probes: InspectOptions['probes']): Finding[] {
  return plan.shots.flatMap(({ content }) => {
    if (content.kind === 'card' || !content.clip.source) return [];
    const { clip } = content;
    const probe = probes?.get(content.clip.source);
    const short = probe && probe.kind === 'video' ? clip.inSeconds + clip.seconds - probe.seconds : 0;
    return short > 0.1
      ? [
          flaw(
            'clip_short',
            `Clip ${clip.id} ends ${short.toFixed(1)} s before its shot; its last picture is held.`,
          ),
        ]
      : [];
  });
}

/** Draws the texts once more, aside, to learn whether they fit and can be read. */
async function measureTexts(
  timeline: Timeline,
  probes: ReadonlyMap<string, MediaProbe>,
  options: InspectOptions,
): Promise<RenderMeasures['texts']> {
  const { canvas, overlays } = planRender(timeline, probes);
  const dir = await mkdtemp(join(tmpdir(), 'compositor-'));
  try {
    return await new SpriteRoom(canvas, new SegmentCache(dir), options).textFacts(overlays);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/**
 * Measures a finished ad and judges it against its timeline. `passed`: nothing to say. `degraded`: it plays, but the
 * reasons are worth reading. `blocked`: do not publish it.
 */
export async function inspect(
  file: string,
  timeline: Timeline,
  options: InspectOptions = {},
): Promise<Verdict> {
  const plan = schedule(timeline);
  const { streams, packets } = await readFacts(file, options);
  const video = streams.find((stream) => stream.codec_type === 'video');
  const audio = streams.find((stream) => stream.codec_type === 'audio');
  const { measures, probes } = options;
  const findings: Finding[] = [];
  let thumbnails: Thumbnails = measures?.thumbnails ?? thumbnailsOf(new Uint8Array());
  if (!measures && video) {
    thumbnails = await measurePicture(file, plan.totalFrames, options).catch((error: unknown) => {
      if (!(error instanceof CompositorError)) throw error;
      findings.push(block('picture_damaged', error.message));
      return thumbnails;
    });
  }
  const silence: Loudness = { lufs: -144, truePeakDbtp: -144 };
  const loudness = measures?.loudness ?? (audio ? await measureLoudness(file, options) : silence);
  const cards = plan.shots.filter((shot) => shot.content.kind === 'card');
  const isOnCard = (stretch: Stretch) => cards.some((card) => overlap(stretch, card));
  const black = findBlack(thumbnails).filter((it) => !isOnCard(it));
  const frozen = findFrozen(thumbnails).filter(
    (it) =>
      !isOnCard(it) &&
      !black.some((dark) => dark.startFrame <= it.startFrame && dark.endFrame >= it.endFrame),
  );
  const texts = measures?.texts ?? (probes ? await measureTexts(timeline, probes, options) : []);
  const pts = packets.filter((packet) => packet.codec_type === 'video').map((packet) => packet.pts_time);
  findings.push(
    ...(streams.length === 2 && video && audio
      ? [...checkVideo(video, timeline), ...checkAudio(audio, plan.totalSeconds)]
      : [block('streams_wrong', 'The file must hold one picture and one sound stream.')]),
    ...checkSteps(pts, plan),
    ...checkSound(loudness, timeline),
    ...checkPicture(black, frozen),
    ...checkTexts(texts),
    ...checkClips(plan, probes),
  );
  const isBlocked = findings.some((finding) => finding.isBlocking);
  return {
    verdict: isBlocked ? 'blocked' : findings.length > 0 ? 'degraded' : 'passed',
    reasons: findings.map(({ code, message }) => ({ code, message })),
    measured: {
      width: video?.width ?? 0,
      height: video?.height ?? 0,
      frames: pts.length,
      videoSeconds: video?.duration ?? 0,
      audioSeconds: audio?.duration ?? 0,
      ...loudness,
      black,
      frozen,
      texts,
    },
  };
}
