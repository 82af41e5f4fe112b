import { expect, test } from 'vitest';
import { Transient } from '#src/domain/faults.ts';
import { uploadGate } from './upload-gate.ts';

test('of forty uploads at once two are opened, some wait, and the rest are told when to come again', async () => {
  const gate = uploadGate(2, 4);
  let open = 0;
  let mostOpen = 0;
  const release = Promise.withResolvers<void>();
  const upload = async () => {
    mostOpen = Math.max(mostOpen, (open += 1));
    await release.promise;
    open -= 1;
  };
  const all = Promise.allSettled(Array.from({ length: 40 }, async () => gate(upload)));
  // Those that run are taken up in a turn of their own.
  await new Promise((resolve) => setImmediate(resolve));
  release.resolve();
  const ends = await all;
  const refused = ends.filter((end) => end.status === 'rejected').map((end): unknown => end.reason);
  expect(mostOpen).toBe(2);
  expect(ends.length - refused.length).toBeGreaterThanOrEqual(8);
  expect(refused.length).toBeGreaterThanOrEqual(30);
  for (const fault of refused) {
    expect(fault).toBeInstanceOf(Transient);
    expect(fault).toMatchObject({ code: 'uploads_busy', retryAfterMs: 10_000 });
  }
  expect(await gate(async () => 'open again')).toBe('open again');
});
