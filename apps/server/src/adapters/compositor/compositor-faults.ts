import { MediaRefused, RenderFailed, TimelineInvalid } from '@spotsmith/compositor/errors';
import { Aborted, Permanent, Transient, Unavailable } from '#src/domain/faults.ts';

/** Runs compositor work and turns what it throws into our faults; the compositor's own sentences are kept. */
export async function withCompositorFaults<Result>(
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error, signal);
  }
}

function faultOf(error: unknown, signal: AbortSignal): unknown {
  const options = { cause: error };
  if (signal.aborted) return new Aborted('cancelled', 'Composing was stopped.', options);
  if (error instanceof MediaRefused) return new Permanent('bad_media', error.message, options);
  if (error instanceof TimelineInvalid) {
    return new Permanent('timeline_invalid', error.message, { ...options, canRetry: true });
  }
  if (!(error instanceof RenderFailed)) return error;
  if (error.code === 'disk_full') return new Transient('storage_full', error.message, options);
  if (error.code === 'ffmpeg_missing') return new Unavailable('ffmpeg_missing', error.message, options);
  // The compositor tried again with less memory already.
  if (error.killed) {
    return new Permanent(
      'out_of_memory',
      'Composing ran out of memory, also on a second try with less. Make the ad in 720p or shorter, or try again later.',
      options,
    );
  }
  return new Transient(error.code, error.message, options);
}
