import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runFfmpeg } from '../src/ffmpeg.ts';
import { importMusic, MOOD_IDS, renderMusic } from '../src/music.ts';
import { scratchFolder } from './scratch.ts';

const folder = await scratchFolder();

/** Integrated loudness, loudness range and true peak, measured by FFmpeg's EBU R 128 filter. */
async function measure(file: string): Promise<{ lufs: number; range: number; peak: number }> {
  const log = path.join(folder, `${path.basename(file)}.txt`);
  await runFfmpeg('ffmpeg', [
    '-v',
    'error',
    '-i',
    file,
    '-af',
    `ebur128=peak=true:metadata=1,ametadata=print:file=${log}`,
    '-f',
    'null',
    '-',
  ]);
  const lines = await readFile(log, 'utf8');
  const last = (key: string) =>
    Number(lines.slice(lines.lastIndexOf(`${key}=`) + key.length + 1).split('\n')[0]);
  const peaks = [...lines.matchAll(/true_peaks_ch\d=([\d.]+)/g)].map((match) => Number(match[1]));
  return {
    lufs: last('lavfi.r128.I'),
    range: last('lavfi.r128.LRA'),
    peak: 20 * Math.log10(Math.max(...peaks)),
  };
}

/** Both sides of a WAV of 16 bit, −1 to 1. */
function samplesOf(wav: Buffer): { left: Float32Array; right: Float32Array } {
  const [left, right] = [0, 1].map((side) =>
    Float32Array.from(
      { length: (wav.length - 44) / 4 },
      (_, i) => wav.readInt16LE(44 + i * 4 + side * 2) / 32_768,
    ),
  );
  return { left: left!, right: right! };
}

function energyOf(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0);
}

function levelDb(samples: Float32Array, fromSeconds: number, toSeconds: number): number {
  const part = samples.subarray(Math.round(fromSeconds * 48_000), Math.round(toSeconds * 48_000));
  return 10 * Math.log10(energyOf(part) / part.length + 1e-12);
}

describe('music', () => {
  test.each(MOOD_IDS)(
    '%s is exactly as long as asked, −16 LUFS, with room above and an arc, and comes and goes without a click',
    async (mood) => {
      const outPath = path.join(folder, `${mood}.wav`);
      const cuts = [4, 7.5, 11];
      await renderMusic({ mood, seconds: 15, seed: 4, hitsAtSeconds: cuts, outPath });
      expect((await stat(outPath)).size).toBe(44 + 15 * 48_000 * 4);
      const { lufs, range, peak } = await measure(outPath);
      expect(lufs).toBeGreaterThan(-16.5);
      expect(lufs).toBeLessThan(-15.5);
      expect(peak).toBeLessThan(-1);
      expect(range).toBeGreaterThanOrEqual(3);
      const { left, right } = samplesOf(await readFile(outPath));
      expect(levelDb(left, 0, 0.05)).toBeGreaterThan(-50);
      expect(levelDb(left, 14.99, 15)).toBeLessThan(-50);
      for (const cut of cuts)
        expect(levelDb(left, cut, cut + 0.05)).toBeGreaterThan(levelDb(left, cut - 0.05, cut) + 1);
      const both = left.reduce((sum, sample, i) => sum + sample * right[i]!, 0);
      const sides = Math.sqrt(energyOf(left) * energyOf(right));
      expect(both / sides, 'wide, and still there in mono').toBeGreaterThan(0.5);
      expect(both / sides, 'wide, and still there in mono').toBeLessThan(0.95);
    },
  );

  test('the same seed plays the same piece, another seed another one', async () => {
    const play = async (seed: number, name: string) => {
      const outPath = path.join(folder, name);
      await renderMusic({ mood: 'calm', seconds: 3, seed, outPath });
      return readFile(outPath);
    };
    const first = await play(1, 'first.wav');
    expect(first.equals(await play(1, 'again.wav'))).toBe(true);
    expect(first.equals(await play(2, 'other.wav'))).toBe(false);
  });
});

describe('uploaded tracks', () => {
  test('an MP3 is re-encoded to 48 kHz stereo', async () => {
    const mp3 = path.join(folder, 'track.mp3');
    await runFfmpeg('ffmpeg', [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'sine=440:duration=2',
      '-ar',
      '44100',
      '-ac',
      '1',
      '-y',
      mp3,
    ]);
    const outPath = path.join(folder, 'track.wav');
    const { seconds } = await importMusic({ path: mp3, outPath });
    expect(seconds).toBeCloseTo(2, 0);
    const header = await readFile(outPath);
    expect([header.readUInt16LE(22), header.readUInt32LE(24)]).toEqual([2, 48_000]);
  });

  test.each([
    [
      'a playlist that names another file',
      'list.mp3',
      '#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nsecret.wav\n#EXT-X-ENDLIST\n',
    ],
    ['a concat script', 'script.mp3', "ffconcat version 1.0\nfile 'secret.wav'\n"],
    ['a text', 'text.wav', 'This is not music.'],
  ])('%s is refused', async (_what, name, content) => {
    const file = path.join(folder, name);
    await writeFile(file, content);
    await expect(importMusic({ path: file, outPath: path.join(folder, 'no.wav') })).rejects.toMatchObject({
      code: 'music_not_audio',
    });
  });

  test('peaks beyond full scale are kept by turning the track down', async () => {
    const hot = path.join(folder, 'hot.wav');
    const picture = ['-f', 'lavfi', '-i', 'sine=f=330:d=2:r=22050,volume=36dB'];
    await runFfmpeg('ffmpeg', ['-v', 'error', ...picture, '-c:a', 'pcm_f32le', '-y', hot]);
    const outPath = path.join(folder, 'hot-out.wav');
    await importMusic({ path: hot, outPath });
    const samples = new Int16Array((await readFile(outPath)).buffer.slice(4096, 4096 + 96_000 * 2));
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    const atPeak = samples.filter((sample) => Math.abs(sample) >= peak - 1).length / samples.length;
    expect(peak).toBeGreaterThan(20_000);
    expect(peak).toBeLessThan(32_000);
    // A sine is at its peak for a hundredth of the time; flattened it would be for most of it.
    expect(atPeak).toBeLessThan(0.03);
  });

  test('a silent track, and one that is cut off, are refused for that reason', async () => {
    const silent = path.join(folder, 'silent.wav');
    const tone = path.join(folder, 'tone.mp3');
    const cut = path.join(folder, 'cut.mp3');
    await runFfmpeg('ffmpeg', [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'anullsrc=r=8000',
      '-t',
      '3',
      '-y',
      silent,
    ]);
    await runFfmpeg('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'sine=d=9', '-y', tone]);
    const bytes = await readFile(tone);
    await writeFile(cut, bytes.subarray(0, bytes.length / 3));
    const outPath = path.join(folder, 'no.wav');
    await expect(importMusic({ path: silent, outPath })).rejects.toMatchObject({ code: 'music_silent' });
    await expect(importMusic({ path: cut, outPath })).rejects.toMatchObject({ code: 'music_cut_off' });
  });

  test('the length of an MP3 without a header is measured', async () => {
    const bare = path.join(folder, 'bare.mp3');
    const made = ['-q:a', '9', '-write_xing', '0', '-y', bare];
    const voice = "aevalsrc='if(lt(t,1),random(0)-0.5,0.01*sin(440*t))':d=6:s=44100";
    await runFfmpeg('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', voice, ...made]);
    const { seconds } = await importMusic({ path: bare, outPath: path.join(folder, 'bare.wav') });
    expect(Math.abs(seconds - 6)).toBeLessThan(0.2);
  });

  test('a track of more than 20 MB is refused', async () => {
    const file = path.join(folder, 'big.wav');
    await writeFile(file, Buffer.alloc(20_000_001));
    await expect(importMusic({ path: file, outPath: path.join(folder, 'no.wav') })).rejects.toMatchObject({
      code: 'music_too_many_bytes',
    });
  });
});
