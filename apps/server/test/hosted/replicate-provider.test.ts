import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { billOf } from '@spotsmith/provider-emulators/bill';
import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import sharp from 'sharp';
import { openProvider } from '#src/adapters/hosted/open-provider.ts';
import { hostedProviderContract, type ProviderFault } from './hosted-provider.contract.ts';

/** The emulator's words for what may go wrong. */
const ARM: Record<ProviderFault, (faults: Emulator['faults']) => void> = {
  'create-answer-lost': (faults) => faults.arm('create', 'reset-after'),
  'create-never-arrived': (faults) => faults.arm('create', 'reset-before'),
  'create-throttled': (faults) => faults.arm('create', 'throttled'),
  'key-refused': (faults) => faults.arm('create', 'unauthenticated'),
  'no-credit': (faults) => faults.arm('create', 'out-of-credit'),
  'run-fails': (faults) => faults.arm('run', 'failed'),
  'run-never-ends': (faults) => faults.arm('run', 'never-finish'),
  'download-cut-off': (faults) => faults.arm('download', 'truncated'),
};

hostedProviderContract('list', async () => {
  const emulator = await startEmulator({ media: sketchMedia(), speed: 100, scale: 0.2 });
  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-provider-'));
  const picturePath = join(dir, 'picture.png');
  await sharp({ create: { width: 64, height: 36, channels: 3, background: '#b76e79' } })
    .png()
    .toFile(picturePath);
  let orders = 0;
  return {
    provider: openProvider({ provider: 'replicate', token: 'any', baseUrl: emulator.baseUrl }),
    picturePath,
    anOrder: () => ({
      attemptId: randomUUID(),
      model: 'black-forest-labs/flux-pro',
      version: null,
      input: { prompt: `Order ${++orders}` },
      cancelAfterSeconds: 60,
      webhook: null,
    }),
    arm: (fault) => ARM[fault](emulator.faults),
    disarm: () => emulator.faults.clear(),
    created: () => emulator.created(),
    billedMicros: () => billOf(emulator.predictions.list()).micros,
    settle: () => Promise.allSettled(emulator.predictions.list().map(({ settled }) => settled)),
    async close() {
      await emulator.close();
      await rm(dir, { recursive: true });
    },
  };
});
