import { distance } from 'fastest-levenshtein';

/** Upper-case names that are not ours but nearly are: two slips in a long name, one in a short one. */
export function misspelt(names: readonly string[], known: readonly string[]): string[] {
  return names
    .filter((name) => /^[A-Z0-9_]+$/.test(name) && !known.includes(name))
    .flatMap((name) => {
      const meant = known.find((ours) => distance(name, ours) <= slipsAllowed(ours));
      return meant ? [`${name} is not a setting. Did you mean ${meant}? Rename or remove it.`] : [];
    });
}

/** Three-letter names are left alone, and one slip in four letters: HOME is no misspelt HOST. */
function slipsAllowed(name: string): number {
  if (name.length >= 8) return 2;
  return name.length >= 4 ? 1 : 0;
}
