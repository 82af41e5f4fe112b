import { readFile } from 'node:fs/promises';
import { PhotoRefused } from '../photo-refused.ts';
import type { Nclx } from './nclx-colour.ts';
import { LARGEST_PROFILE_BYTES } from './photo-limits.ts';
import { readHeic } from './read-heic.ts';

/** A photo's file as its decoder gets it. */
export interface PhotoBytes {
  bytes: Buffer;
  /** Whether the file holds further pictures, which are left out. */
  hasMorePages: boolean;
  /** Its colours, where they are known beside it. */
  nclx?: Nclx | null;
}

type Format = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif' | 'heic';

/** The formats that photos may have, by their first bytes. Names, extensions and libraries' guesses count for nothing. */
const SIGNATURES: readonly [Format, RegExp][] = [
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['gif', /^GIF8[79]a/],
  ['tiff', /^(II\*\0|MM\0\*)/],
  ['avif', /^[^]{4}ftyp[^]{0,40}avi[fs]/],
  ['heic', /^[^]{4}ftyp(heic|heix|hevc|heim|heis|mif1|msf1)/],
];

/**
 * Reads a photo's file and says by its own first bytes what it is, before any library sees it. What would be unpacked
 * without a need is left out: compressed texts, large colour profiles, all pages but the first.
 */
export async function readPhotoBytes(photoPath: string): Promise<PhotoBytes> {
  const bytes = await readFile(photoPath);
  const head = bytes.subarray(0, 1024).toString('latin1');
  refuseByName(head);
  switch (SIGNATURES.find(([, signature]) => signature.test(head))?.[0]) {
    case undefined:
      throw new PhotoRefused(
        'photo_not_an_image',
        'This file is not a photo. Upload a JPEG, PNG, WebP, AVIF or HEIC.',
      );
    case 'png':
      return { bytes: plainPng(bytes), hasMorePages: false };
    case 'tiff':
      return firstPage(bytes);
    case 'heic':
      return { ...(await readHeic(bytes)), hasMorePages: false };
    case 'jpeg':
    case 'webp':
    case 'gif':
    case 'avif':
      return { bytes, hasMorePages: false };
  }
}

/** Files that people take for photos. */
function refuseByName(head: string): void {
  if (/<svg|<\?xml|<!doctype/i.test(head)) {
    throw new PhotoRefused(
      'photo_is_svg',
      'SVG drawings are not accepted. Export the picture as PNG with a clear background.',
    );
  }
}

/** What decides how a picture looks. The rest is for people, or unpacks to a thousand times its size. */
const PNG_CHUNKS = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA sBIT sRGB cICP iCCP eXIf'.split(' '));
const PNG_SIGNATURE_BYTES = 8;
const PNG_CHUNK_FRAME_BYTES = 12;

function plainPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, PNG_SIGNATURE_BYTES)];
  for (let at = PNG_SIGNATURE_BYTES; at + PNG_CHUNK_FRAME_BYTES <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + PNG_CHUNK_FRAME_BYTES + length;
    const isLargeProfile = type === 'iCCP' && length > LARGEST_PROFILE_BYTES;
    if (PNG_CHUNKS.has(type) && !isLargeProfile) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

const TIFF_ENTRY_BYTES = 12;

/** The same file with a directory of one page: a reader walks all of them before it draws the first. */
function firstPage(bytes: Buffer): PhotoBytes {
  const isLittle = bytes[0] === 0x49;
  const read16 = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const read32 = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  try {
    const directory = read32(4);
    const nextAt = directory + 2 + read16(directory) * TIFF_ENTRY_BYTES;
    const hasMorePages = read32(nextAt) !== 0;
    bytes.writeUInt32LE(0, nextAt);
    return { bytes, hasMorePages };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PhotoRefused('photo_damaged', DAMAGED);
  }
}

export const DAMAGED = 'This picture is damaged or cut short. Save it again and upload the new file.';
