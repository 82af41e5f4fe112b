import { readFile, rm, writeFile } from 'node:fs/promises';
import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { LABEL_FONT, registerFonts } from '../src/draw/fonts.ts';
import { runFfmpeg } from '../src/ffmpeg.ts';
import type { Music } from '../src/music.ts';

const WIDTH = 1280;
const LEFT = 56;
const PLOT_WIDTH = WIDTH - LEFT - 16;
/** Top and height of each band of the picture. */
const WAVE = { top: 44, height: 130 };
const LOUDNESS = { top: 184, height: 120 };
const SPECTRUM = { top: 314, height: 320 };
const HEIGHT = 660;
const HERTZ = { lowest: 30, highest: 16_000, marks: [50, 100, 200, 500, 1000, 2000, 5000, 10_000] };
const LUFS = { lowest: -40, highest: -8, marks: [-32, -24, -16] };
const SPECTRUM_FPS = 60;

/** A picture of a piece: waveform, loudness over time and spectrum, with its cuts, its drop and its last chord. */
export async function plotMusic(music: Music, cuts: readonly number[], outPath: string): Promise<void> {
  registerFonts();
  const loudness = await loudnessOf(music.path);
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = '#141312';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  drawWave(context, await readFile(music.path));
  drawLoudness(context, loudness, music.seconds);
  await drawSpectrum(context, music, outPath);
  drawMarks(context, music, cuts);
  const lu = (value: number) => value.toFixed(1).replace('-', '−');
  const title = [
    music.mood[0]?.toUpperCase() + music.mood.slice(1),
    music.key,
    `${music.bpm.toFixed(1)} bpm`,
    `${lu(loudness.integrated)} LUFS`,
    `LRA ${lu(loudness.range)} LU`,
    `true peak ${lu(loudness.peakDb)} dBTP`,
  ].join('   ·   ');
  text(context, title, LEFT, 28, 20, '#f2efe9');
  await writeFile(outPath, await canvas.encode('png'));
}

interface Loudness {
  integrated: number;
  range: number;
  peakDb: number;
  /** Every 100 ms: over the last 0.4 s, and over the last 3 s. */
  momentary: number[];
  shortTerm: number[];
}

/** Loudness by FFmpeg's EBU R 128 filter: another meter than the one that mastered the piece. */
async function loudnessOf(file: string): Promise<Loudness> {
  const log = `${file}.txt`;
  const filter = `ebur128=peak=true:metadata=1,ametadata=print:file=${log}`;
  await runFfmpeg('ffmpeg', ['-v', 'error', '-i', file, '-af', filter, '-f', 'null', '-']);
  const lines = await readFile(log, 'utf8');
  await rm(log);
  const all = (key: string) =>
    [...lines.matchAll(new RegExp(`${key}=(\\S+)`, 'g'))].map(([, value]) => Number(value));
  return {
    integrated: all('r128\\.I').at(-1) ?? Number.NaN,
    range: all('r128\\.LRA').at(-1) ?? Number.NaN,
    peakDb: 20 * Math.log10(Math.max(...all('true_peaks_ch\\d'))),
    momentary: all('r128\\.M'),
    shortTerm: all('r128\\.S'),
  };
}

/** Peaks in front of nothing, the mean level in front of the peaks. */
function drawWave(context: SKRSContext2D, wav: Buffer): void {
  const samples = new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.length));
  const middle = WAVE.top + WAVE.height / 2;
  const perColumn = samples.length / PLOT_WIDTH;
  for (let x = 0; x < PLOT_WIDTH; x += 1) {
    const column = samples.subarray(Math.floor(x * perColumn), Math.floor((x + 1) * perColumn));
    const peak = column.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) / 32_768;
    const mean = Math.sqrt(column.reduce((sum, sample) => sum + sample * sample, 0) / column.length) / 32_768;
    for (const [level, color] of [
      [peak, '#4d6f86'],
      [mean, '#a9d3ea'],
    ] as const) {
      context.fillStyle = color;
      context.fillRect(LEFT + x, middle - (level * WAVE.height) / 2, 1, Math.max(1, level * WAVE.height));
    }
  }
  text(context, 'level', 8, middle + 4, 12, '#8d877e');
}

function drawLoudness(context: SKRSContext2D, { momentary, shortTerm }: Loudness, seconds: number): void {
  const yOf = (lufs: number) =>
    LOUDNESS.top +
    (LOUDNESS.height * (LUFS.highest - Math.max(LUFS.lowest, lufs))) / (LUFS.highest - LUFS.lowest);
  context.fillStyle = '#1d1b19';
  context.fillRect(LEFT, LOUDNESS.top, PLOT_WIDTH, LOUDNESS.height);
  for (const mark of LUFS.marks) {
    context.fillStyle = mark === -16 ? '#6b6257' : '#2f2c29';
    context.fillRect(LEFT, yOf(mark), PLOT_WIDTH, 1);
    text(context, `${mark}`.replace('-', '−'), 22, yOf(mark) + 4, 12, '#8d877e');
  }
  for (const [values, windowSteps, color, width] of [
    [momentary, 4, '#8a7a4e', 1],
    [shortTerm, 30, '#f0c94a', 3],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    values.forEach((lufs, i) => {
      if (i + 1 < windowSteps) return; // The window still reaches back before the music.
      context.lineTo(LEFT + (((i + 1) * 0.1) / seconds) * PLOT_WIDTH, yOf(lufs));
    });
    context.stroke();
  }
  text(context, 'LUFS over 3 s (thick) and 0.4 s', LEFT + 8, LOUDNESS.top + 16, 12, '#b3a36c');
}

/** FFmpeg's constant-Q transform has a logarithmic axis by nature; its scroll, turned by a quarter, is a spectrogram. */
async function drawSpectrum(
  context: SKRSContext2D,
  { path, seconds }: Music,
  outPath: string,
): Promise<void> {
  const frames = Math.round(seconds * SPECTRUM_FPS);
  const picture = `${outPath}.spectrum.png`;
  const transform = [
    `showcqt=s=${SPECTRUM.height}x${frames}:fps=${SPECTRUM_FPS}:sono_h=${frames}:bar_h=0:axis_h=0:count=1`,
    `basefreq=${HERTZ.lowest}:endfreq=${HERTZ.highest}:sono_v=12*b_weighting(f):sono_g=4:tc=0.12`,
  ].join(':');
  const turned = `${transform},select=eq(n\\,${frames - 1}),transpose=2,hflip`;
  await runFfmpeg('ffmpeg', ['-v', 'error', '-i', path, '-lavfi', turned, '-frames:v', '1', '-y', picture]);
  context.drawImage(await loadImage(picture), LEFT, SPECTRUM.top, PLOT_WIDTH, SPECTRUM.height);
  await rm(picture);
  const range = Math.log(HERTZ.highest / HERTZ.lowest);
  for (const mark of HERTZ.marks) {
    const y = SPECTRUM.top + SPECTRUM.height * (1 - Math.log(mark / HERTZ.lowest) / range);
    text(context, mark < 1000 ? `${mark}` : `${mark / 1000}k`, 22, y + 4, 12, '#8d877e');
    context.fillStyle = '#8d877e';
    context.fillRect(LEFT - 5, y, 5, 1);
  }
}

function drawMarks(
  context: SKRSContext2D,
  { seconds, dropSeconds, finalSeconds }: Music,
  cuts: readonly number[],
): void {
  const marks: readonly (readonly [number, string, string])[] = [
    ...cuts.map((cut) => [cut, 'cut', '#ffffff'] as const),
    [dropSeconds, 'drop', '#ff6b57'],
    [finalSeconds, 'last chord', '#7fe08a'],
  ];
  for (const [at, label, color] of marks) {
    const x = LEFT + (at / seconds) * PLOT_WIDTH;
    const isDrop = label === 'cut' && Math.abs(at - dropSeconds) < 0.02;
    if (isDrop) continue;
    context.globalAlpha = label === 'cut' ? 0.55 : 0.95;
    context.fillStyle = color;
    context.fillRect(x - 0.5, WAVE.top, label === 'cut' ? 1 : 2, SPECTRUM.top + SPECTRUM.height - WAVE.top);
    context.globalAlpha = 1;
    text(context, label, x > WIDTH - 80 ? x - 64 : x + 5, WAVE.top + 12, 12, color);
  }
  for (let second = 0; second <= seconds; second += 1)
    text(context, `${second}`, LEFT + (second / seconds) * PLOT_WIDTH - 3, HEIGHT - 8, 12, '#8d877e');
}

function text(
  context: SKRSContext2D,
  words: string,
  x: number,
  y: number,
  size: number,
  color: string,
): void {
  context.font = `${size}px "${LABEL_FONT}"`;
  context.fillStyle = color;
  context.fillText(words, x, y);
}
