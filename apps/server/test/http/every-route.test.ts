import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLAIN_LOOK } from '#src/domain/brand-kit.ts';
import { NO_PREFERENCES } from '#src/domain/preferences.ts';
import { openHttpWorld, type FinishedAd, type HttpWorld, type Person } from './http-world.ts';

const root = resolve(import.meta.dirname, '../../../..');

type Operation = {
  method: NonNullable<InjectOptions['method']>;
  path: string;
  id: string;
  isPublic: boolean;
};

let world: HttpWorld;
let owner: Person;
let stranger: Person;
let ad: FinishedAd;
let operations: Operation[];

beforeAll(async () => {
  world = await openHttpWorld();
  owner = await world.person();
  stranger = await world.person();
  ad = await world.finishedAd(owner);
  operations = operationsOf((await world.ask({ url: '/openapi.json' })).json());
});
afterAll(() => world.close());

describe('the description of the API', () => {
  test('openapi.json is what the routes say now (renew it with: npx vitest run -u every-route)', async () => {
    const { body } = await world.ask({ url: '/openapi.json' });
    const text = `${JSON.stringify(JSON.parse(body), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../openapi.json');
  });

  test('spectral finds nothing to complain of', async () => {
    const spectral = resolve(root, 'node_modules/@stoplight/spectral-cli/dist/index.js');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [spectral, 'lint', '--fail-severity', 'hint', 'apps/server/openapi.json'],
      { cwd: root },
    );
    expect(stdout).toContain('No results with a severity of');
  });

  test('it can be read and tried at /docs, with no script from elsewhere', async () => {
    const page = await world.ask({ url: '/docs/' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self'/);
    expect((await world.ask({ url: '/docs/static/swagger-ui-bundle.js' })).statusCode).toBe(200);
  });
});

describe('nobody gets at what is not theirs', () => {
  test('every route but the public ones asks for a login', async () => {
    const guarded = operations.filter(({ isPublic }) => !isPublic);
    expect(guarded.length).toBeGreaterThan(30);
    for (const operation of guarded) {
      const answer = await world.ask(requestFor(operation));
      expect([operation.id, answer.statusCode]).toEqual([operation.id, 401]);
    }
    expect(operations.filter(({ isPublic }) => isPublic).map(({ id }) => id)).toEqual([
      'getHealth',
      'getReadiness',
      'login',
      'viewInvitation',
      'acceptInvitation',
      'setUp',
      'getInstallation',
      'listModels',
      'getOptions',
      'viewShared',
      'listSharedComments',
      'commentOnShared',
      'approveShared',
      'takeBackApproval',
    ]);
  });

  test('every route about an ad tells a stranger that there is none, and changes nothing', async () => {
    const before = (await owner.ask('GET', `/api/sessions/${ad.sessionId}`)).json();
    const ofOneAd = operations.filter(
      ({ id, path }) => path.includes('{session_id}') || id in BODIES_WITH_SESSION,
    );
    expect(ofOneAd.length).toBeGreaterThan(25);
    for (const operation of ofOneAd) {
      const answer = await world.ask(requestFor(operation, stranger));
      expect([operation.id, answer.statusCode, answer.json().code]).toEqual([
        operation.id,
        404,
        'session_not_found',
      ]);
    }
    const after = (await owner.ask('GET', `/api/sessions/${ad.sessionId}`)).json();
    expect(after.version).toBe(before.version);
    expect(after.status).toBe(before.status);
  });

  test('the same requests reach the ad when its maker asks', async () => {
    const reads = operations.filter(({ method, path }) => method === 'GET' && path.includes('{session_id}'));
    for (const operation of reads) {
      const answer = await world.ask(requestFor(operation, owner));
      expect([operation.id, answer.statusCode]).toEqual([
        operation.id,
        operation.id === 'downloadAd' ? 302 : 200,
      ]);
    }
  });

  test('a stranger’s token cannot be revoked, and the list of ads is one’s own', async () => {
    const { id } = (await owner.ask('POST', '/api/tokens', { name: 'mine' })).json();
    expect((await stranger.ask('DELETE', `/api/tokens/${id}`)).statusCode).toBe(404);
    expect((await stranger.ask('GET', '/api/sessions')).json().items).toEqual([]);
    expect((await stranger.ask('GET', '/api/tokens')).json().items).toEqual([]);
  });
});

describe('what cannot be right is refused with a sentence', () => {
  const created = { prompt: 'Crema, the espresso cup' };
  test.each([
    ['a prompt that is too short', { prompt: 'ab' }, 'prompt'],
    ['a prompt that is too long', { prompt: 'a'.repeat(2001) }, 'prompt'],
    ['a prompt with control characters', { prompt: 'cup\u0000cup' }, 'prompt'],
    ['a field that does not exist', { ...created, cost: 0 }, ''],
    ['somebody else’s id', { ...created, user_id: 'x' }, ''],
    ['a number that is text', { ...created, num_images: '6' }, 'num_images'],
    ['too many images', { ...created, num_images: 9 }, 'num_images'],
    ['an unknown format', { ...created, aspect_ratio: '3:2' }, 'aspect_ratio'],
    ['a list in place of an object', [created], ''],
  ])('%s', async (_, payload, path) => {
    const answer = await owner.ask('POST', '/api/sessions', payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'invalid_request', status: 400 });
    expect(answer.json().errors[0].path).toBe(path);
  });

  const raw = (payload: string, contentType = 'application/json') =>
    world.ask({
      method: 'POST',
      url: '/api/sessions',
      headers: { authorization: `Bearer ${owner.token}`, 'content-type': contentType },
      payload,
    });
  test.each([
    ['what is no JSON', '{"prompt":', 400, 'invalid_json'],
    ['an empty body', '', 400, 'invalid_json'],
    ['a body that reaches for prototypes', '{"prompt":"abc","__proto__":{"a":1}}', 400, 'invalid_json'],
    ['a body that reaches for constructors', '{"constructor":{"prototype":{}}}', 400, 'invalid_json'],
    ['a megabyte of prompt', JSON.stringify({ prompt: 'a'.repeat(1_000_000) }), 413, 'too_large'],
    ['a very deep body', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 400, 'invalid_request'],
  ])('%s', async (_, payload, status, code) => {
    const answer = await raw(payload);
    expect(answer.json()).toMatchObject({ status, code });
  });

  test('a body of another kind', async () => {
    expect((await raw('<prompt/>', 'application/xml')).json()).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
    });
  });

  test.each(['/api/nothing', '/ws', '/ws/a/b', '/media/v2/x', '/api/sessions/x/y/z'])(
    'an address that does not exist: %s',
    async (url) => {
      const answer = await owner.ask('GET', url);
      expect(answer.json()).toMatchObject({ status: 404, code: 'no_such_address' });
    },
  );

  test('nonsense in whatever place of whatever request breaks nothing', async () => {
    const tinkerer = await world.person();
    const own = await world.finishedAd(tinkerer);
    const broken: unknown[] = [];
    for (const operation of operations.filter(({ id }) => id !== 'logout')) {
      for (const request of nonsenseFor(operation, tinkerer, own)) {
        const answer = await world.ask(request);
        if (answer.statusCode >= 500) broken.push([operation.id, request.url, request.payload]);
      }
    }
    expect(broken).toEqual([]);
  });

  test('an id that is none', async () => {
    expect((await owner.ask('GET', '/api/sessions/1%20or%201=1')).statusCode).toBe(400);
    expect((await owner.ask('GET', '/api/sessions?cursor=garbage')).statusCode).toBe(400);
  });
});

describe('every answer is careful', () => {
  test('headers say that nothing is to be run, framed or guessed', async () => {
    const { headers } = await owner.ask('GET', '/api/auth/me');
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-site',
    });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test('health tells that it runs and what is ready, and nothing about anybody', async () => {
    expect((await world.ask({ url: '/health' })).json()).toEqual({ status: 'ok', version: '0.1.0' });
    const ready = await world.ask({ url: '/health/ready' });
    expect(ready.statusCode).toBe(200);
    expect(ready.json().checks.map(({ name }: { name: string }) => name)).toEqual([
      'database',
      'queue',
      'storage',
      'disk space',
    ]);
  });

  test('neither passwords nor tokens nor what people typed are in the log', async () => {
    const { log } = world;
    expect(log()).toContain('"route":"/api/sessions/:session_id"');
    for (const secret of [owner.token, owner.password, owner.email, 'espresso', 'eyJ']) {
      expect(log()).not.toContain(secret);
    }
  });
});

/** Bodies that are right in form, so that only the ownership can be wrong. */
const SCENE = {
  role: 'hook',
  shot: 'wide',
  camera: 'static',
  motion_prompt: '',
  motion_intensity: 0.2,
  seconds: 3,
  on_screen_text: '',
  image_id: randomUUID(),
};
const BODIES_WITH_SESSION: Record<string, object> = {
  generateImages: {},
  generateClips: {},
  composeFinal: {},
  createSocketTicket: {},
};
const BODIES: Record<string, object> = {
  editStoryboard: {
    storyboard: {
      version: 1,
      language: 'en',
      style: 'bold',
      tempoBpm: 128,
      seed: 7,
      copy: { name: 'Crema' },
      shots: [{ id: 'one', role: 'hook', layout: 'hook-type', beats: 4 }],
    },
  },
  editSession: { version: 1, title: 'Mine now' },
  editBrief: { version: 1, brief: { audience: 'me' } },
  editScenes: { version: 1, scenes: [SCENE] },
  approveImages: { image_ids: [randomUUID(), randomUUID()] },
  reviseImages: { num_images: 4 },
  approveClips: { clip_ids: [randomUUID()] },
  editAsset: { version: 1, approval: 'approved' },
  regenerateAsset: { version: 1 },
  restoreVersion: { version: 1 },
  raiseCap: { max_cost_usd: 5 },
  editShare: { allows_comments: true },
  editComment: { is_done: true },
};

const MORE_BODIES: Record<string, object> = {
  createSession: { prompt: 'A cup', title: 'Cup', style_keywords: ['warm'], seed: 7, max_cost_usd: 5 },
  composeFinal: { product_name: 'Crema', call_to_action: 'Try it', outro_card: { url: 'crema.example' } },
  saveBrandKit: { ...PLAIN_LOOK, url: 'crema.example' },
  editPreferences: NO_PREFERENCES,
  createToken: { name: 'mine' },
  commentOnShared: { author: 'Noor', text: 'Larger, please', at_seconds: 2 },
  approveShared: { author: 'Noor', version: 1 },
  login: { email: 'a@example.com', password: 'a guess' },
};
const NONSENSE = ['\u0000', '\ud800', 'a'.repeat(5000), "' or 1=1 --", -1, 2 ** 53, 1e308, null, [], {}];
const NONSENSE_QUERIES: Record<string, string[]> = {
  listSessions: [
    'search=%00',
    'search=%25%5C_',
    'limit=1e9',
    ...['+275760-09-13T00:00:00.000Z', '0000-01-01T00:00:00.000Z', '2026-99-99'].map(
      (instant) => `cursor=${encodeURIComponent(instant)}_${randomUUID()}`,
    ),
  ],
  listProgress: [`after=${2 ** 53}`, 'after=-1', 'after=1e308', 'limit=0'],
};

/** The right body of an operation with each of its values replaced in turn, bodies of any kind, and other addresses. */
function* nonsenseFor(operation: Operation, person: Person, own: FinishedAd): Generator<InjectOptions> {
  const headers = { authorization: `Bearer ${person.token}` };
  const { id, method } = operation;
  const url = addressOf(operation, own);
  const right = {
    ...(id in BODIES_WITH_SESSION && { session_id: own.sessionId }),
    ...BODIES[id],
    ...MORE_BODIES[id],
  };
  for (const key of Object.keys(right)) {
    for (const value of NONSENSE) {
      yield { method, url, headers, payload: { ...right, [key]: value } };
      yield { method, url, headers, payload: { ...right, [key]: [value] } };
    }
  }
  if (method !== 'GET') {
    for (const payload of fc.sample(fc.object(), { numRuns: 2, seed: 7 })) {
      yield { method, url, headers, payload };
    }
  }
  for (const query of NONSENSE_QUERIES[id] ?? []) yield { method, url: `${url}?${query}`, headers };
  for (const word of ['%00', '..%2f..%2fetc', "'%20or%201=1", '%ED%A0%80']) {
    yield { method, url: operation.path.replaceAll(/\{\w+\}/g, word), headers };
  }
}

function addressOf({ path }: Operation, { sessionId, assetId }: FinishedAd): string {
  return path
    .replace('{session_id}', sessionId)
    .replace('{asset_id}', assetId)
    .replace(/\{\w+\}/, randomUUID());
}

function requestFor(operation: Operation, person?: Person): InjectOptions {
  const url = addressOf(operation, ad);
  const authorization = person && { authorization: `Bearer ${person.token}` };
  if (operation.id.startsWith('upload')) {
    const payload =
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nhello\r\n--x--\r\n';
    return {
      method: operation.method,
      url,
      headers: { ...authorization, 'content-type': 'multipart/form-data; boundary=x' },
      payload,
    };
  }
  const payload = operation.id in BODIES_WITH_SESSION ? { session_id: ad.sessionId } : BODIES[operation.id];
  return { method: operation.method, url, headers: { ...authorization }, ...(payload && { payload }) };
}

function operationsOf(document: {
  paths: Record<string, Record<string, { operationId: string; security?: [] }>>;
}): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id, security }]) => ({
      method: method.toUpperCase(),
      path,
      id,
      isPublic: security?.length === 0,
    })),
  );
}
