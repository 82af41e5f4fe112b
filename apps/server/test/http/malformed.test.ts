import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INNER_CALL } from '#src/http/rate-limits.ts';
import { openHttpWorld, type HttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let person: Person;
let port: number;
beforeAll(async () => {
  world = await openHttpWorld({ publicUrl: 'https://ads.example', rateLimits: { requestsPerMinute: 200 } });
  person = await world.person();
  await world.app.listen({ host: '127.0.0.1', port: 0 });
  const address = world.app.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => world.close());

/** Sends bytes as they are, and reads the whole answer. */
function sent(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

const isProblem = (answer: string, status: number) => {
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toMatch(/content-type: application\/problem\+json/i);
  expect(answer).toMatch(/x-content-type-options: nosniff/i);
  expect(answer).toMatch(/"code":"[a-z_]+"/);
};

test.each([
  ['a % in the address that stands for nothing', 'GET /api/sessions/%zz HTTP/1.1', 400],
  ['a method that nobody uses', 'TRACE /api/sessions HTTP/1.1', 404],
  ['what is not HTTP', 'NONSENSE', 400],
])('%s is answered with a problem document', async (_what, line, status) => {
  isProblem(await sent(`${line}\r\nhost: here\r\nconnection: close\r\n\r\n`), status);
});

const boundary = 'b';
const filePart = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\nabc\r\n`;
const fieldPart = `--${boundary}\r\ncontent-disposition: form-data; name="title"\r\n\r\nabc\r\n`;
const end = `--${boundary}--\r\n`;

test.each([
  ['without a boundary', 'multipart/form-data', filePart + end],
  ['that breaks off', `multipart/form-data; boundary=${boundary}`, filePart.slice(0, -4)],
  ['that is empty', `multipart/form-data; boundary=${boundary}`, ''],
  ['with a field before the file', `multipart/form-data; boundary=${boundary}`, fieldPart + filePart + end],
])('a form %s is refused with a problem document', async (_what, contentType, payload) => {
  const { id } = (await person.ask('POST', '/api/sessions', { prompt: 'Crema, the cup' })).json();
  const answer = await world.ask({
    method: 'POST',
    url: `/api/sessions/${id}/photos`,
    headers: { authorization: `Bearer ${person.token}`, 'content-type': contentType },
    payload,
  });
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.json().status).toBeGreaterThanOrEqual(400);
  expect(answer.json().status).toBeLessThan(500);
});

test('private answers are kept by nobody, and everything says to come by TLS and not to guess types', async () => {
  for (const url of ['/api/auth/me', '/health', '/api/nothing', '/openapi.json']) {
    const { headers } = await person.ask('GET', url);
    expect(headers, url).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
    expect(headers['cache-control'], url).toBe('no-store');
  }
});

test('a new ad that is sent again with its key is the same ad', async () => {
  const headers = { authorization: `Bearer ${person.token}`, 'idempotency-key': randomUUID() };
  const payload = { prompt: 'Crema, the espresso cup' };
  const make = () => world.ask({ method: 'POST', url: '/api/sessions', headers, payload });
  const [first, again] = [await make(), await make()];
  expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
  expect(again.json().id).toBe(first.json().id);
});

test('one visitor who asks too much is refused, and nobody else; IPv6 counts by network', async () => {
  const from = (remoteAddress: string, headers = {}) =>
    world.ask({ url: '/api/shared/nothing', remoteAddress, headers }).then(({ statusCode }) => statusCode);
  const statuses = new Set<number>();
  for (let asked = 0; asked < 205; asked++) statuses.add(await from(`2001:db8:1:2::${asked.toString(16)}`));
  expect([...statuses]).toEqual([404, 429]);
  expect(await from('2001:db8:1:3::1')).toBe(404);
  // A page that is rendered here was counted when it was asked for.
  expect(await from('2001:db8:1:2::1', { [INNER_CALL.header]: INNER_CALL.secret })).toBe(404);
  expect(await from('2001:db8:1:2::1', { [INNER_CALL.header]: 'guessed' })).toBe(429);
});
