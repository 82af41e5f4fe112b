import { loadConfig, readEnvironment } from '#src/config.ts';
import { openAccounts } from '#src/open-accounts.ts';
import { reportInstallationCosts } from '#src/use-cases/costs/report-installation-costs.ts';
import { adminClient } from './admin-client.ts';
import { costTables } from './cost-tables.ts';
import { findServer } from './find-server.ts';
import { splitServerFlags } from './server-flags.ts';
import { tellFailure } from './tell-failure.ts';

/**
 * `npm run costs [-- --server URL --token TOKEN]`: what each model was thought to cost and did cost, over all ads, and
 * how their jobs went.
 */
try {
  const { named } = splitServerFlags(process.argv.slice(2));
  const config = () => loadConfig(readEnvironment());
  const server = findServer(named, config);
  for (const line of costTables(await (server === null ? fromDatabase() : adminClient(server).costs()))) {
    console.log(line);
  }
} catch (error) {
  tellFailure(error);
}

async function fromDatabase() {
  const { store, close } = await openAccounts(loadConfig(readEnvironment()));
  try {
    return await reportInstallationCosts({ store });
  } finally {
    await close();
  }
}
