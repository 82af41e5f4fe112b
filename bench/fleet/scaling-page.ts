import { FIGURES } from './figures.ts';
import { type Needs, needsOf } from './scale-model.ts';

const rounded = (value: number) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(2)).toLocaleString('en');

const LINES: [what: string, of: (needs: Needs) => number][] = [
  ['ads a second, in the busiest hour', ({ adsPerSecond }) => adsPerSecond],
  ['jobs a second', ({ jobsPerSecond }) => jobsPerSecond],
  ['transactions a second', ({ transactionsPerSecond }) => transactionsPerSecond],
  ['rows a day, million', ({ rowsPerDay }) => rowsPerDay / 1e6],
  ['database after the retention, GB', ({ databaseGbKept }) => databaseGbKept],
  ['rows after the retention, million', ({ rowsKept }) => rowsKept / 1e6],
  ['media a day, GB', ({ uploadsGbPerDay }) => uploadsGbPerDay],
  ['media after the retention, TB', ({ storageTbKept }) => storageTbKept],
  ['egress a day, TB', ({ egressTbPerDay }) => egressTbPerDay],
  ['objects written a second', ({ objectWritesPerSecond }) => objectWritesPerSecond],
  ['cores for drawing and encoding', ({ workerCores }) => workerCores],
  ['provider calls in flight', ({ providerSlots }) => providerSlots],
  ['worker processes', ({ workers }) => workers],
  ['API processes', ({ apis }) => apis],
  ['open sockets', ({ sockets }) => sockets],
  ['connections to PostgreSQL itself', ({ databaseConnections }) => databaseConnections],
  ['S3, dollars a month', ({ s3UsdPerMonth }) => s3UsdPerMonth],
  ['R2, dollars a month', ({ r2UsdPerMonth }) => r2UsdPerMonth],
];

/** A table of what is needed, a column for each installation. */
export function needsTable(columns: readonly (readonly [head: string, needs: Needs])[]): string {
  return [
    `| | ${columns.map(([head]) => head).join(' | ')} |`,
    `|---|${columns.map(() => '---').join('|')}|`,
    ...LINES.map(
      ([what, of]) => `| ${what} | ${columns.map(([, needs]) => rounded(of(needs))).join(' | ')} |`,
    ),
  ].join('\n');
}

/** The text of `docs/scaling.md`. */
export function scalingPage(): string {
  const sizes = [1_000, 50_000, 1_000_000];
  const columns = sizes.map(
    (ads) => [`${ads.toLocaleString('en')} ads a day`, needsOf(ads, FIGURES)] as const,
  );
  const { ad, day, process } = FIGURES;
  return `# Scaling

What an installation needs, reckoned from one ad: a classic one of hosted models, with four images, four clips and a film. The page is
written from \`bench/fleet\` (renew it with \`npx vitest run test/scaling -u\`); \`npm run scale -- --ads 50000\` prints another column. Some
figures are measured, others assumed, and \`bench/fleet/figures.ts\` says which: nobody has run this at a million ads a day.

${needsTable(columns)}

An ad: ${ad.rows} rows, ${ad.files} files of ${ad.storedBytes / 1e6} MB together, ${ad.jobs} jobs, ${ad.cpuSeconds} s of a core,
${ad.providerSeconds} s of waiting for providers. The busiest hour has ${day.peak} times the mean; ads are kept ${day.retentionDays} days
(\`RETENTION_DAYS\`); a worker has ${process.coresPerWorker} cores and waits for ${process.providerSlotsPerWorker} calls at once. Prices are list
prices without discounts for volume. Models are paid on top, and are most of the bill ([costs](costs.md)).

\`npm run bench:fleet\` measures jobs a second through 1, 2 and 4 workers. All processes share its machine, so it tells how workers add up
and not how fast they are.

## Where it breaks first, and what to change

1. **Connections.** Every process holds ${process.connections} to PostgreSQL itself, past the pooler, for LISTEN and the queue. Its default of 100 ends at
   about 16 processes: raise \`max_connections\`, and put everything else behind PgBouncer (\`DATABASE_URL\`, \`DATABASE_DIRECT_URL\`).
2. **Slots for provider calls.** A worker waits for ${process.providerSlotsPerWorker} calls at once, and each slot looks for work every two seconds. Long before
   cores run out, workers are added only to wait. Change: one fetch for many slots, and hundreds of them a process.
3. **The queue's table.** All jobs go through one table that is written several times a job; some thousand writes a second are one
   PostgreSQL's limit with fast disks. Change: parts by kind of job, a database of its own for the queue.
4. **Wake-ups.** A NOTIFY wakes every listener of its channel: with some hundred processes most wake for nothing. Change: a channel a kind.
5. **Rows.** Progress and job runs are most of them. Change: partitions by month, which are dropped instead of deleted.
6. **Egress.** From S3 it is the second largest bill; from R2 it is free. Change: R2, or a network of caches before S3.
7. **The rate limit of the provider's account** ends an installation before any of these; more accounts are a matter of contract.
`;
}
