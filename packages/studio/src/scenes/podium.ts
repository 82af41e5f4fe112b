import { setLight } from '../color/light.ts';
import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { blurred } from '../draw/blur.ts';
import { linear, radial, type Stop } from '../draw/gradients.ts';
import { litWall, paintFloor, paintWall } from './surface-scene.ts';
import { accentCss, tone, toneCss, type PaintScenery, type Stage } from './stage.ts';

/** Matte plinths before an arch, daylight from one side. */
export const paintPodium: PaintScenery = (stage) => {
  const wall = litWall(stage, tone(stage, 0.92, 0.055), tone(stage, 0.76, 0.095), {
    radius: 1.0,
    offset: 0.5,
    lift: 0.6,
  });
  const backdrop = paintWall(stage, wall);
  drawArch(stage, backdrop.getContext('2d'));
  const ground = tone(stage, 0.86, 0.07);
  const floor = paintFloor(stage, {
    surface: (_u, _v, _f, out) => setLight(out, ground),
    wall,
    gloss: 0.06,
    bright: 1.1,
    dim: 0.8,
    poolRadius: 1.2,
    seam: 0.22,
    horizonSoftness: 0,
    cell: 4,
  });
  return {
    backdrop,
    floor,
    set: drawPlinths(stage),
    sprites: [],
    light: {
      key: 0.6,
      exposure: 1.02,
      rim: null,
      ambient: tone(stage, 0.88, 0.08),
      shadow: '58,24,18',
      shadowStrength: 0.68,
      reflection: 0.07,
      reflectionBlur: 0.012,
      castLength: 0,
    },
    isDark: false,
  };
};

/** A niche in the wall: its own colour inside, a shade along the lit edge, a lighter reveal around it. */
function drawArch(stage: Stage, context: SKRSContext2D): void {
  const { product, unit, horizonY, lightSide, height } = stage;
  const halfWidth = Math.min(unit * 0.36, Math.max(product.width * 0.62, unit * 0.27));
  const top = Math.max(height * 0.13, product.baseY - product.height - halfWidth * 0.55);
  const foot = horizonY + unit * 0.06; // Below the horizon, where the floor hides the sill.
  const path = (half: number, crown: number) => {
    context.beginPath();
    context.moveTo(product.centerX - half, foot);
    context.lineTo(product.centerX - half, crown + half);
    context.arc(product.centerX, crown + half, half, Math.PI, 0);
    context.lineTo(product.centerX + half, foot);
    context.closePath();
  };
  const reveal = unit * 0.035;
  context.save();
  context.shadowColor = 'rgba(70,26,16,0.30)';
  context.shadowBlur = unit * 0.05;
  context.shadowOffsetX = -lightSide * unit * 0.02;
  context.shadowOffsetY = unit * 0.015;
  path(halfWidth + reveal, top - reveal);
  context.fillStyle = toneCss(stage, 0.9, 0.06);
  context.fill();
  context.restore();
  path(halfWidth, top);
  context.fillStyle = linear(
    context,
    product.centerX + lightSide * halfWidth,
    top,
    product.centerX - lightSide * halfWidth,
    horizonY,
    [
      [0, toneCss(stage, 0.56, 0.13)],
      [0.4, toneCss(stage, 0.67, 0.13)],
      [1, toneCss(stage, 0.8, 0.115)],
    ],
  );
  context.fill();
  // The near jamb throws a soft shade into the niche.
  context.save();
  path(halfWidth, top);
  context.clip();
  context.shadowColor = 'rgba(60,16,8,0.55)';
  context.shadowBlur = unit * 0.06;
  context.shadowOffsetX = -lightSide * unit * 0.045;
  context.shadowOffsetY = unit * 0.03;
  context.strokeStyle = toneCss(stage, 0.5, 0.12);
  context.lineWidth = unit * 0.02;
  path(halfWidth + unit * 0.01, top - unit * 0.01);
  context.stroke();
  context.restore();
}

interface Cylinder {
  x: number;
  top: number;
  radius: number;
  height: number;
  lightness: number;
  isAccent?: boolean;
}

/** How flat circles on the floor look: sine of the camera's tilt. */
const TILT = 0.17;

function drawPlinths(stage: Stage): Canvas {
  const { product, unit, width, height, random, lightSide } = stage;
  const image = createCanvas(width, height);
  const context = image.getContext('2d');
  const radius = Math.min(width * 0.4, Math.max(product.width * 0.66, unit * 0.25));
  const main = {
    x: product.centerX,
    top: product.baseY - radius * TILT * 0.35,
    radius,
    height: unit * 0.085,
    lightness: 0.86,
  };
  const base = {
    x: main.x,
    top: main.top + main.height * 0.98,
    radius: radius * 1.2,
    height: unit * 0.075,
    lightness: 0.82,
  };
  const side = -lightSide;
  const smallRadius = unit * (0.065 + random() * 0.02);
  const small: Cylinder = {
    x: product.centerX + side * (base.radius + smallRadius * 1.5),
    top: main.top + unit * 0.1,
    radius: smallRadius,
    height: unit * (0.07 + random() * 0.05),
    lightness: 0.76,
  };
  for (const cylinder of [small, base, main]) drawCylinder(stage, image, context, cylinder);
  const ball = smallRadius * 0.62;
  drawBall(stage, context, small.x, small.top - ball * 0.92, ball, 'accent');
  drawBall(
    stage,
    context,
    product.centerX - side * (base.radius + unit * 0.1),
    base.top + base.height + unit * 0.03,
    unit * 0.042,
    'tone',
  );
  return image;
}

function drawCylinder(
  stage: Stage,
  image: Canvas,
  context: SKRSContext2D,
  { x, top, radius, height, lightness }: Cylinder,
): void {
  const { unit, lightSide } = stage;
  const ry = radius * TILT;
  const shade = createCanvas(image.width, image.height);
  const ink = shade.getContext('2d');
  ink.fillStyle = 'rgba(60,18,10,0.62)';
  ink.beginPath();
  ink.ellipse(
    x - lightSide * radius * 0.1,
    top + height + ry * 0.08,
    radius * 1.05,
    ry * 1.08,
    0,
    0,
    Math.PI * 2,
  );
  ink.fill();
  context.drawImage(blurred(shade, unit * 0.016), 0, 0);
  const body: Stop[] = Array.from({ length: 17 }, (_, i) => {
    const nx = (i / 16) * 2 - 1;
    const lambert = Math.max(0, nx * lightSide * 0.72 + Math.sqrt(1 - nx * nx) * 0.62);
    return [i / 16, toneCss(stage, lightness - 0.24 + 0.3 * lambert, 0.1 - 0.045 * lambert)];
  });
  context.fillStyle = linear(context, x - radius, 0, x + radius, 0, body);
  context.beginPath();
  context.ellipse(x, top + height, radius, ry, 0, 0, Math.PI);
  context.lineTo(x - radius, top);
  context.ellipse(x, top, radius, ry, 0, Math.PI, 0, true);
  context.closePath();
  context.fill();
  context.fillStyle = linear(context, x + lightSide * radius, top - ry, x - lightSide * radius, top + ry, [
    [0, toneCss(stage, lightness + 0.11, 0.035)],
    [1, toneCss(stage, lightness - 0.01, 0.075)],
  ]);
  context.beginPath();
  context.ellipse(x, top, radius, ry, 0, 0, Math.PI * 2);
  context.fill();
  context.strokeStyle = 'rgba(255,255,255,0.38)';
  context.lineWidth = Math.max(1, unit * 0.0016);
  context.beginPath();
  context.ellipse(
    x,
    top + context.lineWidth / 2,
    radius - context.lineWidth / 2,
    ry,
    0,
    0.15,
    Math.PI - 0.15,
  );
  context.stroke();
}

function drawBall(
  stage: Stage,
  context: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  color: 'accent' | 'tone',
): void {
  const { lightSide } = stage;
  const paint = (l: number, c: number) =>
    color === 'accent' ? accentCss(stage, l, c) : toneCss(stage, l, c);
  context.save();
  context.filter = `blur(${radius * 0.22}px)`;
  context.fillStyle = 'rgba(60,18,10,0.5)';
  context.beginPath();
  context.ellipse(
    x - lightSide * radius * 0.25,
    y + radius * 0.94,
    radius * 1.02,
    radius * 0.26,
    0,
    0,
    Math.PI * 2,
  );
  context.fill();
  context.restore();
  context.fillStyle = radial(context, x + lightSide * radius * 0.36, y - radius * 0.42, radius * 1.55, [
    [0, paint(0.93, 0.05)],
    [0.35, paint(0.74, 0.12)],
    [0.75, paint(0.56, 0.13)],
    [1, paint(0.44, 0.11)],
  ]);
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
}
