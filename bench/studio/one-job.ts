// One piece of studio work for measure.ts, which prints what it cost: node one-job.ts JOB OUT_DIR PREPARED_JSON
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderClip } from '../../packages/studio/src/clip.ts';
import { renderMusic } from '../../packages/studio/src/music.ts';
import { preparePhoto } from '../../packages/studio/src/photo.ts';
import { preparedPhotoSchema } from '../../packages/studio/src/prepared-photo.ts';
import { VIEWS } from '../../packages/studio/src/scene-families.ts';
import { drawStill, planStills } from '../../packages/studio/src/still.ts';
import { measureProcessTree } from '../compose/measure-process-tree.ts';

const [job = '', outDir = '', record = ''] = process.argv.slice(2);
await mkdir(outDir, { recursive: true });
const photo = preparedPhotoSchema.parse(JSON.parse(await readFile(record, 'utf8')));
const canvas = { width: 1920, height: 1080 };
const brief = { productName: 'AirRun', category: 'running shoes', tone: 'energetic', prompt: '' };
const recipes = planStills({ photo, brief, views: VIEWS, count: 6, canvas, seed: 7 });

// Only the work is measured: the server that asks for it is running already.
const { wallSeconds, cpuSeconds } = await measureProcessTree(() => run(job));
console.log(JSON.stringify({ wallSeconds, cpuSeconds }));

async function run(name: string): Promise<void> {
  if (name === 'cut-out') {
    const photoPath = fileURLToPath(new URL('photos/shoe.webp', import.meta.url));
    await preparePhoto({ photoPath, outDir });
  } else if (name === 'stills') {
    // Two at a time, as the server does on two cores.
    const next = recipes.entries();
    const draw = async () => {
      for (const [i, recipe] of next)
        await drawStill({ recipe, outPath: path.join(outDir, `still-${i}.jpg`) });
    };
    await Promise.all([draw(), draw()]);
  } else if (name.startsWith('clip-')) {
    const [recipe] = recipes;
    if (!recipe) throw new Error('There is no recipe.');
    const outPath = path.join(outDir, `${name}.mp4`);
    const length = { seconds: 3, fps: 30 };
    await renderClip({
      recipe,
      move: name.slice(5),
      motionIntensity: 0.5,
      ...length,
      canvas,
      seed: 1,
      outPath,
    });
  } else if (name === 'music') {
    const hitsAtSeconds = [3, 6, 9, 12];
    const outPath = path.join(outDir, 'music.wav');
    await renderMusic({ mood: 'energetic', seconds: 15, seed: 5, hitsAtSeconds, outPath });
  } else throw new Error(`There is no work called ${name}.`);
}
