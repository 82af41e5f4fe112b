import type { Preferences } from '@spotsmith/contract/account';
import { assertKnownModels, namedModels } from '../../domain/catalogue/catalogue.ts';
import { formatUsd, usdToMicros } from '../../domain/money.ts';
import { withinMaximum } from '../../domain/preferences.ts';
import type { Ports } from '../../ports/ports.ts';
import { noteAudit } from '../making/note-audit.ts';
import { listWorkflows } from '../workflows/list-workflows.ts';

/**
 * Keeps what one's new ads start with. Throws InvalidInput `cap_above_maximum` when a cap passes the installation's,
 * `unknown_model`, `provider_makes_none`.
 */
export async function editPreferences(
  { store, limits }: Pick<Ports, 'store' | 'limits'>,
  { userId, preferences }: { userId: string; preferences: Preferences },
): Promise<Preferences> {
  if (preferences.max_cost_usd !== null) {
    withinMaximum(preferences.max_cost_usd, limits.maxCostPerSessionMicros);
  }
  if (preferences.daily_cap_usd !== null) {
    withinMaximum(preferences.daily_cap_usd, limits.dailyCapPerUserMicros);
  }
  assertKnownModels(preferences, namedModels(await listWorkflows(store.read)));
  const user = await store.write(async (tx) => {
    const before = await tx.accounts.findUser(userId);
    const capsOf = (from?: Preferences) =>
      `${said(from?.max_cost_usd)} an ad, ${said(from?.daily_cap_usd)} a day`;
    if (capsOf(before?.preferences) !== capsOf(preferences)) {
      await noteAudit(tx, userId, 'cap_changed', capsOf(preferences));
    }
    return tx.accounts.updateUser(userId, { preferences });
  });
  return user.preferences;
}

function said(usd: number | null | undefined): string {
  return usd == null ? 'as the installation' : formatUsd(usdToMicros(usd));
}
