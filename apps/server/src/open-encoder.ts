import { type FoundEncoder, findEncoder } from '@spotsmith/compositor/encode/find-encoder';
import type { Config } from './config.ts';

/** Where FFmpeg is, and ffprobe beside it. */
export function ffmpegTools({ ffmpegPath: path }: Pick<Config, 'ffmpegPath'>) {
  const ffmpegPath = path ?? 'ffmpeg';
  return { ffmpegPath, ffprobePath: ffmpegPath.replace(/ffmpeg(\.exe)?$/, 'ffprobe$1') };
}

/** What encodes films on this machine: `libx264`, or a chip that was tried; and why the other chips are not taken. */
export async function openEncoder(
  config: Pick<Config, 'ffmpegPath' | 'triesChips' | 'role'>,
): Promise<FoundEncoder> {
  const makesFilms = config.role !== 'api';
  if (!makesFilms || !config.triesChips) return { name: 'libx264', refused: [] };
  return findEncoder(ffmpegTools(config));
}
