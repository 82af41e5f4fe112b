import type { SessionStatus } from '@spotsmith/contract/words';
import type { SessionEvent } from '../../domain/session-state.ts';
import type { Session, SessionPatch } from '../../domain/session.ts';
import type { STAGES, WorkStage } from '../../domain/stages.ts';
import type { Transaction } from '../../ports/store.ts';
import { enterClipGeneration } from './enter-clip-generation.ts';
import { enterComposition } from './enter-composition.ts';
import { enterImageGeneration } from './enter-image-generation.ts';
import { moveSession } from '../making/move-session.ts';
import { report } from '../making/report.ts';

type Entry = (tx: Transaction, session: Session) => Promise<void>;
type WorkingStatus = (typeof STAGES)[WorkStage]['status'];

/** What starts when a session comes into a state. States that wait for a person start nothing. */
const ENTRIES: Partial<Record<SessionStatus, Entry>> = {
  parsing_prompt: async (tx, session) => {
    await tx.jobs.send('parse-prompt', { sessionId: session.id, stageRun: session.stageRun });
    await report(tx, session, { stage: 'prompt_parsing', progress: 0, message: 'Reading your prompt' });
  },
  generating_images: enterImageGeneration,
  planning_scenes: async (tx, session) => {
    await tx.jobs.send('plan-scenes', { sessionId: session.id, stageRun: session.stageRun });
    await report(tx, session, { stage: 'scene_planning', progress: 0, message: 'Planning the scenes' });
  },
  generating_videos: enterClipGeneration,
  composing: enterComposition,
} satisfies Record<WorkingStatus, Entry>;

/**
 * Moves a locked session by one event and starts the work of the new state, all in the caller's transaction.
 * Entering a state again (retry, raised cap) only starts what is not there yet.
 * Throws Conflict `not_now` when the event is not legal.
 */
export async function advance(
  tx: Transaction,
  session: Session,
  event: SessionEvent,
  patch: SessionPatch = {},
): Promise<Session> {
  const moved = await moveSession(tx, session, event, patch);
  await ENTRIES[moved.status]?.(tx, moved);
  return moved;
}
