import { loadConfig, readEnvironment } from '#src/config.ts';
import { adminClient } from './admin-client.ts';
import { findServer } from './find-server.ts';
import { ServerMissing, splitServerFlags } from './server-flags.ts';
import { tellFailure } from './tell-failure.ts';

const USAGE = `Usage: npm run jobs -- list
       npm run jobs -- retry ID
       npm run jobs -- discard ID
Each takes --server URL --token TOKEN for a server elsewhere; the token must be an owner's.`;

/** `npm run jobs -- list|retry ID|discard ID`: how full the queue is, and jobs that are stuck or were given up. */
try {
  const { named, rest } = splitServerFlags(process.argv.slice(2));
  const server = findServer(named, () => loadConfig(readEnvironment()));
  if (server === null)
    throw new ServerMissing('No server runs here. Start it, or name one with --server and --token.');
  console.log(await manageJobs(adminClient(server), rest));
} catch (error) {
  tellFailure(error);
}

async function manageJobs(api: ReturnType<typeof adminClient>, rest: readonly string[]): Promise<string> {
  const [command, id, ...more] = rest;
  if (command === 'list' && id === undefined) return listing(await api.jobs());
  if (id === undefined || more.length > 0) throw new ServerMissing(USAGE);
  if (command === 'retry') {
    await api.retryJob(id);
    return 'It is delivered once more.';
  }
  if (command !== 'discard') throw new ServerMissing(USAGE);
  await api.discardJob(id);
  return 'It is forgotten. Its ad can be retried or cancelled.';
}

function listing({ depths, troubled }: Awaited<ReturnType<ReturnType<typeof adminClient>['jobs']>>): string {
  const counts = depths.map(({ job, state, count }) => `${job}\t${state}\t${count}`);
  const lines = troubled.map((job) =>
    [
      job.id,
      job.job,
      job.state,
      `tried ${job.tried_times} times`,
      job.created_at,
      `ad ${job.session_id ?? 'none'}`,
      job.error ?? '',
    ].join('\t'),
  );
  return [
    ...(counts.length === 0 ? ['The queue is empty.'] : counts),
    '',
    ...(lines.length === 0 ? ['No job needs anybody.'] : lines),
  ].join('\n');
}
