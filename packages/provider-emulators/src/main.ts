import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from './emulator.ts';
import { readOptions } from './read-options.ts';
import { studioMedia } from './studio-media.ts';

const USAGE = `npm run emulator -- [--port 18931] [--speed 1] [--small]

  --port   where it listens
  --speed  how many times faster than the provider it works
  --small  takes six requests a minute, as an account with little credit does`;

const values = readOptions(USAGE, {
  port: { type: 'string' },
  speed: { type: 'string', default: '1' },
  small: { type: 'boolean', default: false },
});

const emulator = await startEmulator({
  media: studioMedia(mkdtempSync(join(tmpdir(), 'replicate-emulator-media-'))),
  port: Number(values.port ?? process.env['PORT'] ?? 18931),
  speed: Number(values.speed),
  ...(values.small ? { createsPerMinute: 6, burst: 1 } : {}),
});
console.log(`The Replicate emulator listens at ${emulator.baseUrl}
Use it with: REPLICATE_API_TOKEN=test REPLICATE_BASE_URL=${emulator.baseUrl}
Webhook secret: ${emulator.webhookSecret}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void emulator.close().then(() => process.exit(0)));
}
