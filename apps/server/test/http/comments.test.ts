import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHttpWorld, type HttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let maker: Person;
let stranger: Person;
let visitors = 0;

beforeAll(async () => {
  world = await openHttpWorld();
  maker = await world.person();
  stranger = await world.person();
});
afterAll(() => world.close());

type Rights = { allows_comments?: boolean; allows_approval?: boolean };

/** A finished ad with a link, and somebody who was sent it. */
async function sharedAd(rights: Rights) {
  const { sessionId } = await world.finishedAd(maker);
  const links = `/api/sessions/${sessionId}/share`;
  const share = (await maker.ask('POST', links)).json();
  const allow = (now: Rights) => maker.ask('PATCH', `${links}/${share.id}`, now);
  await allow(rights);
  const comments = `/api/sessions/${sessionId}/comments`;
  return { sessionId, share, allow, comments, visit: visitorOf(share.token), links };
}

/** Each comes from an address of their own. */
function visitorOf(token: string) {
  visitors += 1;
  const remoteAddress = `198.51.100.${visitors}`;
  return (method: 'GET' | 'POST' | 'DELETE', path = '', payload?: object) =>
    world.ask({
      method,
      url: `/api/shared/${token}${path}`,
      remoteAddress,
      ...(payload === undefined ? {} : { payload }),
    });
}

const said = { author: 'Noor', text: 'Can the price stay a little longer?', at_seconds: 0.5 };

describe('a visitor of a link', () => {
  test('may only watch, unless the maker allows more', async () => {
    const { visit } = await sharedAd({});
    expect((await visit('GET')).json()).toMatchObject({
      allows_comments: false,
      allows_approval: false,
      approval: null,
    });
    expect((await visit('POST', '/comments', said)).json()).toMatchObject({
      status: 403,
      code: 'comments_off',
    });
    const { version } = (await visit('GET')).json();
    const approving = await visit('POST', '/approval', { author: 'Noor', version });
    expect(approving.json()).toMatchObject({ status: 403, code: 'approval_off' });
    expect((await visit('GET', '/comments')).json()).toEqual({ items: [] });
  });

  test('comments at a moment of the film, and the maker ticks it off', async () => {
    const { visit, comments } = await sharedAd({ allows_comments: true });
    const comment = (await visit('POST', '/comments', said)).json();
    expect(comment).toMatchObject({ ...said, version: 1, is_done: false });
    await visit('POST', '/comments', { author: 'Jonas', text: 'Great.' });
    const seen = (await maker.ask('GET', comments)).json().items;
    expect(
      seen.map((each: { author: string; at_seconds: number | null }) => [each.author, each.at_seconds]),
    ).toEqual([
      ['Noor', 0.5],
      ['Jonas', null],
    ]);
    const done = await maker.ask('PATCH', `${comments}/${comment.id}`, { is_done: true });
    expect(done.json()).toMatchObject({ id: comment.id, is_done: true });
    expect((await visit('GET', '/comments')).json().items[0]).toMatchObject({ is_done: true });
    expect((await maker.ask('DELETE', `${comments}/${comment.id}`)).statusCode).toBe(204);
    expect((await visit('GET', '/comments')).json().items).toHaveLength(1);
  });

  test('reads what is said by the same link, and nothing that is said by another', async () => {
    const { visit, links, allow } = await sharedAd({ allows_comments: true });
    await visit('POST', '/comments', said);
    const other = (await maker.ask('POST', links)).json();
    await maker.ask('PATCH', `${links}/${other.id}`, { allows_comments: true });
    expect((await visitorOf(other.token)('GET', '/comments')).json()).toEqual({ items: [] });
    await allow({ allows_comments: false });
    expect((await visit('GET', '/comments')).json()).toEqual({ items: [] });
  });

  test('has markup kept as the letters it is made of, and control characters refused', async () => {
    const { visit, comments } = await sharedAd({ allows_comments: true });
    const text = '<img src=x onerror=alert(1)> & "so on"';
    await visit('POST', '/comments', { ...said, text });
    expect((await maker.ask('GET', comments)).json().items[0].text).toBe(text);
    for (const wrong of [
      { text: 'a\u0007b' },
      { text: '' },
      { author: ' ' },
      { text: 'a'.repeat(1001) },
      { at_seconds: -1 },
    ])
      expect((await visit('POST', '/comments', { ...said, ...wrong })).statusCode).toBe(400);
  });

  test('is slowed down when writing too fast, and others are not', async () => {
    const { visit, share } = await sharedAd({ allows_comments: true });
    const statuses = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await visit('POST', '/comments', said)).statusCode);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(201));
    expect(statuses.slice(10)).toEqual([429, 429]);
    expect((await visitorOf(share.token)('POST', '/comments', said)).statusCode).toBe(201);
  });
});

describe('an approval', () => {
  test('is for the version that was seen, is told to the maker, and can be taken back', async () => {
    const { visit, links } = await sharedAd({ allows_approval: true });
    const { version } = (await visit('GET')).json();
    expect((await visit('POST', '/approval', { author: 'Noor', version: version + 1 })).json()).toMatchObject(
      {
        status: 409,
        code: 'newer_version',
      },
    );
    expect((await visit('POST', '/approval', { author: 'Noor', version })).statusCode).toBe(204);
    const approval = { author: 'Noor', version };
    expect((await visit('GET')).json()).toMatchObject({ approval });
    expect((await maker.ask('GET', links)).json().items[0]).toMatchObject({ approval });
    expect((await visit('DELETE', '/approval')).statusCode).toBe(204);
    expect((await visit('GET')).json()).toMatchObject({ approval: null });
  });

  test('ends with the link', async () => {
    const { visit, links, share } = await sharedAd({ allows_approval: true, allows_comments: true });
    await maker.ask('DELETE', `${links}/${share.id}`);
    for (const answer of [
      await visit('POST', '/approval', { author: 'Noor', version: 1 }),
      await visit('POST', '/comments', said),
      await visit('GET', '/comments'),
      await visit('DELETE', '/approval'),
    ])
      expect(answer.json()).toMatchObject({ status: 404, code: 'share_not_found' });
    expect((await maker.ask('PATCH', `${links}/${share.id}`, { allows_comments: true })).statusCode).toBe(
      404,
    );
  });
});

test('comments of an ad are nobody else’s to read, tick off or remove', async () => {
  const { visit, comments, sessionId } = await sharedAd({ allows_comments: true });
  const { id } = (await visit('POST', '/comments', said)).json();
  const own = (await world.finishedAd(stranger)).sessionId;
  const elsewhere = `/api/sessions/${own}/comments/${id}`;
  expect((await stranger.ask('GET', comments)).statusCode).toBe(404);
  expect((await stranger.ask('PATCH', elsewhere, { is_done: true })).json().code).toBe('comment_not_found');
  expect((await stranger.ask('DELETE', elsewhere)).json().code).toBe('comment_not_found');
  expect((await maker.ask('GET', `/api/sessions/${sessionId}/comments`)).json().items).toHaveLength(1);
});
