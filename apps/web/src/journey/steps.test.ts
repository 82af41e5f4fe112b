import { expect, test } from 'vitest';
import { currentStep, stepState, stepToFollow } from './steps.ts';

const nothing = { brief: null, photos: [], images: [], scenes: [], clips: [], finals: [] };

test('an ad that stopped stands where it stopped', () => {
  expect(currentStep({ status: 'failed', resume_status: 'generating_videos' })).toBe('clips');
  expect(currentStep({ status: 'paused_for_budget', resume_status: 'generating_images' })).toBe('images');
});

test('steps ahead are locked until there is something to see', () => {
  const session = { ...nothing, status: 'generating_images', resume_status: null } as const;
  const state = (step: Parameters<typeof stepState>[1]) => stepState(session, step, 'images');
  expect(state('brief')).toBe('done');
  expect(state('images')).toBe('working');
  expect(state('clips')).toBe('locked');
});

test('finishing begins when the maker looks at it', () => {
  const session = { ...nothing, status: 'reviewing_videos', resume_status: null } as const;
  expect(stepState(session, 'clips', 'clips')).toBe('current');
  expect(stepState(session, 'finish', 'finish')).toBe('current');
});

test('the page follows the ad only when it shows the step that moved on', () => {
  const before = { status: 'planning_scenes', resume_status: null } as const;
  const now = { status: 'generating_videos', resume_status: null } as const;
  expect(stepToFollow('scenes', before, now)).toBe('clips');
  expect(stepToFollow('images', before, now)).toBeNull();
  expect(stepToFollow('scenes', before, { status: 'reviewing_scenes', resume_status: null })).toBeNull();
});

test('scenes and clips that a designed ad goes past are not called done', () => {
  const session = { ...nothing, status: 'composing', resume_status: null } as const;
  expect(stepState(session, 'clips', 'ad')).toBe('locked');
  expect(stepState(session, 'brief', 'ad')).toBe('done');
});
