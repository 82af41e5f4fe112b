import type { EncoderName } from '@spotsmith/compositor/encode/video-encoder';
import { RenderFailed } from '@spotsmith/compositor/errors';
import { expect, test } from 'vitest';
import { encodeSomewhere } from './encode-somewhere.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
const chip = { encoder: Promise.resolve<EncoderName>('h264_nvenc'), log };

test('a film whose chip fails in the middle of it is encoded in software, and says so', async () => {
  const tried: EncoderName[] = [];
  const encode = async (name: EncoderName) => {
    tried.push(name);
    if (name === 'h264_nvenc') throw new RenderFailed('ffmpeg_failed', 'OpenEncodeSessionEx failed');
    return 'a film';
  };
  expect(await encodeSomewhere(chip, encode)).toEqual({ made: 'a film', by: 'libx264' });
  expect(tried).toEqual(['h264_nvenc', 'libx264']);
});

test('a full disk is no fault of the chip, and software would meet it too', async () => {
  const full = new RenderFailed('disk_full', 'The disk is full.');
  await expect(encodeSomewhere(chip, () => Promise.reject(full))).rejects.toBe(full);
});
