// Contact sheets of everything the studio makes: npm run gallery:studio -- --out DIR [--only shoe,clips,music] [--formats 16x9] [--width 1920]
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { plotMusic } from './music-plot.ts';
import { SAMPLES, type Sample } from './samples.ts';
import type { CanvasSize } from '../src/canvas-size.ts';
import { MOVES, renderClip } from '../src/clip.ts';
import { LABEL_FONT, registerFonts } from '../src/draw/fonts.ts';
import { runFfmpeg } from '../src/ffmpeg.ts';
import { MOODS, renderMusic } from '../src/music.ts';
import { preparePhoto } from '../src/photo.ts';
import { preparedPhotoSchema, type PreparedPhoto } from '../src/prepared-photo.ts';
import { VIEWS } from '../src/scene-families.ts';
import { drawStill, planStills } from '../src/still.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    only: { type: 'string' },
    formats: { type: 'string' },
    width: { type: 'string', default: '1280' },
    seed: { type: 'string', default: '7' },
  },
});
if (!values.out) throw new Error('Say where the sheets go: --out DIR');
const outDir = path.resolve(values.out);
const wideWidth = Number(values.width);
const seed = Number(values.seed);
const wanted = values.only?.split(',');
const isWanted = (name: string) => !wanted || wanted.includes(name);

const FORMATS: readonly (readonly [name: string, width: number, height: number])[] = [
  ['16x9', 16, 9],
  ['9x16', 9, 16],
  ['1x1', 1, 1],
  ['4x5', 4, 5],
];

/** Uneven, as in a real ad. */
const CUTS = [2.8, 5.6, 9.1, 12];

/** A canvas of this shape; all have the short side of a wide one. */
function canvasFor(width: number, height: number, shortSide = (wideWidth * 9) / 16): CanvasSize {
  const scale = shortSide / Math.min(width, height);
  return { width: Math.round((width * scale) / 2) * 2, height: Math.round((height * scale) / 2) * 2 };
}

/** The cut-out takes seconds, so it is kept beside the sheets. */
async function prepared(sample: Sample): Promise<PreparedPhoto | null> {
  if (!sample.photo) return null;
  const folder = path.join(outDir, 'prepared', sample.name);
  await mkdir(folder, { recursive: true });
  const record = path.join(folder, 'prepared.json');
  try {
    return preparedPhotoSchema.parse(JSON.parse(await readFile(record, 'utf8')));
  } catch {
    const photo = await preparePhoto({ photoPath: sample.photo, outDir: folder });
    await writeFile(record, JSON.stringify(photo, null, 1));
    return photo;
  }
}

/** Pictures side by side, all of one height, `columns` to a row; a caption each where there are any. */
async function sheet(
  files: readonly string[],
  columns: number,
  tileHeight: number,
  to: string,
  captions: readonly string[] = [],
): Promise<void> {
  const pictures = await Promise.all(files.map((file) => loadImage(file)));
  const rows = Array.from({ length: Math.ceil(pictures.length / columns) }, (_, row) =>
    pictures.slice(row * columns, (row + 1) * columns),
  );
  const gap = 8;
  const widths = rows.map((row) =>
    row.reduce((sum, { width, height }) => sum + (width / height) * tileHeight + gap, -gap),
  );
  const canvas = createCanvas(Math.ceil(Math.max(...widths)), rows.length * (tileHeight + gap) - gap);
  const context = canvas.getContext('2d');
  context.fillStyle = '#161514';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  registerFonts();
  context.font = `16px "${LABEL_FONT}"`;
  rows.forEach((row, i) => {
    let x = 0;
    for (const [column, picture] of row.entries()) {
      const width = (picture.width / picture.height) * tileHeight;
      const y = i * (tileHeight + gap);
      context.drawImage(picture, x, y, width, tileHeight);
      caption(context, captions[i * columns + column] ?? '', x + 10, y + tileHeight - 12);
      x += width + gap;
    }
  });
  await writeFile(to, await canvas.encode('webp', 84));
  console.log(path.relative(process.cwd(), to));
}

/** White with a dark rim, so that it is read on any picture. */
function caption(context: SKRSContext2D, text: string, x: number, y: number): void {
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = 'rgba(0, 0, 0, 0.75)';
  context.strokeText(text, x, y);
  context.fillStyle = '#ffffff';
  context.fillText(text, x, y);
}

async function stillSheets(sample: Sample): Promise<void> {
  const photo = await prepared(sample);
  const folder = path.join(outDir, 'stills', sample.name);
  await mkdir(folder, { recursive: true });
  const formats = values.formats?.split(',');
  for (const [format, width, height] of FORMATS) {
    if (formats && !formats.includes(format)) continue;
    const recipes = planStills({
      photo,
      brief: sample.brief,
      views: VIEWS,
      count: 6,
      canvas: canvasFor(width, height),
      seed,
    });
    const files = recipes.map(({ family }, i) => path.join(folder, `${format}-${i + 1}-${family}.jpg`));
    // Two at a time, as the server does on two cores.
    const queue = recipes.entries();
    const draw = async () => {
      for (const [i, recipe] of queue) await drawStill({ recipe, outPath: files[i] ?? '' });
    };
    await Promise.all([draw(), draw()]);
    await sheet(
      files,
      width > height ? 3 : 6,
      width > height ? 300 : 420,
      path.join(outDir, `stills-${sample.name}-${format}.webp`),
    );
  }
}

async function clipStrips(sample: Sample): Promise<void> {
  const photo = await prepared(sample);
  const canvas = canvasFor(16, 9, (wideWidth * 9) / 32);
  const recipes = planStills({ photo, brief: sample.brief, views: VIEWS, count: 6, canvas, seed });
  const folder = path.join(outDir, 'clips', sample.name);
  await mkdir(folder, { recursive: true });
  const frames: string[] = [];
  for (const [i, move] of MOVES.entries()) {
    const recipe = recipes[i % recipes.length];
    if (!recipe) continue;
    const outPath = path.join(folder, `${move}.mp4`);
    await renderClip({ recipe, move, motionIntensity: 0.7, seconds: 3, fps: 30, canvas, seed, outPath });
    const strip = path.join(folder, `${move}.png`);
    await runFfmpeg('ffmpeg', [
      '-v',
      'error',
      '-i',
      outPath,
      '-vf',
      'select=not(mod(n\\,22)),scale=320:-2,tile=5x1',
      '-frames:v',
      '1',
      '-y',
      strip,
    ]);
    frames.push(strip);
  }
  await sheet(frames, 1, 180, path.join(outDir, `clips-${sample.name}.webp`), MOVES);
}

async function musicPlots(): Promise<void> {
  const folder = path.join(outDir, 'music');
  await mkdir(folder, { recursive: true });
  const plots: string[] = [];
  for (const { id: mood } of MOODS) {
    const outPath = path.join(folder, `${mood}.wav`);
    const plot = path.join(folder, `${mood}.png`);
    const music = await renderMusic({ mood, seconds: 15, seed, hitsAtSeconds: CUTS, outPath });
    await plotMusic(music, CUTS, plot);
    plots.push(plot);
  }
  await sheet(plots, 2, 560, path.join(outDir, 'music.webp'));
}

await mkdir(outDir, { recursive: true });
for (const sample of SAMPLES) if (isWanted(sample.name)) await stillSheets(sample);
const [first] = SAMPLES;
if (first && isWanted('clips')) await clipStrips(first);
if (isWanted('music')) await musicPlots();
if (!wanted) await rm(path.join(outDir, 'prepared'), { recursive: true });
