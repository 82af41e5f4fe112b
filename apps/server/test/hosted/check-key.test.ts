import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Permanent, Transient } from '#src/domain/faults.ts';
import { checkKey } from '#src/open-checks.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ media: sketchMedia(), token: 'r8_the_right_one' });
});
afterAll(() => emulator.close());

const check = (token: string, baseUrl = emulator.baseUrl) =>
  checkKey({ provider: 'replicate', token, baseUrl });

test('a key that is good says whose it is', async () => {
  expect(await check('r8_the_right_one')).not.toBe('');
});

test('a key that is not accepted is said to be, with the setting to look at and without the key', async () => {
  const fault: unknown = await check('r8_a_wrong_one').catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Permanent);
  expect(String(fault)).toContain('Check REPLICATE_API_TOKEN');
  expect(String(fault)).not.toContain('r8_a_wrong_one');
});

test('a provider that cannot be reached says nothing about the key', async () => {
  await expect(check('any', 'http://127.0.0.1:9')).rejects.toBeInstanceOf(Transient);
});
