import { createHmac, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PasswordHasher } from '#src/ports/secrets.ts';
import { keptSecret } from './kept-secret.ts';
import { createPasswordHasher } from './password-hasher.ts';
import { createTokenSigner } from './token-signer.ts';

const key = Buffer.from('k'.repeat(32));
const claims = { userId: 'user-1', jti: 'login-1', expiresAt: new Date(Date.now() + 60_000) };

describe('passwords', () => {
  let passwords: PasswordHasher;
  beforeAll(async () => {
    passwords = await createPasswordHasher();
  });

  test('the right one is recognised, a wrong one is not', async () => {
    const hash = await passwords.hash('correct horse');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.verify('correct horse', hash)).toBe(true);
    expect(await passwords.verify('correct horses', hash)).toBe(false);
  });

  test('two people with the same password have different hashes', async () => {
    expect(await passwords.hash('same')).not.toBe(await passwords.hash('same'));
  });

  test('long passwords count to their last character', async () => {
    const hash = await passwords.hash(`${'a'.repeat(100)}X`);
    expect(await passwords.verify(`${'a'.repeat(100)}Y`, hash)).toBe(false);
  });

  test('nobody can sign in as a user who does not exist, not even with the dummy password', async () => {
    expect(await passwords.verify('nobody has this password', null)).toBe(false);
  });

  test('a flood of logins is refused instead of piling up', async () => {
    const tries = Array.from({ length: 60 }, () => passwords.verify('x', null));
    const outcomes = await Promise.allSettled(tries);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(20);
    expect(refused[0]).toMatchObject({ reason: { code: 'busy' } });
  });
});

describe('login tokens', () => {
  const tokens = createTokenSigner(key);
  const parts = (token: string) => token.split('.') as [string, string, string];
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = (header: object, payload: object) => {
    const text = `${base64(header)}.${base64(payload)}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };
  const payload = {
    sub: 'user-1',
    jti: 'login-1',
    iss: 'spotsmith',
    aud: 'spotsmith',
    iat: Math.floor(Date.now() / 1000),
    exp: Math.floor(Date.now() / 1000) + 600,
  };
  const header = { alg: 'HS256', typ: 'JWT' };

  test('one of ours is read back', async () => {
    const read = await tokens.verify(await tokens.sign(claims));
    expect(read).toMatchObject({ userId: 'user-1', jti: 'login-1' });
    expect(await tokens.verify(signed(header, payload))).toMatchObject({ userId: 'user-1' });
  });

  test.each([
    ['without a signature', () => `${base64({ alg: 'none', typ: 'JWT' })}.${base64(payload)}.`],
    ['with “none” and a signature', () => signed({ alg: 'none', typ: 'JWT' }, payload)],
    ['that claims another algorithm', () => signed({ alg: 'HS512', typ: 'JWT' }, payload)],
    ['of another kind', () => signed({ alg: 'HS256', typ: 'at+jwt' }, payload)],
    ['from another issuer', () => signed(header, { ...payload, iss: 'elsewhere' })],
    ['for another audience', () => signed(header, { ...payload, aud: 'elsewhere' })],
    ['that has expired', () => signed(header, { ...payload, exp: payload.iat - 61 })],
    ['that never expires', () => signed(header, { ...payload, exp: undefined })],
    ['that is not valid yet', () => signed(header, { ...payload, nbf: payload.iat + 600 })],
    ['without an id', () => signed(header, { ...payload, jti: undefined })],
    ['that is no token', () => 'hello'],
    ['that is empty', () => ''],
  ])('a token %s is worth nothing', async (_, make) => {
    expect(await tokens.verify(make())).toBeNull();
  });

  test('a token whose user was changed is worth nothing', async () => {
    const [head, , signature] = parts(await tokens.sign(claims));
    expect(await tokens.verify(`${head}.${base64({ ...payload, sub: 'user-2' })}.${signature}`)).toBeNull();
  });

  test('a token signed with an asymmetric key is worth nothing', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const token = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .sign(privateKey);
    expect(await tokens.verify(token)).toBeNull();
  });

  test('a token of another installation is worth nothing', async () => {
    const elsewhere = createTokenSigner(Buffer.from('x'.repeat(32)));
    expect(await tokens.verify(await elsewhere.sign(claims))).toBeNull();
  });

  test('clocks may be a minute apart', async () => {
    const justExpired = signed(header, { ...payload, exp: payload.iat - 30 });
    expect(await tokens.verify(justExpired)).not.toBeNull();
  });
});

describe('the secrets an installation makes for itself', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'spotsmith-secrets-'));
  });
  afterAll(() => rm(dataDir, { recursive: true }));

  test('a secret is made once, kept, and readable by its owner only', async () => {
    const first = await keptSecret(dataDir, 'login');
    expect(first).toHaveLength(32);
    expect(await keptSecret(dataDir, 'login')).toEqual(first);
    expect(await keptSecret(dataDir, 'media')).not.toEqual(first);
    expect((await stat(join(dataDir, 'secrets/login'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'secrets'))).mode & 0o777).toBe(0o700);
  });

  test('many who start at once agree on one, and leave no drafts', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => keptSecret(dataDir, 'race')));
    expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1);
    expect(await readdir(join(dataDir, 'secrets'))).not.toContainEqual(expect.stringContaining('draft'));
  });

  test('a damaged file is named, not overwritten', async () => {
    await writeFile(join(dataDir, 'secrets/damaged'), 'oops');
    await expect(keptSecret(dataDir, 'damaged')).rejects.toThrow('damaged does not hold a secret');
  });
});
