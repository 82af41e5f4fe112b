import { createRequire } from 'node:module';
import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { PhotoRefused } from '../photo-refused.ts';
import { type Nclx, nclxOf } from './nclx-colour.ts';
import { LARGEST_PROFILE_BYTES, MAX_PIXELS, refuseByPixels } from './photo-limits.ts';

/** What this uses of libheif's JavaScript build (LGPL-3.0, with libde265 in it). */
interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(
    target: { data: Uint8ClampedArray; width: number; height: number },
    done: (shown: { data: Uint8ClampedArray } | null) => void,
  ): void;
  free(): void;
}
interface Heif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

const require = createRequire(import.meta.url);

const PNG_HEADER_BYTES = 33;

/**
 * A HEIC as phones take them, decoded to a PNG with the same pixels, upright, in the same colours: everything after it
 * reads it as any other photo. `nclx` are its colours where it has no profile. Throws PhotoRefused.
 */
export async function readHeic(bytes: Buffer): Promise<{ bytes: Buffer; nclx: Nclx | null }> {
  // Seven megabytes of decoder: loaded for those who have such a photo.
  const heif = require('libheif-js/wasm-bundle.js') as Heif;
  const images = decode(heif, bytes);
  const image = images.find((each) => each.is_primary()) ?? images[0];
  if (image === undefined) return refuse();
  const [width, height] = [image.get_width(), image.get_height()];
  refuseByPixels(width, height);
  const data = new Uint8ClampedArray(width * height * 4);
  const shown = await new Promise<{ data: Uint8ClampedArray } | null>((resolve) =>
    image.display({ data, width, height }, resolve),
  );
  for (const each of images) each.free();
  if (shown === null) return refuse();
  const raw = { width, height, channels: 4 } as const;
  const picture = sharp(shown.data, { raw, limitInputPixels: MAX_PIXELS });
  const png = await (isOpaque(shown.data) ? picture.removeAlpha() : picture)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const profile = profileOf(bytes);
  return profile === null
    ? { bytes: png, nclx: nclxOf(bytes) }
    : { bytes: withProfile(png, profile), nclx: null };
}

function isOpaque(rgba: Uint8ClampedArray): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false;
  return true;
}

function decode({ HeifDecoder }: Heif, bytes: Buffer): HeifImage[] {
  try {
    return new HeifDecoder().decode(bytes);
  } catch {
    return refuse();
  }
}

function refuse(): never {
  throw new PhotoRefused(
    'photo_is_heic',
    'This HEIC photo cannot be read. Export it as JPEG and upload that.',
  );
}

/** The ICC profile of the first picture that has one (ISO/IEC 14496-12, `colr`); one too large to be a camera's is none. */
function profileOf(bytes: Buffer): Buffer | null {
  const at = bytes.indexOf('colrprof', 0, 'latin1');
  if (at < 4) return null;
  const end = at - 4 + bytes.readUInt32BE(at - 4);
  const profile = bytes.subarray(at + 8, end);
  return end > bytes.length || profile.length === 0 || profile.length > LARGEST_PROFILE_BYTES
    ? null
    : profile;
}

/** The same PNG, whose colours are those of a profile (`iCCP`, right behind the header). */
function withProfile(png: Buffer, profile: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from('iCCPHEIC\0\0', 'latin1'), deflateSync(profile)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(named.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([
    png.subarray(0, PNG_HEADER_BYTES),
    length,
    named,
    sum,
    png.subarray(PNG_HEADER_BYTES),
  ]);
}
