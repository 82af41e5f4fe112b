import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';

export interface Inputs {
  clips: string[];
  music: string;
}

async function ffmpeg(args: readonly string[]): Promise<void> {
  await execa('ffmpeg', ['-v', 'error', '-y', '-nostdin', ...args], { stdin: 'ignore' });
}

/** A camera that travels over a detailed picture, with film grain: motion and texture without a download. */
const scenes = [
  {
    rate: 24,
    picture: 'mandelbrot=s=1280x720:r=24:start_scale=0.02:end_scale=0.002:end_pts=200:maxiter=300',
    tone: 48_000,
  },
  { rate: 25, picture: "testsrc2=s=1280x720:r=25,rotate='0.15*sin(t)':ow=1280:oh=720", tone: 0 },
  { rate: 30, picture: 'sierpinski=s=1280x720:r=30:type=carpet,hue=h=40*t:s=2,gblur=sigma=1', tone: 44_100 },
  { rate: 7, picture: 'gradients=s=1280x720:r=7:n=6:speed=0.04,vignette', tone: 0 },
];

/**
 * Four clips of 3 s at 24, 25, 30 and 7 frames per second, 1024 × 576, two with speech-like mono sound of different
 * rates and two silent, and a minute of music.
 */
export async function makeInputs(dir: string): Promise<Inputs> {
  await mkdir(dir, { recursive: true });
  const clips = await Promise.all(
    scenes.map(async ({ picture, tone }, index) => {
      const path = join(dir, `clip-${index}.mp4`);
      const filter = `${picture},trim=duration=3,crop=1024:576,noise=alls=5:allf=t,format=yuv420p`;
      const babble =
        '0.2*sin(2*PI*(180+40*sin(7*t))*t)*gt(mod(t,0.6),0.15)+0.05*sin(2*PI*2100*t)*gt(mod(t,0.4),0.25)';
      const sound =
        tone > 0
          ? ['-f', 'lavfi', '-i', `aevalsrc='${babble}':s=${tone}:d=3`, '-c:a', 'aac', '-ac', '1']
          : [];
      await ffmpeg([
        '-f',
        'lavfi',
        '-i',
        filter,
        ...sound,
        '-c:v',
        'libx264',
        '-preset',
        'medium',
        '-crf',
        '16',
        path,
      ]);
      return path;
    }),
  );
  const music = join(dir, 'music.mp3');
  const beat =
    '0.5*exp(-8*mod(t,0.5))*sin(2*PI*110*t)+0.15*sin(2*PI*220*t)+0.1*sin(2*PI*330*t)*gt(mod(t,2),1)';
  await ffmpeg([
    '-f',
    'lavfi',
    '-i',
    `aevalsrc='${beat}':s=44100:d=60`,
    '-c:a',
    'libmp3lame',
    '-b:a',
    '192k',
    music,
  ]);
  return { clips, music };
}
