import { open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import type { Box } from './mask.ts';
import type { Photo } from './read-photo.ts';
import type { Look } from './second-look.ts';

const WEIGHTS_PACKAGE = '@imgly/background-removal-data';
const MODEL = '/models/medium';
const SIDE = 1024;

const resourcesSchema = z.record(
  z.string(),
  z.object({ size: z.number(), chunks: z.array(z.object({ hash: z.string() })) }),
);

/** The folder of the optional weights package, or null when it is not installed. */
export function findIsnetWeights(): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${WEIGHTS_PACKAGE}/package.json`);
    return path.join(path.dirname(manifest), 'dist');
  } catch {
    return null;
  }
}

/**
 * Opens IS-Net (medium, fp16) for a photo: input float32 [1,3,1024,1024] = (rgb − 128) / 256, a mask of 1024 × 1024 out,
 * stretched to the part's shape by the caller. About 1 s to open, 3 s a look and 1.2 GB on two cores.
 */
export async function openIsnet(
  photo: Photo,
  weightsDir: string,
): Promise<{ look: Look; close: () => Promise<void> }> {
  const ort = await import('onnxruntime-node');
  const weights = await readWeights(weightsDir);
  // Without the arena the peak is 1.2 GB instead of 2.4 GB, at the same speed.
  const session = await ort.InferenceSession.create(weights, {
    enableCpuMemArena: false,
    enableMemPattern: false,
    intraOpNumThreads: 2,
    extra: {
      session: {
        'intra_op.allow_spinning': '0', // Waiting threads sleep: a tenth less work, no slower.
        disable_prepacking: '1', // Packed weights pay off from the fourth picture on; here there are two or three.
      },
    },
  });
  weights.buffer.transfer(0); // The session has its own copy: these 88 MB need not live through the inference.
  const look: Look = async ({ box, isMirrored = false }) => {
    const input = new ort.Tensor('float32', await networkInput(photo, box, isMirrored), [1, 3, SIDE, SIDE]);
    const { output } = await session.run({ input }, ['output']);
    const shares = output?.data as Float32Array;
    const values = new Uint8Array(SIDE * SIDE).map((_, i) =>
      Math.max(0, Math.min(255, shares[i]! * 255 + 0.5)),
    );
    return { width: SIDE, height: SIDE, values };
  };
  return { look, close: () => session.release() };
}

async function readWeights(weightsDir: string): Promise<Uint8Array<ArrayBuffer>> {
  const text = await readFile(path.join(weightsDir, 'resources.json'), 'utf8');
  const entry = resourcesSchema.parse(JSON.parse(text))[MODEL];
  if (!entry) throw new Error(`${WEIGHTS_PACKAGE} has no ${MODEL}; install version 1.4.5.`);
  const weights = new Uint8Array(entry.size);
  let offset = 0;
  for (const { hash } of entry.chunks) {
    const file = await open(path.join(weightsDir, path.basename(hash)));
    try {
      // Read in place: copies of the chunks would still lie about while the network runs.
      for (let read = -1; read !== 0; offset += read)
        ({ bytesRead: read } = await file.read(weights, offset, weights.length - offset));
    } finally {
      await file.close();
    }
  }
  return weights;
}

async function networkInput(
  { rgba, width, height }: Photo,
  box: Box,
  isMirrored: boolean,
): Promise<Float32Array> {
  const part = sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .extract(box);
  const pixels = await sharp(
    await part.resize(SIDE, SIDE, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer(),
    { raw: { width: SIDE, height: SIDE, channels: 3 } },
  )
    .flop(isMirrored)
    .raw()
    .toBuffer();
  const area = SIDE * SIDE;
  const planes = new Float32Array(3 * area);
  for (let i = 0; i < pixels.length; i += 1)
    planes[(i % 3) * area + Math.floor(i / 3)] = (pixels[i]! - 128) / 256;
  return planes;
}
