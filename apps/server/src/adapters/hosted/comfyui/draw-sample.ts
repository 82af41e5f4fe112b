import { join } from 'node:path';
import sharp from 'sharp';
import type { LocalFile } from '#src/ports/makers.ts';

/** A picture for trying a workflow with, drawn by us: a cup on a table. */
export async function drawSample(dir: string): Promise<LocalFile> {
  const path = join(dir, 'sample.png');
  await sharp(Buffer.from(CUP)).png().toFile(path);
  return { id: 'sample', path, mimeType: 'image/png' };
}

const CUP = `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024">
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f3e3cc"/><stop offset="1" stop-color="#b98f63"/></linearGradient>
    <linearGradient id="cup" x1="0" x2="1"><stop offset="0" stop-color="#6e1512"/><stop offset=".35" stop-color="#c93a30"/><stop offset="1" stop-color="#4d0d0b"/></linearGradient>
    <linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8a5a34"/><stop offset="1" stop-color="#4f3119"/></linearGradient>
    <filter id="soft"><feGaussianBlur stdDeviation="22"/></filter>
  </defs>
  <rect width="1024" height="1024" fill="url(#wall)"/>
  <rect y="680" width="1024" height="344" fill="url(#table)"/>
  <ellipse cx="540" cy="800" rx="330" ry="46" fill="#1c0f06" opacity=".6" filter="url(#soft)"/>
  <path d="M686 470c150-40 190 190 20 214l-12-54c92-22 70-138-14-110z" fill="#7d1a16"/>
  <path d="M290 400h444c0 190-40 330-110 390H400c-70-60-110-200-110-390z" fill="url(#cup)"/>
  <ellipse cx="512" cy="400" rx="222" ry="52" fill="#e9d9c4"/>
  <ellipse cx="512" cy="404" rx="200" ry="42" fill="#3a2112"/>
  <ellipse cx="470" cy="398" rx="90" ry="16" fill="#8a5a34"/>
</svg>`;
