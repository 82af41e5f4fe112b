import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from '@spotsmith/contract/sessions';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeAd } from '#src/cli/make-ad.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';
import { until, WAIT } from '../support/until.ts';
import {
  openStoryWorld,
  SMALL_AD,
  SMALL_WISHES,
  type StoryServer,
  type StoryWorld,
} from '../support/story-world.ts';

let world: StoryWorld;
let server: StoryServer;

beforeAll(async () => {
  world = await openStoryWorld();
  await copyEmbedded(join(world.dataDir, 'database'));
  server = await world.start();
});
afterAll(() => world.close());

/** Asks the API for what the command line has no word for. */
async function ask(method: string, path: string, body?: object): Promise<Session> {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Session;
}

/** How many studio processes work for the server at this moment. */
async function studioProcesses(): Promise<number> {
  let count = 0;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent === String(server.pid)) count += 1;
  }
  return count;
}

async function encodedSegments(): Promise<number> {
  const names = await readdir(join(world.dataDir, 'segments')).catch(() => []);
  return names.filter((name) => /^[0-9a-f]+\.mp4$/.test(name)).length;
}

test('the images of an ad are really different pictures, made from a photo that was cut out', async () => {
  const { id } = await server.api.createSession(SMALL_AD);
  await server.api.uploadPhoto(id, world.photoPath);
  await server.api.generateImages(id);
  const { images } = await until(server, id, 'reviewing_images');
  const pictures = await Promise.all(images.map(({ url }) => greyOf(`${server.url}${url}`)));
  for (const [index, one] of pictures.entries()) {
    for (const other of pictures.slice(index + 1)) expect(similarity(one, other)).toBeLessThan(0.9);
  }
});

test('a photo whose cut-out the user does not like is shown as a whole', async () => {
  const { id } = await server.api.createSession(SMALL_AD);
  await server.api.uploadPhoto(id, world.photoPath);
  const photo = await vi.waitFor(async () => {
    const session = await server.api.getSession(id);
    const [cut] = session.photos;
    if (cut?.cutout == null) throw new Error('The photo is not cut out yet.');
    return { ...cut, version: session.version };
  }, WAIT);
  expect(photo.cutout).toMatchObject({ is_used: true, mask_url: expect.stringContaining('/media/') });
  const edited = await ask('PATCH', `/api/sessions/${id}/assets/${photo.id}`, {
    version: photo.version,
    approval: 'rejected',
  });
  expect(edited.photos[0]?.cutout?.is_used).toBe(false);
  await server.api.generateImages(id);
  const { images } = await until(server, id, 'reviewing_images');
  expect(images.map(({ model }) => model)).toEqual(images.map(() => expect.stringContaining('/card-')));
});

test('an ad reviewed step by step stops for the brief and the scenes, and edits to both are what is made', async () => {
  const created = await server.api.createSession({ ...SMALL_AD, review: true });
  const { id } = created;
  await server.api.generateImages(id);
  const brief = await until(server, id, 'reviewing_brief');
  await ask('PUT', `/api/sessions/${id}/brief`, { version: brief.version, brief: { product_name: 'Dawn' } });
  await server.api.generateImages(id);
  const images = await until(server, id, 'reviewing_images');
  expect(images.brief?.product.name).toBe('Dawn');
  await server.api.approveImages(
    id,
    images.images.slice(0, 2).map((image) => image.id),
  );
  await server.api.generateClips(id, { clip_seconds: 2 });
  const planned = await until(server, id, 'reviewing_scenes');
  const [first, second] = planned.scenes;
  if (first === undefined || second === undefined) throw new Error('Two scenes were expected.');
  const edit = ({ position: _, ...scene }: typeof first) => scene;
  await ask('PUT', `/api/sessions/${id}/scenes`, {
    version: planned.version,
    scenes: [edit(second), { ...edit(first), camera: 'orbit', seconds: 3 }],
  });
  await server.api.generateClips(id, {});
  const { clips } = await until(server, id, 'reviewing_videos');
  expect(clips.map(({ parent_id: image, seconds }) => [image, seconds])).toEqual([
    [second.image_id, 2],
    [first.image_id, 3],
  ]);
  // While a person looks at the clips, the ad is encoded ahead: 5 s in pieces of at most 3 s.
  await vi.waitFor(async () => expect(await encodedSegments()).toBeGreaterThan(1), WAIT);
});

test('an image drawn again takes the place of the old one, which is kept as a version and can be used again', async () => {
  const { id } = await server.api.createSession(SMALL_AD);
  await server.api.generateImages(id);
  const before = await until(server, id, 'reviewing_images');
  const [old] = before.images;
  await ask('POST', `/api/sessions/${id}/assets/${old?.id}/regenerate`, {
    version: before.version,
    prompt: 'On wet stone at dawn',
  });
  const after = await until(server, id, 'reviewing_images');
  expect(after.images[0]).toMatchObject({
    version_number: 2,
    replaces_id: old?.id,
    prompt: 'On wet stone at dawn',
  });
  expect(after.versions.map((version) => version.id)).toEqual([old?.id]);
  expect(after.images.slice(1).map((image) => image.id)).toEqual(
    before.images.slice(1).map((image) => image.id),
  );
  const [drawn] = after.images;
  const again = await ask('POST', `/api/sessions/${id}/assets/${old?.id}/restore`, {
    version: after.version,
  });
  expect(again.images[0]).toMatchObject({
    version_number: 3,
    replaces_id: drawn?.id,
    approval: 'pending',
    prompt: old?.prompt,
    width: old?.width,
  });
  const pictures = await Promise.all(
    [old, again.images[0]].map((image) => greyOf(`${server.url}${image?.url}`)),
  );
  expect(pictures[0]).toEqual(pictures[1]);
  expect(again.versions.map((version) => version.version_number)).toEqual([2, 1]);
  const newest = `/api/sessions/${id}/assets/${again.images[0]?.id}/restore`;
  await expect(ask('POST', newest, { version: again.version })).rejects.toThrow('not_earlier');
});

test('of two tabs that change an ad at the same time, one is told that the other was first', async () => {
  const { id, version } = await server.api.createSession(SMALL_AD);
  const rename = (title: string) => ask('PATCH', `/api/sessions/${id}`, { version, title });
  const both = await Promise.allSettled([rename('One'), rename('Two')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const loser = both.find((result) => result.status === 'rejected');
  expect(String(loser?.reason)).toContain('Another tab changed this ad');
});

test('a cancel ends the work that is going on, and trying again finishes the ad without repeating what is ready', async () => {
  const { id } = await server.api.createSession(SMALL_AD);
  await server.api.generateImages(id);
  const { images } = await until(server, id, 'reviewing_images');
  await server.api.approveImages(
    id,
    images.slice(0, 2).map((image) => image.id),
  );
  await server.api.generateClips(id, { clip_seconds: 6 });
  await vi.waitFor(async () => expect(await studioProcesses()).toBeGreaterThan(0), WAIT);
  await server.api.cancel(id);
  await vi.waitFor(async () => expect(await studioProcesses()).toBe(0), WAIT);
  expect((await server.api.getSession(id)).status).toBe('cancelled');
  const session = await makeAd(server.api, id, SMALL_WISHES, () => undefined);
  expect(session.status).toBe('completed');
  expect(session.images.map((image) => image.id)).toEqual(images.map((image) => image.id));
});

async function greyOf(url: string): Promise<Buffer> {
  const bytes = await (await fetch(url)).arrayBuffer();
  return sharp(bytes).resize(64, 36, { fit: 'fill' }).greyscale().raw().toBuffer();
}

/** SSIM over the whole small picture (Wang et al. 2004, one window). */
function similarity(one: Buffer, other: Buffer): number {
  const mean = (values: Buffer) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [m1, m2] = [mean(one), mean(other)];
  let [v1, v2, cov] = [0, 0, 0];
  for (const [index, value] of one.entries()) {
    const [d1, d2] = [value - m1, (other[index] ?? 0) - m2];
    v1 += d1 * d1;
    v2 += d2 * d2;
    cov += d1 * d2;
  }
  const n = one.length;
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  return ((2 * m1 * m2 + c1) * ((2 * cov) / n + c2)) / ((m1 ** 2 + m2 ** 2 + c1) * ((v1 + v2) / n + c2));
}
