import type { Storyboard, StyleId } from './storyboard.ts';

/** Tempo that each style moves in, in beats a minute; from the look book's own films. */
export const styleTempoBpm: Readonly<Record<StyleId, number>> = {
  bold: 128,
  luxury: 96,
  minimal: 96,
  playful: 118,
  tech: 122,
  organic: 84,
  retro: 108,
  sale: 130,
  editorial: 90,
};

/** The least beats of a shot. */
const MIN_BEATS = 2;

/**
 * The same ad in another style: its words, shots and length stay, the tempo is the style's. Joins that were chosen for
 * the old style make room for the new one's. Pure.
 */
export function restyle(storyboard: Storyboard, style: StyleId): Storyboard {
  const tempoBpm = styleTempoBpm[style];
  const ratio = tempoBpm / storyboard.tempoBpm;
  let exact = 0;
  let given = 0;
  const shots = storyboard.shots.map(({ join: _, ...shot }) => {
    exact += shot.beats * ratio;
    // Rounded along the way, so that the whole keeps its length.
    const beats = Math.max(MIN_BEATS, Math.round(exact - given));
    given += beats;
    return { ...shot, beats };
  });
  const { styleReason: __, ...rest } = storyboard;
  return { ...rest, style, tempoBpm, shots };
}
