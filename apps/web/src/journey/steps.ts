import type { Session } from '@spotsmith/contract/sessions';
import { type SessionStatus, STATUSES_OF } from '@spotsmith/contract/words';

/** The stages of an ad as the maker sees them. The URL of an ad ends in one of them. */
export const STEPS = ['brief', 'images', 'scenes', 'clips', 'finish', 'ad'] as const;
export type Step = (typeof STEPS)[number];

export function isStep(word: string | undefined): word is Step {
  return STEPS.some((step) => step === word);
}

/** `open`: can be looked at. `current`: the next thing to do is here. `working`: the machine is at it. */
export type StepState = 'locked' | 'open' | 'current' | 'working' | 'stopped' | 'done';

const STEP_OF: Record<SessionStatus, Step> = {
  created: 'brief',
  parsing_prompt: 'brief',
  reviewing_brief: 'brief',
  generating_images: 'images',
  reviewing_images: 'images',
  planning_scenes: 'scenes',
  reviewing_scenes: 'scenes',
  generating_videos: 'clips',
  reviewing_videos: 'clips',
  composing: 'ad',
  completed: 'ad',
  failed: 'brief',
  cancelled: 'brief',
  paused_for_budget: 'brief',
};

const WORKING = STATUSES_OF.making;
/** Where finishing can begin; a designed ad needs no clips. */
const FINISHABLE: readonly SessionStatus[] = ['reviewing_images', 'reviewing_scenes', 'reviewing_videos'];
const STOPPED = STATUSES_OF.stopped;

type Standing = Pick<Session, 'status' | 'resume_status'>;

export function isWorking(session: Pick<Session, 'status'>): boolean {
  return WORKING.includes(session.status);
}

export function isStopped(session: Pick<Session, 'status'>): boolean {
  return STOPPED.includes(session.status);
}

/** Where the ad stands: a stopped one stands where it stopped. */
export function currentStep({ status, resume_status }: Standing): Step {
  return STEP_OF[STOPPED.includes(status) && resume_status !== null ? resume_status : status];
}

type Progressed = Standing & Pick<Session, 'brief' | 'photos' | 'images' | 'scenes' | 'clips' | 'finals'>;

/** An ad with a photo of the product can be designed without clips, once its images are there. */
export function isDesignable({ photos, images }: Pick<Session, 'photos' | 'images'>): boolean {
  return photos.some(({ status }) => status === 'ready') && images.some(({ status }) => status === 'ready');
}

/**
 * What can be opened: a step with something in it, and the one the ad stands at. Finishing begins when the maker looks
 * at it: until the ad is made, the server still counts it to the clips.
 */
export function stepState(session: Progressed, step: Step, shown: Step): StepState {
  const isFinishing = FINISHABLE.includes(session.status) && shown === 'finish';
  const current = isFinishing ? 'finish' : currentStep(session);
  if (step === current) {
    if (isWorking(session)) return 'working';
    if (isStopped(session)) return 'stopped';
    return session.status === 'completed' ? 'done' : 'current';
  }
  // A designed ad goes past scenes and clips: what was passed by is not done.
  if (!hasContent(session, step)) return 'locked';
  return STEPS.indexOf(step) < STEPS.indexOf(current) ? 'done' : 'open';
}

function hasContent(session: Progressed, step: Step): boolean {
  switch (step) {
    case 'brief':
      return true;
    case 'images':
      return session.images.length > 0;
    case 'scenes':
      return session.scenes.length > 0;
    case 'clips':
      return session.clips.length > 0;
    case 'finish':
      return isDesignable(session) || session.clips.some((clip) => clip.status === 'ready');
    case 'ad':
      return session.finals.length > 0;
  }
}

/** Follows the ad when it moves by itself: from a step whose work ended to the one where it went on. */
export function stepToFollow(shown: Step, before: Standing, now: Standing): Step | null {
  const from = currentStep(before);
  const to = currentStep(now);
  return shown === from && to !== from ? to : null;
}
