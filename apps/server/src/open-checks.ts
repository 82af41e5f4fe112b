import { z } from 'zod';
import { displayFonts } from '@spotsmith/compositor/fonts';
import { faultOfRefusal } from './adapters/hosted/call-faults.ts';
import { cardsOf, type ComfyuiSettings, describeCard } from './adapters/hosted/comfyui/comfyui-provider.ts';
import { missingParts } from './adapters/hosted/comfyui/missing-parts.ts';
import { openProvider, type ProviderSettings } from './adapters/hosted/open-provider.ts';
import { ProviderProblem } from './adapters/hosted/provider-problem.ts';
import { openDatabase } from './adapters/postgres/open-database.ts';
import type { Config } from './config.ts';
import type { HostedLanguageModel } from './domain/catalogue/catalogue.ts';
import { formatUsd } from './domain/money.ts';
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
 * Proves the language model by the cheapest question there is, or, of one at a hosted provider, that it is offered there,
 * which is free. Returns what is said of it; throws a fault with a sentence.
 */
export async function checkLanguageModel(
  model: NonNullable<Config['languageModel']>,
  hosted: Config['hosted'],
): Promise<string> {
  if (model.kind === 'hosted') return checkHostedLanguageModel(model.model, hosted);
  const { openAiCompatibleAsker } = await import('./adapters/language/openai-compatible-asker.ts');
  const asker = openAiCompatibleAsker(model);
  const question = {
    name: 'check',
    system: 'Answer with one JSON object and nothing else.',
    user: 'Are you there?',
    schema: z.object({ is_there: z.boolean() }),
  };
  const reply = await asker.ask(question, AbortSignal.timeout(60_000));
  if ('fault' in reply) throw reply.fault;
  const sees = asker.seesPictures ? ' and is shown the product photo' : '';
  const cost = reply.micros > 0 ? `; this question cost up to ${formatUsd(reply.micros)}` : '';
  return `${model.model} answers${sees}${cost}.`;
}

async function checkHostedLanguageModel(
  { id, provider: owner, map, fixed }: HostedLanguageModel,
  hosted: Config['hosted'],
): Promise<string> {
  const settings = hosted.find(({ provider }) => provider === owner);
  if (settings === undefined) throw new Error(`LLM_MODEL is ${id}, but ${owner} has no key here.`);
  const told = Object.fromEntries(Object.values(map).map((key) => [key, '']));
  const called = { id, version: undefined, map: { prompt: 'prompt' }, fixed: { ...told, ...fixed } };
  const troubles = await openProvider(settings).disagreements([called]);
  if (troubles.length > 0) throw new Error(`${troubles.join('. ')}. Check LLM_MODEL.`);
  return `${id} is offered at ${owner}; it was not asked.`;
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
