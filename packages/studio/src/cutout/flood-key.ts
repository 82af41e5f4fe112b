import sharp from 'sharp';
import { backdropRoughness, type BorderPlane, fitBorderPlane, isBorder, toOklab } from './backdrop.ts';
import type { Mask } from './mask.ts';
import { cutMirrorImage } from './mirror-image.ts';
import type { Photo } from './read-photo.ts';

const LONG_SIDE = 640;
/** OKLab distance up to which a pixel is backdrop, and from which it is surely not. */
const BACKDROP = 0.045;
const PRODUCT = 0.11;
/** On a backdrop of a colour its own colour, darker, is shadow: less light scales all of OKLab, down to this. */
const DEEPEST_SHADOW = 0.45;
/** Chroma (OKLab) from which a backdrop has a colour; on white and grey a grey product would be taken for shadow. */
const COLOURED = 0.06;

/** A mask and how plain the backdrop is: see `backdropRoughness`. */
export interface KeyedMask {
  mask: Mask;
  borderRoughness: number;
}

/** A network's values (of 255): at most this is a hole it is sure of, and from there it may be one. */
const CLEAR = 20;
const MAYBE_CLEAR = 128;
/** OKLab distance up to which a pixel beside a hole has the backdrop's very colour and is hole, whatever a network says. */
const SAME = 0.012;

/**
 * The product on a plain backdrop: a colour plane is fitted to the border of the photo (OKLab, least squares),
 * and what is connected to the border and close to the plane is backdrop. Fails on busy backdrops; see `borderRoughness`.
 * What the product encloses is a hole where it has the backdrop's colour and `network`, a mask of the same photo, is clear.
 */
export async function maskByFloodKey(
  { rgba, width, height }: Photo,
  network: Mask | null = null,
): Promise<KeyedMask> {
  const { data, info } = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true })
    .blur(0.8)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const lab = toOklab(data);
  const { planes, distances } = fitBorderPlane(lab, info.width, info.height, [PRODUCT]);
  const borderRoughness = backdropRoughness(distances, info.width, info.height, PRODUCT);
  const seen = network && (await fitted(network, info.width, info.height));
  const mask = flood(withoutShadows(lab, planes, distances, info.width), info.width, info.height, seen);
  return { mask: cutMirrorImage(lab, planes, mask), borderRoughness };
}

/** The distances, of shadows on a coloured backdrop those from the backdrop in less light. */
function withoutShadows(
  lab: Float32Array,
  planes: BorderPlane,
  distances: Float32Array,
  width: number,
): Float32Array {
  return distances.map((distance, at) => {
    const [l, a, b] = planes.map(([p, q, r]) => p + q * (at % width) + r * Math.floor(at / width)) as [
      number,
      number,
      number,
    ];
    if (distance <= BACKDROP || Math.hypot(a, b) < COLOURED) return distance;
    const [ownL, ownA, ownB] = [lab[at * 3]!, lab[at * 3 + 1]!, lab[at * 3 + 2]!];
    const light = Math.max(
      DEEPEST_SHADOW,
      Math.min(1, (ownL * l + ownA * a + ownB * b) / (l * l + a * a + b * b)),
    );
    return Math.min(distance, Math.hypot(ownL - light * l, ownA - light * a, ownB - light * b));
  });
}

async function fitted({ values, ...size }: Mask, width: number, height: number): Promise<Uint8Array> {
  return sharp(values, { raw: { ...size, channels: 1 } })
    .resize(width, height, { fit: 'fill' })
    .extractChannel(0)
    .raw()
    .toBuffer();
}

/** Backdrop is what leads to the border, and to what the network sees as a hole as far as it may be one. */
function flood(distances: Float32Array, width: number, height: number, network: Uint8Array | null): Mask {
  const values = new Uint8Array(width * height).fill(255);
  const stack: number[] = [];
  const visit = (at: number) => {
    const distance = distances[at] ?? 1;
    if (values[at] !== 255 || distance > PRODUCT) return;
    const share = Math.max(0, (distance - BACKDROP) / (PRODUCT - BACKDROP));
    values[at] = Math.min(254, share * 255);
    if (distance <= BACKDROP) stack.push(at);
  };
  for (let i = 0; i < values.length; i += 1) {
    if (isBorder(i % width, Math.floor(i / width), width, height)) visit(i);
  }
  const spread = (may: (at: number) => boolean) => {
    const step = (at: number) => void (may(at) && visit(at));
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      if (x > 0) step(at - 1);
      if (x < width - 1) step(at + 1);
      if (at >= width) step(at - width);
      if (at < values.length - width) step(at + width);
    }
  };
  spread(() => true);
  if (network) {
    network.forEach((value, at) => void (value <= CLEAR && (distances[at] ?? 1) <= BACKDROP && visit(at)));
    spread((at) => (network[at] ?? 255) < MAYBE_CLEAR || (distances[at] ?? 1) <= SAME);
  }
  return { width, height, values };
}
