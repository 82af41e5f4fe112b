import { MusicRefused } from '@spotsmith/studio/music-refused';
import { PhotoRefused } from '@spotsmith/studio/photo-refused';
import { Aborted, InvalidInput } from '#src/domain/faults.ts';

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
    throw error;
  }
}
