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

/**
 * The same ad in another style: its words, shots and length stay, the tempo is the style's, bent so little that the
 * length is exact. Joins that were chosen for the old style make room for the new one's. Pure.
 */
export function restyle(storyboard: Storyboard, style: StyleId): Storyboard {
  const { styleReason: _, tempoBpm: before, shots: old, ...rest } = storyboard;
  const ratio = styleTempoBpm[style] / before;
  let exact = 0;
  let given = 0;
  const shots = old.map(({ join: __, ...shot }) => {
    exact += shot.beats * ratio;
    // Rounded to half beats along the way, so that no shot drifts.
    const beats = Math.max(1, Math.round((exact - given) * 2) / 2);
    given += beats;
    return { ...shot, beats };
  });
  const beatsBefore = old.reduce((sum, { beats }) => sum + beats, 0);
  return { ...rest, style, tempoBpm: (before * given) / beatsBefore, shots };
}
