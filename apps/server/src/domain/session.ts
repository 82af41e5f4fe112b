import type { Brief } from '@spotsmith/contract/brief';
import type { Finish } from '@spotsmith/contract/finish';
import type { Trouble } from '@spotsmith/contract/problem';
import type { SceneDirection } from '@spotsmith/contract/scene';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import type { SessionOptions } from '@spotsmith/contract/sessions';
import type { Micros } from './money.ts';
import type { SessionState } from './session-state.ts';

/** One ad being made. */
export type Session = SessionState & {
  id: string;
  userId: string;
  title: string;
  prompt: string;
  options: SessionOptions;
  /** Seed of everything in this ad that is drawn by chance. */
  seed: number;
  brief: Brief | null;
  scenePrompt: string;
  clipSeconds: number | null;
  finish: Finish | null;
  /** What a designed ad says and shows, shot by shot; null until it is designed, and in classic ads. */
  storyboard: Storyboard | null;
  /** What went wrong or was left out, for the user; null when all is well. */
  trouble: Trouble | null;
  /** Counts up with every change. */
  version: number;
  /** Counts up with every move of the state: jobs of an earlier run write nothing. */
  stageRun: number;
  capMicros: Micros;
  spentMicros: Micros;
  heldMicros: Micros;
  lastSeq: number;
  /** Percent of the whole ad and the sentence of the newest progress message. */
  overall: number;
  lastMessage: string | null;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
  /** Kept whatever `RETENTION_DAYS` says. */
  isPinned: boolean;
  /** When the sweep may remove it, announced to its owner; null while nothing is announced. Any change calls it off. */
  removeAfter: Date | null;
};

export type NewSession = Pick<
  Session,
  'id' | 'userId' | 'title' | 'prompt' | 'options' | 'review' | 'seed' | 'capMicros'
> &
  Partial<Pick<Session, 'finish'>>;

/** What a use-case may write. Counters and money are kept by the store itself. */
export type SessionPatch = Partial<
  Pick<
    Session,
    | 'title'
    | 'prompt'
    | 'options'
    | 'brief'
    | 'scenePrompt'
    | 'clipSeconds'
    | 'finish'
    | 'storyboard'
    | 'trouble'
    | 'status'
    | 'resumeStatus'
    | 'capMicros'
    | 'deletedAt'
    | 'isPinned'
  >
>;

export type Scene = SceneDirection & {
  id: string;
  sessionId: string;
  imageId: string;
  position: number;
};
