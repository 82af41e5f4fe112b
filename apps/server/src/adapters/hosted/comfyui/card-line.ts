import { setTimeout as sleep } from 'node:timers/promises';
import { ProviderProblem } from '../provider-problem.ts';
import type { WaitTold } from '../hosted-provider.ts';
import type { ComfyuiCard } from './comfyui-card.ts';

/**
 * Who may submit next. A card gets one work of ours at a time, whichever process sent it; the rest waits here, where it can
 * be cancelled for certain. What other people queue on the card is waited for there, in its turn.
 */
export function cardLine(cards: readonly ComfyuiCard[], lookEveryMs: number) {
  const waiting: string[] = [];
  /** Cards of which a submit is under way. */
  const taken = new Map<string, ComfyuiCard>();

  async function freeCard(): Promise<{ card: ComfyuiCard | null; problem: ProviderProblem | null }> {
    let problem: ProviderProblem | null = null;
    let answered = false;
    for (const card of cards) {
      if ([...taken.values()].includes(card)) {
        answered = true;
        continue;
      }
      try {
        const { queue_running: running, queue_pending: pending } = await card.queue();
        answered = true;
        if (![...running, ...pending].some(({ mark }) => mark !== null)) return { card, problem: null };
      } catch (error) {
        if (!(error instanceof ProviderProblem)) throw error;
        problem = error;
      }
    }
    return { card: null, problem: answered ? null : problem };
  }

  return {
    /** Resolves when a card is kept for the attempt; it has to `leave` it. */
    async wait(attemptId: string, signal: AbortSignal, { onTrouble, onAhead }: WaitTold): Promise<void> {
      waiting.push(attemptId);
      try {
        for (;;) {
          signal.throwIfAborted();
          if (waiting[0] === attemptId) {
            const { card, problem } = await freeCard();
            signal.throwIfAborted();
            if (card !== null) return void taken.set(attemptId, card);
            if (problem?.kind === 'unauthenticated') throw problem;
            if (problem !== null) {
              onTrouble(
                `${problem.message} Start it, or check COMFYUI_URL. This goes on as soon as it answers.`,
              );
            }
          }
          // Every card is busy, or the first of the line would have got one.
          onAhead(waiting.indexOf(attemptId) + cards.length);
          await sleep(lookEveryMs, undefined, { signal });
        }
      } finally {
        waiting.splice(waiting.indexOf(attemptId), 1);
      }
    },

    /** The card that is kept for the attempt; of one that did not wait, any that is free, or else the first. */
    async take(attemptId: string): Promise<ComfyuiCard> {
      const card = taken.get(attemptId) ?? (await freeCard()).card ?? cards[0];
      if (card === undefined) throw new Error('There is no graphics card.');
      taken.set(attemptId, card);
      return card;
    },

    leave: (attemptId: string) => void taken.delete(attemptId),
  };
}
