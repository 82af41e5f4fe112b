import { MusicRefused } from '@spotsmith/studio/music-refused';
import { PhotoRefused } from '@spotsmith/studio/photo-refused';
import { StudioStopped } from '@spotsmith/studio/studio-stopped';
import { Aborted, InvalidInput, Transient } from '#src/domain/faults.ts';

/** Runs studio work and turns what it throws into our faults; the studio's own sentences are kept. */
export async function withStudioFaults<Result>(
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw new Aborted('cancelled', 'The studio was stopped.', { cause: error });
    if (error instanceof PhotoRefused || error instanceof MusicRefused) {
      throw new InvalidInput(error.code, error.message, { cause: error });
    }
    throw error instanceof StudioStopped ? faultOfStop(error) : error;
  }
}

/** What the machine did is tried again, whatever the file. */
function faultOfStop(stopped: StudioStopped): Transient {
  const options = { cause: stopped };
  switch (stopped.cause) {
    case 'missing':
      return new Transient('ffmpeg_missing', stopped.message, options);
    case 'disk-full':
      return new Transient('storage_full', 'The disk is full. Free some space and try again.', options);
    case 'memory':
      return new Transient(
        'out_of_memory',
        'The machine has too little memory free. Try again later.',
        options,
      );
    default:
      return new Transient(
        'machine_busy',
        'The machine did not come to it: the work was stopped from outside. Try again.',
        options,
      );
  }
}
