import { Conflict } from '../../domain/faults.ts';
import { formatUsd } from '../../domain/money.ts';
import { withinMaximum } from '../../domain/preferences.ts';
import type { Ports } from '../../ports/ports.ts';
import { startWork } from '../flow/start-work.ts';
import { noteAudit } from '../making/note-audit.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/**
 * Sets the ad's spending cap; work that was paused for it goes on at once. Money that is spent or held already cannot
 * be capped away: Conflict `cap_too_low`. Nobody passes the installation's maximum: InvalidInput `cap_above_maximum`.
 */
export async function raiseCap(
  { store, limits }: Pick<Ports, 'store' | 'limits'>,
  input: SessionRef & { maxCostUsd: number },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    const capMicros = withinMaximum(input.maxCostUsd, limits.maxCostPerSessionMicros);
    const committed = session.spentMicros + session.heldMicros;
    if (capMicros < committed) {
      throw new Conflict(
        'cap_too_low',
        `${formatUsd(committed)} is spent or reserved already; the cap cannot be lower.`,
      );
    }
    await noteAudit(tx, input.userId, 'cap_changed', `${session.title}: ${formatUsd(capMicros)}`);
    if (session.status === 'paused_for_budget')
      await startWork(tx, limits, session, 'raise_cap', { capMicros });
    else await tx.sessions.update(session.id, { capMicros });
  });
}
