import { loadConfig, readEnvironment } from '#src/config.ts';
import { adminClient } from './admin-client.ts';
import { findServer } from './find-server.ts';
import { ServerMissing, splitServerFlags } from './server-flags.ts';
import { tellFailure } from './tell-failure.ts';

const USAGE = `Usage: npm run tokens -- list
       npm run tokens -- add NAME
       npm run tokens -- revoke ID
Each takes --server URL --token TOKEN for a server elsewhere.`;

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

async function manageTokens(api: ReturnType<typeof adminClient>, rest: readonly string[]): Promise<string> {
  const [command, what, ...more] = rest;
  if (command === 'list' && what === undefined) {
    const lines = (await api.tokens()).map(({ id, prefix, name, last_used_at: usedAt }) =>
      [id, `${prefix}…`, usedAt ?? 'never used', name].join('\t'),
    );
    return lines.length === 0 ? 'You have no API tokens.' : lines.join('\n');
  }
  if (what === undefined || more.length > 0) throw new ServerMissing(USAGE);
  if (command === 'add') return (await api.addToken(what)).token;
  if (command !== 'revoke') throw new ServerMissing(USAGE);
  await api.revokeToken(what);
  return 'Nobody gets in with that token any more.';
}
