import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OutputGone, downloadOutput } from './download-output.ts';
import { isReplicateFile } from './replicate/replicate-provider.ts';

const api = new URL('https://api.replicate.com/v1/');

test.each([
  'https://replicate.delivery/a/out.png',
  'https://pbxt.replicate.delivery/a/out.png',
  'https://api.replicate.com/v1/files/1',
])('files may come from %s', (url) => {
  expect(isReplicateFile(new URL(url), api)).toBe(true);
});

test.each([
  'http://replicate.delivery/a',
  'https://replicate.delivery:8443/a',
  'https://user@replicate.delivery/a',
  'https://replicate.delivery.evil.example/a',
  'https://evilreplicate.delivery/a',
  'http://127.0.0.1/a',
  'http://2130706433/a',
  'http://0x7f.1/a',
  'http://[::ffff:127.0.0.1]/a',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
])('files may not come from %s', (url) => {
  expect(isReplicateFile(new URL(url), api)).toBe(false);
});

let provider: Server;
let canary: Server;
let dir: string;
let hits = 0;
const originOf = (server: Server) => {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
};

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'spotsmith-download-'));
  canary = createServer((_request, response) => {
    hits += 1;
    response.end('secret');
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  provider = createServer((_request, response) => {
    response.writeHead(302, { location: `${originOf(canary)}/latest/meta-data` }).end();
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  provider.close();
  canary.close();
  await rm(dir, { recursive: true });
});

test('a redirect to another host is not followed, and nothing is left behind', async () => {
  const apiUrl = new URL(`${originOf(provider)}/v1/`);
  const download = downloadOutput(`${apiUrl.origin}/out.png`, {
    kind: 'image',
    isAllowed: (source) => isReplicateFile(source, apiUrl),
    outDir: dir,
    signal: new AbortController().signal,
  });
  await expect(download).rejects.toThrow(OutputGone);
  expect(hits).toBe(0);
  expect(await readdir(dir)).toEqual([]);
});
