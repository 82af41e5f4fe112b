import { parseArgs } from 'node:util';
import { loadConfig, readEnvironment } from '#src/config.ts';
import { inspectInstallation, type Findings } from '#src/open-fsck.ts';

const EXIT = { unsound: 1, usage: 2 } as const;

/** What was found, and what is or would be done about it. */
function report({ breaches, orphans, files }: Findings, repairs: boolean, isSure: boolean): string {
  const sound = breaches.length === 0 ? ['Every ad, file and cent is as it should be.'] : breaches;
  if (orphans.length === 0) return [...sound, `${files} files, each known to the database.`].join('\n');
  const what = `${orphans.length} of ${files} files are known to no ad`;
  const first = orphans.slice(0, 5).map((key) => `  ${key}`);
  const done = isSure ? `${what}; they were removed.` : `${what}:`;
  const next =
    repairs && !isSure ? ['Nothing was removed yet. To remove them: npm run fsck -- --repair --yes'] : [];
  return [...sound, done, ...(isSure ? [] : first), ...next].join('\n');
}

try {
  const { values } = parseArgs({
    options: { repair: { type: 'boolean', default: false }, yes: { type: 'boolean', default: false } },
  });
  const isSure = values.repair && values.yes;
  const findings = await inspectInstallation(loadConfig(readEnvironment()), { removesOrphans: isSure });
  process.stdout.write(`${report(findings, values.repair, isSure)}\n`);
  if (findings.breaches.length > 0) process.exitCode = EXIT.unsound;
} catch (error) {
  const isUsage =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(isUsage ? 'Usage: npm run fsck -- [--repair [--yes]]\n' : `${message}\n`);
  process.exitCode = isUsage ? EXIT.usage : EXIT.unsound;
}
