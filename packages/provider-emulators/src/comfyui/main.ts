import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from '../read-options.ts';
import { studioMedia } from '../studio-media.ts';
import { startComfyui } from './emulator.ts';

const USAGE = `npm run emulator:comfyui -- [--port 8188] [--speed 1] [--new]

  --port   where it listens
  --speed  how many times faster than a graphics card it works
  --new    answers as ComfyUI 0.26.1 does, else as 0.3.64`;

const values = readOptions(USAGE, {
  port: { type: 'string', default: '8188' },
  speed: { type: 'string', default: '1' },
  new: { type: 'boolean', default: false },
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
