import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHttpWorld, type HttpWorld } from './http-world.ts';

const root = resolve(import.meta.dirname, '../../../..');

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld();
});
afterAll(() => world.close());

test('openapi.json is what the routes say now (renew it with: npx vitest run -u openapi)', async () => {
  const { body } = await world.ask({ url: '/openapi.json' });
  const text = `${JSON.stringify(JSON.parse(body), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../openapi.json');
});

test('openapi.json has nothing that spectral complains of', async () => {
  const spectral = resolve(root, 'node_modules/@stoplight/spectral-cli/dist/index.js');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [spectral, 'lint', '--fail-severity', 'hint', 'apps/server/openapi.json'],
    { cwd: root },
  );
  expect(stdout).toContain('No results with a severity of');
});

test('the API can be read and tried at /docs, with no script from elsewhere', async () => {
  const page = await world.ask({ url: '/docs/' });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toMatch(/script-src 'self'/);
  expect(page.headers['content-security-policy']).not.toMatch(/unsafe-(inline|eval)'? *(;|$)/);
  const script = await world.ask({ url: '/docs/static/swagger-ui-bundle.js' });
  expect(script.statusCode).toBe(200);
});
