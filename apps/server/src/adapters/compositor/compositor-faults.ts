import { MediaRefused, RenderFailed, TimelineInvalid } from '@spotsmith/compositor/errors';
import { Aborted, Permanent, Transient } from '#src/domain/faults.ts';

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
  switch (error.code) {
    case 'disk_full':
      return new Transient('storage_full', error.message, options);
    case 'ffmpeg_missing':
      return new Transient('ffmpeg_missing', error.message, options);
    case 'ffmpeg_timeout':
      return new Transient('machine_busy', error.message, options);
    case 'ffmpeg_killed':
      return new Transient(
        'out_of_memory',
        'Composing ran out of memory, also on a second try with less. Make the ad in 720p or shorter, or try again later.',
        options,
      );
    case 'ffmpeg_costly':
    case 'ffmpeg_failed':
      return new Transient(error.code, error.message, options);
  }
}

/**
 * The same for looking at a file that was made elsewhere and may be paid for: whatever kept us from looking says nothing
 * about the file.
 */
export async function withLookingFaults<Result>(
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await withCompositorFaults(signal, work);
  } catch (fault) {
    const isMachine = fault instanceof Transient || isOfSystem(fault);
    if (!isMachine || (fault instanceof Transient && fault.code === 'storage_full')) throw fault;
    const message = 'The finished file could not be looked at: this machine was too busy. It is not lost.';
    throw new Transient('could_not_look', message, { cause: fault });
  }
}

/** Node's errors of the system, such as a full disk, carry its names: ENOSPC. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
}
