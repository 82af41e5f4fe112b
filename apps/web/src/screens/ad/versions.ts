import type { Asset } from '@spotsmith/contract/assets';

/** What one making of the ad gave: its films, one a format. */
export type Version = { n: number; films: readonly (Asset & { url: string })[] };

/** Every making of the ad that gave films to watch, the newest first. */
export function finishedVersions(finals: readonly Asset[]): Version[] {
  const watchable = finals.flatMap((film) => (film.url === null ? [] : [{ ...film, url: film.url }]));
  return [...Map.groupBy(watchable, ({ version_number }) => version_number)]
    .map(([n, films]) => ({ n, films: films.toSorted((a, b) => a.position - b.position) }))
    .toSorted((a, b) => b.n - a.n);
}

/** Formats in which both can be seen beside each other; none when they have none in common. */
export function commonFormats(one: Version, other: Version): string[] {
  const formats = ({ films }: Version) => films.map(({ aspect_ratio }) => aspect_ratio ?? '');
  return formats(one).filter((format) => formats(other).includes(format));
}

/** A version's film in a format, else its first. */
export const filmOf = ({ films }: Version, format: string | undefined) =>
  films.find(({ aspect_ratio }) => aspect_ratio === format) ?? films[0];
