import { randomBytes } from 'node:crypto';
import type { ComfyuiFault, ComfyuiFaults } from './faults.ts';
import type { NodeClass } from './node-classes.ts';
import { type PromptGraph, upstreamOf } from './prompt-graph.ts';
import type { Message } from './progress-room.ts';

export type Work = {
  number: number;
  id: string;
  graph: PromptGraph;
  extra: Record<string, unknown>;
  outputs: string[];
};

export type OutputFiles = Record<string, Record<string, unknown>>;
type Noted = [name: string, data: Record<string, unknown>];
type Ended = { work: Work; outputs: OutputFiles; messages: Noted[]; isError: boolean; hasStatus: boolean };

export type BookOptions = {
  faults: ComfyuiFaults;
  classes: Record<string, NodeClass>;
  speed: number;
  /** Seconds that a whole graph takes at speed 1. */
  runSeconds: number;
  /** Makes the file that an output node saves. */
  produce(work: Work, node: string): Promise<Record<string, unknown>>;
  /** A preview while it works; null when it has none. */
  preview(work: Work, client: string): Promise<Buffer | null>;
  /** To the client who submitted it; with null to everybody. */
  tell(client: string | null, message: Message): void;
  showPreview(client: string, picture: Buffer): void;
  /** Newer ones tell the state of every node beside the progress of one. */
  tellsStates: boolean;
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
  let lastNode: string | null = null;
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
    tell(work, 'executing', { node: null, prompt_id: work.id });
    lastNode = null;
    tellStatus();
    void next();
  }

  async function run(work: Work): Promise<Ended> {
    const thisLife = life;
    const messages: Noted[] = [];
    const note = (name: string, data: Record<string, unknown>) => {
      const full = { ...data, prompt_id: work.id, timestamp: Date.now() };
      messages.push([name, full]);
      tell(work, name, full);
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
    note('execution_cached', { nodes: [] });
    const finished = new Set<string>();
    const order = work.outputs.flatMap((output) => [...upstreamOf(work.graph, output)]);
    const total = order.reduce((sum, id) => sum + weightOf(work, id), 0);
    try {
      for (const id of order) {
        lastNode = id;
        tell(work, 'executing', { node: id, display_node: id, prompt_id: work.id });
        const durationMs = (options.runSeconds * 1000 * weightOf(work, id)) / total / speed;
        await step({ work, id, durationMs, fault, thisLife, finished });
        finished.add(id);
        if (!work.outputs.includes(id) || fault === 'run-saves-nothing') continue;
        outputs[id] = await options.produce(work, id);
        tell(work, 'executed', { node: id, output: outputs[id], prompt_id: work.id });
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

  async function step({
    work,
    id,
    durationMs,
    fault,
    thisLife,
    finished,
  }: {
    work: Work;
    id: string;
    durationMs: number;
    fault: ComfyuiFault | null;
    thisLife: number;
    finished: ReadonlySet<string>;
  }): Promise<void> {
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
      if (options.tellsStates) tellStates(work, id, value, steps, finished);
      tell(work, 'progress', { value, max: steps, prompt_id: work.id, node: id });
      const client = clientOf(work);
      if (value % 2 !== 0 || client === null) continue;
      const picture = await options.preview(work, client);
      if (picture !== null) options.showPreview(client, picture);
    }
  }

  function weightOf({ graph }: Work, id: string): number {
    return options.classes[graph[id]?.class_type ?? '']?.weight ?? 1;
  }

  /** Only who submitted it hears of a work. */
  function tell(work: Work, type: string, data: Record<string, unknown>): void {
    const client = clientOf(work);
    if (client !== null) options.tell(client, { type, data });
  }

  function tellStates(
    work: Work,
    id: string,
    value: number,
    max: number,
    finished: ReadonlySet<string>,
  ): void {
    const stateOf = (node: string, state: string, [at, of]: [number, number]) => [
      node,
      { value: at, max: of, state, node_id: node, display_node_id: node, prompt_id: work.id },
    ];
    const nodes = Object.fromEntries([
      ...[...finished].map((node) => stateOf(node, 'finished', [1, 1])),
      stateOf(id, 'running', [value, max]),
    ]) as Record<string, unknown>;
    tell(work, 'progress_state', { prompt_id: work.id, nodes });
  }

  function tellStatus(): void {
    const remaining = pending.length + (running === null ? 0 : 1);
    options.tell(null, {
      type: 'status',
      data: { status: { exec_info: { queue_remaining: remaining } } },
    });
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
    /** What a client is told that comes back while its work runs. */
    lastMessage(client: string): Message | null {
      if (running === null || lastNode === null || clientOf(running) !== client) return null;
      return { type: 'executing', data: { node: lastNode, prompt_id: running.id } };
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

function clientOf({ extra }: Work): string | null {
  return typeof extra['client_id'] === 'string' ? extra['client_id'] : null;
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
