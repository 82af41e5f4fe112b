import { expect, test } from 'vitest';
import { createLogger } from './logger.ts';

const canary = 'canary-7f3a';

function logged(log: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  log(createLogger({ level: 'info', secrets: [`"${canary}"`, 'pa$$word'], destination }));
  return lines.join('');
}

test('a line is JSON with the time, the level in words and the fields', () => {
  const line = JSON.parse(logged((log) => log.info({ sessionId: 's1' }, 'clip made')));
  expect(line).toMatchObject({ level: 'info', sessionId: 's1', msg: 'clip made' });
  expect(new Date(line.time).getTime()).toBeGreaterThan(0);
});

test.each([
  ['a field with a telling name', { password: canary }],
  ['a field one level down', { user: { passwordHash: canary } }],
  ['the headers of a request', { headers: { authorization: canary, cookie: canary, 'set-cookie': canary } }],
  ['a signed link', { url: `/media/v1/1?exp=1&sig=${canary}` }],
  ['a socket ticket in an address', { url: `/ws/1?after=3&ticket=${canary}` }],
  [
    'a link of the object store',
    { url: `https://s3/x?X-Amz-Signature=${canary}&X-Amz-Credential=${canary}` },
  ],
  ['an error that quotes a header', { err: new Error(`refused: Authorization: Bearer ${canary}`) }],
  [
    'an error that quotes a database address',
    { err: new Error(`no route to postgres://ada:${canary}@db/x`) },
  ],
  ['an API token in passing', { note: `got sps_${canary}` }],
  ['a login cookie in passing', { note: `spotsmith_login=${canary}; Path=/` }],
  ['a configured key with quotes in it', { note: `key "${canary}"` }],
])('%s does not reach the log', (_, fields) => {
  expect(logged((log) => log.error(fields, 'something happened'))).not.toContain(canary);
});

test('a configured key with special characters does not reach the log', () => {
  expect(logged((log) => log.info({}, 'it is pa$$word'))).not.toContain('pa$$');
});
