import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextTurn } from './fair-turn.ts';

type Job = { user: number; turn: number; order: number };

/** A queue as workers drain it: served by turn, then by order; so many at work at once. */
function queueOf(slots: number) {
  const waiting: Job[] = [];
  const working: Job[] = [];
  const started: number[] = [];
  let order = 0;
  const most = (jobs: readonly Job[]) =>
    jobs.length === 0 ? null : Math.max(...jobs.map(({ turn }) => turn));
  const least = (jobs: readonly Job[]) =>
    jobs.length === 0 ? null : Math.min(...jobs.map(({ turn }) => turn));
  return {
    started,
    hasWaiting: (user: number) => waiting.some((job) => job.user === user),
    send(user: number) {
      const own = [...waiting, ...working].filter((job) => job.user === user);
      waiting.push({ user, turn: nextTurn(most(working) ?? least(waiting), most(own)), order: order++ });
    },
    step() {
      if (working.length === slots) working.shift();
      waiting.sort((one, other) => one.turn - other.turn || one.order - other.order);
      const next = waiting.shift();
      if (next === undefined) return;
      working.push(next);
      started.push(next.user);
    },
  };
}

test('somebody who asks for one thing is served after a turn of the others, however much they have asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 8 }),
      fc.nat(120),
      (backlogs, slots, stepsBefore) => {
        const queue = queueOf(slots);
        backlogs.forEach((count, user) => {
          for (let job = 0; job < count; job++) queue.send(user);
        });
        for (let step = 0; step < stepsBefore; step++) queue.step();
        const before = queue.started.length;
        queue.send(99);
        while (queue.hasWaiting(99)) queue.step();
        const passed = queue.started.slice(before, -1);
        // The turn that is at work, and one more of each.
        for (const user of backlogs.keys()) {
          expect(passed.filter((each) => each === user).length).toBeLessThanOrEqual(2);
        }
      },
    ),
  );
});

test('of two people with work enough, both are served alike, whenever each of them asked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('first', 'second', 'step'), { maxLength: 60 }),
      fc.integer({ min: 1, max: 8 }),
      (events, slots) => {
        const queue = queueOf(slots);
        for (const event of events) {
          if (event === 'step') queue.step();
          else queue.send(event === 'first' ? 0 : 1);
        }
        for (let job = 0; job < 40; job++) [0, 1].forEach((user) => queue.send(user));
        const before = queue.started.length;
        while (queue.hasWaiting(0) && queue.hasWaiting(1)) queue.step();
        const served = queue.started.slice(before);
        const difference =
          served.filter((user) => user === 0).length - served.filter((user) => user === 1).length;
        const lead = Math.abs(leadOf(events));
        // Whoever had asked before may be ahead by what waited for them then, and by a turn.
        expect(Math.abs(difference)).toBeLessThanOrEqual(lead + 2);
      },
    ),
  );
});

function leadOf(events: readonly string[]): number {
  return (
    events.filter((event) => event === 'first').length - events.filter((event) => event === 'second').length
  );
}
