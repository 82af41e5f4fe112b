import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import { type ApiClient, apiClient } from '#src/cli/api-client.ts';
import { runServer, type RunningServer } from './run-server.ts';

export type StoryWorld = {
  dataDir: string;
  /** A photo of a bottle with a clear background, so that no neural network has to cut it out. */
  photoPath: string;
  /** Starts the server on this world's data; only one may run at a time. */
  start(environment?: Record<string, string>): Promise<StoryServer>;
  close(): Promise<void>;
};
export type StoryServer = RunningServer & { url: string; token: string; api: ApiClient };

/** The smallest ad that has everything. */
export const SMALL_AD = { prompt: 'Dew, the face serum for calm mornings', num_images: 4, seed: 7 } as const;
export const SMALL_WISHES = {
  numClips: 2,
  clipSeconds: 2,
  productName: null,
  callToAction: 'Try it',
  layout: 'classic',
} as const;

/** A data directory of its own with the real server on it, as on somebody's computer. */
export async function openStoryWorld(): Promise<StoryWorld> {
  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-story-'));
  const dataDir = join(dir, 'data');
  const photoPath = join(dir, 'bottle.png');
  await sharp(Buffer.from(BOTTLE)).png().toFile(photoPath);
  const running: RunningServer[] = [];
  return {
    dataDir,
    photoPath,
    async start(environment = {}) {
      const server = await runServer({ DATA_DIR: dataDir, ...environment });
      running.push(server);
      const { token } = await holderOf(dataDir);
      const url = server.url ?? '';
      return { ...server, url, token, api: apiClient({ url, token }) };
    },
    async close() {
      await Promise.all(running.map((server) => server.stop('SIGKILL')));
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function holderOf(dataDir: string): Promise<{ token: string }> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const text = await readFile(join(dataDir, 'database.holder.json'), 'utf8').catch(() => '{}');
    const holder = z.object({ token: z.string() }).safeParse(JSON.parse(text));
    if (holder.success) return holder.data;
    if (Date.now() > deadline) throw new Error('The server did not announce itself.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const BOTTLE = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200">
  <defs><linearGradient id="g" x1="0" x2="1"><stop offset="0" stop-color="#1f6f6a"/><stop offset="0.5" stop-color="#5fc9bd"/><stop offset="1" stop-color="#145550"/></linearGradient></defs>
  <rect x="380" y="120" width="140" height="170" rx="22" fill="#2b2b2b"/>
  <rect x="270" y="280" width="360" height="760" rx="70" fill="url(#g)"/>
  <rect x="320" y="520" width="260" height="280" rx="18" fill="#f6f1e6"/>
  <text x="450" y="690" font-size="96" text-anchor="middle" fill="#1f3f3c" font-family="sans-serif">DEW</text>
</svg>`;
