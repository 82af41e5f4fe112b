import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWorkerDoor } from '#src/http/build-worker-door.ts';
import { createMetrics } from '#src/telemetry/metrics.ts';
import { createLogger } from '#src/telemetry/logger.ts';
import { openHttpWorld, type HttpWorld, type Person } from './http-world.ts';

const TOKEN = 'a token for Prometheus alone';

let world: HttpWorld;
let guarded: HttpWorld;
let owner: Person;
let member: Person;

beforeAll(async () => {
  [world, guarded] = await Promise.all([openHttpWorld(), openHttpWorld({ metricsToken: TOKEN })]);
  owner = await world.person();
  member = await world.person();
  await world.ports.store.write((tx) =>
    tx.accounts.updateUser(member.id, { role: 'member' }).then(() => undefined),
  );
});
afterAll(() => Promise.all([world.close(), guarded.close()]));

describe('the metrics', () => {
  test('tell Prometheus on this machine of answers, the queue, sockets and money', async () => {
    const ad = await owner.ask('POST', '/api/sessions', { prompt: 'AirRun Pro, for city runners' });
    const { id } = ad.json<{ id: string }>();
    await owner.ask('POST', '/api/generate-images', { session_id: id });
    const { statusCode, body, headers } = await world.ask({ url: '/metrics' });
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toMatch(/spotsmith_http_request_seconds_count\{[^}]*route="\/api\/sessions"[^}]*\} 1/);
    expect(body).toMatch(/spotsmith_queue_jobs\{[^}]*job="parse-prompt",state="created"[^}]*\} 1/);
    expect(body).toMatch(/spotsmith_sockets(\{[^}]*\})? 0/);
  });

  test('are closed to whoever comes by way of a proxy, and to other machines', async () => {
    const proxied = await world.ask({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } });
    const remote = await world.ask({ url: '/metrics', remoteAddress: '203.0.113.9' });
    expect([proxied.statusCode, remote.statusCode]).toEqual([403, 403]);
  });

  test('with a token are open to it alone, from anywhere', async () => {
    const ask = (authorization?: string) =>
      guarded.ask({
        url: '/metrics',
        remoteAddress: '203.0.113.9',
        headers: authorization === undefined ? {} : { authorization },
      });
    expect((await ask()).statusCode).toBe(403);
    expect((await ask('Bearer another token of some length')).statusCode).toBe(403);
    expect((await ask(`Bearer ${TOKEN}`)).statusCode).toBe(200);
  });
});

test('a worker tells its health and its own figures, and nothing else', async () => {
  const metrics = createMetrics('worker');
  metrics.countJob({ name: 'compose-ad', isDone: true, waitedSeconds: 1, tookSeconds: 12, cpuSeconds: 20 });
  const logger = createLogger({ level: 'silent', secrets: [] });
  const installation = {
    version: '0.1.0',
    mode: 'embedded' as const,
    providers: [],
    max_cost_per_session_usd: 1,
    daily_cap_per_user_usd: 1,
    retention_days: null,
  };
  const door = buildWorkerDoor(world.ports, { logger, installation, metrics, metricsToken: null });
  expect((await door.inject('/health')).json()).toMatchObject({ status: 'ok' });
  expect((await door.inject('/health/ready')).statusCode).toBe(200);
  const { body } = await door.inject('/metrics');
  expect(body).toMatch(/spotsmith_job_seconds_sum\{[^}]*job="compose-ad",outcome="done"[^}]*\} 12/);
  expect(body).not.toContain('spotsmith_queue_jobs{');
  expect((await door.inject('/api/sessions')).statusCode).toBe(404);
  await door.close();
});

describe('the queue and the costs of all', () => {
  test('are shown to owners only', async () => {
    for (const address of ['/api/jobs', '/api/costs']) {
      expect((await member.ask('GET', address)).statusCode).toBe(403);
      expect((await owner.ask('GET', address)).statusCode).toBe(200);
    }
    expect((await owner.ask('GET', '/api/jobs')).json()).toMatchObject({ troubled: [] });
  });

  test('what everybody has here and spends is told to owners only', async () => {
    await member.ask('POST', '/api/sessions', { prompt: 'AirRun Pro, for city runners' });
    expect((await member.ask('GET', '/api/users/use')).statusCode).toBe(403);
    const { items } = (await owner.ask('GET', '/api/users/use')).json<{ items: { user_id: string }[] }>();
    expect(items.find(({ user_id: id }) => id === member.id)).toEqual({
      user_id: member.id,
      ads: 1,
      bytes: 0,
      spent_usd: 0,
      last_active_at: expect.stringMatching(/^20/),
    });
  });

  test('a job that is not there can be neither retried nor discarded', async () => {
    const id = crypto.randomUUID();
    const retried = await owner.ask('POST', `/api/jobs/${id}/retry`);
    const discarded = await owner.ask('DELETE', `/api/jobs/${id}`);
    expect([retried.statusCode, discarded.statusCode]).toEqual([404, 404]);
    expect(retried.json()).toMatchObject({ code: 'job_not_found' });
  });
});
