import type { PictureFacts } from '../probe-media.ts';
import { type Canvas, type Clip, fps } from '../timeline.ts';

export interface ConformSpec {
  picture: PictureFacts;
  canvas: Canvas;
  fit: Clip['fit'];
  /** Half-open range of frames of the source at 30 fps, counted from where reading starts. */
  fromFrame: number;
  frames: number;
  /** Keep only every so many of them; all when left out. */
  everyFrames?: number;
}

interface Size {
  width: number;
  height: number;
}

function evenAtLeast(value: number, least: number): number {
  return Math.max(least, 2 * Math.round(value / 2));
}

/** The picture's size when it just covers, or just fits inside, the canvas. Even, never short by a pixel. */
function scaledSize(picture: Size, canvas: Size, how: 'cover' | 'contain'): Size {
  const byWidth = canvas.width / picture.width;
  const byHeight = canvas.height / picture.height;
  const scale = how === 'cover' ? Math.max(byWidth, byHeight) : Math.min(byWidth, byHeight);
  const least = how === 'cover' ? canvas : { width: 2, height: 2 };
  const size = {
    width: evenAtLeast(picture.width * scale, least.width),
    height: evenAtLeast(picture.height * scale, least.height),
  };
  if (how === 'cover') return size;
  return { width: Math.min(size.width, canvas.width), height: Math.min(size.height, canvas.height) };
}

/** Untagged pictures: SD is BT.601, larger is BT.709, as players guess. */
function sourceMatrix(picture: PictureFacts): string {
  const known: Record<string, string> = {
    bt709: 'bt709',
    smpte170m: 'smpte170m',
    bt470bg: 'bt470',
    fcc: 'fcc',
    smpte240m: 'smpte240m',
    bt2020nc: 'bt2020',
    bt2020c: 'bt2020',
  };
  const isSmall = picture.width < 1280 && picture.height <= 576;
  return known[picture.matrix] ?? (isSmall ? 'smpte170m' : 'bt709');
}

function scale(picture: PictureFacts, size: Size): string {
  const dimensions = `scale=${size.width}:${size.height}:flags=bicubic`;
  // An HDR picture stays as it is here: its colours are converted by the tone mapping.
  if (picture.isHdr) return dimensions;
  const range = picture.isFullRange ? 'full' : 'tv';
  const isRgb = /^(gbr|rgb|bgr|argb|abgr|pal8)/.test(picture.pixelFormat);
  const from = isRgb ? '' : `:in_color_matrix=${sourceMatrix(picture)}:in_range=${range}`;
  return `${dimensions}${from}:out_color_matrix=bt709:out_range=tv`;
}

/** PQ and HLG to BT.709 by Hable's curve, which keeps highlights without dulling skin. */
function toneMap(picture: PictureFacts): string[] {
  if (!picture.isHdr) return [];
  return [
    `zscale=tin=${picture.transfer}:min=bt2020nc:pin=bt2020:rin=${picture.isFullRange ? 'full' : 'tv'}:t=linear:npl=203`,
    'format=gbrpf32le',
    'zscale=p=bt709',
    'tonemap=tonemap=hable:desat=0',
    'zscale=t=bt709:m=bt709:r=tv',
  ];
}

/** Primaries wider than BT.709's, as FFmpeg names them, that pictures in standard range come in: P3 and BT.2020. */
const wideGamuts: ReadonlySet<string> = new Set(['smpte431', 'smpte432', 'bt2020']);

/** Colours of a wide gamut in BT.709's own numbers; what lies outside it goes to its edge. */
function narrowGamut({ isHdr, primaries, transfer }: PictureFacts): string[] {
  if (isHdr || !wideGamuts.has(primaries)) return [];
  const from = transfer === 'iec61966-2-1' ? 'srgb' : 'bt709';
  return [
    'format=yuv444p10le',
    `colorspace=all=bt709:trc=${from}:iprimaries=${primaries}:itrc=${from}:ispace=bt709:irange=tv`,
  ];
}

/** Constant 30 fps, exactly the frames asked for; the last picture is held when the source is too short. */
function timing({ fromFrame, frames, everyFrames = 1 }: ConformSpec): string[] {
  return [
    `fps=${fps}:start_time=0`,
    'tpad=stop_mode=clone:stop=-1',
    `trim=start_frame=${fromFrame}:end_frame=${fromFrame + frames}`,
    'setpts=PTS-STARTPTS',
    ...(everyFrames > 1 ? [`select='not(mod(n,${everyFrames}))'`] : []),
  ];
}

function fill({ picture, canvas }: ConformSpec): string[] {
  return [
    scale(picture, scaledSize(picture, canvas, 'cover')),
    `crop=${canvas.width}:${canvas.height}`,
    ...toneMap(picture),
    ...narrowGamut(picture),
    'setsar=1',
    'format=yuv420p',
  ];
}

/** A picture on black where it is clear: the colours that hide there never show. */
const onBlack = 'format=gbrap,premultiply=inplace=1,format=gbrp';

/** The clip's own picture, blurred and darkened, as large as the canvas: what a whole or a clear picture lies on. */
function backdropOf(spec: ConformSpec): string {
  const { canvas } = spec;
  const small = { width: evenAtLeast(canvas.width / 8, 2), height: evenAtLeast(canvas.height / 8, 2) };
  const opaque = { ...spec.picture, pixelFormat: 'gbrp' };
  return [
    ...(spec.picture.hasAlpha
      ? [onBlack, ...fill({ ...spec, picture: opaque, canvas: small })]
      : fill({ ...spec, canvas: small })),
    'gblur=sigma=5',
    'lutyuv=y=(val-16)*0.72+16',
    `scale=${canvas.width}:${canvas.height}:flags=bicubic`,
    'setsar=1',
  ].join(',');
}

/**
 * Filter statements that turn `input` (a pad such as `0:v`) into exactly `frames` canvas-sized BT.709 frames on
 * `output`. Pure; labels inside are derived from `output`.
 */
export function conformFilter(input: string, output: string, spec: ConformSpec): string {
  const { picture, canvas, fit, fromFrame, frames, everyFrames = 1 } = spec;
  const start = picture.isInterlaced ? `[${input}]bwdif=mode=send_frame,` : `[${input}]`;
  const inside = scaledSize(picture, canvas, 'contain');
  const isExact = inside.width === canvas.width && inside.height === canvas.height;
  const isFilled = fit === 'crop' || isExact;
  if (isFilled && !picture.hasAlpha) {
    // What has fewer pictures than frames are needed is scaled before its pictures are repeated.
    const isSparse = picture.fps > 0 && ((fromFrame + frames) * picture.fps) / fps < frames / everyFrames;
    const steps = isSparse ? [...fill(spec), ...timing(spec)] : [...timing(spec), ...fill(spec)];
    return `${start}${steps.join(',')}[${output}]`;
  }
  const size = isFilled ? scaledSize(picture, canvas, 'cover') : inside;
  const front = [
    scale(picture, size),
    ...toneMap(picture),
    ...narrowGamut(picture),
    'setsar=1',
    picture.hasAlpha ? 'format=yuva420p' : 'format=yuv420p',
  ];
  return [
    `${start}${timing(spec).join(',')},split[${output}f][${output}b]`,
    `[${output}b]${backdropOf(spec)}[${output}g]`,
    `[${output}f]${front.join(',')}[${output}w]`,
    `[${output}g][${output}w]overlay=x=(W-w)/2:y=(H-h)/2:format=yuv420[${output}]`,
  ].join(';');
}
