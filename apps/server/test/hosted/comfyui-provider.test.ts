import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ComfyuiEmulator, startComfyui } from '@spotsmith/provider-emulators/comfyui/emulator';
import sharp from 'sharp';
import { describe } from 'vitest';
import { openProvider } from '#src/adapters/hosted/open-provider.ts';
import { SHIPPED_WORKFLOWS } from '#src/domain/workflows/shipped-workflows.ts';
import { plainMedia } from './plain-media.ts';
import { hostedProviderContract, type ProviderFault } from './hosted-provider.contract.ts';

/** The emulator's words for what may go wrong. */
const ARM: Record<
  Exclude<ProviderFault, 'no-credit' | 'download-cut-off'>,
  Parameters<ComfyuiEmulator['faults']['arm']>[0]
> = {
  'create-answer-lost': 'submit-lost-after',
  'create-never-arrived': 'submit-lost-before',
  'create-throttled': 'throttled',
  'key-refused': 'login-page',
  'run-fails': 'run-fails',
  'run-never-ends': 'run-never-ends',
};

describe.each(['0.3.64', '0.26.1'] as const)('ComfyUI %s', (version) => {
  hostedProviderContract('attempt', async () => {
    const emulator = await startComfyui({ media: plainMedia, speed: 200, scale: 0.1, version });
    const dir = await mkdtemp(join(tmpdir(), 'spotsmith-provider-'));
    const picturePath = join(dir, 'picture.png');
    await sharp({ create: { width: 64, height: 36, channels: 3, background: '#b76e79' } })
      .png()
      .toFile(picturePath);
    let orders = 0;
    return {
      provider: openProvider(
        { provider: 'comfyui', baseUrls: [emulator.baseUrl], headers: {} },
        async (id) => SHIPPED_WORKFLOWS.find((workflow) => workflow.id === id) ?? null,
      ),
      picturePath,
      anOrder: () => ({
        attemptId: randomUUID(),
        model: 'comfyui/sdxl',
        version: null,
        input: { prompt: `Order ${++orders}`, width: 640, height: 352, seed: orders },
        cancelAfterSeconds: 60,
        webhook: null,
      }),
      arm(fault) {
        if (fault === 'no-credit' || fault === 'download-cut-off') throw new Error('Nothing is paid.');
        emulator.faults.arm(ARM[fault]);
      },
      disarm: () => emulator.faults.clear(),
      created: () => emulator.created(),
      billedMicros: () => 0,
      async close() {
        await emulator.close();
        await rm(dir, { recursive: true });
      },
    };
  });
});
