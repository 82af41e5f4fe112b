import { closeSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const heartbeatMs = 1_000;
const abandonedAfterMs = 5_000;

/**
 * Lets one process at a time do `work`; the others wait. The holder touches the lock file every second, so the lock
 * of a process that was killed counts as abandoned after five.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  for (let hasSaidSo = false; !tryToTake(path); hasSaidSo = true) {
    if (!hasSaidSo) process.stderr.write('Another set-up is at work here; waiting for it.\n');
    await sleep(heartbeatMs / 2);
  }
  const release = () => rmSync(path, { force: true });
  const stop = () => process.exit(130);
  const heartbeat = setInterval(() => utimesSync(path, new Date(), new Date()), heartbeatMs);
  process.once('exit', release).once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release).off('SIGINT', stop).off('SIGTERM', stop);
    release();
  }
}

/** @param {string} path */
function tryToTake(path) {
  try {
    closeSync(openSync(path, 'wx'));
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  if (Date.now() - mtimeMs > abandonedAfterMs) rmSync(path, { force: true });
  return false;
}
