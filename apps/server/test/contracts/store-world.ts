import { randomUUID } from 'node:crypto';
import type { Handle } from '#src/adapters/postgres/handle.ts';
import { openDatabase, type Database, type DatabaseSettings } from '#src/adapters/postgres/open-database.ts';
import { openStore } from '#src/adapters/postgres/open-store.ts';
import { openProgressFeed } from '#src/adapters/postgres/progress-feed.ts';
import type { Clip, NewAssetOf, Still } from '#src/domain/asset.ts';
import type { NewSession, Session } from '#src/domain/session.ts';
import type { NewAttempt } from '#src/domain/spending.ts';
import type { User } from '#src/domain/user.ts';
import type { ProgressFeed } from '#src/ports/progress.ts';
import type { Store } from '#src/ports/store.ts';

/** A store on a real database. Tests share it: each makes its own user and ads and looks at those only. */
export type StoreWorld = {
  store: Store;
  feed: ProgressFeed;
  drizzle: Handle;
  close(): Promise<void>;
};

export async function openStoreWorld(settings: DatabaseSettings): Promise<StoreWorld> {
  const database: Database = await openDatabase(settings);
  const noJobs = { send: () => Promise.reject(new Error('These tests send no jobs.')) };
  return {
    store: openStore(database, () => noJobs),
    feed: await openProgressFeed(database),
    drizzle: database.drizzle,
    close: () => database.close(),
  };
}

export async function aUser(store: Store): Promise<User> {
  const id = randomUUID();
  return store.write((tx) =>
    tx.accounts.insertUser({
      id,
      email: `${id}@example.com`,
      fullName: 'Ada Lovelace',
      role: 'member',
      passwordHash: 'not a hash',
    }),
  );
}

export async function aSession(store: Store, given: Partial<NewSession> = {}): Promise<Session> {
  const userId = given.userId ?? (await aUser(store)).id;
  return store.write((tx) =>
    tx.sessions.insert({
      id: randomUUID(),
      userId,
      title: 'Crema',
      prompt: 'Crema, the espresso cup for slow mornings',
      options: {
        num_images: 6,
        style_keywords: ['warm', 'calm'],
        aspect_ratio: '16:9',
        target_seconds: 15,
        use_brand_kit: true,
        review: false,
      },
      review: false,
      seed: 7,
      capMicros: 1_000_000,
      ...given,
    }),
  );
}

/** A still; what the database does with the other kinds it does with this one. */
export async function anAsset(
  store: Store,
  sessionId: string,
  given: Partial<NewAssetOf<Still>> = {},
): Promise<Still> {
  const [asset] = await store.write((tx) =>
    tx.assets.insert<Still>([
      {
        id: randomUUID(),
        sessionId,
        kind: 'image',
        origin: 'made',
        position: 0,
        seed: 7,
        view: 'front',
        prompt: 'On marble',
        aspectRatio: '16:9',
        ...given,
      },
    ]),
  );
  if (!asset) throw new Error('The asset was not inserted.');
  return asset;
}

export async function aClipOf(store: Store, image: Still): Promise<Clip> {
  const [clip] = await store.write((tx) =>
    tx.assets.insert<Clip>([
      {
        id: randomUUID(),
        sessionId: image.sessionId,
        kind: 'clip',
        origin: 'made',
        position: 0,
        seed: 7,
        imageId: image.id,
        prompt: 'Steam rises.',
        aspectRatio: '16:9',
        direction: {
          shot: 'close-up',
          camera: 'push-in',
          motion_prompt: 'Steam rises.',
          motion_intensity: 0.4,
          seconds: 3,
        },
      },
    ]),
  );
  if (!clip) throw new Error('The clip was not inserted.');
  return clip;
}

export function anAttempt(
  session: Pick<Session, 'id' | 'userId'>,
  given: Partial<NewAttempt> = {},
): NewAttempt {
  return {
    id: randomUUID(),
    sessionId: session.id,
    userId: session.userId,
    assetId: null,
    stage: 'image',
    provider: 'replicate',
    model: 'black-forest-labs/flux-schnell',
    inputHash: 'a'.repeat(64),
    estimateMicros: 100_000,
    units: 1,
    unitName: 'image',
    ...given,
  };
}

/** A row that the test made and that must be there. */
export function there<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw new Error('The row is not there.');
  return row;
}

/** The code of the fault a promise rejects with. */
export async function faultCode(promise: Promise<unknown>): Promise<unknown> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Error && 'code' in error ? error.code : error;
}
