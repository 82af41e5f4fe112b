const TYPES = /^image\/(jpeg|png|webp|avif|heic|heif)$/;
const LARGEST_BYTES = 25_000_000;

export type Refusal = { file: File; reason: 'notAPhoto' | 'tooLarge' | 'tooMany' };

/** Takes the files that can be product photos, as many as there is room for, and says why the others stay out. */
export function sortPhotos(files: readonly File[], room: number): { taken: File[]; refused: Refusal[] } {
  const taken: File[] = [];
  const refused: Refusal[] = [];
  for (const file of files) {
    const isPhoto = TYPES.test(file.type) || (file.type === '' && /\.hei[cf]$/i.test(file.name));
    if (!isPhoto) refused.push({ file, reason: 'notAPhoto' });
    else if (file.size > LARGEST_BYTES) refused.push({ file, reason: 'tooLarge' });
    else if (taken.length >= room) refused.push({ file, reason: 'tooMany' });
    else taken.push(file);
  }
  return { taken, refused };
}
