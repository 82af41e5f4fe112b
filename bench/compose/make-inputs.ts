import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

export interface Inputs {
  clips: string[];
  music: string;
}

const clipSeconds = 3;

async function ffmpeg(args: readonly string[]): Promise<void> {
  await execa('ffmpeg', ['-v', 'error', '-y', '-nostdin', ...args], { stdin: 'ignore' });
}

function photo(name: string): string[] {
  return ['-i', fileURLToPath(new URL(`../studio/photos/${name}.webp`, import.meta.url))];
}

/** A camera over a still picture. Moved at four times the size: FFmpeg's zoompan places in whole pixels. */
function camera(rate: number, frames: number, zoom: string, x: string, y: string): string {
  const large = 'scale=4096:2304:force_original_aspect_ratio=increase:flags=bicubic,crop=4096:2304';
  const move = `zoompan=z='${zoom}':x='${x}':y='${y}':d=${frames}:s=1024x576:fps=${rate}`;
  return `${large},${move}`;
}

const middleX = '(iw-iw/zoom)/2';
const middleY = '(ih-ih/zoom)/2';

interface Scene {
  what: string;
  photos: string[];
  /** Sample rate of its voice; 0 for a silent clip. */
  voiceRate: number;
  /** Filter statements that end on the pad `seen`. */
  graph: string;
}

const scenes: readonly Scene[] = [
  {
    what: 'a trailer at 24 fps: a shot a second, each with a quick camera',
    photos: ['shoe', 'watch', 'perfume'],
    voiceRate: 48_000,
    graph: [
      `[0:v]${camera(24, 24, '1.2+0.02*on', middleX, middleY)}[a]`,
      `[1:v]${camera(24, 24, '1.5', `${middleX}+24*on-280`, middleY)}[b]`,
      `[2:v]${camera(24, 24, '1.7-0.02*on', middleX, `${middleY}+8*on`)}[c]`,
      '[a][b][c]concat=n=3[seen]',
    ].join(';'),
  },
  {
    what: 'a street camera at 25 fps: hand-held, two things crossing a detailed background',
    photos: ['coffee', 'headphones-alpha', 'carton-alpha'],
    voiceRate: 0,
    graph: [
      `[0:v]${camera(25, 75, '1.15', `${middleX}+60*sin(on/9)`, `${middleY}+40*sin(on/7)`)}[ground]`,
      '[1:v]scale=300:-2,loop=-1:1,fps=25[one]',
      '[2:v]scale=220:-2,loop=-1:1,fps=25[two]',
      `[ground][one]overlay=x='-200+330*t':y='200+12*sin(6*t)':shortest=1[half]`,
      `[half][two]overlay=x='900-260*t':y='300+8*sin(7*t)':shortest=1[seen]`,
    ].join(';'),
  },
  {
    what: 'a moving photo at 30 fps',
    photos: ['serum'],
    voiceRate: 44_100,
    graph: `[0:v]${camera(30, 90, '1.1+0.004*on', middleX, middleY)}[seen]`,
  },
  {
    what: 'a moving photo at 7 fps',
    photos: ['tube'],
    voiceRate: 0,
    graph: `[0:v]${camera(7, 21, '1.4', `${middleX}+20*on-200`, middleY)}[seen]`,
  },
];

/** What the figures stand on, in a sentence. */
export const inputsInWords =
  `Four clips of ${clipSeconds} s, 1024 × 576, film grain: ${scenes.map(({ what }) => what).join('; ')}. ` +
  'Two with mono voices of different rates, two silent; a minute of 44.1 kHz music.';

const voice =
  '0.2*sin(2*PI*(180+40*sin(7*t))*t)*gt(mod(t,0.6),0.15)+0.05*sin(2*PI*2100*t)*gt(mod(t,0.4),0.25)';
const beat = '0.5*exp(-8*mod(t,0.5))*sin(2*PI*110*t)+0.15*sin(2*PI*220*t)+0.1*sin(2*PI*330*t)*gt(mod(t,2),1)';

async function makeClip({ photos, voiceRate, graph }: Scene, path: string): Promise<void> {
  const sound = ['-f', 'lavfi', '-i', `aevalsrc='${voice}':s=${voiceRate}:d=${clipSeconds}`];
  await ffmpeg([
    ...photos.flatMap(photo),
    ...(voiceRate > 0 ? sound : []),
    ...['-filter_complex', `${graph};[seen]noise=alls=4:allf=t,format=yuv420p[out]`, '-map', '[out]'],
    ...(voiceRate > 0 ? ['-map', `${photos.length}:a`, '-c:a', 'aac', '-ac', '1'] : []),
    ...['-t', String(clipSeconds), '-c:v', 'libx264', '-preset', 'medium', '-crf', '20', path],
  ]);
}

/** Makes the clips and the music in `dir`. Everything comes from this repository. */
export async function makeInputs(dir: string): Promise<Inputs> {
  await mkdir(dir, { recursive: true });
  const clips = scenes.map((_, index) => join(dir, `clip-${index}.mp4`));
  for (const [index, scene] of scenes.entries()) await makeClip(scene, clips[index] ?? '');
  const music = join(dir, 'music.mp3');
  const tune = ['-f', 'lavfi', '-i', `aevalsrc='${beat}':s=44100:d=60`];
  await ffmpeg([...tune, '-c:a', 'libmp3lame', '-b:a', '192k', music]);
  return { clips, music };
}
