import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnsweringEmulator, AnsweringOptions } from '@spotsmith/provider-emulators/answering-door';
import { startGemini } from '@spotsmith/provider-emulators/gemini/emulator';
import { startOpenai } from '@spotsmith/provider-emulators/openai/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import sharp from 'sharp';
import { openProvider } from '#src/adapters/hosted/open-provider.ts';
import type { CallOrder, HostedProvider } from '#src/adapters/hosted/hosted-provider.ts';
import type { ProviderFault, ProviderWorld } from './hosted-provider.contract.ts';

export type AnsweringName = 'openai' | 'gemini';

export const ANSWERING_KEY = 'a key that must never be seen';

const START: Record<AnsweringName, (options: AnsweringOptions) => Promise<AnsweringEmulator>> = {
  openai: startOpenai,
  gemini: startGemini,
};
const ORDERS: Record<AnsweringName, Pick<CallOrder, 'model' | 'input'>> = {
  openai: { model: 'gpt-image-2.6-flare', input: { size: '1024x1024', quality: 'low' } },
  gemini: { model: 'gemini-3.1-flash-lite-image', input: { aspectRatio: '1:1', imageSize: '1K' } },
};

/** The emulators' words for what may go wrong. */
const ARM: Record<ProviderFault, (faults: AnsweringEmulator['faults']) => void> = {
  'create-answer-lost': (faults) => faults.arm('create', 'reset-after'),
  'create-never-arrived': (faults) => faults.arm('create', 'reset-before'),
  'create-throttled': (faults) => faults.arm('create', 'throttled'),
  'key-refused': (faults) => faults.arm('create', 'unauthenticated'),
  'no-credit': (faults) => faults.arm('create', 'out-of-credit'),
  'run-fails': (faults) => faults.arm('run', 'failed'),
  // Nothing of it can be stopped: its end is what is waited for.
  'run-never-ends': () => undefined,
  'download-cut-off': (faults) => faults.arm('download', 'truncated'),
};

export type AnsweringWorld = ProviderWorld & {
  emulator: AnsweringEmulator;
  dir: string;
  /** Another process on the same disk, or with another key. */
  another(more?: { key?: string; answersDir?: string }): HostedProvider;
};

/** A provider that answers with the picture itself, over loopback HTTP to a stand-in for it, a hundred times faster than life. */
export async function openAnsweringWorld(name: AnsweringName): Promise<AnsweringWorld> {
  const emulator = await START[name]({ media: sketchMedia(), key: ANSWERING_KEY, speed: 100, scale: 0.2 });
  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-provider-'));
  const picturePath = join(dir, 'picture.png');
  await sharp({ create: { width: 64, height: 36, channels: 3, background: '#b76e79' } })
    .png()
    .toFile(picturePath);
  const { baseUrl } = emulator;
  const another: AnsweringWorld['another'] = (more = {}) =>
    openProvider({
      provider: name,
      key: ANSWERING_KEY,
      baseUrl,
      answersDir: join(dir, 'answers'),
      ...more,
    });
  let orders = 0;
  return {
    emulator,
    dir,
    another,
    provider: another(),
    picturePath,
    anOrder: () => ({
      attemptId: randomUUID(),
      version: null,
      cancelAfterSeconds: 60,
      webhook: null,
      model: ORDERS[name].model,
      input: { ...ORDERS[name].input, prompt: `Order ${++orders}` },
    }),
    arm: (fault) => ARM[fault](emulator.faults),
    disarm: () => emulator.faults.clear(),
    created: () => emulator.created(),
    billedMicros: () => emulator.billedMicros(),
    async close() {
      await emulator.close();
      await rm(dir, { recursive: true });
    },
  };
}
