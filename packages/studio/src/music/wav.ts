import { createRandom } from '../random.ts';
import { SAMPLE_RATE, type Stereo } from './biquad.ts';

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
  const quantized = (sample: number) =>
    Math.max(-32768, Math.min(32767, Math.round(sample * 32767 + random() - random())));
  const samples = new Int16Array(left.length * 2); // Little-endian, as every machine that Node runs on.
  for (let i = 0; i < left.length; i += 1) {
    samples[i * 2] = quantized(left[i]!);
    samples[i * 2 + 1] = quantized(right[i]!);
  }
  file.set(new Uint8Array(samples.buffer), 44);
  return file;
}
