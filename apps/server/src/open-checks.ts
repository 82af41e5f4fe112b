import { displayFonts } from '@spotsmith/compositor/fonts';
import { faultOfRefusal } from './adapters/hosted/call-faults.ts';
import { cardsOf, type ComfyuiSettings, describeCard } from './adapters/hosted/comfyui/comfyui-provider.ts';
import { missingParts } from './adapters/hosted/comfyui/missing-parts.ts';
import { openProvider, type ProviderSettings } from './adapters/hosted/open-provider.ts';
import { ProviderProblem } from './adapters/hosted/provider-problem.ts';
import { openDatabase } from './adapters/postgres/open-database.ts';
import type { Config } from './config.ts';
import { type Permanent, Transient } from './domain/faults.ts';
import { SHIPPED_WORKFLOWS } from './domain/workflows/shipped-workflows.ts';

export { findRunningServer } from './open-application.ts';

/** Opens the database, brings it up to date and closes it again. Throws Unavailable with a sentence. */
export async function checkDatabase(config: Config): Promise<void> {
  const database = await openDatabase(config.database);
  await database.close();
}

/** How many font families there are for text on ads. */
export function checkFonts(): number {
  return displayFonts.length;
}

/** One graphics card: what answers there, and what it can make or lacks for it, by the name of each workflow. */
export type CheckedCard = { told: string; missing: { name: string; parts: string[] }[] };

/** Looks at every card of the settings. One that does not answer gives its fault in place of what it told. */
export async function checkCards(
  settings: ComfyuiSettings,
): Promise<(CheckedCard | Permanent | Transient)[]> {
  return Promise.all(
    cardsOf(settings).map(async (card) => {
      try {
        const missing = await missingParts(card, SHIPPED_WORKFLOWS);
        const parts = SHIPPED_WORKFLOWS.map(({ id, name }) => ({ name, parts: missing.get(id) ?? [] }));
        return { told: await describeCard(card), missing: parts };
      } catch (error) {
        if (!(error instanceof ProviderProblem)) throw error;
        if (error.kind !== 'unknown') return faultOfRefusal({ id: 'comfyui' }, error);
        return new Transient('provider_unreachable', `${error.message} Start it, or check COMFYUI_URL.`);
      }
    }),
  );
}

/**
 * Who the key of a hosted provider belongs to, by a call that costs nothing. Throws Permanent with a sentence when it is
 * not accepted, Transient when the provider cannot be reached.
 */
export async function checkKey(settings: ProviderSettings): Promise<string> {
  const provider = openProvider(settings);
  try {
    return await provider.account();
  } catch (error) {
    throw error instanceof ProviderProblem ? faultOfRefusal(provider, error) : error;
  }
}
