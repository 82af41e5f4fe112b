import { checkWords } from '@spotsmith/motion/check/check-words';
import type { Film } from '@spotsmith/motion/film';
import type { Layer, TextLayer } from '@spotsmith/motion/layer';
import type { Part } from '@spotsmith/motion/movement/moving-shot';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { type LineOfCopy, patchShot, setShotLine } from './edit-shots.ts';

/** Lines of text, in the order in which an ad says them. */
export const LINES = [
  'hook',
  'name',
  'what',
  'figure',
  'figureCaption',
  'price',
  'was',
  'off',
  'until',
  'quote',
  'by',
  'callToAction',
  'url',
] as const satisfies readonly LineOfCopy[];
export const BENEFITS = [0, 1, 2] as const;

export type ShotField = LineOfCopy | `benefit-${(typeof BENEFITS)[number]}`;
export const SHOT_FIELDS: readonly ShotField[] = [
  ...LINES,
  ...BENEFITS.map((place): ShotField => `benefit-${place}`),
];

const benefitOf = (field: ShotField) => BENEFITS.find((place) => field === `benefit-${place}`);
const benefitsOf = ({ shots, copy }: Storyboard, index: number) =>
  (shots[index]?.copy.benefits === undefined ? copy.benefits : shots[index].copy.benefits) ?? [];

/** What a shot says in a field: its own words, else the ad's; empty when it leaves the field out. */
export function shotWords(storyboard: Storyboard, index: number, field: ShotField): string {
  const place = benefitOf(field);
  if (place !== undefined) return benefitsOf(storyboard, index)[place] ?? '';
  const copy: Partial<Record<string, unknown>> = storyboard.shots[index]?.copy ?? {};
  const own = copy[field] as string | null | undefined;
  return (own === undefined ? storyboard.copy[field as LineOfCopy] : own) ?? '';
}

/** Lets one shot say something else; nothing hides the field there. */
export function setShotWords(
  storyboard: Storyboard,
  index: number,
  field: ShotField,
  words: string,
): Storyboard {
  const place = benefitOf(field);
  if (place === undefined)
    return setShotLine(storyboard, index, field as LineOfCopy, words === '' ? null : words);
  // Those behind keep their places while one of them is empty.
  const lines = benefitsOf(storyboard, index).map((line, n) => (n === place ? words : line));
  const copy = { ...storyboard.shots[index]?.copy, benefits: lines };
  return patchShot(storyboard, index, { copy });
}

/** Letters and figures alone: styles set words in capitals, in quotes, over several rows, with a full stop. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const flat = (layer: Layer): Layer[] => (layer.type === 'group' ? layer.layers.flatMap(flat) : [layer]);

type FilmShot = Film['shots'][number];

/** Everything that can be read in a shot as it is laid out. */
function textLayers({ moving }: FilmShot): TextLayer[] {
  const layers = moving.parts.flatMap((part) => ('layers' in part ? part.layers : [part.layer]));
  return layers.flatMap(flat).filter((layer) => layer.type === 'text');
}

const textOf = ({ block }: TextLayer) => block.rows.map(({ text }) => text).join(' ');

/** Which fields can be read in a shot, alone or as a part of what is set there. */
export function shownFields(storyboard: Storyboard, index: number, shot: FilmShot): ShotField[] {
  const said = bare(textLayers(shot).map(textOf).join(' '));
  return SHOT_FIELDS.filter((field) => {
    const words = bare(shotWords(storyboard, index, field));
    return words !== '' && said.includes(words);
  });
}

/** Which fields a shot sets so small that nobody reads them on a phone. */
export function smallFields(storyboard: Storyboard, index: number, film: Film): ShotField[] {
  const shot = film.shots[index];
  if (shot === undefined) return [];
  const small = checkWords({ ...film, shots: [shot] }).filter(({ kind }) => kind === 'small');
  return SHOT_FIELDS.filter((field) => {
    const words = bare(shotWords(storyboard, index, field));
    return words !== '' && small.some((fault) => bare(fault.words).includes(words));
  });
}

/** Where each field stands by itself in a shot: what can be edited on the picture. The first place of each. */
export function placedFields(
  storyboard: Storyboard,
  index: number,
  shot: FilmShot,
): { field: ShotField; layer: TextLayer }[] {
  const layers = textLayers(shot);
  return SHOT_FIELDS.flatMap((field) => {
    const words = bare(shotWords(storyboard, index, field));
    const layer = words === '' ? undefined : layers.find((each) => bare(textOf(each)) === words);
    return layer === undefined ? [] : [{ field, layer }];
  });
}

/** A film in which one text of a shot is left out: it is being written. */
export function withoutText(film: Film, index: number, layerId: string): Film {
  const without = (layers: readonly Layer[]): Layer[] =>
    layers.flatMap((layer): Layer[] => {
      if (layer.type === 'group') return [{ ...layer, layers: without(layer.layers) }];
      return layer.id === layerId ? [] : [layer];
    });
  const parts = film.shots[index]?.moving.parts.flatMap((part): Part[] => {
    if (part.type === 'words') return part.layer.id === layerId ? [] : [part];
    return 'layers' in part ? [{ ...part, layers: without(part.layers) }] : [part];
  });
  if (parts === undefined) return film;
  return {
    ...film,
    shots: film.shots.map((shot, place) =>
      place === index ? { ...shot, moving: { ...shot.moving, parts } } : shot,
    ),
  };
}
