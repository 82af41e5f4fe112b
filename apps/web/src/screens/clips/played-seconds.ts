import type { Asset } from '@spotsmith/contract/assets';

/** How long a clip plays in the ad: its trimmed part, or all of it. */
export function playedSeconds({ trim, seconds }: Pick<Asset, 'trim' | 'seconds'>): number {
  return trim === null ? (seconds ?? 0) : trim.out_seconds - trim.in_seconds;
}
