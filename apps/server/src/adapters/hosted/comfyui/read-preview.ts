import sharp from 'sharp';
import { MAX_PREVIEW_BYTES } from '#src/ports/makers.ts';

const PICTURE = 1;
const HEADER_BYTES = 8;
const SIDE_PX = 256;
const MAX_INPUT_PIXELS = 4_000_000;
const QUALITIES = [55, 30, 10];
/** What the bytes of a JPEG and of a PNG begin with: nothing else is handed to a decoder. */
const BEGINNINGS = [
  Buffer.from([0xff, 0xd8, 0xff]),
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
];

/**
 * The picture in a binary message of ComfyUI (four bytes say that it is one, four of which format), drawn anew as a small
 * WebP: a stranger's bytes go no further. Null for whatever is no such picture.
 */
export async function readPreview(message: Buffer): Promise<Uint8Array | null> {
  if (message.length <= HEADER_BYTES || message.readUInt32BE(0) !== PICTURE) return null;
  const encoded = message.subarray(HEADER_BYTES);
  if (!BEGINNINGS.some((beginning) => encoded.subarray(0, beginning.length).equals(beginning))) return null;
  try {
    const small = await sharp(encoded, { limitInputPixels: MAX_INPUT_PIXELS })
      .resize(SIDE_PX, SIDE_PX, { fit: 'inside', withoutEnlargement: true })
      .flatten()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = small.info;
    for (const quality of QUALITIES) {
      const webp = await sharp(small.data, { raw: { width, height, channels } }).webp({ quality }).toBuffer();
      if (webp.length <= MAX_PREVIEW_BYTES) return webp;
    }
  } catch {
    // It is no picture after all.
  }
  return null;
}
