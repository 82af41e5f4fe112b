import { Conflict } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { startWork } from '../flow/start-work.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/**
 * Starts the pictures: from a new ad by reading the prompt first, from a reviewed brief at once.
 * Asking again while they are being made changes nothing.
 */
export async function startImages(
  { store, limits }: Pick<Ports, 'store' | 'limits'>,
  input: SessionRef,
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    switch (session.status) {
      case 'parsing_prompt':
      case 'generating_images':
        break;
      case 'created':
        await startWork(tx, limits, session, 'parse_prompt');
        break;
      case 'reviewing_brief':
        if (session.brief === null) throw new Conflict('no_brief', 'The brief is not written yet.');
        await startWork(tx, limits, session, 'draw_images');
        break;
      default:
        await startWork(tx, limits, session, 'draw_images');
    }
  });
}
