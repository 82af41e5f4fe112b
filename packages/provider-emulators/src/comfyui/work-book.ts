import { randomBytes } from 'node:crypto';
import type { ComfyuiFault, ComfyuiFaults } from './faults.ts';
import type { NodeClass } from './node-classes.ts';
import { type PromptGraph, upstreamOf } from './prompt-graph.ts';

export type Work = {
  number: number;
  id: string;
  graph: PromptGraph;
  extra: Record<string, unknown>;
  outputs: string[];
};

export type OutputFiles = Record<string, Record<string, unknown>>;
type Message = [name: string, data: Record<string, unknown>];
type Ended = { work: Work; outputs: OutputFiles; messages: Message[]; isError: boolean; hasStatus: boolean };

export type BookOptions = {
  faults: ComfyuiFaults;
  classes: Record<string, NodeClass>;
  speed: number;
  /** Seconds that a whole graph takes at speed 1. */
  runSeconds: number;
  /** Makes the file that an output node saves. */
  produce(work: Work, node: string): Promise<Record<string, unknown>>;
  /** A preview while it works; null when it has none. */
  preview(work: Work): Promise<Buffer | null>;
  tell(message: { type: string; data: Record<string, unknown> }): void;
  showPreview(picture: Buffer): void;
};

const LARGEST_HISTORY = 10_000;
const STEPS = 20;

class Interrupted extends Error {}
class Failure extends Error {
  readonly data: Record<string, unknown>;

  constructor(data: Record<string, unknown>) {
    super('The run failed.');
    this.data = data;
  }
}

/** What waits, runs and is over: one thing at a time, all of it forgotten at a restart. */
export function workBook(options: BookOptions) {
  const { faults, speed } = options;
  let pending: Work[] = [];
  let running: Work | null = null;
  let history = new Map<string, Ended>();
  let isInterrupted = false;
  let life = 0;
  const runs: string[] = [];

  function submit(work: Work): void {
    pending.push(work);
    tellStatus();
    void next();
  }

  async function next(): Promise<void> {
    if (running !== null) return;
    const work = pending.shift();
    if (work === undefined) return;
    running = work;
    isInterrupted = false;
    runs.push(work.id);
    const thisLife = life;
    const ended = await run(work);
    // A server that died in between knows nothing of it.
    if (thisLife !== life) return;
    running = null;
    history.set(work.id, ended);
    const [oldest] = history.keys();
    if (history.size > LARGEST_HISTORY && oldest !== undefined) history.delete(oldest);
    tell('executing', { node: null, prompt_id: work.id });
    tellStatus();
    void next();
  }

  async function run(work: Work): Promise<Ended> {
    const thisLife = life;
    const messages: Message[] = [];
    const note = (name: string, data: Record<string, unknown>) => {
      const full = { ...data, prompt_id: work.id, timestamp: Date.now() };
      messages.push([name, full]);
      tell(name, full);
    };
    const outputs: OutputFiles = {};
    const fault = faults.take(
      'run-fails',
      'run-out-of-memory',
      'run-interrupted',
      'run-never-ends',
      'run-saves-nothing',
      'run-without-status',
    );
    note('execution_start', {});
    const order = work.outputs.flatMap((output) => [...upstreamOf(work.graph, output)]);
    const total = order.reduce((sum, id) => sum + weightOf(work, id), 0);
    try {
      for (const id of order) {
        tell('executing', { node: id, prompt_id: work.id });
        await step(
          work,
          id,
          (options.runSeconds * 1000 * weightOf(work, id)) / total / speed,
          fault,
          thisLife,
        );
        if (!work.outputs.includes(id) || fault === 'run-saves-nothing') continue;
        outputs[id] = await options.produce(work, id);
        tell('executed', { node: id, output: outputs[id], prompt_id: work.id });
      }
      note('execution_success', {});
      return { work, outputs, messages, isError: false, hasStatus: fault !== 'run-without-status' };
    } catch (error) {
      if (error instanceof Interrupted) note('execution_interrupted', {});
      else
        note('execution_error', error instanceof Failure ? error.data : { exception_message: String(error) });
      return { work, outputs: {}, messages, isError: true, hasStatus: true };
    }
  }

  async function step(
    work: Work,
    id: string,
    durationMs: number,
    fault: ComfyuiFault | null,
    thisLife: number,
  ): Promise<void> {
    const isSampler = (options.classes[work.graph[id]?.class_type ?? '']?.weight ?? 1) >= 20;
    const steps = isSampler ? STEPS : 1;
    for (let value = 1; value <= steps; value++) {
      await pause(durationMs / steps);
      const fails = isSampler && value === 2 ? fault : null;
      if (fails === 'run-fails' || fails === 'run-out-of-memory') throw new Failure(failure(work, id, fails));
      if (fails === 'run-interrupted') throw new Interrupted();
      while (fails === 'run-never-ends' && !isInterrupted && thisLife === life) await pause(10);
      if (isInterrupted || thisLife !== life) throw new Interrupted();
      if (!isSampler) continue;
      tell('progress', { value, max: steps, prompt_id: work.id, node: id });
      if (value % 5 !== 0) continue;
      const picture = await options.preview(work);
      if (picture !== null) options.showPreview(picture);
    }
  }

  function weightOf({ graph }: Work, id: string): number {
    return options.classes[graph[id]?.class_type ?? '']?.weight ?? 1;
  }

  function tell(type: string, data: Record<string, unknown>): void {
    options.tell({ type, data });
  }

  function tellStatus(): void {
    const remaining = pending.length + (running === null ? 0 : 1);
    tell('status', { status: { exec_info: { queue_remaining: remaining } } });
  }

  return {
    submit,
    queue: () => ({
      queue_running: running === null ? [] : [entryOf(running)],
      queue_pending: pending.map(entryOf),
    }),
    history(id: string) {
      const ended = history.get(id);
      return ended === undefined ? {} : { [id]: historyEntry(ended) };
    },
    /** Without an id, whatever runs. */
    interrupt(id: string | null): void {
      if (id === null || running?.id === id) isInterrupted = true;
    },
    withdraw(ids: readonly string[]): void {
      pending = pending.filter(({ id }) => !ids.includes(id));
      tellStatus();
    },
    /** The ids of everything that ever began, in that order: what ran twice stands there twice. */
    runs: () => [...runs],
    nextNumber: () => runs.length + pending.length,
    /** What a process that is killed and started again knows. */
    forget(): void {
      life += 1;
      pending = [];
      running = null;
      history = new Map();
    },
  };
}
export type WorkBook = ReturnType<typeof workBook>;

/** What a graph is given somewhere in it by this name, as a number or a text. */
export function inputOf<Kind extends 'number' | 'string'>(
  graph: PromptGraph,
  kind: Kind,
  ...names: string[]
): (Kind extends 'number' ? number : string) | null {
  for (const { inputs } of Object.values(graph)) {
    for (const name of names) if (typeof inputs[name] === kind) return inputs[name] as never;
  }
  return null;
}

export function newName(): string {
  return randomBytes(6).toString('hex');
}

function entryOf({ number, id, graph, extra, outputs }: Work): unknown[] {
  return [number, id, graph, extra, outputs];
}

function historyEntry({ work, outputs, messages, isError, hasStatus }: Ended): object {
  const status = { status_str: isError ? 'error' : 'success', completed: !isError, messages };
  return { prompt: entryOf(work), outputs, status: hasStatus ? status : null, meta: {} };
}

function failure(work: Work, id: string, fault: 'run-fails' | 'run-out-of-memory'): Record<string, unknown> {
  const isMemory = fault === 'run-out-of-memory';
  return {
    node_id: id,
    node_type: work.graph[id]?.class_type ?? '',
    executed: [],
    exception_type: isMemory ? 'torch.OutOfMemoryError' : 'RuntimeError',
    exception_message: isMemory
      ? 'Allocation on device 0 would exceed allowed memory. (out of memory)'
      : 'mat1 and mat2 shapes cannot be multiplied (77x2048 and 768x320)',
    traceback: ['  File "execution.py", line 1, in execute\n'],
    current_inputs: {},
    current_outputs: [],
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
