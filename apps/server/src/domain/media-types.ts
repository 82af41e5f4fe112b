/** How a file of each media type that is ever stored is named. What makers may hand in is listed here, too. */
const EXTENSIONS = {
  image: { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' },
  clip: { 'video/mp4': 'mp4', 'video/webm': 'webm', 'video/quicktime': 'mov' },
  music: {
    'audio/mpeg': 'mp3',
    'audio/wav': 'wav',
    'audio/flac': 'flac',
    'audio/mp4': 'm4a',
    'audio/x-m4a': 'm4a',
    'audio/ogg': 'ogg',
  },
} as const;

export type MediaKind = keyof typeof EXTENSIONS;

const EVERY: Record<string, string> = Object.assign({}, ...Object.values(EXTENSIONS));

/** Whether a file of this type can be what was asked for. */
export function isOfKind(kind: MediaKind, mimeType: string): boolean {
  return mimeType in EXTENSIONS[kind];
}

/** `mp4` of `video/mp4`. A type nobody thought of is stored all the same: it may have been paid for. */
export function extensionOf(mimeType: string): string {
  return EVERY[mimeType] ?? 'bin';
}
