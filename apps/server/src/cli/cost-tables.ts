import type { InstallationCosts } from '@spotsmith/contract/costs';
import { formatUsd, usdToMicros } from '#src/domain/money.ts';

/** What each model was thought to cost and did cost, and how each kind of job went, as lines for the terminal. */
export function costTables({ models, job_runs: jobRuns }: InstallationCosts): string[] {
  if (models.length === 0) return ['Nothing has been made yet.'];
  const sums = [
    ...table([MODEL_HEAD, ...models.map(modelCells), totalCells(models)], 2),
    ...(models.some((row) => row.guessed_usd > 0) ? ['', GUESSED] : []),
  ];
  return jobRuns.length === 0 ? sums : [...sums, '', ...table([JOB_HEAD, ...jobRuns.map(jobCells)], 1)];
}

type Model = Omit<InstallationCosts['models'][number], 'provider'>;
type JobRuns = InstallationCosts['job_runs'][number];

const MODEL_HEAD = [
  'stage',
  'model',
  'calls',
  'failed',
  'estimate',
  'actual',
  'of it guessed',
  'actual/estimate',
];
const GUESSED =
  'Guessed: the provider told nothing that this is billed by, or it came to nothing, or sources of its price disagree; it was booked by our own list. The rest is what providers reported.';
const JOB_HEAD = ['job', 'runs', 'thrown', 'waited', 'took', 'took p95', 'programs’ cpu', 'most memory'];

function modelCells({ stage, model, calls, failed_calls: failed, ...money }: Model): string[] {
  const { estimate_usd: estimate, actual_usd: actual, guessed_usd: guessed } = money;
  const share = estimate === 0 ? '' : `${Math.round((100 * actual) / estimate)} %`;
  const usd = (amount: number) => formatUsd(usdToMicros(amount));
  return [
    stage,
    model,
    String(calls),
    String(failed),
    usd(estimate),
    usd(actual),
    guessed === 0 ? '' : usd(guessed),
    share,
  ];
}

function totalCells(rows: readonly Model[]): string[] {
  const sum = (amount: (row: Model) => number) => rows.reduce((total, row) => total + amount(row), 0);
  return modelCells({
    stage: 'total',
    model: '',
    calls: sum((row) => row.calls),
    failed_calls: sum((row) => row.failed_calls),
    estimate_usd: sum((row) => row.estimate_usd),
    actual_usd: sum((row) => row.actual_usd),
    guessed_usd: sum((row) => row.guessed_usd),
  });
}

function jobCells(row: JobRuns): string[] {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return [
    row.job,
    String(row.runs),
    String(row.thrown),
    seconds(row.median_waited_ms),
    seconds(row.median_took_ms),
    seconds(row.p95_took_ms),
    seconds(row.cpu_ms),
    `${Math.round(row.peak_bytes / 2 ** 20)} MB`,
  ];
}

/** Words to the left, numbers to the right. */
function table(rows: readonly string[][], words: number): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const aligned = (cell: string, column: number) =>
    column < words ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(aligned).join('  ').trimEnd());
}
