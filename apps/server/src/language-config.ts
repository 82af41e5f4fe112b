import { type HostedLanguageModel, LANGUAGE_MODELS } from '#src/domain/catalogue/catalogue.ts';
import type { TokenPrice } from '#src/domain/catalogue/price.ts';
import type { Environment } from './config.ts';

export type LanguageModelConfig =
  | { kind: 'endpoint'; baseUrl: string; apiKey: string | null; model: string; price: TokenPrice | null }
  | { kind: 'hosted'; model: HostedLanguageModel };

/** The model of a hosted provider that LLM_MODEL names. */
function hostedLanguageModel({ LLM_MODEL: id }: Environment): HostedLanguageModel | null {
  return LANGUAGE_MODELS.find((model) => model.id === id) ?? null;
}

/** Who writes briefs and scenes; null: the rules. */
export function languageModel(env: Environment): LanguageModelConfig | null {
  const { LLM_BASE_URL: baseUrl, LLM_API_KEY: apiKey = null, LLM_MODEL: model, LLM_PRICE } = env;
  if (!model) return null;
  if (baseUrl) {
    const [input, output] = LLM_PRICE?.split('/').map(Number) ?? [];
    const price =
      input === undefined || output === undefined ? null : { input_usd: input, output_usd: output };
    return { kind: 'endpoint', baseUrl, apiKey, model, price };
  }
  const hosted = hostedLanguageModel(env);
  return hosted && { kind: 'hosted', model: hosted };
}

/** What cannot be right about the settings of language models, each with its sentence. */
export function languageTroubles(env: Environment): [isSo: boolean, sentence: string][] {
  return [
    [
      Boolean(env.LLM_BASE_URL) && !env.LLM_MODEL,
      'LLM_BASE_URL needs LLM_MODEL; set both, or neither to write briefs by rules.',
    ],
    [
      Boolean(env.LLM_MODEL) &&
        !env.LLM_BASE_URL &&
        !((env.REPLICATE_API_TOKEN ?? env.REPLICATE_API_KEY) && hostedLanguageModel(env)),
      `LLM_MODEL needs LLM_BASE_URL, or REPLICATE_API_TOKEN and one of these models: ${LANGUAGE_MODELS.map(({ id }) => id).join(', ')}.`,
    ],
    [Boolean(env.LLM_PRICE) && !env.LLM_BASE_URL, 'LLM_PRICE is for LLM_BASE_URL only; remove it.'],
    [
      Boolean(env.LLM_API_KEY) && !env.LLM_BASE_URL,
      'LLM_API_KEY is set but LLM_BASE_URL is not; set LLM_BASE_URL and LLM_MODEL too.',
    ],
  ];
}
