import { z } from 'zod';
import { loadConfig, readEnvironment } from '#src/config.ts';
import { adminClient } from './admin-client.ts';
import { findServer } from './find-server.ts';
import { ServerMissing, splitServerFlags } from './server-flags.ts';
import { tellFailure } from './tell-failure.ts';

const USAGE = `Usage: npm run audit [-- COUNT]
COUNT is 50, and 200 at most. Takes --server URL --token TOKEN for a server elsewhere; the token must be an owner's.`;

const Arguments = z.union([
  z.tuple([]).transform(() => 50),
  z.tuple([z.coerce.number().int().min(1).max(200)]).transform(([count]) => count),
]);

/** `npm run audit`: the latest that was done with accounts and access, newest first. */
try {
  const { named, rest } = splitServerFlags(process.argv.slice(2));
  const server = findServer(named, () => loadConfig(readEnvironment()));
  if (server === null)
    throw new ServerMissing('No server runs here. Start it, or name one with --server and --token.');
  const count = Arguments.safeParse(rest);
  if (!count.success) throw new ServerMissing(USAGE);
  const { items } = await adminClient(server).audit(count.data);
  for (const { at, action, actor, subject } of items) {
    console.log([at, action, actor ?? '-', subject].join('\t'));
  }
} catch (error) {
  tellFailure(error);
}
