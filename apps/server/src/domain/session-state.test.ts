import { SESSION_STATUSES, type SessionStatus } from '@spotsmith/contract/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canMove,
  nextState,
  SESSION_EVENTS,
  type SessionEvent,
  type SessionState,
  WORKING_STATUSES,
} from './session-state.ts';

const at = (status: SessionStatus, review = false): SessionState => ({ status, resumeStatus: null, review });

describe('The way of an ad', () => {
  const straight: [SessionEvent, SessionStatus][] = [
    ['parse_prompt', 'parsing_prompt'],
    ['brief_written', 'generating_images'],
    ['images_settled', 'reviewing_images'],
    ['plan_scenes', 'planning_scenes'],
    ['scenes_planned', 'generating_videos'],
    ['clips_settled', 'reviewing_videos'],
    ['compose', 'composing'],
    ['composed', 'completed'],
  ];

  test('leads from the prompt to the finished ad without stopping for the brief and the scenes', () => {
    let state = at('created');
    for (const [event, status] of straight) {
      state = nextState(state, event);
      expect(state.status).toBe(status);
    }
  });

  test('stops for the brief and the scenes when the user wants to read them', () => {
    expect(nextState(at('parsing_prompt', true), 'brief_written').status).toBe('reviewing_brief');
    expect(nextState(at('reviewing_brief', true), 'draw_images').status).toBe('generating_images');
    expect(nextState(at('planning_scenes', true), 'scenes_planned').status).toBe('reviewing_scenes');
    expect(nextState(at('reviewing_scenes', true), 'make_clips').status).toBe('generating_videos');
  });

  test.each<[SessionEvent, SessionStatus, SessionStatus]>([
    ['compose', 'completed', 'composing'],
    ['redraw_image', 'completed', 'generating_images'],
    ['remake_clip', 'completed', 'generating_videos'],
    ['plan_scenes', 'completed', 'planning_scenes'],
    ['revise_brief', 'reviewing_videos', 'reviewing_brief'],
    ['revise_scenes', 'reviewing_videos', 'reviewing_scenes'],
  ])('can go back: %s from %s leads to %s', (event, from, to) => {
    expect(nextState(at(from), event).status).toBe(to);
  });
});

describe('Work that stopped', () => {
  test('when composing failed, the ad can be finished otherwise at once; when anything else did, it cannot', () => {
    for (const status of WORKING_STATUSES) {
      const failed = nextState(at(status), 'fail');
      expect(canMove(failed, 'compose')).toBe(status === 'composing');
    }
  });

  test.each(WORKING_STATUSES)('goes on where it was: %s', (status) => {
    const failed = nextState(at(status), 'fail');
    expect(failed).toEqual({ status: 'failed', resumeStatus: status, review: false });
    expect(nextState(failed, 'retry').status).toBe(status);
    const paused = nextState(at(status), 'run_out_of_budget');
    expect(nextState(paused, 'raise_cap').status).toBe(status);
  });

  test('that was paused for money and then cancelled goes back to the work, not to the pause', () => {
    const paused = nextState(at('generating_images'), 'run_out_of_budget');
    const cancelled = nextState(paused, 'cancel');
    expect(nextState(cancelled, 'retry').status).toBe('generating_images');
  });

  test.each<[SessionStatus, boolean, SessionStatus]>([
    ['parsing_prompt', false, 'created'],
    ['generating_images', false, 'reviewing_brief'],
    ['planning_scenes', false, 'reviewing_images'],
    ['generating_videos', true, 'reviewing_scenes'],
    ['generating_videos', false, 'reviewing_images'],
    ['composing', false, 'reviewing_videos'],
  ])('in %s (review: %s) can step back to %s', (status, review, to) => {
    expect(nextState(nextState(at(status, review), 'fail'), 'step_back').status).toBe(to);
  });
});

describe('Whatever happens', () => {
  const events = fc.array(fc.constantFrom(...SESSION_EVENTS), { maxLength: 60 });

  /** Applies the legal ones and leaves the others out. */
  function walk(sequence: SessionEvent[], review: boolean): SessionState[] {
    const states = [at('created', review)];
    for (const event of sequence) {
      const state = states.at(-1) ?? at('created', review);
      if (canMove(state, event)) states.push(nextState(state, event));
    }
    return states;
  }

  test('no sequence of events leads to a state outside the list, and each stopped ad knows where it came from', () => {
    fc.assert(
      fc.property(events, fc.boolean(), (sequence, review) => {
        for (const { status, resumeStatus } of walk(sequence, review)) {
          expect(SESSION_STATUSES).toContain(status);
          const isStopped = ['failed', 'cancelled', 'paused_for_budget'].includes(status);
          expect(resumeStatus !== null).toBe(isStopped);
        }
      }),
    );
  });

  test('an illegal event is refused and changes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SESSION_STATUSES),
        fc.constantFrom(...SESSION_EVENTS),
        (status, event) => {
          const state = at(status);
          if (canMove(state, event)) return;
          expect(() => nextState(state, event)).toThrow(expect.objectContaining({ code: 'not_now' }));
          expect(state).toEqual(at(status));
        },
      ),
    );
  });

  test('from everywhere there is a way to the finished ad', () => {
    fc.assert(
      fc.property(events, fc.boolean(), (sequence, review) => {
        const start = walk(sequence, review).at(-1) ?? at('created', review);
        const seen = new Set<string>();
        const queue = [start];
        for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
          if (state.status === 'completed') return;
          const key = JSON.stringify(state);
          if (seen.has(key)) continue;
          seen.add(key);
          for (const event of SESSION_EVENTS) if (canMove(state, event)) queue.push(nextState(state, event));
        }
        expect.fail(`no way out of ${start.status}`);
      }),
      { numRuns: 50 },
    );
  });
});
