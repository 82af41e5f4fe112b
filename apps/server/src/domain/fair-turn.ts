/**
 * In which turn a new job of a person is served, so that somebody with a hundred ads does not starve somebody with one:
 * start-time fair queueing (Goyal, Vin, Cheng: SIGCOMM 1996) with every job of weight one. Jobs are served by turn, and of
 * one turn in the order in which they came.
 *
 * @param served the turn of the newest job at work; without one the earliest that waits; null when there is none.
 * @param last the latest turn of this person's jobs that wait or are at work; null when there is none.
 */
export function nextTurn(served: number | null, last: number | null): number {
  return Math.max(served ?? 0, last === null ? 0 : last + 1);
}
