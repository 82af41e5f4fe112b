import { loadConfig, readEnvironment } from '#src/config.ts';
import { openAccounts } from '#src/open-accounts.ts';
import { openStorage } from '#src/open-storage.ts';
import { checkStorage } from '#src/use-cases/session/check-storage.ts';
import { tellFailure } from './tell-failure.ts';

/** `npm run storage:check`: which files the storage lacks, and which nobody knows. Ends with 1 when some are missing. */
try {
  const config = loadConfig(readEnvironment());
  const { store, close } = await openAccounts(config);
  try {
    const { files } = await openStorage(config);
    const { known, missing, orphans } = await checkStorage({ store, files });
    for (const key of missing) console.log(`missing\t${key}`);
    for (const key of orphans) console.log(`orphan\t${key}`);
    console.log(`${known} files known, ${missing.length} missing, ${orphans.length} that nobody knows.`);
    if (missing.length > 0) process.exitCode = 1;
  } finally {
    await close();
  }
} catch (error) {
  tellFailure(error);
}
