import { existsSync, fsyncSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { diskFault } from '#src/domain/disk-fault.ts';
import { Unavailable } from '#src/domain/faults.ts';
import { syncToDisk, syncTreeToDisk } from './sync-to-disk.ts';

/**
 * Opens PGlite so that it loses no acknowledged write when the power fails: PGlite itself runs with fsync off and its
 * file system has none. Costs one fsync for each commit, as on a PostgreSQL server.
 * A directory whose making was cut short is made anew. `content` is what a new one is filled with (a dump).
 * Throws Unavailable `database_damaged`, `data_dir_not_writable` or `storage_full`.
 */
export async function openPglite(directory: string, content?: Blob): Promise<PGlite> {
  try {
    return await open(directory, content);
  } catch (cause) {
    throw whyNot(directory, cause);
  }
}

async function open(directory: string, content?: Blob): Promise<PGlite> {
  const unfinished = `${directory}.unfinished`;
  const isNew = existsSync(unfinished) || !existsSync(directory);
  if (isNew) {
    writeFileSync(unfinished, '');
    rmSync(directory, { recursive: true, force: true });
    assertRoom(dirname(directory));
  } else if (!statSync(directory).isDirectory()) {
    throw Object.assign(new Error(`${directory} is a file.`), { code: 'ENOTDIR' });
  }
  const pglite = await PGlite.create({
    fs: new DurableNodeFS(directory),
    startParams: START_PARAMS,
    ...(content && { loadDataDir: content }),
  });
  takeTurns(pglite);
  if (isNew) {
    syncTreeToDisk(directory);
    rmSync(unfinished);
    syncToDisk(dirname(directory));
  }
  return pglite;
}

/** A new database takes 41 MB, and PGlite hangs for ever when it finds no room for it. */
const ROOM_BYTES = 64 * 2 ** 20;

function assertRoom(directory: string): void {
  const { bavail, bsize } = statfsSync(directory);
  if (bavail * bsize < ROOM_BYTES)
    throw Object.assign(new Error('There is no room for a database.'), { code: 'ENOSPC' });
}

/** PGlite itself does not say why it ended: a disk that does not work is told apart from files that do not. */
function whyNot(directory: string, cause: unknown): Unavailable {
  const fault = diskFault(cause, directory) ?? diskFault(troubleWritingTo(directory), directory);
  if (fault !== null) return fault;
  const version = versionOf(directory);
  const why =
    version === null || version === VERSION
      ? 'is damaged and cannot be opened'
      : `is of PostgreSQL ${version}, and this is ${VERSION}`;
  return new Unavailable(
    'database_damaged',
    `The database in ${directory} ${why}. Restore a backup (npm run restore) into a new DATA_DIR, or move it and the media beside it away to begin anew.`,
    { cause },
  );
}

const VERSION = '18';
/** More than any disk keeps free for itself. */
const PROBE_BYTES = 2 ** 20;

function troubleWritingTo(directory: string): unknown {
  const probe = join(directory, '.probe');
  try {
    writeFileSync(probe, Buffer.alloc(PROBE_BYTES));
    return null;
  } catch (error) {
    return error;
  } finally {
    if (existsSync(probe)) rmSync(probe);
  }
}

/** The major version, or null when the file tells none. */
function versionOf(directory: string): string | null {
  try {
    return /^\d+$/m.exec(readFileSync(join(directory, 'PG_VERSION'), 'utf8'))?.[0] ?? null;
  } catch {
    return null;
  }
}

/** Long enough to cost nothing, short enough for nobody to notice. */
const LONGEST_SPELL_MS = 10;

/**
 * PGlite works in our own thread and goes from one waiting query to the next without a turn of the event loop: while
 * many wait, no socket would be read and no timer would ring until the last is done. So it lets others have a turn.
 */
function takeTurns(pglite: PGlite): void {
  const work = pglite.execProtocolRaw.bind(pglite);
  let turnedAtMs = performance.now();
  pglite.execProtocolRaw = async (...message) => {
    const answer = await work(...message);
    if (performance.now() - turnedAtMs > LONGEST_SPELL_MS) {
      await turnOfTheLoop();
      turnedAtMs = performance.now();
    }
    return answer;
  };
}

/**
 * `-F` is fsync off; of the ways to sync the log, fsync is the one that reaches the file system below. The buffers, all
 * written to at every start, are an eighth of what PostgreSQL takes for a server of its own: 112 MB less memory.
 */
const START_PARAMS = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'shared_buffers=16MB',
];

/** WASI's number for an I/O error, on which PostgreSQL stops rather than go on with unsure data. */
const EIO = 29;

type SetAttributes = (node: unknown, attributes: { mode?: number }) => void;
type StreamOperations = { fsync?: (stream: { nfd: number }) => number };
type NodeOperations = { setattr: SetAttributes };

/** Of the permissions that PGlite gives every file it makes, whatever our umask says, those of the owner. */
const OWNER_ONLY = ~0o077;

class DurableNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const preRun = emscriptenOpts.preRun ?? [];
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [
          ...preRun,
          ({ NODEFS }) => {
            const { stream_ops: operations, node_ops: nodes } = NODEFS as {
              stream_ops: StreamOperations;
              node_ops: NodeOperations;
            };
            const setAttributes = nodes.setattr;
            nodes.setattr = (node, { mode, ...rest }) =>
              setAttributes(node, { ...rest, ...(mode !== undefined && { mode: mode & OWNER_ONLY }) });
            operations.fsync = ({ nfd }) => {
              try {
                fsyncSync(nfd);
                return 0;
              } catch {
                return EIO;
              }
            };
          },
        ],
      },
    };
  }
}
