import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ProgramUse } from '#src/domain/job-run.ts';

/** What the packages say when they start a program: `node:diagnostics_channel`, so that they need not know us. */
const CHANNEL = 'spotsmith:child-process';
const LOOK_EVERY_MS = 200;
/** Linux counts in hundredths of a second on every processor that Node runs on (`getconf CLK_TCK`). */
const MS_PER_TICK = 10;

const collecting = new AsyncLocalStorage<ProgramUse[]>();
let isSubscribed = false;

/** Does the work and answers with it which programs were started for it, whatever else runs beside it. */
export async function withChildUse<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; children: ProgramUse[] }> {
  if (!isSubscribed) subscribe(CHANNEL, (message) => watch(message as Started));
  isSubscribed = true;
  const children: ProgramUse[] = [];
  return { result: await collecting.run(children, work), children };
}

type Started = { pid: number | undefined; program: string; ended: Promise<unknown> };

function watch({ pid, program, ended }: Started): void {
  const children = collecting.getStore();
  if (children === undefined || pid === undefined) return;
  const startedAt = performance.now();
  let seen = lookAt(pid);
  const timer = setInterval(() => (seen = lookAt(pid) ?? seen), LOOK_EVERY_MS);
  timer.unref();
  const note = () => {
    clearInterval(timer);
    const tookMs = Math.round(performance.now() - startedAt);
    children.push({
      program: basename(program),
      tookMs,
      cpuMs: seen?.cpuMs ?? null,
      peakBytes: seen?.peakBytes ?? null,
    });
  };
  ended.then(note, note);
}

/** Processor time and most memory so far (proc(5)). Null when the process is gone, or nowhere to be looked at. */
function lookAt(pid: number): { cpuMs: number; peakBytes: number } | null {
  try {
    // The name of the program may hold spaces and brackets; the numbers begin after its last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
    const peakKb = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { cpuMs: ticks * MS_PER_TICK, peakBytes: Number(peakKb ?? 0) * 1024 };
  } catch {
    return null;
  }
}
