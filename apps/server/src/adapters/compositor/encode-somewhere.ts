import type { EncoderName } from '@spotsmith/compositor/encode/video-encoder';
import { RenderFailed } from '@spotsmith/compositor/errors';
import type { Log } from '#src/ports/ports.ts';

/** What a chip may do in the middle of an ad: its driver fails, falls silent, or all its sessions are taken. */
const CHIP_FAULTS: readonly string[] = ['ffmpeg_failed', 'ffmpeg_timeout', 'ffmpeg_killed'];

export type Encoders = {
  /** What was found on this machine. */
  encoder: Promise<EncoderName>;
  log: Log;
};

/**
 * Encodes with what was found on this machine, and once more in software when a chip fails at it. Answers what was made
 * and by which encoder.
 */
export async function encodeSomewhere<Made>(
  { encoder, log }: Encoders,
  encode: (encoderName: EncoderName) => Promise<Made>,
): Promise<{ made: Made; by: EncoderName }> {
  const by = await encoder;
  try {
    return { made: await encode(by), by };
  } catch (error) {
    const isChip = by !== 'libx264' && error instanceof RenderFailed && CHIP_FAULTS.includes(error.code);
    if (!isChip) throw error;
    log.warn({ err: error, encoder: by }, 'a chip failed at an ad, which is encoded in software');
    return { made: await encode('libx264'), by: 'libx264' };
  }
}
