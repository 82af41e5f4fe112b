import type { CanvasSize } from '../canvas-size.ts';

/** FFmpeg's arguments for a silent clip from raw yuv420p frames: H.264 High, BT.709 tagged, ready to stream. */
export function encodeArgs({ width, height }: CanvasSize, fps: number, outPath: string): string[] {
  const color = [
    '-color_range',
    'tv',
    '-colorspace',
    'bt709',
    '-color_primaries',
    'bt709',
    '-color_trc',
    'bt709',
  ];
  return [
    ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-video_size', `${width}x${height}`, '-framerate', `${fps}`],
    ...color,
    ...['-i', 'pipe:0', '-an'],
    // One encoding thread beside the drawing process uses two cores best. AQ mode 3 spends bits on dark gradients. Slow
    // camera moves need no wide motion search and no small partitions; CAVLC is an eighth more bytes for a third less
    // work in every later decoding, and the compositor decodes each clip once or twice. Same PSNR as plain "veryfast".
    ...['-c:v', 'libx264', '-profile:v', 'high', '-preset', 'veryfast', '-crf', '18', '-threads', '1'],
    ...['-x264-params', 'aq-mode=3:subme=1:me=dia:ref=1:partitions=none:weightp=0:cabac=0'],
    ...['-pix_fmt', 'yuv420p', ...color],
    ...['-video_track_timescale', '30000', '-movflags', '+faststart', '-y', outPath],
  ];
}
