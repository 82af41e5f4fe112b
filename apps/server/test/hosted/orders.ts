import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { canvasOf } from '#src/domain/canvas.ts';
import type {
  ClipRequest,
  ImageRequest,
  LocalPhoto,
  MakeContext,
  MusicRequest,
  Sight,
} from '#src/ports/makers.ts';

/** What the engine asks of makers, and what it is told meanwhile, for worlds of any provider. */
export type Orders = {
  photo: LocalPhoto;
  anImage(more?: Partial<ImageRequest>): ImageRequest;
  aClip(more?: Partial<ClipRequest>): ClipRequest;
  someMusic(more?: Partial<MusicRequest>): MusicRequest;
  aContext(more?: ContextOptions): Promise<MakeContext & { waits: string[]; ids: string[]; sights: Sight[] }>;
};

type ContextOptions = Partial<Pick<MakeContext, 'signal' | 'previousTrouble' | 'takenIds'>> & {
  attempt?: Partial<MakeContext['attempt']>;
};

export async function ordersIn(dir: string): Promise<Orders> {
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
    photo,
    anImage: (more) => ({
      ...shared,
      prompt: brief.image_prompts[0]?.prompt ?? '',
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
    someMusic: (more) => ({
      brief,
      mood: 'lo-fi',
      seconds: 6,
      hitsAtSeconds: [],
      film: null,
      seed: 7,
      model: null,
      ...more,
    }),
    async aContext({ attempt, ...more } = {}) {
      const outDir = join(dir, randomUUID());
      await mkdir(outDir);
      const [waits, ids, sights]: [string[], string[], Sight[]] = [[], [], []];
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
        takenIds: async () => new Set<string>(),
        onExternalId: async (id) => void ids.push(id),
        onProgress: (_fraction, wait) => void (wait !== undefined && waits.push(wait.message)),
        onSight: (sight) => void sights.push(sight),
        waits,
        ids,
        sights,
        ...more,
      };
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
