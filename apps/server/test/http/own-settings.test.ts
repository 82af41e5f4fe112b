import { utimes } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLAIN_LOOK } from '#src/domain/brand-kit.ts';
import { sweep } from '#src/use-cases/session/sweep.ts';
import { there } from '../contracts/store-world.ts';
import { openHttpWorld, type HttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let owner: Person;
let person: Person;

beforeAll(async () => {
  world = await openHttpWorld();
  owner = await world.person();
  person = await world.person();
});
afterAll(() => world.close());

const LOOK = {
  ...PLAIN_LOOK,
  colours: ['#1c7c7d', '#f2745f'],
  call_to_action_colour: '#f2745f',
  font: 'poppins',
  logo_corner: 'bottom-right',
  url: 'crema.example',
  has_end_card: true,
};
const NOTHING = {
  max_cost_usd: null,
  daily_cap_usd: null,
  provider: null,
  image_provider: null,
  clip_provider: null,
  music_provider: null,
  image_model: null,
  clip_model: null,
  music_model: null,
};

function uploadLogo(by: Person, file: Buffer) {
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="logo"\r\n\r\n';
  return world.ask({
    method: 'POST',
    url: '/api/brand-kit/logo',
    headers: { authorization: `Bearer ${by.token}`, 'content-type': 'multipart/form-data; boundary=x' },
    payload: Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--x--\r\n')]),
  });
}

/** A ring on a transparent ground. */
const aLogo = (colour: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120"><circle cx="150" cy="60" r="40" fill="none" stroke="${colour}" stroke-width="20"/></svg>`,
    ),
  )
    .png()
    .toBuffer();
const newAd = async (given: object = {}) =>
  (await person.ask('POST', '/api/sessions', { prompt: 'Crema, the espresso cup', ...given })).json();

describe('the brand kit', () => {
  test('is plain until something is said, and is one’s own', async () => {
    expect((await person.ask('GET', '/api/brand-kit')).json()).toEqual({ ...PLAIN_LOOK, logo_url: null });
    expect((await person.ask('PUT', '/api/brand-kit', LOOK)).json()).toEqual({ ...LOOK, logo_url: null });
    expect((await owner.ask('GET', '/api/brand-kit')).json()).toEqual({ ...PLAIN_LOOK, logo_url: null });
    const crooked = await person.ask('PUT', '/api/brand-kit', { ...LOOK, colours: ['teal'] });
    expect(crooked.json()).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  test('takes a picture as logo and nothing else', async () => {
    const answer = await uploadLogo(person, await aLogo('#1c7c7d'));
    expect([answer.statusCode, answer.json().detail]).toEqual([200, undefined]);
    const { logo_url: url } = answer.json();
    const picture = await world.ask({ url });
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png']);
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect((await uploadLogo(person, drawing)).statusCode).toBe(400);
    expect((await person.ask('GET', '/api/brand-kit')).json().logo_url).not.toBeNull();
  });

  test('gives every new ad its font, colour, end card and a copy of the logo, unless it is left out', async () => {
    const ad = await newAd();
    expect(ad.finish).toEqual({
      font: 'poppins',
      call_to_action_style: { color: '#f2745f' },
      logo: { asset_id: ad.logos[0].id, corner: 'bottom-right' },
      outro_card: { url: 'crema.example' },
    });
    const copy = (await person.ask('POST', `/api/sessions/${ad.id}/duplicate`)).json();
    expect(copy.finish.logo.asset_id).toBe(copy.logos[0].id);
    expect(copy.logos[0].id).not.toBe(ad.logos[0].id);
    const plain = await newAd({ use_brand_kit: false });
    expect([plain.finish, plain.logos]).toEqual([null, []]);
  });

  test('a new logo changes no ad that is there; the old one is swept away, and the new one stays', async () => {
    const { store, files, withTempDir } = world.ports;
    const ad = await newAd();
    const before = await store.read.brandKits.find(person.id);
    const old = there(await store.read.files.find(there(before?.logoFileId)));
    await uploadLogo(person, await aLogo('#f2745f'));
    const after = await store.read.brandKits.find(person.id);
    const current = there(await store.read.files.find(there(after?.logoFileId)));
    const dayAgo = new Date(Date.now() - 86_400_000);
    await withTempDir(async (dir) => {
      for (const key of [old.key, current.key]) {
        const path = await files.materialise(key, dir);
        await utimes(path, dayAgo, dayAgo);
      }
    });
    await sweep(world.ports);
    expect(await files.size(old.key)).toBeNull();
    expect(await files.size(current.key)).toBe(current.bytes);
    const shown = (await person.ask('GET', `/api/sessions/${ad.id}`)).json();
    expect((await world.ask({ url: shown.logos[0].url })).statusCode).toBe(200);
  });

  test('goes home with everything else', async () => {
    const archive = (await person.ask('GET', '/api/account/archive')).rawPayload.toString('latin1');
    expect(archive).toContain('brand/brand.json');
    expect(archive).toContain('brand/logo.png');
  });
});

describe('what new ads start with', () => {
  const prefer = (given: object) => person.ask('PUT', '/api/preferences', { ...NOTHING, ...given });

  test('a preferred cap is the next ad’s, and none passes the installation’s', async () => {
    expect((await person.ask('GET', '/api/preferences')).json()).toEqual(NOTHING);
    expect((await newAd()).cap_usd).toBe(200);
    expect((await prefer({ max_cost_usd: 12, daily_cap_usd: 40 })).statusCode).toBe(200);
    expect((await newAd()).cap_usd).toBe(12);
    expect((await newAd({ max_cost_usd: 30 })).cap_usd).toBe(30);

    const tooMuch = [
      prefer({ max_cost_usd: 201 }),
      prefer({ daily_cap_usd: 501 }),
      person.ask('POST', '/api/sessions', { prompt: 'Crema', max_cost_usd: 201 }),
      person.ask('POST', `/api/sessions/${(await newAd()).id}/cap`, { max_cost_usd: 201 }),
    ];
    for (const answer of await Promise.all(tooMuch)) {
      expect(answer.json()).toMatchObject({ status: 400, code: 'cap_above_maximum' });
    }
  });

  test('only models of the list can be preferred', async () => {
    const answer = await prefer({ image_model: 'nobody/nothing' });
    expect(answer.json()).toMatchObject({ status: 400, code: 'unknown_model' });
  });
});

test('the price list of an ad names everything that can cost money, and the local studio costs nothing', async () => {
  const { id } = await newAd();
  const { stages, ...estimate } = (await person.ask('GET', `/api/sessions/${id}/estimate`)).json();
  expect(stages.map(({ stage }: { stage: string }) => stage)).toEqual([
    'brief',
    'image',
    'scene_plan',
    'clip',
    'music',
  ]);
  expect(estimate).toEqual({ provider: 'studio', total_max_usd: 0, notices: [] });
});

test('everybody sees the room that their files take, and the owner that of all', async () => {
  const theirs = (await person.ask('GET', '/api/disk-use')).json();
  expect(theirs).toEqual({ own_bytes: expect.any(Number), all_bytes: null, free_bytes: null });
  expect(theirs.own_bytes).toBeGreaterThan(0);
  const all = (await owner.ask('GET', '/api/disk-use')).json();
  expect(all).toMatchObject({ own_bytes: 0, all_bytes: theirs.own_bytes });
  expect(all.free_bytes).toBeGreaterThan(0);
});
