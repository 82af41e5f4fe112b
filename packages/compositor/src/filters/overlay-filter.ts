import { type Canvas, fps, type Motion } from '../timeline.ts';

export interface SpritePlacement {
  /** Top left corner on the canvas, in pixels. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** How long the sprite is on screen altogether. */
  frames: number;
  /** Which of the sprite's frames this segment starts with; negative when the sprite arrives later. */
  fromFrame: number;
  /** How long the segment is. */
  segmentFrames: number;
  entrance: { style: Motion['style']; frames: number };
  exit: { style: Motion['style']; frames: number };
}

/** Overshoots a little and settles: 1 − (1 − p)³ with a bump. */
function popScale(p: string): string {
  return `(0.7+0.3*(1-pow(1-${p},3))+0.09*sin(PI*${p}))`;
}

function fades({ entrance, exit, frames }: SpritePlacement): string[] {
  // The stream is one frame longer at each end, so that its first and last visible frames are not invisible.
  const fadeIn =
    entrance.style === 'none' || entrance.frames === 0
      ? []
      : [`fade=t=in:s=0:n=${entrance.frames + 1}:alpha=1`];
  const fadeOut =
    exit.style === 'none' || exit.frames === 0
      ? []
      : [`fade=t=out:s=${frames + 1 - exit.frames}:n=${exit.frames + 1}:alpha=1`];
  return [...fadeIn, ...fadeOut];
}

/** 0 → 1 over the entrance and 1 → 0 over the exit, as an expression of the sprite's own frame `k`. */
function presence(k: string, placement: SpritePlacement, style: Motion['style']): string | null {
  const { entrance, exit, frames } = placement;
  const inTerm =
    entrance.style === style && entrance.frames > 0 ? `min(1,(${k}+1)/${entrance.frames + 1})` : null;
  const outTerm =
    exit.style === style && exit.frames > 0 ? `min(1,(${frames}-${k})/${exit.frames + 1})` : null;
  if (inTerm && outTerm) return `min(${inTerm},${outTerm})`;
  return inTerm ?? outTerm;
}

/**
 * Filter statements that lay one sprite (a still picture on pad `sprite`) over `base`. Pure. Only the sprite's own
 * rectangle is blended, and the picture is converted once and repeated, so a title costs next to nothing a frame.
 */
export function overlayFilter(
  [base, sprite]: readonly [string, string],
  output: string,
  canvas: Canvas,
  placement: SpritePlacement,
): string {
  const { x, y, frames, fromFrame } = placement;
  const k = `(n+${fromFrame})`;
  const pop = presence(k, placement, 'pop');
  const rise = presence(k, placement, 'rise');
  const travel = Math.round(Math.min(canvas.width, canvas.height) * 0.035);
  // The sprite's own stream counts from its first frame in this segment.
  const size = popScale(presence(`(n+${Math.max(0, fromFrame)})`, placement, 'pop') ?? '1');
  const stream = [
    'scale=out_color_matrix=bt709:out_range=tv',
    'format=yuva420p',
    `loop=loop=${frames + 1}:size=1:start=0`,
    `setpts=N/(${fps}*TB)`,
    ...fades(placement),
    `trim=start_frame=${Math.max(0, fromFrame) + 1}:end_frame=${frames + 1}`,
    `setpts=PTS-STARTPTS+${Math.max(0, -fromFrame)}/(${fps}*TB)`,
    ...(pop ? [`scale=w='2*trunc(iw*${size}/2)':h='2*trunc(ih*${size}/2)':eval=frame`] : []),
  ];
  const left = pop ? `'${x}+(${placement.width}-overlay_w)/2'` : String(x);
  const middle = pop ? `${y}+(${placement.height}-overlay_h)/2` : String(y);
  const top = rise ? `'${middle}+${travel}*pow(1-${rise},3)'` : `'${middle}'`;
  // Half-open: from the first frame the sprite is on up to, not including, the one after its last.
  const lastFrame = Math.min(placement.segmentFrames, frames - fromFrame) - 1;
  const isWhole = fromFrame >= 0 && lastFrame === placement.segmentFrames - 1;
  const options = [
    `x=${left}`,
    `y=${top}`,
    `eval=${rise || pop ? 'frame' : 'init'}`,
    'format=yuv420',
    'eof_action=pass',
    ...(isWhole ? [] : [`enable='between(n,${Math.max(0, -fromFrame)},${lastFrame})'`]),
  ];
  return [
    `[${sprite}]${stream.join(',')}[${output}s]`,
    `[${base}][${output}s]overlay=${options.join(':')}[${output}]`,
  ].join(';');
}
