import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { inspect } from '../src/inspect.ts';
import { planRender } from '../src/plan-render.ts';
import { choosePosterFrame, poster, preview480, safeZonePoster, teaser } from '../src/poster.ts';
import { probeMedia } from '../src/probe-media.ts';
import { probeTimeline } from '../src/probe-timeline.ts';
import { render } from '../src/render.ts';
import { safeZones } from '../src/safe-zones.ts';
import { Timeline, canvases } from '../src/timeline.ts';
import { complaints, ffmpeg, makeClip, makeDir, makeTone, meanColor } from './make-media.ts';

/** SSIM of luma, frame by frame, of `file` against `reference`. */
async function ssimOf(file: string, reference: string): Promise<number[]> {
  const filter = '[0:v][1:v]ssim=stats_file=-';
  const args = ['-v', 'error', '-i', file, '-i', reference, '-lavfi', filter, '-f', 'null', '-'];
  const { stdout } = await execa('ffmpeg', args, { stdin: 'ignore' });
  return [...stdout.matchAll(/Y:([\d.]+)/g)].map((match) => Number(match[1]));
}

async function goldenTimeline(dir: string, canvas: { width: number; height: number }): Promise<Timeline> {
  const clip = await makeClip(join(dir, 'clip.mp4'), {
    size: '480x270',
    rate: '25',
    tone: 440,
    seconds: 1.4,
  });
  const other = await makeClip(join(dir, 'other.mp4'), {
    size: '480x270',
    filter: 'hflip,hue=h=90',
    seconds: 1.4,
  });
  const logo = join(dir, 'logo.png');
  await ffmpeg(['-f', 'lavfi', '-i', 'color=red@0.8:s=64x32,format=rgba', '-frames:v', '1', logo]);
  return Timeline.parse({
    canvas,
    clips: [
      { id: 'a', source: clip, seconds: 1.2 },
      { id: 'b', source: other, seconds: 1.2, fit: 'blurred-backdrop' },
    ],
    joins: [{ style: 'crossfade', seconds: 0.4 }],
    overlays: [
      {
        id: 'name',
        type: 'text',
        text: 'Ålesund أورورا 🔥',
        startSeconds: 0.2,
        endSeconds: 0.8,
        box: { x: 0.1, y: 0.1, width: 0.8, height: 0.15 },
      },
      {
        id: 'logo',
        type: 'image',
        source: logo,
        startSeconds: 0,
        endSeconds: 2,
        box: { x: 0.8, y: 0.05, width: 0.15, height: 0.1 },
      },
    ],
    outro: {
      seconds: 1,
      name: 'Aurora',
      callToAction: 'Shop now',
      price: '€ 49',
      url: 'https://example.com',
      hasQrCode: true,
      logo,
    },
    audio: { music: { source: await makeTone(join(dir, 'music.mp3'), 330, 2) } },
    metadata: { title: 'Golden', comment: 'Made with test patterns' },
  });
}

test.for(Object.entries(canvases))(
  'a %s ad with text, logo, crossfade and card is exact and close to lossless',
  async ([shape, full]) => {
    await using dir = await makeDir();
    // One at its true size; a quarter shows the same of the others.
    const even = (side: number) => (shape === '16:9' ? side : 2 * Math.round(side / 8));
    const timeline = await goldenTimeline(dir.path, { width: even(full.width), height: even(full.height) });
    const probes = await probeTimeline(timeline);
    const plan = planRender(timeline, probes);
    const cacheDir = join(dir.path, 'cache');
    const at = (name: string) => join(dir.path, name);
    const { measures } = await render(plan, { cacheDir, outPath: at('ad.mp4') });
    const { output } = plan.encoder;
    const lossless = output.map((word, index) => (output[index - 1] === '-crf' ? '1' : word));
    await render(
      { ...plan, encoder: { ...plan.encoder, output: lossless } },
      { cacheDir: at('lossless-cache'), outPath: at('lossless.mp4') },
    );

    const { verdict, reasons, measured } = await inspect(at('ad.mp4'), timeline, { measures });
    expect(reasons).toEqual([]);
    expect(verdict).toBe('passed');
    expect(measured.frames).toBe(36 + 36 - 12 + 30 - 12);
    expect(await complaints(at('ad.mp4'))).toBe('');
    const alone = await inspect(at('ad.mp4'), timeline, { probes });
    expect(alone.verdict).toBe('passed');
    expect(alone.measured.texts).toEqual(measures.texts);

    const ssim = await ssimOf(at('ad.mp4'), at('lossless.mp4'));
    const mean = ssim.reduce((sum, value) => sum + value, 0) / ssim.length;
    expect(mean).toBeGreaterThan(0.95);
    // No frame falls off at a seam.
    expect(Math.min(...ssim)).toBeGreaterThan(mean - 0.04);

    const frame = choosePosterFrame(timeline, measures.thumbnails);
    await poster(at('ad.mp4'), frame, at('poster.jpg'));
    expect(await probeMedia(at('poster.jpg'))).toMatchObject({
      kind: 'image',
      picture: { width: timeline.canvas.width },
    });
  },
);

test('previews and teasers are made from a finished ad', async () => {
  await using dir = await makeDir();
  const file = await makeClip(join(dir.path, 'ad.mp4'), { size: '960x540', tone: 440, seconds: 1 });
  const at = (name: string) => join(dir.path, name);
  const zone = safeZones.find(({ aspectRatio }) => aspectRatio === '16:9');
  if (!zone) throw new Error('There is no safe zone for 16:9.');
  await safeZonePoster(file, 10, zone, at('zone.png'));
  const [covered] = await meanColor(at('zone.png'), 0, '960:20:0:0');
  const [plain] = await meanColor(file, 10, '960:20:0:0');
  expect(covered).toBeGreaterThan(plain + 20);
  await preview480(file, at('preview.mp4'));
  await teaser(file, { startSeconds: 0.2, seconds: 0.5, longSide: 160 }, at('teaser.gif'));
  await teaser(file, { startSeconds: 0.2, seconds: 0.5, longSide: 160 }, at('teaser.webp'));
  expect(await probeMedia(at('preview.mp4'))).toMatchObject({
    picture: { height: 480 },
    sound: { codec: 'aac' },
  });
  expect(await probeMedia(at('teaser.gif'))).toMatchObject({ picture: { width: 160 } });
  const webp = await readFile(at('teaser.webp'));
  expect([webp.toString('latin1', 0, 4), webp.toString('latin1', 8, 16)]).toEqual(['RIFF', 'WEBPVP8X']);
});
