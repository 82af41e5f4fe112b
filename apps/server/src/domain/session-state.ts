import type { SessionStatus } from '@spotsmith/contract/words';
import { Conflict } from './faults.ts';
import { STAGES } from './stages.ts';

/** What the state machine looks at; the rest of the session does not matter to it. */
export type SessionState = {
  status: SessionStatus;
  /** Where `failed`, `cancelled` and `paused_for_budget` came from; null in every other state. */
  resumeStatus: SessionStatus | null;
  /** Whether the flow stops for the user to read the brief and the scenes. */
  review: boolean;
};

export const SESSION_EVENTS = [
  'parse_prompt',
  'brief_written',
  'draw_images',
  'images_settled',
  'redraw_image',
  'revise_brief',
  'plan_scenes',
  'scenes_planned',
  'make_clips',
  'revise_scenes',
  'remake_clip',
  'clips_settled',
  'compose',
  'composed',
  'run_out_of_budget',
  'raise_cap',
  'fail',
  'cancel',
  'retry',
  'step_back',
] as const;
export type SessionEvent = (typeof SESSION_EVENTS)[number];

/** Work goes on in these; in all others the session waits for a person. */
export const WORKING_STATUSES = Object.values(STAGES).map(({ status }) => status);

const STOPPED = ['failed', 'cancelled', 'paused_for_budget'] as const satisfies readonly SessionStatus[];

type Move = {
  from: readonly SessionStatus[];
  to: (state: SessionState) => SessionStatus | null;
};

const always = (status: SessionStatus) => () => status;
const resumed = (state: SessionState) => state.resumeStatus;

/** Every legal move. What is not in here cannot happen. */
const MOVES: Record<SessionEvent, Move> = {
  parse_prompt: { from: ['created', 'reviewing_brief'], to: always('parsing_prompt') },
  brief_written: {
    from: ['parsing_prompt'],
    to: ({ review }) => (review ? 'reviewing_brief' : 'generating_images'),
  },
  draw_images: { from: ['reviewing_brief'], to: always('generating_images') },
  images_settled: { from: ['generating_images'], to: always('reviewing_images') },
  redraw_image: {
    from: ['reviewing_images', 'reviewing_scenes', 'reviewing_videos', 'completed'],
    to: always('generating_images'),
  },
  revise_brief: {
    from: ['reviewing_images', 'reviewing_scenes', 'reviewing_videos', 'completed'],
    to: always('reviewing_brief'),
  },
  plan_scenes: {
    from: ['reviewing_images', 'reviewing_scenes', 'reviewing_videos', 'completed'],
    to: always('planning_scenes'),
  },
  scenes_planned: {
    from: ['planning_scenes'],
    to: ({ review }) => (review ? 'reviewing_scenes' : 'generating_videos'),
  },
  make_clips: { from: ['reviewing_scenes'], to: always('generating_videos') },
  revise_scenes: { from: ['reviewing_videos', 'completed'], to: always('reviewing_scenes') },
  remake_clip: { from: ['reviewing_videos', 'completed'], to: always('generating_videos') },
  clips_settled: { from: ['generating_videos'], to: always('reviewing_videos') },
  compose: {
    // From the images on, where a designed ad needs no clips.
    from: ['reviewing_images', 'reviewing_scenes', 'reviewing_videos', 'completed', 'failed'],
    to: ({ status, resumeStatus }) =>
      status === 'failed' && resumeStatus !== 'composing' ? null : 'composing',
  },
  composed: { from: ['composing'], to: always('completed') },
  run_out_of_budget: { from: WORKING_STATUSES, to: always('paused_for_budget') },
  raise_cap: { from: ['paused_for_budget'], to: resumed },
  fail: { from: WORKING_STATUSES, to: always('failed') },
  cancel: {
    from: [
      ...WORKING_STATUSES,
      'created',
      'reviewing_brief',
      'reviewing_images',
      'reviewing_scenes',
      'reviewing_videos',
      'paused_for_budget',
    ],
    to: always('cancelled'),
  },
  retry: { from: ['failed', 'cancelled'], to: resumed },
  step_back: { from: STOPPED, to: (state) => reviewBefore(state.resumeStatus, state.review) },
};

/**
 * Moves a session by one event. Pure: what has to be done in the new state (jobs, messages) is the caller's.
 * Throws Conflict `not_now` when the event is not legal in this state.
 */
export function nextState(state: SessionState, event: SessionEvent): SessionState {
  const move = MOVES[event];
  const to = move.from.includes(state.status) ? move.to(state) : null;
  if (to === null) {
    throw new Conflict('not_now', `This ad is ${inWords(state.status)}; that cannot be done now.`);
  }
  return { status: to, resumeStatus: isStopped(to) ? resumePoint(state) : null, review: state.review };
}

/** Whether `nextState` would accept the event. */
export function canMove(state: SessionState, event: SessionEvent): boolean {
  const move = MOVES[event];
  return move.from.includes(state.status) && move.to(state) !== null;
}

/** `generating_images` → `generating images`, for sentences. */
function inWords(status: SessionStatus): string {
  return status.replaceAll('_', ' ');
}

function isStopped(status: SessionStatus): boolean {
  return STOPPED.some((stopped) => stopped === status);
}

/** A cancelled pause goes back to the work that was paused, not to the pause. */
function resumePoint(state: SessionState): SessionStatus {
  return state.resumeStatus ?? state.status;
}

/** The last place where the user had a say before the given work. */
function reviewBefore(resumeStatus: SessionStatus | null, review: boolean): SessionStatus | null {
  switch (resumeStatus) {
    case 'parsing_prompt':
      return 'created';
    case 'generating_images':
      return 'reviewing_brief';
    case 'planning_scenes':
      return 'reviewing_images';
    case 'generating_videos':
      return review ? 'reviewing_scenes' : 'reviewing_images';
    case 'composing':
      return 'reviewing_videos';
    default:
      return resumeStatus;
  }
}
