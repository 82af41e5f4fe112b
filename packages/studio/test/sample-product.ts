import path from 'node:path';
import sharp from 'sharp';
import { preparePhoto } from '../src/photo.ts';
import type { PreparedPhoto } from '../src/prepared-photo.ts';

/** A product with its own alpha, so that no test pays for the neural network: a printed can in three colours. */
const CAN = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="640">
  <defs><linearGradient id="g"><stop offset="0" stop-color="#7a1a10"/><stop offset="0.35" stop-color="#e2492f"/>
  <stop offset="1" stop-color="#8e2013"/></linearGradient></defs>
  <rect x="60" y="40" width="300" height="560" rx="36" fill="url(#g)"/>
  <rect x="60" y="220" width="300" height="150" fill="#f4e7d0"/><rect x="110" y="270" width="200" height="50" fill="#1f4f8a"/>
  <rect x="90" y="30" width="240" height="26" rx="10" fill="#c9ccd0"/></svg>`;

export async function samplePhoto(folder: string): Promise<string> {
  const file = path.join(folder, 'can.png');
  await sharp(Buffer.from(CAN)).png().toFile(file);
  return file;
}

export async function sampleProduct(folder: string): Promise<PreparedPhoto> {
  return preparePhoto({ photoPath: await samplePhoto(folder), outDir: folder });
}
