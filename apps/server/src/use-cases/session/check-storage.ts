import type { FileStore } from '../../ports/file-store.ts';
import type { Ports } from '../../ports/ports.ts';

const PAGE = 500;
const PREFIXES = ['sessions/', 'brands/'];

/**
 * Compares the storage with the database, both ways: keys that the database knows and the storage has not (`missing`:
 * restore them from a backup), and keys that nobody knows (`orphans`: the sweep removes them when they are an hour old).
 */
export async function checkStorage({ store, files }: Pick<Ports, 'store'> & { files: FileStore }): Promise<{
  known: number;
  missing: string[];
  orphans: string[];
}> {
  const unknown = new Set<string>();
  for (const prefix of PREFIXES) for await (const { key } of files.list(prefix)) unknown.add(key);
  const missing: string[] = [];
  let known = 0;
  for (let after: string | null = null; ;) {
    const page = await store.read.files.page(after, PAGE);
    for (const { key } of page) if (!unknown.delete(key)) missing.push(key);
    known += page.length;
    after = page.at(-1)?.id ?? null;
    if (after === null || page.length < PAGE) return { known, missing, orphans: [...unknown] };
  }
}
