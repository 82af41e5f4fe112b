import { createCanvas, ImageData, type Canvas } from '@napi-rs/canvas';
import { blurred } from '../draw/blur.ts';
import type { ProductLight } from '../scenes/stage.ts';

/** A picture to be placed with its product: `x`, `y` from the product's top left corner, in pixels. */
export interface AttachedImage {
  image: Canvas;
  x: number;
  y: number;
}

/** Decay (how fast shade fades as the product leaves the floor), thickness, blur and strength; shares of the height. */
const CONTACT_PASSES = [
  { decay: 0.5, thickness: 0.1, blur: 0.055, strength: 0.6 },
  { decay: 0.1, thickness: 0.03, blur: 0.018, strength: 0.75 },
  { decay: 0.035, thickness: 0.012, blur: 0.006, strength: 0.9 },
] as const;

/** The dark line and the soft halo where the product touches the floor, along its floor line. */
export function contactShadow(
  product: Canvas,
  lowest: Float32Array,
  floor: Float32Array,
  light: ProductLight,
): AttachedImage {
  const { width, height } = product;
  const pad = Math.ceil(height * 0.2);
  const image = createCanvas(width + pad * 2, pad * 2 + Math.ceil(height * 0.4));
  const context = image.getContext('2d');
  const lift = height - Math.ceil(height * 0.4) + pad; // Image row 0 in product rows is −pad + (height − 0.4 height).
  const deepest = Math.max(...floor);
  for (const { decay, thickness, blur, strength } of CONTACT_PASSES) {
    const pass = createCanvas(image.width, image.height);
    const ink = pass.getContext('2d');
    for (let x = 0; x < width; x += 1) {
      const row = lowest[x] ?? -1;
      const ground = floor[x] ?? 0;
      if (row < 0) continue;
      const near = Math.exp(-(ground - row) / (decay * height));
      const isUnder = Math.exp(-Math.max(0, (deepest - ground) / height - 0.25) * 6);
      ink.fillStyle = `rgba(${light.shadow},${(strength * light.shadowStrength * near * isUnder).toFixed(3)})`;
      ink.fillRect(x + pad, ground - lift + pad * 2 - thickness * height * 0.5, 1.5, thickness * height);
    }
    context.drawImage(blurred(pass, blur * height), 0, 0);
  }
  return { image, x: -pad, y: lift - pad * 2 };
}

/** The product mirrored column by column about its floor line, fading and blurred with distance. */
export function floorReflection(product: Canvas, floor: Float32Array, light: ProductLight): AttachedImage {
  const { width, height } = product;
  const source = product.getContext('2d').getImageData(0, 0, width, height).data;
  const deepest = Math.ceil(Math.max(...floor));
  const length = Math.ceil(height * 0.5);
  const top = Math.max(0, Math.floor(Math.min(...floor)));
  const rows = deepest - top + length;
  const mirrored = new Uint8ClampedArray(width * rows * 4);
  for (let x = 0; x < width; x += 1) {
    const ground = floor[x] ?? 0;
    for (let k = 0; k < length; k += 1) {
      const from = Math.round(ground - k);
      if (from < 0) break;
      const to = Math.round(ground + k) - top;
      if (to < 0 || to >= rows || from >= height) continue;
      const s = (from * width + x) * 4;
      const d = (to * width + x) * 4;
      const fade = (1 - k / length) ** 1.7 * light.reflection;
      mirrored[d] = source[s]!;
      mirrored[d + 1] = source[s + 1]!;
      mirrored[d + 2] = source[s + 2]!;
      mirrored[d + 3] = source[s + 3]! * fade;
    }
  }
  const sharp = createCanvas(width, rows);
  sharp.getContext('2d').putImageData(new ImageData(mirrored, width, rows), 0, 0);
  const waves = light.reflectionRipple ? rippled(sharp, light.reflectionRipple * height) : sharp;
  const radius = Math.max(1, light.reflectionBlur * height);
  const pad = Math.ceil(radius * 3);
  return { image: blurred(waves, radius, pad), x: -pad, y: top - pad };
}

/** Rows shifted sideways by waves that grow longer and wider towards the viewer. */
function rippled(source: Canvas, amplitude: number): Canvas {
  const canvas = createCanvas(source.width, source.height);
  const context = canvas.getContext('2d');
  for (let y = 0; y < source.height; y += 1) {
    const t = y / source.height;
    const wave = Math.sin(46 * Math.log(0.18 + t)) * 0.7 + Math.sin(83 * Math.log(0.3 + t)) * 0.3;
    context.drawImage(source, 0, y, source.width, 1, wave * amplitude * (0.25 + t), y, source.width, 1);
  }
  return canvas;
}

/** The shadow a low light throws along the floor: the outline sheared away from the light, softer the farther it falls. */
export function castShadow(
  product: Canvas,
  floor: Float32Array,
  light: ProductLight,
  lightSide: number,
): AttachedImage {
  const { width, height } = product;
  const outline = silhouette(product, light.shadow);
  const reach = height * light.castLength;
  const rise = 0.26;
  const pad = Math.ceil(height * 0.14);
  const image = createCanvas(Math.ceil(width + reach) + pad * 2, Math.ceil(height * rise) + pad * 2);
  const base = Math.max(...floor);
  const draw = (radius: number) => {
    const layer = createCanvas(image.width, image.height);
    const context = layer.getContext('2d');
    const originX = lightSide < 0 ? pad : pad + reach;
    context.setTransform(
      1,
      0,
      (lightSide * reach) / height,
      rise,
      originX - (lightSide * reach * base) / height,
      pad + (height - base) * rise,
    );
    context.drawImage(outline, 0, 0);
    return blurred(layer, radius);
  };
  const near = draw(height * 0.008);
  const far = draw(height * 0.035);
  const context = image.getContext('2d');
  context.globalAlpha = 0.62 * light.shadowStrength;
  context.drawImage(far, 0, 0);
  const fade = near.getContext('2d');
  fade.globalCompositeOperation = 'destination-in';
  const gradient = fade.createLinearGradient(0, pad + height * rise, 0, pad + height * rise * 0.35);
  gradient.addColorStop(0, 'rgba(0,0,0,1)');
  gradient.addColorStop(1, 'rgba(0,0,0,0)');
  fade.fillStyle = gradient;
  fade.fillRect(0, 0, near.width, near.height);
  context.globalAlpha = 0.4 * light.shadowStrength;
  context.drawImage(near, 0, 0);
  const x = lightSide < 0 ? -pad : -pad - reach;
  return { image, x, y: base - height * rise - pad };
}

/** The shadow on a wall or table behind the product: three distances of softness, thrown away from the light. */
export function dropShadow(
  product: Canvas,
  light: ProductLight,
  lightSide: number,
  distance: number,
): AttachedImage {
  const outline = silhouette(product, light.shadow);
  const size = Math.max(product.width, product.height);
  const pad = Math.ceil(size * (0.1 + distance * 1.6));
  const image = createCanvas(product.width + pad * 2, product.height + pad * 2);
  const context = image.getContext('2d');
  const passes = [
    { offset: 1, radius: 0.55, strength: 0.42 },
    { offset: 0.5, radius: 0.25, strength: 0.34 },
    { offset: 0.12, radius: 0.08, strength: 0.4 },
  ];
  for (const { offset, radius, strength } of passes) {
    const shift = size * distance * offset;
    context.globalAlpha = strength * light.shadowStrength;
    context.drawImage(
      blurred(outline, Math.max(1, size * distance * radius), pad),
      -lightSide * shift * 0.7,
      shift,
    );
  }
  return { image, x: -pad, y: -pad };
}

function silhouette(product: Canvas, rgb: string): Canvas {
  const outline = createCanvas(product.width, product.height);
  const context = outline.getContext('2d');
  context.drawImage(product, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = `rgb(${rgb})`;
  context.fillRect(0, 0, outline.width, outline.height);
  return outline;
}
