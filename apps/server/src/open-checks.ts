import { displayFonts } from '@spotsmith/compositor/fonts';
import { faultOfRefusal } from './adapters/hosted/call-faults.ts';
import { openProvider, type ProviderSettings } from './adapters/hosted/open-provider.ts';
import { ProviderProblem } from './adapters/hosted/provider-problem.ts';
import { openDatabase } from './adapters/postgres/open-database.ts';
import type { Config } from './config.ts';

export { findRunningServer } from './open-application.ts';

/** Opens the database, brings it up to date and closes it again. Throws Unavailable with a sentence. */
export async function checkDatabase(config: Config): Promise<void> {
  const database = await openDatabase(config.database);
  await database.close();
}

/** How many font families there are for text on ads. */
export function checkFonts(): number {
  return displayFonts.length;
}

/**
 * Who the key of a hosted provider belongs to, by a call that costs nothing. Throws Permanent with a sentence when it is
 * not accepted, Transient when the provider cannot be reached.
 */
export async function checkKey(settings: ProviderSettings): Promise<string> {
  const provider = openProvider(settings);
  try {
    return await provider.account();
  } catch (error) {
    throw error instanceof ProviderProblem ? faultOfRefusal(provider, error) : error;
  }
}
