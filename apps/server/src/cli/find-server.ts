import type { Config } from '#src/config.ts';
import { findRunningServer } from '#src/open-checks.ts';

/** The server that the flags name, else the one that runs on this computer's embedded database; null when there is none. */
export function findServer(named: { url: string; token: string } | null, config: () => Config) {
  return named ?? findRunningServer(config());
}
