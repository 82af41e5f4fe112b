import { type Encoding, fps } from '../timeline.ts';

/** Encoders of H.264 by FFmpeg's names: the one that runs everywhere, then chips, in the order in which they are tried. */
export const ENCODER_NAMES = [
  'libx264',
  'h264_nvenc',
  'h264_qsv',
  'h264_videotoolbox',
  'h264_vaapi',
] as const;
export type EncoderName = (typeof ENCODER_NAMES)[number];

/** How every segment of an ad is encoded, so that segments join without encoding again. */
export interface VideoEncoder {
  /** Arguments before the inputs, which open a device. */
  device: readonly string[];
  /** Filter that hands the frames to the device; null when the encoder takes them from memory. */
  upload: string | null;
  /** Output arguments; they name the encoder and are part of every segment's name. */
  output: readonly string[];
  /** More of them for the second try after the system ended the first; the picture's headers stay the same. */
  frugal: readonly string[];
}

/**
 * veryfast with one step of subpixel search instead of two, a diamond search, no partitions of predicted blocks and a
 * little less adaptive quantisation: two fifths less work at the same SSIM and size, on the clips of bench/compose.
 */
function x264Params(preset: Encoding['preset']): string {
  const search = preset === 'veryfast' ? ':subme=1:me=dia:partitions=i8x8,i4x4' : '';
  return `stitchable=1:open-gop=0:aq-strength=0.8${search}`;
}

/**
 * Output arguments of a chip. Without B frames, so that every segment begins and ends in its own order; `quality` is a
 * quantiser of about the size of x264's rate factor. From FFmpeg's documentation of each encoder.
 */
const CHIPS: Record<
  Exclude<EncoderName, 'libx264'>,
  (quality: number) => { quality: string[]; device?: string[]; upload?: string; pixels?: string }
> = {
  h264_nvenc: (cq) => ({ quality: ['-preset', 'p5', '-rc', 'vbr', '-cq', String(cq), '-b:v', '0'] }),
  h264_qsv: (global) => ({
    quality: ['-preset', 'medium', '-global_quality', String(Math.round(global))],
    pixels: 'nv12',
  }),
  // Its scale is 1 to 100, and higher is better.
  h264_videotoolbox: (quantiser) => ({ quality: ['-q:v', String(Math.round(100 - 1.7 * quantiser))] }),
  h264_vaapi: (qp) => ({
    quality: ['-rc_mode', 'CQP', '-qp', String(Math.round(qp))],
    device: ['-vaapi_device', '/dev/dri/renderD128'],
    upload: 'format=nv12,hwupload',
    pixels: 'vaapi',
  }),
};

const COMMON = [
  ['-r', String(fps), '-flags', '+cgop', '-video_track_timescale', '30000'],
  ['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
].flat();

/** The encoder of that name with the settings of an ad. Pure. */
export function videoEncoder(encoding: Encoding, name: EncoderName = 'libx264'): VideoEncoder {
  if (name === 'libx264') {
    const { preset, crf } = encoding;
    const output = [
      ['-c:v', name, '-preset', preset, '-crf', String(crf), '-profile:v', 'high', '-pix_fmt', 'yuv420p'],
      ['-x264-params', x264Params(preset), ...COMMON],
    ].flat();
    const frugal = ['-rc-lookahead', '4', '-max_muxing_queue_size', '16'];
    return { device: [], upload: null, output, frugal };
  }
  const { quality, device = [], upload = null, pixels = 'yuv420p' } = CHIPS[name](encoding.crf);
  const output = [
    ['-c:v', name, ...quality, '-profile:v', 'high', '-pix_fmt', pixels, '-bf', '0', '-g', '90'],
    COMMON,
  ].flat();
  return { device, upload, output, frugal: ['-max_muxing_queue_size', '16'] };
}

/**
 * The end of a filter graph for this encoder: a statement from the pad `picture`, and the pad to map. Pure.
 */
export function handOver({ upload }: VideoEncoder): { statement: string; pad: string } {
  return upload === null
    ? { statement: '', pad: '[picture]' }
    : { statement: `;[picture]${upload}[uploaded]`, pad: '[uploaded]' };
}
