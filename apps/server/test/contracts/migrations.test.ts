import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { drizzlePglite as drizzle } from '#src/adapters/postgres/drizzle.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accountReader } from '#src/adapters/postgres/account-store.ts';
import { assetReader } from '#src/adapters/postgres/asset-store.ts';
import { shareReader } from '#src/adapters/postgres/share-store.ts';
import { createTokenSigner } from '#src/adapters/secrets/token-signer.ts';

const folder = fileURLToPath(new URL('../../src/adapters/postgres/migrations', import.meta.url));

let pglite: PGlite;
beforeEach(async () => {
  pglite = await PGlite.create();
});
afterEach(() => pglite.close());

async function apply(isIn: (file: string) => boolean): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  for (const file of files.filter(isIn)) {
    await pglite.exec(await readFile(`${folder}/${file}`, 'utf8'));
  }
}

/** Somebody and an ad of theirs, as the first version knew them. */
async function insertAnAd(): Promise<{ userId: string; sessionId: string }> {
  const [userId, sessionId] = [randomUUID(), randomUUID()];
  await pglite.query(
    `insert into users (id, email, full_name, role, password_hash) values ($1, 'ada@example.com', 'Ada', 'owner', 'x')`,
    [userId],
  );
  await pglite.query(
    `insert into sessions (id, user_id, title, prompt, options, review, seed, cap_micros) values ($1, $2, 'Dew', 'Dew', '{}', false, 7, 1)`,
    [sessionId, userId],
  );
  return { userId, sessionId };
}

test('assets of the first version are read as what they are: who brought a file, and what each kind keeps', async () => {
  await apply((file) => file < '0005');
  const { sessionId } = await insertAnAd();
  const [fileId, imageId] = [randomUUID(), randomUUID()];
  await pglite.query(
    `insert into files (id, session_id, key, mime_type, bytes, sha256) values ($1, $2, 'a', 'audio/wav', 1, 'x')`,
    [fileId, sessionId],
  );
  const insert = async (position: number, columns: Record<string, unknown>) => {
    const row = { id: randomUUID(), session_id: sessionId, position, seed: 7, ...columns };
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`);
    await pglite.query(
      `insert into assets (${names.join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    );
  };
  const scene = {
    role: 'hook',
    shot: 'wide',
    camera: 'orbit',
    motion_prompt: 'Slow.',
    motion_intensity: 0.5,
  };
  const score = { mood: 'calm', seconds: 6, hits_at_seconds: [2] };
  await insert(0, { kind: 'photo', file_id: fileId, approval: 'rejected', recipe: '{"isConfident":true}' });
  await insert(1, { id: imageId, kind: 'image', view: 'front', prompt: 'On marble', aspect_ratio: '16:9' });
  await insert(2, {
    kind: 'clip',
    parent_id: imageId,
    prompt: 'Slow.',
    aspect_ratio: '16:9',
    recipe: JSON.stringify({ ...scene, image_id: imageId, seconds: 3, on_screen_text: 'Hi' }),
  });
  await insert(3, { kind: 'music', file_id: fileId, seconds: 9 });
  await insert(4, { kind: 'music', recipe: JSON.stringify(score) });
  await insert(5, { kind: 'music', file_id: fileId, provider: 'studio', recipe: JSON.stringify(score) });
  await insert(6, { kind: 'final', aspect_ratio: '16:9' });
  await apply((file) => file >= '0005');

  const assets = await assetReader(drizzle({ client: pglite, casing: 'snake_case' })).ofSession(sessionId);
  expect(assets.map(({ kind, origin }) => `${kind} ${origin}`)).toEqual([
    'photo uploaded',
    'image made',
    'clip made',
    'music uploaded',
    'music made',
    'music made',
    'final made',
  ]);
  const [photo, , clip, , music] = assets;
  expect(photo).toMatchObject({ cutoutApproval: 'rejected', preparation: { isConfident: true } });
  expect(clip).toMatchObject({ imageId, direction: { camera: 'orbit', seconds: 3 } });
  expect(music).toMatchObject({ score });
});

test('links and API tokens of before go on working, and the links are in the database as hashes only', async () => {
  await apply((file) => file < '0009');
  const { userId, sessionId } = await insertAnAd();
  await pglite.query(`insert into shares (id, session_id, token) values ($1, $2, 'handed-out')`, [
    randomUUID(),
    sessionId,
  ]);
  await pglite.query(
    `insert into api_tokens (id, user_id, name, prefix, token_hash) values ($1, $2, 'CI', 'sps_a', 'hash')`,
    [randomUUID(), userId],
  );
  await apply((file) => file >= '0009');

  const db = drizzle({ client: pglite, casing: 'snake_case' });
  const { digest } = createTokenSigner(Buffer.alloc(32));
  expect(await shareReader(db).findByToken(digest('handed-out'))).toMatchObject({ sessionId });
  expect(JSON.stringify((await pglite.query('select * from shares')).rows)).not.toContain('handed-out');
  expect(await accountReader(db).findApiToken('hash')).toMatchObject({ scope: 'manage', expiresAt: null });
});
