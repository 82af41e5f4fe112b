import { formatUsd } from '../../domain/money.ts';
import type { ModelCosts } from '../../domain/spending.ts';
import type { Ports } from '../../ports/ports.ts';

/** What each model was thought to cost and did cost, as lines of a table for the terminal. */
export async function reportModelCosts({ store }: Pick<Ports, 'store'>): Promise<string[]> {
  const rows = await store.read.spending.byModel();
  if (rows.length === 0) return ['Nothing has been made yet.'];
  return table([HEAD, ...rows.map(cellsOf), totalOf(rows)]);
}

const HEAD = ['stage', 'model', 'calls', 'failed', 'estimate', 'actual', 'actual/estimate'];

function cellsOf({ stage, model, calls, failedCalls, estimateMicros, actualMicros }: ModelCosts): string[] {
  const share = estimateMicros === 0 ? '' : `${Math.round((100 * actualMicros) / estimateMicros)} %`;
  return [
    stage,
    model,
    String(calls),
    String(failedCalls),
    formatUsd(estimateMicros),
    formatUsd(actualMicros),
    share,
  ];
}

function totalOf(rows: readonly ModelCosts[]): string[] {
  const sum = (amount: (row: ModelCosts) => number) => rows.reduce((total, row) => total + amount(row), 0);
  const [, , ...numbers] = cellsOf({
    stage: 'image',
    provider: '',
    model: '',
    calls: sum((row) => row.calls),
    failedCalls: sum((row) => row.failedCalls),
    estimateMicros: sum((row) => row.estimateMicros),
    actualMicros: sum((row) => row.actualMicros),
  });
  return ['total', '', ...numbers];
}

/** Words to the left, numbers to the right. */
function table(rows: readonly string[][]): string[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
