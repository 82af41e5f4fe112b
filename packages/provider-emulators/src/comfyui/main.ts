import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { studioMedia } from '../studio-media.ts';
import { startComfyui } from './emulator.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8188' },
    speed: { type: 'string', default: '1' },
    new: { type: 'boolean', default: false },
  },
});

const emulator = await startComfyui({
  media: studioMedia(mkdtempSync(join(tmpdir(), 'comfyui-emulator-media-'))),
  port: Number(values.port),
  speed: Number(values.speed),
  version: values.new ? '0.26.1' : '0.3.64',
});
console.log(`The ComfyUI emulator listens at ${emulator.baseUrl}
Use it with: COMFYUI_URL=${emulator.baseUrl}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void emulator.close().then(() => process.exit(0)));
}
