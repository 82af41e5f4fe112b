import { loadConfig, readEnvironment } from '#src/config.ts';
import { openAccounts } from '#src/open-accounts.ts';
import { adminClient } from './admin-client.ts';
import { findServer } from './find-server.ts';
import { accountBook, manageUsers } from './manage-users.ts';
import { splitServerFlags } from './server-flags.ts';
import { tellFailure } from './tell-failure.ts';

/**
 * `npm run users -- list|add|reset|disable EMAIL`: through the server that is named or runs here, else in the database.
 * Ends with 1 and a sentence when it could not.
 */
try {
  const { named, rest } = splitServerFlags(process.argv.slice(2));
  const config = () => loadConfig(readEnvironment());
  const server = findServer(named, config);
  if (server !== null) {
    console.log(await manageUsers(adminClient(server).accounts, rest));
  } else {
    const accounts = await openAccounts(config());
    try {
      console.log(await manageUsers(accountBook(accounts), rest));
    } finally {
      await accounts.close();
    }
  }
} catch (error) {
  tellFailure(error);
}
