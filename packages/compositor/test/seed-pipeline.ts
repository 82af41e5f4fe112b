import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

export interface SeedWish {
  clips: string[];
  music: string;
  name: string;
  callToAction: string;
  /** Where the intermediates go. */
  dir: string;
  outPath: string;
  canvas?: { width: number; height: number };
  /** Keeps every bit, to measure what its two lossy passes lose. */
  isLossless?: boolean;
}

async function run(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await execa(program, args, { stdin: 'ignore' });
  return stdout;
}

/**
 * The pipeline this package replaces, as literally as it can run: normalise every clip, join by copy, encode again
 * with text, mix music. It is the baseline of the benchmark and the negative example of the tests, faults included.
 */
export async function seedPipeline(wish: SeedWish): Promise<void> {
  const { width, height } = wish.canvas ?? { width: 1920, height: 1080 };
  const font = fileURLToPath(import.meta.resolve('@fontsource/poppins/files/poppins-latin-700-normal.woff'));
  const at = (name: string) => join(wish.dir, name);
  const ffmpeg = (args: readonly string[]) => run('ffmpeg', ['-v', 'error', '-y', '-nostdin', ...args]);
  const quality = wish.isLossless ? ['-preset', 'ultrafast', '-qp', '0'] : ['-preset', 'fast', '-crf', '23'];
  const encoder = ['-c:v', 'libx264', ...quality];

  await writeFile(at('name.txt'), wish.name);
  await writeFile(at('cta.txt'), wish.callToAction);
  for (const [index, clip] of wish.clips.entries()) {
    const filter = `scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height},fps=30`;
    const sound = ['-c:a', 'aac', '-b:a', '128k', '-movflags', '+faststart'];
    await ffmpeg(['-i', clip, '-vf', filter, ...encoder, ...sound, at(`n${index}.mp4`)]);
  }
  await writeFile(at('list.txt'), wish.clips.map((_, index) => `file 'n${index}.mp4'`).join('\n'));
  await ffmpeg(['-f', 'concat', '-safe', '0', '-i', at('list.txt'), '-c', 'copy', at('cat.mp4')]);
  const duration = await run('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'format=duration',
    '-of',
    'csv=p=0',
    at('cat.mp4'),
  ]);
  const seconds = Number(duration);
  const look = `fontfile=${font}:fontsize=${(72 * height) / 1080}:fontcolor=white:borderw=3:bordercolor=black@0.7:x=(w-text_w)/2`;
  const text = [
    `drawtext=textfile=${at('name.txt')}:expansion=none:${look}:y=${(80 * height) / 1080}:enable='between(t,1,3)'`,
    `drawtext=textfile=${at('cta.txt')}:expansion=none:${look}:y=h-${(180 * height) / 1080}:enable='gte(t,${seconds - 2})'`,
  ].join(',');
  await ffmpeg(['-i', at('cat.mp4'), '-vf', text, ...encoder, '-c:a', 'copy', at('text.mp4')]);
  const mix = `[1:a]volume=0.3,afade=t=out:st=${seconds - 1}:d=1[m];[0:a][m]amix=inputs=2:duration=first[a]`;
  const inputs = ['-i', at('text.mp4'), '-stream_loop', '-1', '-i', wish.music];
  const outputs = [
    '-map',
    '0:v',
    '-map',
    '[a]',
    '-c:v',
    'copy',
    '-c:a',
    'aac',
    '-b:a',
    '192k',
    '-movflags',
    '+faststart',
  ];
  await ffmpeg([...inputs, '-filter_complex', mix, ...outputs, wish.outPath]);
}
