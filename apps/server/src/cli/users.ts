import { ConfigError, loadConfig, readEnvironment } from '#src/config.ts';
import { openAccounts } from '#src/open-accounts.ts';
import { manageUsers } from './manage-users.ts';

/** `npm run users -- add|reset|disable EMAIL`. Ends with 1 and a sentence when it could not. */
try {
  const accounts = await openAccounts(loadConfig(readEnvironment()));
  try {
    console.log(await manageUsers(accounts, process.argv.slice(2)));
  } finally {
    await accounts.close();
  }
} catch (error) {
  const isForeseen = error instanceof ConfigError || (error instanceof Error && 'code' in error);
  console.error(isForeseen ? error.message : error);
  process.exitCode = 1;
}
