import { afterAll, beforeAll, expect, test } from 'vitest';
import { rateLimiter } from '#src/adapters/postgres/rate-limiter.ts';
import { made } from '../support/made.ts';
import { openHostedWorld, type HostedWorld } from './hosted-world.ts';

let world: HostedWorld;
beforeAll(async () => {
  world = await openHostedWorld({ createsPerMinute: 60, burst: 1 });
});
afterAll(() => world.close());

test('on a small account six pictures at once, from two processes, are created as fast as it permits and none fails', async () => {
  const processes = [world.hosted, world.another()];
  const making = Array.from({ length: 6 }, async (_, index) =>
    made(
      (processes[index % 2] ?? world.hosted).makers.image.make(
        world.anImage({ index }),
        await world.aContext(),
      ),
    ),
  );
  const images = await Promise.all(making);
  expect(images.every((image) => image.mimeType === 'image/png')).toBe(true);
  expect(world.emulator.created()).toBe(6);
  const createdAt = world.emulator.predictions.list().map(({ answer }) => Date.parse(answer.created_at));
  // One a second is what the account allows: six of them take five seconds, and little more.
  const tookMs = Math.max(...createdAt) - Math.min(...createdAt);
  expect(tookMs).toBeGreaterThan(4_500);
  expect(await world.limits()).toMatchObject([{ perMinute: 60, burst: 1 }]);
});

test('no two takers get the same right to create', async () => {
  const limiter = rateLimiter(world.database.drizzle, { perMinute: 1, burst: 10 });
  const takers = await Promise.all(Array.from({ length: 40 }, () => limiter.take('somebody')));
  expect(takers.filter(({ waitMs }) => waitMs === 0)).toHaveLength(10);
});

test('while the provider asks for peace nobody creates, in any process', async () => {
  const limiter = rateLimiter(world.database.drizzle);
  await limiter.pause('somebody-else', 60_000, null);
  const { waitMs } = await rateLimiter(world.database.drizzle).take('somebody-else');
  expect(waitMs).toBeGreaterThan(50_000);
});
