import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Half-written files of a process that died are swept after this long. */
const staleMs = 60 * 60_000;
/** What was used so recently may be about to be joined by another render. */
const recentMs = 10 * 60_000;

const building = new Map<string, Promise<unknown>>();

/**
 * Files named by what they contain. A file appears whole or not at all; two builders of the same file in one process
 * share one build; the least recently used files go first when the cache outgrows its cap.
 */
export class SegmentCache {
  readonly dir: string;
  readonly maxBytes: number;

  constructor(dir: string, maxBytes = 2 * 2 ** 30) {
    this.dir = resolve(dir);
    this.maxBytes = maxBytes;
  }

  async open(): Promise<void> {
    await mkdir(this.dir, { recursive: true });
  }

  path(name: string): string {
    return join(this.dir, name);
  }

  /** True when all of these files are there; marks them as just used. */
  async has(...names: readonly string[]): Promise<boolean> {
    const now = new Date();
    const touched = await Promise.allSettled(names.map((name) => utimes(this.path(name), now, now)));
    return touched.every(({ status }) => status === 'fulfilled');
  }

  /**
   * Sees to it that files which one run makes together are there: when one is missing, `build` makes them all. It
   * writes to the paths it is given, which are in the order of `names`.
   */
  async make(names: readonly string[], build: (...partPaths: string[]) => Promise<void>): Promise<void> {
    const key = names.map((name) => this.path(name)).join();
    for (;;) {
      if (await this.has(...names)) return;
      const other = building.get(key);
      if (!other) break;
      // Whoever builds it may be cancelled: then it is our turn.
      await other.catch(() => undefined);
    }
    const work = this.#build(names, build);
    building.set(key, work);
    try {
      await work;
    } finally {
      building.delete(key);
    }
  }

  async #build(names: readonly string[], build: (...partPaths: string[]) => Promise<void>): Promise<void> {
    const id = randomUUID();
    const parts = names.map((name) => this.path(`part-${id}${name.slice(name.lastIndexOf('.'))}`));
    try {
      await build(...parts);
      await Promise.all(parts.map((part, index) => rename(part, this.path(names[index] ?? ''))));
    } finally {
      await Promise.all(parts.map((part) => rm(part, { force: true })));
    }
  }

  async forget(names: readonly string[]): Promise<void> {
    await Promise.all(names.map((name) => rm(this.path(name), { force: true })));
  }

  /** Removes the longest unused files until the cap holds; never those in `keep`. */
  async evict(keep: ReadonlySet<string>, nowMs = Date.now()): Promise<void> {
    const names = await readdir(this.dir);
    const entries = await Promise.all(
      names.map(async (name) => {
        const facts = await stat(this.path(name)).catch(() => null);
        return facts?.isFile() ? [{ name, bytes: facts.size, usedMs: facts.mtimeMs }] : [];
      }),
    );
    const files = entries.flat().sort((a, b) => a.usedMs - b.usedMs);
    let total = files.reduce((sum, file) => sum + file.bytes, 0);
    for (const { name, bytes, usedMs } of files) {
      const isPart = name.startsWith('part-');
      const isStale = isPart && nowMs - usedMs > staleMs;
      const isIdle = !keep.has(name) && nowMs - usedMs > recentMs;
      const isSurplus = !isPart && isIdle && total > this.maxBytes;
      if (!isStale && !isSurplus) continue;
      await rm(this.path(name), { force: true });
      total -= bytes;
    }
  }
}
