import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ComfyuiEmulator,
  type ComfyuiOptions,
  startComfyui,
} from '@spotsmith/provider-emulators/comfyui/emulator';
import type { ComfyuiSettings } from '#src/adapters/hosted/comfyui/comfyui-provider.ts';
import { openComfyui } from '#src/adapters/hosted/open-comfyui.ts';
import type { Hosted } from '#src/adapters/hosted/open-hosted.ts';
import { type Orders, ordersIn } from './orders.ts';
import { plainMedia } from './plain-media.ts';

/** The makers of open models over loopback HTTP to emulated graphics cards. */
export type ComfyuiWorld = Orders & {
  cards: ComfyuiEmulator[];
  card: ComfyuiEmulator;
  hosted: Hosted;
  /** Another process, as it were. */
  another(settings?: Partial<ComfyuiSettings>): Hosted;
  close(): Promise<void>;
};

export async function openComfyuiWorld({
  cardCount = 1,
  ...options
}: Partial<ComfyuiOptions> & { cardCount?: number } = {}): Promise<ComfyuiWorld> {
  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-comfyui-'));
  const start = () => startComfyui({ media: plainMedia, speed: 200, scale: 0.1, ...options });
  const cards = await Promise.all(Array.from({ length: cardCount }, start));
  const [card] = cards;
  if (card === undefined) throw new Error('There is no card.');
  const another = (settings: Partial<ComfyuiSettings> = {}) =>
    openComfyui(
      { provider: 'comfyui', baseUrls: cards.map(({ baseUrl }) => baseUrl), headers: {}, ...settings },
      { workflows: { list: async () => [], find: async () => null } },
      {
        limiter: { take: async () => ({ waitMs: 0 }), pause: async () => undefined },
        signals: {
          wait: (_id, ms) => new Promise((resolve) => setTimeout(resolve, ms)),
          send: async () => undefined,
        },
        failpoint: () => undefined,
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        timing: { pollMs: 20, reconcileMs: 200 },
      },
    );
  return {
    cards,
    card,
    hosted: another(),
    another,
    ...(await ordersIn(dir)),
    async close() {
      await Promise.all(cards.map((each) => each.close()));
      await rm(dir, { recursive: true, force: true });
    },
  };
}
