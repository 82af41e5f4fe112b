import { smallPicture } from '@spotsmith/studio/small-picture';
import { MAX_PREVIEW_BYTES } from '#src/ports/makers.ts';

const PICTURE = 1;
const HEADER_BYTES = 8;
const SIDE_PX = 256;
const MAX_INPUT_PIXELS = 4_000_000;
/** What the bytes of a JPEG and of a PNG begin with: nothing else is handed to a decoder. */
const BEGINNINGS = [
  Buffer.from([0xff, 0xd8, 0xff]),
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
];

/**
 * The picture in a binary message of ComfyUI (four bytes say that it is one, four of which format), drawn anew as a small
 * WebP in a limited child: a stranger's bytes are decoded nowhere else. Null for whatever is no such picture.
 */
export async function readPreview(message: Buffer, signal?: AbortSignal): Promise<Uint8Array | null> {
  if (message.length <= HEADER_BYTES || message.readUInt32BE(0) !== PICTURE) return null;
  const picture = message.subarray(HEADER_BYTES);
  if (!BEGINNINGS.some((beginning) => picture.subarray(0, beginning.length).equals(beginning))) return null;
  const wishes = { sidePx: SIDE_PX, maxInputPixels: MAX_INPUT_PIXELS, maxBytes: MAX_PREVIEW_BYTES };
  try {
    return await smallPicture({ picture, ...wishes, signal });
  } catch {
    // A preview costs nothing but itself.
    return null;
  }
}
