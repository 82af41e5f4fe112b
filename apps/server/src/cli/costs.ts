import { loadConfig, readEnvironment } from '#src/config.ts';
import { openAccounts } from '#src/open-accounts.ts';
import { reportModelCosts } from '#src/use-cases/costs/report-model-costs.ts';

/** `npm run costs`: what each model was thought to cost and did cost, over all ads. */
try {
  const { store, close } = await openAccounts(loadConfig(readEnvironment()));
  try {
    for (const line of await reportModelCosts({ store })) console.log(line);
  } finally {
    await close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
