import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Half-written files of a process that died are swept after this long. */
const staleMs = 60 * 60_000;
/** What was used so recently may be about to be joined by another render. */
const recentMs = 10 * 60_000;

const building = new Map<string, Promise<unknown>>();

/**
 * Files named by what they contain. A file appears whole or not at all; two builders of the same name in one process
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

  /** True when the file is there; marks it as just used. */
  async has(name: string): Promise<boolean> {
    const now = new Date();
    return utimes(this.path(name), now, now).then(
      () => true,
      () => false,
    );
  }

  /** Answers the path of `name`, building it first when it is missing. `build` writes to the path it is given. */
  async make(name: string, build: (partPath: string) => Promise<void>): Promise<string> {
    const path = this.path(name);
    for (;;) {
      if (await this.has(name)) return path;
      const other = building.get(path);
      if (!other) break;
      // Whoever builds it may be cancelled: then it is our turn.
      await other.catch(() => undefined);
    }
    const work = this.#build(path, build);
    building.set(path, work);
    try {
      await work;
    } finally {
      building.delete(path);
    }
    return path;
  }

  async #build(path: string, build: (partPath: string) => Promise<void>): Promise<void> {
    const extension = path.slice(path.lastIndexOf('.'));
    const partPath = this.path(`part-${randomUUID()}${extension}`);
    try {
      await build(partPath);
      await rename(partPath, path);
    } finally {
      await rm(partPath, { force: true });
    }
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
