import { existsSync, fsyncSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { syncToDisk, syncTreeToDisk } from './sync-to-disk.ts';

/**
 * Opens PGlite so that it loses no acknowledged write when the power fails: PGlite itself runs with fsync off and its
 * file system has none. Costs one fsync for each commit, as on a PostgreSQL server.
 * A directory whose making was cut short is made anew. `content` is what a new one is filled with (a dump).
 */
export async function openPglite(directory: string, content?: Blob): Promise<PGlite> {
  const unfinished = `${directory}.unfinished`;
  const isNew = existsSync(unfinished) || !existsSync(directory);
  if (isNew) {
    writeFileSync(unfinished, '');
    rmSync(directory, { recursive: true, force: true });
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

type StreamOperations = { fsync?: (stream: { nfd: number }) => number };

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
            const { stream_ops: operations } = NODEFS as { stream_ops: StreamOperations };
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
