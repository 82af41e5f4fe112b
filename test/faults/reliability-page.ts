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
    'Every case is a test. `npm test` runs those that take seconds; those in a `*.faults.test.ts`, which kill whole servers and',
    'take minutes, are run by `npm run test:faults`, which runs the others of this page, too. `.ci/run` runs both. This page is',
    'written from `test/faults/matrix.ts` (renew it with `npx vitest run test/faults -u`), and a test sees to it that each test',
    'is there.',
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
