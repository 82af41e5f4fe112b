/** Words in any order, each somewhere in the label; letters alone count, not their accents or case. */
export function matches(label: string, search: string): boolean {
  const said = plain(label);
  return plain(search)
    .split(/\s+/)
    .every((word) => said.includes(word));
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
