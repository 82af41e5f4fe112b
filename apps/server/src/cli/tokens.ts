import { loadConfig, readEnvironment } from '#src/config.ts';
import { adminClient } from './admin-client.ts';
import { findServer } from './find-server.ts';
import { manageTokens } from './manage-tokens.ts';
import { ServerMissing, splitServerFlags } from './server-flags.ts';
import { tellFailure } from './tell-failure.ts';

/** `npm run tokens -- list|add NAME|revoke ID`: one's own API tokens, through the server that is named or runs here. */
try {
  const { named, rest } = splitServerFlags(process.argv.slice(2));
  const server = findServer(named, () => loadConfig(readEnvironment()));
  if (server === null)
    throw new ServerMissing('No server runs here. Start it, or name one with --server and --token.');
  console.log(await manageTokens(adminClient(server), rest));
} catch (error) {
  tellFailure(error);
}
