import { displayFonts } from '@spotsmith/compositor/fonts';
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
