import { stagePercent } from '../../domain/progress.ts';
import type { Session } from '../../domain/session.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';
import { type Report, report } from './report.ts';

const REPORT_EVERY_MS = 1_000;

/**
 * Reports work that goes on for seconds: at most one message a second, one at a time, and never a step backwards when
 * several pieces of work report to the same stage. A message that cannot be written is not worth failing for.
 */
export function throttledReporter(
  { store, log }: Pick<Ports, 'store' | 'log'>,
  sessionId: string,
): (reportOf: (tx: Transaction, session: Session) => Report | Promise<Report>) => void {
  let nextAtMs = performance.now() + REPORT_EVERY_MS;
  let isWriting = false;
  return (reportOf) => {
    if (isWriting || performance.now() < nextAtMs) return;
    isWriting = true;
    nextAtMs = performance.now() + REPORT_EVERY_MS;
    store
      .write(async (tx) => {
        const session = await tx.sessions.lock(sessionId);
        if (session === null) return;
        const next = await reportOf(tx, session);
        const reached = stagePercent(next.stage, session.overall);
        await report(tx, session, { ...next, progress: Math.max(next.progress, reached) });
      })
      .catch((error: unknown) => log.warn({ sessionId, err: error }, 'progress not written'))
      .finally(() => (isWriting = false));
  };
}
