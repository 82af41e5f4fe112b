import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MediaMaker } from '../media-maker.ts';
import { comfyuiFaults, type ComfyuiFaults } from './faults.ts';
import { ALL_MODELS, nodeClasses, type ModelFiles } from './node-classes.ts';
import { produceFile } from './produce-file.ts';
import { requestDoor } from './request-door.ts';
import { progressRoom } from './progress-room.ts';
import { workBook } from './work-book.ts';

export type ComfyuiOptions = {
  media: MediaMaker;
  /** 0 takes any free port. */
  port?: number;
  /** How many times faster than a middling card graphs run; 1 is lifelike. */
  speed?: number;
  /** Shrinks every picture and video, for tests. */
  scale?: number;
  /** From 0.25 on an id has to be a canonical UUID, and lists of values are told in another way. */
  version?: '0.3.64' | '0.26.1';
  /** The files that the card has; all that our workflows want when not given. */
  models?: Partial<ModelFiles>;
  /** A proxy that wants this header. */
  wantsHeader?: { name: string; value: string };
};

/** A running stand-in for ComfyUI and one graphics card. */
export type ComfyuiEmulator = {
  baseUrl: string;
  faults: ComfyuiFaults;
  /** How many works were taken into its queue. */
  created(): number;
  /** The ids of what ran, in that order: what ran twice stands there twice. */
  runs(): string[];
  /** The graphs that were taken in, newest last. */
  graphs(): Record<string, { class_type: string; inputs: Record<string, unknown> }>[];
  /** Somebody else's work, in front of whatever comes. */
  queueForeign(): string;
  /** Who listens at its socket, by name. */
  listeners(): string[];
  /** Sends somebody who listens what a ComfyUI never would. */
  sendRaw(name: string, message: string | Buffer): void;
  /** Every interrupt it was told, with the id it was told; null for whatever runs. */
  interrupts(): (string | null)[];
  /** Killed: it does not listen, and what it knew is gone. */
  stop(): Promise<void>;
  /** Listens again, at the same address. */
  start(): Promise<void>;
  close(): Promise<void>;
};

const RUN_SECONDS = 20;

/** Starts the emulator on the loopback interface. */
export async function startComfyui(options: ComfyuiOptions): Promise<ComfyuiEmulator> {
  const { media, speed = 1, scale = 1, version = '0.3.64', models = {} } = options;
  const dir = mkdtempSync(join(tmpdir(), 'comfyui-emulator-'));
  const faults = comfyuiFaults();
  const classes = nodeClasses({ ...ALL_MODELS, ...models });
  const room = progressRoom();
  const book = workBook({
    faults,
    classes,
    speed,
    runSeconds: RUN_SECONDS,
    produce: (work, node) => produceFile(work, node, { dir, media, scale }),
    preview: (work, client) => room.previewOf(work, client, dir),
    tell: room.tell,
    showPreview: room.showPreview,
    tellsStates: version !== '0.3.64',
  });
  const interrupts: (string | null)[] = [];
  const graphs: ReturnType<ComfyuiEmulator['graphs']> = [];
  let port = options.port ?? 0;
  let created = 0;
  let server: Server | null = null;

  async function start(): Promise<void> {
    const { wantsHeader = null } = options;
    const door = requestDoor({
      ...{ dir, faults, classes, book, version, wantsHeader },
      onCreated: (graph) => {
        created += 1;
        graphs.push(graph);
      },
      onInterrupt: (id) => void interrupts.push(id),
    });
    const opening = createServer(door);
    opening.on('upgrade', (request, socket, head) => {
      const isLetIn = wantsHeader === null || request.headers[wantsHeader.name] === wantsHeader.value;
      if (isLetIn) room.enter(request, socket, head, book.lastMessage);
      else socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    });
    await new Promise<void>((resolve, reject) => {
      opening.once('error', reject);
      opening.listen(port, '127.0.0.1', resolve);
    });
    const address = opening.address();
    if (address === null || typeof address === 'string') throw new Error('The emulator has no port.');
    port = address.port;
    server = opening;
  }

  async function stop(): Promise<void> {
    book.forget();
    room.leave();
    const closing = server;
    server = null;
    closing?.closeAllConnections();
    await new Promise<void>((resolve) => (closing === null ? resolve() : closing.close(() => resolve())));
  }

  await start();
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    faults,
    created: () => created,
    runs: book.runs,
    graphs: () => [...graphs],
    queueForeign() {
      const id = crypto.randomUUID();
      const graph = {
        1: { class_type: 'EmptyLatentImage', inputs: {} },
        2: { class_type: 'KSampler', inputs: {} },
      };
      book.submit({
        number: book.nextNumber(),
        id,
        graph: { ...graph, 2: { class_type: 'KSampler', inputs: { latent_image: ['1', 0] } } },
        extra: {},
        outputs: ['2'],
      });
      return id;
    },
    listeners: room.names,
    sendRaw: room.sendRaw,
    interrupts: () => [...interrupts],
    start,
    stop,
    async close() {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
