import { basename, extname } from 'node:path';
import { Permanent } from '#src/domain/faults.ts';
import type { ModelInput } from '#src/domain/catalogue/model-input.ts';
import { fillGraph } from '#src/domain/workflows/fill-graph.ts';
import { boundTo, type Workflow } from '#src/domain/workflows/workflow.ts';
import {
  type CallOrder,
  callOf,
  type HostedProvider,
  type ProviderCall,
  type StopWatching,
} from '../hosted-provider.ts';
import { ProviderProblem } from '../provider-problem.ts';
import { cardLine } from './card-line.ts';
import { type HistoryEntry, type OurMark, runErrorOf } from './comfyui-answers.ts';
import { type CardSettings, comfyuiCard, isDown, type ComfyuiCard } from './comfyui-card.ts';
import { watchWork } from './watch-work.ts';
import { faultOfRun, nothingSaved, problemOfNodes, problemOfRefusal } from './comfyui-faults.ts';

export type ComfyuiSettings = Omit<CardSettings, 'baseUrl'> & {
  provider: 'comfyui';
  /** One for each graphics card. */
  baseUrls: readonly string[];
};

export type FindWorkflow = (id: string) => Promise<Workflow | null>;

/** Long enough for a request that a proxy holds back. */
const ARRIVES_WITHIN_MS = 3_000;
/** Between two looks at the cards while others of ours work on them. */
const LOOK_EVERY_MS = 1_000;
const ADDRESS = 'picture:';

/** One for each address. */
export function cardsOf({ baseUrls, ...settings }: ComfyuiSettings): ComfyuiCard[] {
  return baseUrls.map((baseUrl) => comfyuiCard({ ...settings, baseUrl }));
}

type Found =
  | { card: ComfyuiCard; state: 'running' }
  | { card: ComfyuiCard; state: 'queued'; ahead: number }
  | { card: ComfyuiCard; entry: HistoryEntry };

/**
 * One's own graphics cards behind the interface that all providers share. A call's id is its attempt's, given to ComfyUI as
 * `prompt_id`: a crash finds it by that, and queue and history are looked at before anything is submitted, because ComfyUI
 * runs the same id twice when it is posted twice. A ComfyUI that was restarted knows nothing of what it did, at no cost.
 */
export function comfyuiProvider(settings: ComfyuiSettings, findWorkflow: FindWorkflow): HostedProvider {
  const cards = cardsOf(settings);
  const line = cardLine(cards, LOOK_EVERY_MS);
  const pictures = new Map<string, { path: string; mimeType: string }>();
  /** What we took out of a queue leaves no trace there. */
  const withdrawn = new Set<string>();
  /** Where works that are not over were seen last. */
  const cardOf = new Map<string, ComfyuiCard>();

  /** Throws the problem of a card that could have it and does not answer. */
  async function find(id: string, signal?: AbortSignal): Promise<Found | null> {
    let unclear: ProviderProblem | null = null;
    for (const card of cards) {
      try {
        const sight = await lookAt(card, id, signal);
        if (sight === null) continue;
        // What is over is not watched any more.
        if ('state' in sight) cardOf.set(id, card);
        return sight;
      } catch (error) {
        if (!(error instanceof ProviderProblem)) throw error;
        if (!isDown(error)) unclear = error;
      }
    }
    if (unclear !== null) throw unclear;
    return null;
  }

  async function send(card: ComfyuiCard, order: CallOrder, workflow: Workflow): Promise<ProviderCall> {
    const { attemptId } = order;
    const input = await withUploads(card, order);
    if (input['picture'] === undefined && boundTo(workflow, 'picture').length > 0)
      throw pictureWanted(workflow);
    const size = `${String(input['width'] ?? '?')}×${String(input['height'] ?? '?')}`;
    const mark: OurMark = { workflow: workflow.id, output: workflow.outputNode, size };
    const answer = await card.submit(attemptId, fillGraph(workflow, input), mark);
    if ('refusal' in answer) throw problemOfRefusal(answer.refusal);
    for (const address of [order.input['picture'] ?? []].flat()) pictures.delete(String(address));
    const problem = problemOfNodes(answer.node_errors, workflow.outputNode);
    cardOf.set(attemptId, card);
    if (problem === null) return callOf(attemptId, 'queued');
    // It was queued all the same, for what else it saves.
    await stop(attemptId);
    throw problem;
  }

  async function withUploads(card: ComfyuiCard, { attemptId, input }: CallOrder): Promise<ModelInput> {
    const names: string[] = [];
    for (const [place, address] of [input['picture'] ?? []].flat().entries()) {
      const file = pictures.get(String(address));
      if (file === undefined) throw new Error('A picture was ordered that was not handed over.');
      const name = `${attemptId}-${place}${extname(file.path)}`;
      names.push(await card.upload(file.path, file.mimeType, name));
    }
    return names.length === 0 ? input : { ...input, picture: names };
  }

  /** Of nobody else's: a waiting one is taken out, the running one interrupted by its id. */
  async function stop(id: string): Promise<void> {
    let sight = await find(id);
    if (sight !== null && 'state' in sight && sight.state === 'queued') {
      await sight.card.withdraw(id);
      withdrawn.add(id);
      // It may have begun meanwhile.
      sight = await find(id);
    }
    if (sight !== null && 'state' in sight && sight.state === 'running') await sight.card.interrupt(id);
  }

  return {
    id: 'comfyui',
    recovery: { by: 'attempt', arrivesWithinMs: ARRIVES_WITHIN_MS },

    waitForMachine: line.wait,

    watch(id, model, onSight) {
      const card = cardOf.get(id);
      if (card === undefined) return () => undefined;
      let isOver = false;
      let stopListening: StopWatching = () => undefined;
      const listen = (workflow: Workflow | null) => {
        if (!isOver) stopListening = watchWork({ ...card, ...settings }, id, workflow, onSight);
      };
      // Without the workflow its nodes have no names.
      findWorkflow(model).then(listen, () => listen(null));
      return () => {
        isOver = true;
        cardOf.delete(id);
        stopListening();
      };
    },

    async create(order) {
      const workflow = await findWorkflow(order.model);
      if (workflow === null) throw new ProviderProblem('not-found', `There is no workflow ${order.model}.`);
      withdrawn.delete(order.attemptId);
      try {
        const known = await find(order.attemptId);
        if (known !== null) return seen(order.attemptId, known);
        return await send(await line.take(order.attemptId), order, workflow);
      } finally {
        line.leave(order.attemptId);
      }
    },

    async get(id, signal) {
      const sight = await find(id, signal);
      if (sight !== null) return seen(id, sight);
      if (withdrawn.has(id)) return callOf(id, 'expired');
      throw new ProviderProblem('not-found', `ComfyUI does not know ${id}.`);
    },

    cancel: stop,

    async upload(path, mimeType, mark) {
      // Which card it has to be on is known when the work is submitted.
      const address = `${ADDRESS}${mark}/${basename(path)}`;
      pictures.set(address, { path, mimeType });
      return address;
    },

    isFileSource: (url) =>
      cards.some(
        (card) => url.origin === card.url.origin && url.pathname === new URL('view', card.url).pathname,
      ),
    fileHeaders: settings.headers,
    verifyWebhook: async () => null,

    async account() {
      const told = await Promise.all(cards.map(describeCard));
      return told.join('; ');
    },
    disagreements: async () => [],
  };
}

/** Version and devices of one card, in a few words. */
export async function describeCard(card: ComfyuiCard): Promise<string> {
  const { system, devices } = await card.stats();
  const gigabytes = (bytes: number) => (bytes / 1024 ** 3).toFixed(1);
  const told = devices.map(
    ({ name, vram_total: total, vram_free: free }) =>
      `${name.split(' : ')[0]}, ${gigabytes(total)} GB (${gigabytes(free)} free)`,
  );
  return `ComfyUI ${system.comfyui_version ?? 'of an unknown version'} at ${card.name}: ${told.join(', ') || 'no device'}`;
}

/** The queue first: what ends between the two looks stands in the history by then. */
async function lookAt(card: ComfyuiCard, id: string, signal?: AbortSignal): Promise<Found | null> {
  const queue = await card.queue(signal);
  const { queue_running: running, queue_pending: pending } = queue;
  if (running.some((entry) => entry.id === id)) return { card, state: 'running' };
  const waiting = pending.find((entry) => entry.id === id);
  if (waiting !== undefined) {
    const before = pending.filter(({ number }) => number < waiting.number);
    return { card, state: 'queued', ahead: running.length + before.length };
  }
  const entry = await card.history(id, signal);
  return entry && { card, entry };
}

function seen(id: string, sight: Found): ProviderCall {
  if (!('state' in sight)) return endOf(id, sight.card, sight.entry);
  return { ...callOf(id, sight.state), ...(sight.state === 'queued' && { ahead: sight.ahead }) };
}

function endOf(
  id: string,
  card: ComfyuiCard,
  { prompt: { mark }, outputs, status }: HistoryEntry,
): ProviderCall {
  const messages = status?.messages ?? [];
  const facts = { runSeconds: runSecondsOf(messages) };
  const last = messages.findLast(([name]) => name === 'execution_error' || name === 'execution_interrupted');
  if (last?.[0] === 'execution_interrupted') return { ...callOf(id, 'cancelled'), facts };
  if (last !== undefined || status?.status_str === 'error') {
    const error = runErrorOf(last?.[1] ?? {});
    const words = [error.node_type, error.exception_message].filter(Boolean).join(': ');
    return { ...callOf(id, 'failed'), error: words || 'no reason given', facts, ...faultOfRun(error, mark) };
  }
  const files = (mark === null ? Object.values(outputs).flat() : outputs[mark.output]) ?? [];
  const kept = files.toSorted((a, b) => Number(b.type === 'output') - Number(a.type === 'output'));
  const fileUrls = kept.map((file) => card.fileUrl(file));
  return {
    ...callOf(id, 'succeeded'),
    fileUrls,
    facts,
    ...(kept.length === 0 && { fault: nothingSaved(mark) }),
  };
}

function runSecondsOf(messages: readonly [string, Record<string, unknown>][]): number | null {
  const times = messages.map(([, { timestamp }]) => timestamp).filter((time) => typeof time === 'number');
  const [first, last] = [times[0], times.at(-1)];
  return first === undefined || last === undefined ? null : (last - first) / 1000;
}

function pictureWanted({ name }: Workflow): ProviderProblem {
  const message = `“${name}” draws from a photo, and this ad has none. Add a photo, or choose a model that draws from words.`;
  return new ProviderProblem('told', message, { fault: new Permanent('workflow_wants_picture', message) });
}
