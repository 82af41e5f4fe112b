import { execa } from 'execa';

export const rate = 48_000;

/** The left channel of a file, decoded. */
export async function samplesOf(file: string): Promise<Float32Array> {
  const filter = ['-map', '0:a:0', '-af', 'pan=mono|c0=c0', '-ar', String(rate)];
  const args = ['-v', 'error', '-i', file, ...filter, '-f', 'f32le', 'pipe:1'];
  const { stdout } = await execa('ffmpeg', args, { encoding: 'buffer', stdin: 'ignore' });
  return new Float32Array(stdout.buffer, stdout.byteOffset, Math.floor(stdout.length / 4));
}

/** Strength of one frequency in a window (one bin of a discrete Fourier transform), in dB of full scale. */
export function levelDb(samples: Float32Array, hertz: number, startSeconds: number, seconds: number): number {
  const from = Math.round(startSeconds * rate);
  const count = Math.round(seconds * rate);
  const w = (2 * Math.PI * hertz) / rate;
  let re = 0;
  let im = 0;
  for (let n = 0; n < count; n += 1) {
    const value = samples[from + n] ?? 0;
    re += value * Math.cos(w * n);
    im += value * Math.sin(w * n);
  }
  return 20 * Math.log10((2 * Math.hypot(re, im)) / count + 1e-9);
}
