import { createRandom } from '../random.ts';
import { SAMPLE_RATE, type Stereo } from './synthesize.ts';

/** A 16-bit stereo WAV file, dithered with triangular noise. */
export function wavOf({ left, right }: Stereo): Buffer {
  const bytes = left.length * 4;
  const file = Buffer.alloc(44 + bytes);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + bytes, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(2, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE * 4, 28);
  file.writeUInt16LE(4, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(bytes, 40);
  const random = createRandom(11);
  for (let i = 0; i < left.length; i += 1) {
    for (const [channel, offset] of [
      [left, 0],
      [right, 2],
    ] as const) {
      const value = Math.round(channel[i]! * 32767 + random() - random());
      file.writeInt16LE(Math.max(-32768, Math.min(32767, value)), 44 + i * 4 + offset);
    }
  }
  return file;
}
