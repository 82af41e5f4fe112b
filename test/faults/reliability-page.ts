import { CASES } from './matrix.ts';

/** `docs/reliability.md`. */
export function reliabilityPage(): string {
  const rows = CASES.map(({ number, what, proofs }) => {
    const tests = proofs.map(([file, title]) => `“${title.replaceAll('|', '/')}” (\`${file}\`)`);
    return `| ${number} | ${what} | ${tests.join('<br>')} |`;
  });
  return [
    '# What may go wrong, and what proves it',
    '',
    'Every case is a test that runs with all others; `npm run test:faults` runs these alone. This page is written from',
    '`test/faults/matrix.ts` (renew it with `npx vitest run test/faults -u`), and a test sees to it that each of them is there.',
    '',
    'Four promises hold after each of them: an ad is in a legal state and no work is lost; a paid call is made once; no cap is',
    'passed; what is finished plays and matches its hash. `npm run fsck` looks an installation through for them.',
    '',
    '| | what goes wrong | proved by |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
