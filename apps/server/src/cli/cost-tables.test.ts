import { expect, test } from 'vitest';
import { costTables } from './cost-tables.ts';

const model = {
  stage: 'image',
  provider: 'replicate',
  model: 'black-forest-labs/flux-2-pro',
  calls: 2,
  failed_calls: 0,
  estimate_usd: 0.5,
  actual_usd: 0.09,
  guessed_usd: 0.09,
};

test('what was booked by a guess is said to be one, beside what providers reported', () => {
  const told = { ...model, model: 'google/nano-banana-pro', actual_usd: 0.3, guessed_usd: 0 };
  const lines = costTables({ models: [model, told], job_runs: [] });
  expect(lines[0]).toContain('of it guessed');
  expect(lines[1]).toMatch(/flux-2-pro .*\$0\.09 +\$0\.09/);
  expect(lines[2]).toMatch(/nano-banana-pro .*\$0\.30 +60 %$/);
  expect(lines.at(-1)).toMatch(/^Guessed: /);
});

test('nothing is said of guesses where there are none', () => {
  expect(costTables({ models: [{ ...model, guessed_usd: 0 }], job_runs: [] }).join()).not.toContain(
    'Guessed',
  );
});
