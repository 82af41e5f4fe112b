import { readFileSync, readdirSync } from 'node:fs';
import type { Limits } from './limits.ts';

/** Looks in one silence: so a machine that slept does not count as a child that did nothing. */
const LOOKS = 6;
const LONGEST_LOOK_MS = 2_000;
/** Linux counts processor time in these, whatever the machine. */
const TICKS_PER_SECOND = 100;

export interface Watch {
  /** The child spoke, or was spoken to. */
  touch(): void;
  stop(): void;
  /** Why the child was ended by the watch, if it was. */
  reason(): 'silent' | 'costly' | null;
}

/**
 * Ends a child that has used up its processor time, or that for long neither used any nor spoke. How late it is says
 * nothing: on a busy machine good work takes long. Where processor time cannot be read, it is the words that count.
 */
export function watchChild(
  pid: number,
  { cpuSeconds, silentMs }: Pick<Limits, 'cpuSeconds' | 'silentMs'>,
  { isBusy, kill }: { isBusy: () => boolean; kill: () => void },
): Watch {
  const everyMs = Math.min(LONGEST_LOOK_MS, silentMs / LOOKS);
  const silentLooks = Math.ceil(silentMs / everyMs);
  let seenTicks = 0;
  let idleLooks = 0;
  let ended: 'silent' | 'costly' | null = null;
  const end = (why: 'silent' | 'costly') => {
    ended = why;
    clearInterval(timer);
    kill();
  };
  const timer = setInterval(() => {
    const ticks = ticksOf(pid);
    if (ticks > cpuSeconds * TICKS_PER_SECOND) return end('costly');
    idleLooks = ticks > seenTicks || !isBusy() ? 0 : idleLooks + 1;
    seenTicks = Math.max(seenTicks, ticks);
    if (idleLooks >= silentLooks) end('silent');
  }, everyMs);
  timer.unref();
  return {
    touch: () => void (idleLooks = 0),
    stop: () => clearInterval(timer),
    reason: () => ended,
  };
}

/** Processor time of a process, of those it started, and of those of them that ended. 0 where it cannot be read. */
function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // Fields are counted from behind the name, which may hold anything: proc(5), 14 to 17.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const own = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return childrenOf(pid).reduce((sum, child) => sum + ticksOf(child), own);
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter(Boolean).map(Number),
  );
}
