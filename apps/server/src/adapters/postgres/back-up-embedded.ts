import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { Conflict, InvalidInput } from '#src/domain/faults.ts';
import { lockDirectory } from './lock-directory.ts';
import { openPglite } from './open-pglite.ts';
import { syncToDisk, syncTreeToDisk } from './sync-to-disk.ts';

/** The data directory of an embedded installation, and its database in it. */
export type EmbeddedData = {
  dataDir: string;
  databaseDirectory: string;
  /** Names in `dataDir` that can be made again and are not worth keeping. */
  passing: string[];
};

/** What a backup is: `backup.json`, the database as one archive, and a copy of everything else in the data directory. */
const Manifest = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** SHA-256 of every file in it, by its path. Older backups have none. */
  sha256: z.record(z.string(), z.string()).optional(),
});
type Manifest = z.infer<typeof Manifest>;
const MANIFEST = 'backup.json';
const DATABASE = 'database.tar.gz';
const FILES = 'files';

/**
 * Copies an embedded installation into the new directory `target`, which appears whole or not at all.
 * Throws Unavailable `database_in_use`, Conflict `backup_exists`, InvalidInput `nothing_to_back_up` or
 * `backup_inside_data`.
 */
export async function backUpEmbedded(data: EmbeddedData, target: string): Promise<void> {
  if (existsSync(target)) {
    throw new Conflict('backup_exists', `${target} exists already. Name a directory that does not.`);
  }
  if (!existsSync(data.databaseDirectory)) {
    throw new InvalidInput('nothing_to_back_up', `There is no database in ${data.dataDir}. Check DATA_DIR.`);
  }
  if (!relative(data.dataDir, target).startsWith('..')) {
    throw new InvalidInput(
      'backup_inside_data',
      `${target} lies in ${data.dataDir} itself. Name one outside.`,
    );
  }
  const draft = `${target}.unfinished`;
  await rm(draft, { recursive: true, force: true });
  const lock = lockDirectory(data.databaseDirectory);
  try {
    await mkdir(join(draft, FILES), { recursive: true, mode: 0o700 });
    await writeFile(join(draft, DATABASE), await dump(data.databaseDirectory));
    for (const name of await keptNames(data)) {
      await cp(join(data.dataDir, name), join(draft, FILES, name), { recursive: true });
    }
    const manifest: Manifest = {
      format: 1,
      createdAt: new Date().toISOString(),
      sha256: await sumsOf(draft),
    };
    await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest)}\n`);
    syncTreeToDisk(draft);
    await rename(draft, target);
    syncToDisk(dirname(target));
  } finally {
    lock.release();
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Puts a backup into an empty data directory.
 * Throws InvalidInput `not_a_backup` or `backup_damaged`, Conflict `data_dir_not_empty`, Unavailable `database_in_use`.
 */
export async function restoreEmbedded(source: string, data: EmbeddedData): Promise<void> {
  await assertWhole(source, await readManifest(source));
  await mkdir(data.dataDir, { recursive: true, mode: 0o700 });
  const lock = lockDirectory(data.databaseDirectory);
  try {
    if (existsSync(data.databaseDirectory) || (await keptNames(data)).length > 0) {
      throw new Conflict(
        'data_dir_not_empty',
        `${data.dataDir} is not empty. Move it away, or set DATA_DIR to a new directory.`,
      );
    }
    await fill(data, source);
  } finally {
    lock.release();
  }
}

/** The database comes last: as long as it is not there, the directory counts as not restored. */
async function fill(data: EmbeddedData, source: string): Promise<void> {
  const names = await readdir(join(source, FILES));
  try {
    for (const name of names) {
      await cp(join(source, FILES, name), join(data.dataDir, name), { recursive: true });
    }
    syncTreeToDisk(data.dataDir);
    await load(data.databaseDirectory, await readFile(join(source, DATABASE)));
  } catch (error) {
    const database = basename(data.databaseDirectory);
    for (const name of [...names, database, `${database}.unfinished`]) {
      await rm(join(data.dataDir, name), { recursive: true, force: true });
    }
    throw error;
  }
}

async function dump(databaseDirectory: string): Promise<Uint8Array> {
  const pglite = await openPglite(databaseDirectory);
  try {
    const archive = await pglite.dumpDataDir('gzip');
    return new Uint8Array(await archive.arrayBuffer());
  } finally {
    await pglite.close();
  }
}

async function load(databaseDirectory: string, archive: Buffer<ArrayBuffer>): Promise<void> {
  try {
    const pglite = await openPglite(databaseDirectory, new Blob([archive]));
    await pglite.close();
  } catch (cause) {
    throw new InvalidInput(
      'backup_damaged',
      `The database in this backup cannot be read (${cause instanceof Error ? cause.message : String(cause)}). Use another backup.`,
      { cause },
    );
  }
}

/** Everything in the data directory but the database, its lock and side files, and what is passing. */
async function keptNames({ dataDir, databaseDirectory, passing }: EmbeddedData): Promise<string[]> {
  const database = basename(databaseDirectory);
  const names = await readdir(dataDir);
  return names.filter(
    (name) => name !== database && !name.startsWith(`${database}.`) && !passing.includes(name),
  );
}

/** The hash of every file below a directory, by its path. */
async function sumsOf(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const sums: [string, string][] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    sums.push([relative(directory, path).replaceAll(sep, '/'), hash.digest('hex')]);
  }
  return Object.fromEntries(sums.toSorted(([a], [b]) => a.localeCompare(b)));
}

/** Before anything is written: a backup that lost or changed a file is not restored by half. */
async function assertWhole(source: string, { sha256 }: Manifest): Promise<void> {
  if (sha256 === undefined) return;
  const found = await sumsOf(source);
  const wrong = Object.keys(sha256).filter((path) => found[path] !== sha256[path]);
  if (wrong.length === 0) return;
  throw new InvalidInput(
    'backup_damaged',
    `${wrong.length} of the ${Object.keys(sha256).length} files of this backup are gone or have changed, ${wrong[0]} for one. Nothing was restored. Use another backup.`,
  );
}

async function readManifest(source: string): Promise<Manifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(source, MANIFEST), 'utf8')));
  } catch (cause) {
    throw new InvalidInput(
      'not_a_backup',
      `${source} is not a backup that this version can read. Name the directory that npm run backup made.`,
      { cause },
    );
  }
}
