import { readFile } from 'node:fs/promises';

export interface Cost {
  wallSeconds: number;
  /** User and system time of this process and all it started. Linux only; 0 elsewhere. */
  cpuSeconds: number;
  /** Highest sum of resident memory of the processes it started. Linux only; 0 elsewhere. */
  childrenMiB: number;
}

const ticksPerSecond = 100;
const pageBytes = 4096;

async function statOf(pid: number | 'self'): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Fields after the command name, which may itself hold spaces: [0] is the state.
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

async function cpuSeconds(): Promise<number> {
  const fields = await statOf('self');
  const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0);
  return ticks / ticksPerSecond;
}

/** Looks at our own descendants only: reading all of /proc ten times a second would cost a seventh of a core. */
async function descendants(pid: number): Promise<number[]> {
  const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const children = list.split(' ').filter(Boolean).map(Number);
  return [...children, ...(await Promise.all(children.map(descendants))).flat()];
}

async function childrenMiB(): Promise<number> {
  const stats = await Promise.all((await descendants(process.pid)).map(statOf));
  const pages = stats.reduce((sum, fields) => sum + Number(fields[21] ?? 0), 0);
  return (pages * pageBytes) / 2 ** 20;
}

/** Runs `work` and tells what it cost, everything it started included. */
export async function measureProcessTree(work: () => Promise<unknown>): Promise<Cost> {
  let peak = 0;
  const sampler = setInterval(() => {
    void childrenMiB().then((now) => {
      peak = Math.max(peak, now);
    });
  }, 100);
  const cpuBefore = await cpuSeconds();
  const startedMs = performance.now();
  try {
    await work();
  } finally {
    clearInterval(sampler);
  }
  const wallSeconds = (performance.now() - startedMs) / 1000;
  return { wallSeconds, cpuSeconds: (await cpuSeconds()) - cpuBefore, childrenMiB: peak };
}
