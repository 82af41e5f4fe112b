import { loadConfig, readEnvironment, ConfigError } from '#src/config.ts';
import { type Finding, examine } from './examine.ts';

const MARKS: Record<Finding['state'], string> = { good: '✓', weak: '!', bad: '✗' };

/**
 * `npm run doctor`: looks at everything an installation stands on and says how to mend what is not well. With
 * `-- --offline` it asks no provider whether its key is good.
 */
const findings = await look();
for (const { state, name, message } of findings) {
  process.stdout.write(`${MARKS[state]} ${name.padEnd(12)} ${message}\n`);
}
process.exitCode = findings.some(({ state }) => state === 'bad') ? 1 : 0;

async function look(): Promise<Finding[]> {
  try {
    const isOffline = process.argv.includes('--offline');
    return await examine(loadConfig(readEnvironment()), { isOffline });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n').map((message) => ({ state: 'bad', name: 'Settings', message }));
  }
}
