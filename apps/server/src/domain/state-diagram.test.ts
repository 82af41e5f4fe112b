import { readFile } from 'node:fs/promises';
import { SESSION_STATUSES, type SessionStatus } from '@spotsmith/contract/words';
import { expect, test } from 'vitest';
import { canMove, nextState, SESSION_EVENTS, type SessionEvent } from './session-state.ts';

/** These lead from many states to one, or back to where the ad came from; the text beside the picture tells of them. */
const TOLD_IN_WORDS: readonly SessionEvent[] = [
  'cancel',
  'fail',
  'run_out_of_budget',
  'raise_cap',
  'retry',
  'step_back',
];

/** Every way between two states, with and without a stop for the brief and the scenes. */
function ways(): string[] {
  const found = new Set<string>();
  const of = (status: SessionStatus, review: boolean) => ({ status, resumeStatus: null, review });
  for (const status of SESSION_STATUSES) {
    for (const event of SESSION_EVENTS.filter((name) => !TOLD_IN_WORDS.includes(name))) {
      for (const review of [false, true]) {
        const state = of(status, review);
        if (canMove(state, event)) found.add(`${status} --> ${nextState(state, event).status}: ${event}`);
      }
    }
  }
  return [...found].toSorted();
}

test('the picture of the states in docs/architecture.md shows every way that the code knows, and no other', async () => {
  const text = await readFile(new URL('../../../../docs/architecture.md', import.meta.url), 'utf8');
  const drawn = text.match(/^ {2,}\w+ --> \w+: \w+$/gm) ?? [];
  expect(drawn.map((line) => line.trim()).toSorted()).toEqual(ways());
});
