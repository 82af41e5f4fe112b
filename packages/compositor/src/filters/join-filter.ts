import { type Canvas, fps } from '../timeline.ts';
import type { TransitionId } from '../transitions.ts';

const xfadeNames: Partial<Record<TransitionId, string>> = {
  crossfade: 'fade',
  dip: 'fadeblack',
  'dip-white': 'fadewhite',
  wipe: 'smoothleft',
  circle: 'circleopen',
};

/** Progress of frame n of N, never quite 0 or 1, so that no frame of a join repeats its neighbour. */
function progress(frames: number): string {
  return `((n+1)/${frames + 1})`;
}

function smoothstep(p: string): string {
  return `(${p}*${p}*(3-2*${p}))`;
}

function slide(canvas: Canvas, frames: number, axis: 'x' | 'y'): string {
  const eased = smoothstep(progress(frames));
  const { width, height } = canvas;
  return axis === 'x'
    ? `hstack,crop=${width}:${height}:x='${width}*${eased}':y=0`
    : `vstack,crop=${width}:${height}:x=0:y='${height}*${eased}'`;
}

/** A fast slide with motion blur along it, strongest in the middle where it is fastest. */
function whip(canvas: Canvas, frames: number): string {
  const blur = (part: number, share: number) => {
    const edge = Math.round(frames * share);
    const radius = Math.max(1, Math.round(canvas.width * part));
    return `avgblur=sizeX=${radius}:sizeY=1:enable='between(n,${edge},${frames - 1 - edge})'`;
  };
  return [slide(canvas, frames, 'x'), blur(0.012, 0.12), blur(0.03, 0.28)].join(',');
}

function zoom(a: string, b: string, output: string, canvas: Canvas, frames: number): string {
  const grown = (side: number) => `'2*trunc(${side / 2}*(1+0.6*${progress(frames)}*${progress(frames)}))'`;
  return [
    `[${a}]format=yuva420p,fade=t=out:s=0:n=${frames}:alpha=1,` +
      `scale=w=${grown(canvas.width)}:h=${grown(canvas.height)}:eval=frame[${output}z]`,
    `[${b}][${output}z]overlay=x='(W-w)/2':y='(H-h)/2':format=yuv420[${output}]`,
  ].join(';');
}

/**
 * Filter statements that blend two streams of a little more than `frames` frames into at least `frames` frames on
 * `output`. Pure.
 * A join is drawn whole even when a segment needs only a part of it: the caller trims.
 */
export function joinFilter(
  style: TransitionId,
  [a, b]: readonly [string, string],
  output: string,
  canvas: Canvas,
  frames: number,
): string {
  if (style === 'zoom') return zoom(a, b, output, canvas, frames);
  if (style === 'slide') return `[${a}][${b}]${slide(canvas, frames, 'x')}[${output}]`;
  if (style === 'slide-up') return `[${a}][${b}]${slide(canvas, frames, 'y')}[${output}]`;
  if (style === 'whip') return `[${a}][${b}]${whip(canvas, frames)}[${output}]`;
  // Since FFmpeg 6 setpts forgets the frame rate that xfade asks for; `fps` says it again.
  const name = xfadeNames[style] ?? 'fade';
  const seconds = (frames / fps).toFixed(6);
  return [
    `[${a}]fps=${fps}[${output}a]`,
    `[${b}]fps=${fps}[${output}b]`,
    `[${output}a][${output}b]xfade=transition=${name}:duration=${seconds}:offset=0[${output}]`,
  ].join(';');
}
