import { defaultTitles } from '@spotsmith/compositor/default-titles';
import { displayFonts, type FontId } from '@spotsmith/compositor/fonts';
import { schedule } from '@spotsmith/compositor/schedule';
import { Timeline, type TimelineInput } from '@spotsmith/compositor/timeline';
import { transitions } from '@spotsmith/compositor/transitions';
import type { Finish } from '@spotsmith/contract/finish';
import type { Canvas } from '#src/domain/canvas.ts';
import { gainDbOf } from './gain.ts';

export type FinishedShape = {
  clips: { path: string | null; inSeconds: number; outSeconds: number }[];
  finish: Finish;
  language: string;
  canvas: Canvas;
  musicPath: string | null;
  logoPath: string | null;
  metadata: Record<string, string>;
};

/** The seed's level of the music, as a linear gain. */
const MUSIC_VOLUME = 0.3;
const LOGO_SHARE = 0.14;
const LOGO_MARGIN = 0.04;

/** Turns what was chosen on the Finish step into a timeline. Pure. */
export function timelineOf(shape: FinishedShape): Timeline {
  const picture = pictureOf(shape);
  const { totalSeconds, shots } = schedule(Timeline.parse(picture));
  const first = shots.find((shot) => shot.content.kind === 'clip');
  const last = shots.findLast((shot) => shot.content.kind === 'clip');
  const range = {
    startSeconds: (first?.startFrame ?? 0) / FPS,
    endSeconds: last === undefined ? totalSeconds : last.endFrame / FPS,
  };
  const { finish } = shape;
  const font = fontOf(finish);
  const titles = defaultTitles({
    name: finish.product_name ?? '',
    callToAction: finish.call_to_action ?? '',
    canvas: shape.canvas,
    totalSeconds,
    range,
    ...(font === undefined ? {} : { font }),
    nameStyle: styleOf(finish.name_style),
    callToActionStyle: styleOf(finish.call_to_action_style),
  });
  return Timeline.parse({
    ...picture,
    overlays: [...titles, ...logoOf(shape, range)],
  } satisfies TimelineInput);
}

const FPS = 30;

/** The timeline without overlays: its length is what the overlays are placed on. */
function pictureOf(shape: FinishedShape): TimelineInput {
  const { clips, finish, language, canvas, musicPath, logoPath, metadata } = shape;
  const style = finish.transition ?? 'cut';
  const seconds =
    finish.transition_seconds ?? transitions.find(({ id }) => id === style)?.defaultSeconds ?? 0.5;
  return {
    canvas,
    language,
    clips: clips.map((clip, index) => ({
      id: `clip-${index + 1}`,
      source: clip.path,
      inSeconds: clip.inSeconds,
      seconds: clip.outSeconds - clip.inSeconds,
    })),
    joins: clips.slice(1).map(() => ({ style, seconds: style === 'cut' ? 0 : seconds })),
    intro: finish.intro_card == null ? null : introOf(finish, logoPath),
    outro: finish.outro_card == null ? null : outroOf(finish, logoPath),
    audio: {
      music:
        musicPath === null
          ? null
          : { source: musicPath, gainDb: gainDbOf(finish.music_volume ?? MUSIC_VOLUME) },
    },
    metadata,
  };
}

function introOf(finish: Finish, logoPath: string | null): TimelineInput['intro'] {
  return {
    seconds: finish.intro_card?.seconds ?? 1.5,
    logo: logoPath,
    name: finish.product_name ?? '',
    ...cardLook(finish),
  };
}

function outroOf(finish: Finish, logoPath: string | null): TimelineInput['outro'] {
  const { seconds, price, url, has_qr_code: hasQrCode } = finish.outro_card ?? {};
  return {
    seconds: seconds ?? 2,
    logo: logoPath,
    name: finish.product_name ?? '',
    callToAction: finish.call_to_action ?? '',
    price: price ?? '',
    url: url ?? '',
    hasQrCode: hasQrCode ?? false,
    ...cardLook(finish),
  };
}

function logoOf(
  { finish, logoPath, canvas }: FinishedShape,
  range: { startSeconds: number; endSeconds: number },
): NonNullable<TimelineInput['overlays']> {
  if (finish.logo == null || logoPath === null) return [];
  const corner = finish.logo.corner ?? 'top-right';
  const short = Math.min(canvas.width, canvas.height);
  const width = (LOGO_SHARE * short) / canvas.width;
  const height = (LOGO_SHARE * short) / canvas.height;
  const marginX = (LOGO_MARGIN * short) / canvas.width;
  const marginY = (LOGO_MARGIN * short) / canvas.height;
  const isLeft = corner.endsWith('left');
  const isTop = corner.startsWith('top');
  return [
    {
      id: 'logo',
      type: 'image',
      source: logoPath,
      box: {
        x: isLeft ? marginX : 1 - marginX - width,
        y: isTop ? marginY : 1 - marginY - height,
        width,
        height,
      },
      align: isLeft ? 'left' : 'right',
      anchor: isTop ? 'top' : 'bottom',
      opacity: finish.logo.opacity ?? 1,
      ...range,
    },
  ];
}

function fontOf({ font }: Finish): FontId | undefined {
  return displayFonts.find(({ id }) => id === font)?.id;
}

/** A card wears the ad's font, and the colour of its call to action. */
function cardLook(finish: Finish): { font?: FontId; accent?: string } {
  const font = fontOf(finish);
  const accent = finish.call_to_action_style?.color;
  return { ...(font === undefined ? {} : { font }), ...(accent === undefined ? {} : { accent }) };
}

function styleOf(style: Finish['name_style']): { color?: string; sizePx?: number; x?: number; y?: number } {
  const { color, font_size: sizePx, x, y } = style ?? {};
  return {
    ...(color === undefined ? {} : { color }),
    ...(sizePx === undefined ? {} : { sizePx }),
    ...(x === undefined ? {} : { x }),
    ...(y === undefined ? {} : { y }),
  };
}
