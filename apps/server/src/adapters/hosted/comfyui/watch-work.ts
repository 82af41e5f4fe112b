import { WebSocket } from 'ws';
import type { Workflow } from '#src/domain/workflows/workflow.ts';
import type { Sight } from '#src/ports/makers.ts';
import type { StopWatching } from '../hosted-provider.ts';
import { readPreview } from './read-preview.ts';
import { followSteps, startSteps } from './steps-of-work.ts';

/** Where a card tells what it does. */
export type CardSocket = { url: URL; headers: Readonly<Record<string, string>> };

const MAX_MESSAGE_BYTES = 2 * 1024 * 1024;
const CONNECT_WITHIN_MS = 10_000;
const RECONNECT_AFTER_MS = 5_000;
/** A preview takes a child of half a second. */
const PREVIEW_EVERY_MS = 2_000;

/**
 * Listens at a card's socket to one work until it is stopped. ComfyUI tells each work to the one client that submitted it,
 * so the client is named by the work: a process that takes it up after a crash is told on. A socket that breaks, is
 * silent or talks nonsense costs the sights and nothing else.
 */
export function watchWork(
  { url, headers }: CardSocket,
  id: string,
  workflow: Pick<Workflow, 'graph'> | null,
  onSight: (sight: Sight) => void,
): StopWatching {
  const address = new URL(`ws?${new URLSearchParams({ clientId: id }).toString()}`, url);
  address.protocol = url.protocol.replace('http', 'ws');
  const graph = workflow?.graph ?? {};
  let steps = startSteps;
  let socket: WebSocket | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const stopped = new AbortController();
  let nextPreviewAtMs = 0;

  const tell = (preview: Uint8Array | null) => {
    if (isStopped) return;
    onSight({ ahead: 0, step: steps.step, fraction: steps.fraction, preview });
  };

  const seePreview = async (message: Buffer): Promise<void> => {
    if (performance.now() < nextPreviewAtMs) return;
    // None is looked at while another one is.
    nextPreviewAtMs = Infinity;
    const preview = await readPreview(message, stopped.signal);
    nextPreviewAtMs = performance.now() + PREVIEW_EVERY_MS;
    if (preview !== null) tell(preview);
  };

  const connect = () => {
    const opened = new WebSocket(address, {
      headers,
      maxPayload: MAX_MESSAGE_BYTES,
      handshakeTimeout: CONNECT_WITHIN_MS,
      perMessageDeflate: false,
    });
    socket = opened;
    opened.on('message', (data: Buffer, isBinary) => {
      if (isBinary) return void seePreview(data);
      const next = followSteps(steps, data.toString(), id, graph);
      if (next === steps) return;
      steps = next;
      tell(null);
    });
    // `close` follows.
    opened.on('error', () => undefined);
    opened.on('close', () => {
      if (!isStopped) timer = setTimeout(connect, RECONNECT_AFTER_MS);
    });
  };

  connect();
  return () => {
    isStopped = true;
    stopped.abort();
    clearTimeout(timer);
    socket?.terminate();
  };
}
