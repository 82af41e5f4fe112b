export type Task = (signal: AbortSignal) => Promise<void>;

/**
 * Runs tasks in order, `atOnce` of them side by side. When one fails or `signal` aborts, the others are aborted through
 * the signal they were given; rejects with the first error once all have ended.
 */
export async function inParallel(
  tasks: readonly Task[],
  atOnce: number,
  signal?: AbortSignal,
): Promise<void> {
  const stop = new AbortController();
  const either = AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]);
  const queue = [...tasks];
  const work = async () => {
    for (let task = queue.shift(); task; task = queue.shift()) {
      either.throwIfAborted();
      await task(either);
    }
  };
  const workers = Array.from({ length: Math.max(1, atOnce) }, work);
  try {
    await Promise.all(workers);
  } catch (error) {
    stop.abort(error);
    await Promise.allSettled(workers);
    throw error;
  }
}
