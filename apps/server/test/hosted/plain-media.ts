import type { MediaMaker } from '@spotsmith/provider-emulators/media-maker';
import sharp from 'sharp';

/** Plain pictures, at once: for tests that look at everything but the picture. */
export const plainMedia: MediaMaker = {
  async picture({ size, outPath }) {
    await sharp({ create: { ...size, channels: 3, background: '#b76e79' } }).toFile(outPath);
  },
  clip: () => Promise.reject(new Error('Only pictures are made here.')),
  music: () => Promise.reject(new Error('Only pictures are made here.')),
};
