import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHttpWorld, type FinishedAd, type HttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let person: Person;
let ad: FinishedAd;
let link: string;
const content = '0123456789'.repeat(10);

beforeAll(async () => {
  world = await openHttpWorld();
  person = await world.person();
  ad = await world.finishedAd(person, Buffer.from(content));
  link = linkTo(ad, 'inline');
});
afterAll(() => world.close());

const linkTo = ({ file }: FinishedAd, disposition: 'inline' | 'attachment', filename?: string) =>
  world.ports.files.signUrl(file, {
    expiresInSeconds: 3600,
    disposition,
    ...(filename !== undefined && { filename }),
  });
const get = (url: string, headers = {}) => world.ask({ url, headers });

describe('a signed link', () => {
  test('opens the file without login, to be kept for as long as the link is good', async () => {
    const answer = await get(link);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe(content);
    expect(answer.headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '100',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-site',
      'referrer-policy': 'no-referrer',
      'content-disposition': 'inline',
    });
    const maxAge = Number(/max-age=(\d+)/.exec(String(answer.headers['cache-control']))?.[1]);
    expect(maxAge).toBeGreaterThan(2900);
    expect(maxAge).toBeLessThanOrEqual(3600);
  });

  test('tells the same to HEAD, without the file', async () => {
    const [got, headed] = [await get(link), await world.ask({ method: 'HEAD', url: link })];
    expect(headed.body).toBe('');
    for (const name of ['content-length', 'content-type', 'etag', 'accept-ranges', 'content-disposition']) {
      expect(headed.headers[name]).toBe(got.headers[name]);
    }
  });

  test.each([
    ['bytes=0-9', 206, '0123456789', 'bytes 0-9/100'],
    ['bytes=95-', 206, '56789', 'bytes 95-99/100'],
    ['bytes=-3', 206, '789', 'bytes 97-99/100'],
    ['bytes=100-', 416, '', 'bytes */100'],
    ['bytes=0-1,5-6', 200, content, undefined],
  ])('serves a player that seeks: %s', async (range, status, body, contentRange) => {
    const answer = await get(link, { range });
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toBe(body);
    expect(answer.headers['content-range']).toBe(contentRange);
    expect(answer.headers['content-length']).toBe(`${body.length}`);
  });

  test('is not sent again to who has the file', async () => {
    const etag = String((await get(link)).headers.etag);
    expect((await get(link, { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await get(link, { range: 'bytes=0-0', 'if-range': etag })).statusCode).toBe(206);
    expect((await get(link, { range: 'bytes=0-0', 'if-range': '"another"' })).body).toBe(content);
  });

  test('names the downloaded file, in any script', async () => {
    const { headers } = await get(linkTo(ad, 'attachment', 'Crème – “ad”.mp4'));
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''Cr%C3%A8me/,
    );
  });

  test('that was tampered with, is missing a part, has expired or lives too long is refused, always alike', async () => {
    const change = (edit: (query: URLSearchParams) => void, path = `/media/v1/${ad.file.id}`) => {
      const query = new URLSearchParams(link.split('?')[1]);
      edit(query);
      return get(`${path}?${query.toString()}`);
    };
    const other = await world.finishedAd(person);
    const inAnHour = Math.floor(Date.now() / 1000) + 3600;
    const answers = await Promise.all([
      change((query) => query.set('sig', 'A'.repeat(43))),
      change((query) => query.set('sig', '')),
      change((query) => query.delete('sig')),
      change((query) => query.set('exp', `${inAnHour + 365 * 86_400}`)),
      change((query) => query.set('exp', '1')),
      change((query) => query.set('exp', '1e99')),
      change((query) => query.set('kid', '99')),
      change((query) => query.delete('kid')),
      change((query) => query.set('d', 'attachment')),
      change((query) => query.set('name', 'x.html')),
      change(() => {}, `/media/v1/${other.file.id}`),
      change(() => {}, '/media/v1/..%2f..%2fsecrets%2fjwt'),
      change(() => {}, `/media/v1/${ad.file.id}%00.html`),
      get(`/media/v1/${ad.file.id}`),
    ]);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([403]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  test('to an ad that was deleted leads nowhere', async () => {
    const gone = await world.finishedAd(person);
    const good = linkTo(gone, 'inline');
    expect((await get(good)).statusCode).toBe(200);
    await person.ask('DELETE', `/api/sessions/${gone.sessionId}`);
    expect((await get(good)).statusCode).toBe(404);
  });

  test.each(['image/svg+xml', 'text/html', 'application/xhtml+xml'])(
    'never shows %s in the browser, only downloads it',
    async (mimeType) => {
      const odd = await world.finishedAd(person, Buffer.from('<script>alert(1)</script>'), mimeType);
      const { headers } = await get(linkTo(odd, 'inline'));
      expect(headers['content-type']).toBe('application/octet-stream');
      expect(headers['content-disposition']).toBe('attachment');
    },
  );

  test('does not appear in the log', async () => {
    await get(link);
    expect(world.log()).not.toContain(String(new URLSearchParams(link.split('?')[1]).get('sig')));
  });
});

describe('the finished ad', () => {
  test('is downloaded by a link that names it', async () => {
    const answer = await person.ask('GET', `/api/sessions/${ad.sessionId}/download`);
    expect(answer.statusCode).toBe(302);
    const file = await get(String(answer.headers.location));
    expect(file.body).toBe(content);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename=.*\.mp4/);
  });

  test('is shown in the list of ads, each with its own film', async () => {
    const another = await world.finishedAd(person);
    const { items } = (await person.ask('GET', '/api/sessions')).json<{
      items: { id: string; video_url: string }[];
    }>();
    for (const { sessionId, file } of [ad, another]) {
      expect(items.find(({ id }) => id === sessionId)?.video_url).toContain(`/media/v1/${file.id}?`);
    }
  });

  test('is shared by a link that anybody can open until it is revoked', async () => {
    const share = (await person.ask('POST', `/api/sessions/${ad.sessionId}/share`)).json();
    expect(share.url).toBe(`http://localhost:3000/s/${share.token}`);
    const shared = await get(`/api/shared/${share.token}`);
    expect(shared.json()).toMatchObject({ video_url: `/api/shared/${share.token}/video.mp4` });
    expect(shared.body).not.toContain(person.email);
    const video = await get(`/api/shared/${share.token}/video.mp4`);
    expect(video.body).toBe(content);

    await person.ask('DELETE', `/api/sessions/${ad.sessionId}/share/${share.id}`);
    expect((await get(`/api/shared/${share.token}`)).statusCode).toBe(404);
    expect((await get(`/s/${share.token}/video.mp4`)).statusCode).toBe(404);
  });
});

test('when the web studio is on another site, a shared link leads there', async () => {
  const split = await openHttpWorld({ frontendUrl: 'https://studio.example' });
  try {
    const owner = await split.person();
    const { sessionId } = await split.finishedAd(owner);
    const { url, token } = (await owner.ask('POST', `/api/sessions/${sessionId}/share`)).json();
    expect(url).toBe(`https://studio.example/s/${token}`);
  } finally {
    await split.close();
  }
});

describe('uploads', () => {
  const upload = async (path: string, bytes: Uint8Array, field = 'file') => {
    const form = new FormData();
    form.set(field, new Blob([new Uint8Array(bytes)]), 'photo.png');
    const request = new Request('http://x', { method: 'POST', body: form });
    return world.ask({
      method: 'POST',
      url: `/api/sessions/${ad.sessionId}/${path}`,
      headers: {
        authorization: `Bearer ${person.token}`,
        'content-type': String(request.headers.get('content-type')),
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  };
  const cup = Buffer.from(
    '<svg width="640" height="480"><circle cx="320" cy="240" r="120" fill="#422"/></svg>',
  );
  const picture = () =>
    sharp({ create: { width: 640, height: 480, channels: 3, background: '#eee' } })
      .composite([{ input: cup }])
      .png()
      .toBuffer();

  test('a photo is kept and belongs to the ad until it is removed', async () => {
    const answer = await upload('photos', await picture());
    // Whether its cut-out is used, nobody has decided.
    expect(answer.json().approval).toBe('pending');
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ kind: 'photo', width: 640, height: 480 });
    expect((await get(answer.json().url)).statusCode).toBe(200);
    const removed = await person.ask('DELETE', `/api/sessions/${ad.sessionId}/uploads/${answer.json().id}`);
    expect(removed.json().photos).toEqual([]);
  });

  test.each([
    ['text', Buffer.from('hello')],
    ['a picture that could run scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', Buffer.alloc(0)],
  ])('%s is no photo', async (_, bytes) => {
    const answer = await upload('photos', bytes);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().detail).toMatch(/\w+ .*\./);
  });

  test('a truncated photo is refused', async () => {
    const whole = await sharp({
      create: {
        width: 800,
        height: 800,
        channels: 3,
        background: '#123456',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .png()
      .toBuffer();
    const answer = await upload('photos', whole.subarray(0, whole.length / 2));
    expect(answer.statusCode).toBe(400);
  });

  test('a file over 25 MB is refused, and nothing of it is left', async () => {
    const answer = await upload('photos', Buffer.alloc(25 * 1024 * 1024 + 1));
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'too_large']);
  });

  test('a form without a file is told what to send', async () => {
    const answer = await person.ask('POST', `/api/sessions/${ad.sessionId}/photos`, {});
    expect(answer.json()).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    expect(answer.json().detail).toContain('multipart/form-data');
  });
});

describe('the typefaces of ads', () => {
  test('a browser gets the subsets of a family and their files, without login, to keep', async () => {
    const ranges = await world.ask({ url: '/api/fonts/anton/ranges' });
    expect(ranges.json()).toMatchObject({ latin: expect.stringContaining('U+0000-00FF') as string });
    const file = await world.ask({ url: '/api/fonts/anton/latin.woff2' });
    expect(file.headers).toMatchObject({ 'content-type': 'font/woff2' });
    expect(file.headers['cache-control']).toContain('immutable');
    expect(file.rawPayload.subarray(0, 4).toString()).toBe('wOF2');
  });

  test.each(['/api/fonts/comic/ranges', '/api/fonts/anton/%2e%2e.woff2', '/api/fonts/anton/klingon.woff2'])(
    '%s leads nowhere',
    async (url) => {
      expect([400, 404]).toContain((await world.ask({ url })).statusCode);
    },
  );
});
