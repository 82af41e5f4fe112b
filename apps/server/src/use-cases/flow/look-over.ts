import { Aborted, Permanent, Transient } from '../../domain/faults.ts';
import type { AdComposer, MadeFile } from '../../ports/makers.ts';

type Measures = Awaited<ReturnType<AdComposer['check']>>;

/**
 * Decodes what a maker made before it is kept, and makes the picture for its card. A file that is broken was paid for
 * all the same; when only we were not able to look, the call stays open, and the next try fetches the file again.
 */
export async function lookOver(
  composer: AdComposer,
  made: MadeFile,
  kind: 'image' | 'clip' | 'music',
  dir: string,
  signal: AbortSignal,
): Promise<Measures & { thumbnailPath: string | null }> {
  try {
    const measures = await composer.check(made.path, kind, signal);
    const thumbnailPath = kind === 'music' ? null : await composer.thumbnail(made.path, kind, dir, signal);
    return { ...measures, thumbnailPath };
  } catch (error) {
    throw withPrice(error, made);
  }
}

function withPrice(error: unknown, { actualMicros: spentMicros }: MadeFile): unknown {
  const cause = error;
  if (error instanceof Permanent) {
    return new Permanent(error.code, error.message, { cause, canRetry: error.canRetry, spentMicros });
  }
  if (error instanceof Transient) {
    return new Transient(error.code, error.message, { cause, isCallAlive: true });
  }
  if (error instanceof Aborted) return new Aborted(error.code, error.message, { cause, spentMicros });
  return error;
}
