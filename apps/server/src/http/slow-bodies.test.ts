import { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { pipeQuickly } from './slow-bodies.ts';

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

test('an upload that keeps dripping is ended', async () => {
  async function* drips() {
    for (;;) {
      yield Buffer.alloc(1);
      await sleep(5);
    }
  }
  const upload = pipeQuickly(Readable.from(drips()), nowhere(), { bytes: 1000, everyMs: 100 });
  await expect(upload).rejects.toMatchObject({ code: 'too_slow' });
});

test('an upload that keeps up arrives whole', async () => {
  let bytes = 0;
  const to = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  await pipeQuickly(Readable.from(Array(50).fill(Buffer.alloc(1000))), to, { bytes: 1, everyMs: 10_000 });
  expect(bytes).toBe(50_000);
});
