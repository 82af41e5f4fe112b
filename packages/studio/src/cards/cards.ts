import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { distance } from '../draw/distance.ts';
import { blurred } from '../draw/blur.ts';
import { paintField } from '../draw/field.ts';
import { linear } from '../draw/gradients.ts';
import { createFractalNoise } from '../draw/noise.ts';
import { rgbSampler } from '../draw/sampler.ts';
import { drawPhoto, drawPrint, fitInside, grown, meltEdges, shadowUnder } from './photo-prints.ts';
import { accent, tone, toneCss, type PaintScenery, type ProductLight, type Stage } from '../scenes/stage.ts';
import { litWall, paintFlatLay, paintWall } from '../scenes/surface-scene.ts';

/** A card shows its photo itself, so this light falls on nothing; it only completes the scenery. */
const UNUSED_LIGHT: ProductLight = {
  key: 0,
  exposure: 1,
  rim: null,
  ambient: [1, 1, 1],
  shadow: '0,0,0',
  shadowStrength: 0,
  reflection: 0,
  reflectionBlur: 0,
  castLength: 0,
};

/** The whole photo, matted and framed, on a wall in raking light. */
export const paintFrameCard: PaintScenery = (stage, { image: photo }) => {
  const { unit, width, height, lightSide } = stage;
  const backdrop = paintWall(
    stage,
    litWall(stage, tone(stage, 0.93, 0.04), tone(stage, 0.74, 0.08), { offset: 0.6, lift: 0.8 }),
  );
  const set = createCanvas(width, height);
  const context = set.getContext('2d');
  const box = fitInside(photo, stage, 0.74, 0.66);
  const mat = unit * 0.05;
  const frame = unit * 0.014;
  const outer = grown(box, mat + frame);
  shadowUnder(context, outer, unit, lightSide, 0.05);
  context.fillStyle = linear(context, outer.x, outer.y, outer.x + outer.width, outer.y + outer.height, [
    [0, toneCss(stage, 0.36, 0.04)],
    [0.5, toneCss(stage, 0.24, 0.03)],
    [1, toneCss(stage, 0.31, 0.04)],
  ]);
  context.fillRect(outer.x, outer.y, outer.width, outer.height);
  const inner = grown(box, mat);
  context.fillStyle = '#fbfaf7';
  context.fillRect(inner.x, inner.y, inner.width, inner.height);
  context.strokeStyle = 'rgba(0,0,0,0.16)';
  context.lineWidth = Math.max(1, unit * 0.0022);
  const bevel = grown(box, unit * 0.004);
  context.strokeRect(bevel.x, bevel.y, bevel.width, bevel.height);
  drawPhoto(context, photo, box, CROP_OF_VIEW[stage.view]);
  return { backdrop, floor: null, set, sprites: [], light: UNUSED_LIGHT, isDark: false, showsSubject: true };
};

/** Three prints of the photo, the best on top, on a linen table. */
export const paintPolaroidCard: PaintScenery = (stage, { image: photo }) => {
  const { unit, width, height, random, lightSide } = stage;
  const weave = createFractalNoise(stage.seed, 3);
  const linen = tone(stage, 0.82, 0.055);
  const backdrop = paintFlatLay(stage, {
    surface: (u, v, _footprint, out) => {
      const thread =
        0.93 +
        0.05 * Math.sin(u * 520) * Math.sin(v * 520) +
        0.1 * weave(u * 26, v * 3) +
        0.06 * weave(u * 3, v * 26);
      for (let channel = 0; channel < 3; channel += 1) out[channel] = linen[channel]! * thread;
    },
    bright: 1.08,
    dim: 0.68,
  });
  const set = createCanvas(width, height);
  const context = set.getContext('2d');
  const isTall = stage.canvas.height > stage.canvas.width * 1.2;
  const side = isTall ? unit * 0.6 : unit * 0.56;
  const lean = random() < 0.5 ? -1 : 1;
  const prints = [
    { x: isTall ? -0.16 : -0.5, y: isTall ? -0.42 : -0.06, turn: -0.16 * lean, size: 0.82, zoom: 1.7 },
    { x: isTall ? 0.17 : 0.5, y: isTall ? 0.44 : 0.06, turn: 0.13 * lean, size: 0.82, zoom: 1.35 },
    { x: 0, y: 0, turn: -0.03 * lean, size: 1, zoom: 1 },
  ];
  for (const { x, y, turn, size, zoom } of prints) {
    context.save();
    context.translate(width / 2 + x * unit, height / 2 + y * unit);
    context.rotate(turn);
    drawPrint(context, photo, side * size, zoom, unit, lightSide);
    context.restore();
  }
  return { backdrop, floor: null, set, sprites: [], light: UNUSED_LIGHT, isDark: false, showsSubject: true };
};

/** The photo fills one side; colour, a big shape and air the other. */
export const paintSplitCard: PaintScenery = (stage, { image: photo }) => {
  const { unit, width, height, canvas, random } = stage;
  const field = tone(stage, 0.7, 0.15);
  const shape = accent(stage, 0.86, 0.1);
  const marginX = (width - canvas.width) / 2;
  const marginY = (height - canvas.height) / 2;
  const isWide = canvas.width > canvas.height * 1.2;
  const isFirst = random() < 0.5;
  const share = 0.62;
  const photoBox = isWide
    ? {
        x: isFirst ? 0 : marginX + canvas.width * (1 - share),
        y: 0,
        width: marginX + canvas.width * share,
        height,
      }
    : {
        x: 0,
        y: isFirst ? 0 : marginY + canvas.height * (1 - share),
        width,
        height: marginY + canvas.height * share,
      };
  const center = isWide
    ? { x: isFirst ? photoBox.width : photoBox.x, y: height * 0.62 }
    : { x: width * 0.68, y: isFirst ? photoBox.height : photoBox.y };
  const backdrop = paintField({ width, height, cell: 1, grain: 1.8 }, (x, y, out) => {
    const away = distance(x - center.x, y - center.y) / unit;
    const cover = Math.max(0, Math.min(1, (0.3 - away) * unit * 0.7));
    const light = 1.04 - 0.12 * (((x - width / 2) / unit) ** 2 + ((y - height / 2) / unit) ** 2);
    for (let channel = 0; channel < 3; channel += 1) {
      out[channel] = (field[channel]! + (shape[channel]! - field[channel]!) * cover) * light;
    }
  });
  const set = createCanvas(width, height);
  const context = set.getContext('2d');
  shadowUnder(context, photoBox, unit, 0, 0.04);
  drawPhoto(context, photo, photoBox, CROP_OF_VIEW[stage.view]);
  return {
    backdrop,
    floor: null,
    set,
    setDepth: 0.9,
    sprites: [],
    light: UNUSED_LIGHT,
    isDark: false,
    showsSubject: true,
  };
};

/** The photo large and whole; beyond its edges its own colours go on, out of focus and darker. */
export const paintBleedCard: PaintScenery = (stage, { image: photo }) => {
  const { width, height, unit } = stage;
  const half = createCanvas(Math.ceil(width / 2), Math.ceil(height / 2));
  const wide = half.getContext('2d');
  drawPhoto(wide, photo, { x: 0, y: 0, width: half.width, height: half.height });
  const soft = rgbSampler(blurred(half, unit * 0.045));
  const tint = tone(stage, 0.3, 0.07);
  const backdrop = paintField({ width, height, cell: 4, grain: 2 }, (x, y, out) => {
    soft(x, y, out);
    const away = Math.min(1, distance((x - width / 2) / width, (y - height / 2) / height) * 1.5);
    for (let channel = 0; channel < 3; channel += 1) {
      out[channel] = out[channel]! * (0.85 - 0.45 * away) + tint[channel]! * (0.1 + 0.25 * away);
    }
  });
  const set = createCanvas(width, height);
  const context = set.getContext('2d');
  // As large as the layer when little is lost, else larger than whole, its short sides melting into the blur.
  const contained = fitInside(photo, stage, 1, 1);
  const covering = Math.max(width / contained.width, height / contained.height);
  const scale = Math.min(covering, 1.45);
  const size = { width: contained.width * scale, height: contained.height * scale };
  const box = { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size };
  drawPhoto(context, photo, box, CROP_OF_VIEW[stage.view]);
  if (scale < covering) meltEdges(context, box, unit * 0.16);
  shadeForWords(context, stage);
  return {
    backdrop,
    floor: null,
    set,
    setDepth: 1,
    sprites: [],
    light: UNUSED_LIGHT,
    isDark: true,
    showsSubject: true,
  };
};

/** Dark at the top and bottom, where the words of the ad will stand. */
function shadeForWords(context: SKRSContext2D, stage: Stage): void {
  const { width, height } = stage;
  context.fillStyle = linear(context, 0, 0, 0, height, [
    [0, toneCss(stage, 0.12, 0.03, 0.62)],
    [0.3, toneCss(stage, 0.12, 0.03, 0)],
    [0.66, toneCss(stage, 0.12, 0.03, 0)],
    [1, toneCss(stage, 0.12, 0.03, 0.72)],
  ]);
  context.fillRect(0, 0, width, height);
}

/** How close each view crops into the photo: six cards of one photo must not be six times the same picture. */
const CROP_OF_VIEW: Record<string, number> = {
  side: 1.3,
  back: 1.15,
  top: 1.45,
  detail: 1.9,
  lifestyle: 1.08,
};
