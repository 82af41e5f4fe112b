import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ComfyuiEmulator,
  type ComfyuiOptions,
  startComfyui,
} from '@spotsmith/provider-emulators/comfyui/emulator';
import sharp from 'sharp';
import type { ComfyuiSettings } from '#src/adapters/hosted/comfyui/comfyui-provider.ts';
import { openComfyui } from '#src/adapters/hosted/open-comfyui.ts';
import type { Hosted } from '#src/adapters/hosted/open-hosted.ts';
import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { canvasOf } from '#src/domain/canvas.ts';
import type { ClipRequest, ImageRequest, LocalPhoto, MakeContext } from '#src/ports/makers.ts';
import { plainMedia } from './plain-media.ts';

/** The makers of open models over loopback HTTP to emulated graphics cards. */
export type ComfyuiWorld = {
  cards: ComfyuiEmulator[];
  card: ComfyuiEmulator;
  hosted: Hosted;
  /** Another process, as it were. */
  another(settings?: Partial<ComfyuiSettings>): Hosted;
  anImage(more?: Partial<ImageRequest>): ImageRequest;
  aClip(more?: Partial<ClipRequest>): ClipRequest;
  aContext(more?: ContextOptions): Promise<MakeContext & { waits: string[]; ids: string[] }>;
  close(): Promise<void>;
};

type ContextOptions = Partial<Pick<MakeContext, 'signal' | 'previousTrouble'>> & {
  attempt?: Partial<MakeContext['attempt']>;
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
  const photo = await aPhoto(dir);
  const brief = writeBriefByRules({
    prompt: 'Crema, the espresso cup for slow mornings',
    photoCount: 1,
    brandColours: [],
    styleKeywords: [],
    numImages: 6,
    seed: 7,
  });
  const shared = {
    brief,
    canvas: canvasOf('16:9', 0.2),
    aspectRatio: '16:9',
    seed: 7,
    versionNumber: 1,
    model: null,
  } as const;
  return {
    cards,
    card,
    hosted: another(),
    another,
    anImage: (more) => ({
      ...shared,
      prompt: 'A cup on a table.',
      photos: [photo],
      index: 0,
      count: 6,
      styleKeywords: [],
      ...more,
    }),
    aClip: (more) => ({
      ...shared,
      image: { ...photo, recipe: null },
      photos: [photo],
      direction: {
        shot: 'medium',
        camera: 'push-in',
        motion_prompt: 'The camera pushes in slowly.',
        motion_intensity: 0.5,
        seconds: 3,
      },
      ...more,
    }),
    async aContext({ attempt, ...more } = {}) {
      const outDir = join(dir, randomUUID());
      await mkdir(outDir);
      const [waits, ids]: [string[], string[]] = [[], []];
      return {
        attempt: {
          id: randomUUID(),
          startedAt: new Date(),
          ageMs: 0,
          externalId: null,
          isResumed: false,
          ...attempt,
        },
        outDir,
        signal: new AbortController().signal,
        previousTrouble: null,
        onExternalId: async (id) => void ids.push(id),
        onProgress: (_fraction, wait) => void (wait !== undefined && waits.push(wait.message)),
        waits,
        ids,
        ...more,
      };
    },
    async close() {
      await Promise.all(cards.map((each) => each.close()));
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function aPhoto(dir: string): Promise<LocalPhoto> {
  const path = join(dir, 'photo.png');
  await sharp({ create: { width: 320, height: 240, channels: 3, background: '#b76e79' } }).toFile(path);
  return {
    id: randomUUID(),
    path,
    mimeType: 'image/png',
    preparation: null,
    preparedPaths: {},
    usesCutout: false,
  };
}
