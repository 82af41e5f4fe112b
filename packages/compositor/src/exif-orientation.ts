import { open } from 'node:fs/promises';

/** EXIF lies in front of the pixels; segments of a JPEG are at most 64 KiB, so those of the first MiB are looked at. */
const searchedBytes = 2 ** 20;
const orientationTag = 0x0112;
/** EXIF's orientations 5 to 8 stand upright after a quarter turn. */
const firstOnItsSide = 5;

/** The orientation (1–8) that a TIFF directory tells; 1 when it tells none. */
function orientationOf(tiff: Buffer): number {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const read16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const read32 = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = read32(4);
  const entries = Array.from({ length: read16(directory) }, (_, entry) => directory + 2 + entry * 12);
  const found = entries.find((at) => read16(at) === orientationTag);
  return found === undefined ? 1 : read16(found + 8);
}

/** The EXIF of a JPEG, from its TIFF header on. */
function exifOf(jpeg: Buffer): Buffer | null {
  let at = 2;
  while (at + 10 <= jpeg.length && jpeg[at] === 0xff) {
    const length = jpeg.readUInt16BE(at + 2);
    if (jpeg[at + 1] === 0xe1 && jpeg.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      return jpeg.subarray(at + 10, at + 2 + length);
    at += 2 + length;
  }
  return null;
}

/** Whether a JPEG is stored lying on its side: width and height change places when it is turned upright. */
export async function isOnItsSide(path: string): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(searchedBytes), 0, searchedBytes);
  const start = buffer.subarray(0, bytesRead);
  if (start[0] !== 0xff || start[1] !== 0xd8) return false;
  try {
    const exif = exifOf(start);
    return exif !== null && orientationOf(exif) >= firstOnItsSide;
  } catch (error) {
    if (error instanceof RangeError) return false; // Damaged EXIF turns nothing.
    throw error;
  }
}
