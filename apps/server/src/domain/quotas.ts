import type { OwnQuotas } from '@spotsmith/contract/account';
import { QUOTAS, type QuotaName } from '@spotsmith/contract/words';
import { Conflict } from './faults.ts';

/** How much one person may use; 0 is no limit. */
export type Quotas = Record<QuotaName, number>;
/** How much one person uses. */
export type Usage = Record<QuotaName, number>;

export const NO_OWN_QUOTAS: OwnQuotas = {
  disk_bytes: null,
  ads: null,
  photos: null,
  tracks: null,
  running: null,
};

/** What holds for a person: their own quotas, and the installation's for the rest. */
export function quotaOf(name: QuotaName, own: OwnQuotas, installation: Quotas): number {
  return own[name] ?? installation[name];
}

/** A person's own quotas with those that are given in place of what was. */
export function changedQuotas(
  own: OwnQuotas,
  given: { [Name in QuotaName]?: number | null | undefined },
): OwnQuotas {
  const changed = { ...own };
  for (const name of QUOTAS) {
    const value = given[name];
    if (value !== undefined) changed[name] = value;
  }
  return changed;
}

/**
 * Refuses what passes a quota: `more` on top of what is used. Nothing more is never refused.
 * Throws Conflict `quota_…` with what to do.
 */
export function assertWithin(name: QuotaName, used: number, more: number, most: number): void {
  if (most === 0 || more === 0 || used + more <= most) return;
  throw new Conflict(`quota_${name}`, `${SENTENCES[name](used, most)}, or ask an owner for more.`);
}

const SENTENCES: Record<QuotaName, (used: number, most: number) => string> = {
  disk_bytes: (used, most) =>
    `Your files take ${inGb(used)} of ${inGb(most)} GB. Delete ads that you do not need`,
  ads: (used, most) => `You have ${used} of ${most} ads. Delete one`,
  photos: (used, most) => `Your ads have ${used} of ${most} photos and logos. Remove one`,
  tracks: (used, most) => `Your ads have ${used} of ${most} tracks of music. Remove one`,
  running: (used, most) =>
    `${used} of your ads are being worked on, and ${most} may be at the same time. Wait for one, or stop it`,
};

const inGb = (bytes: number) => (bytes / 1e9).toFixed(1);
