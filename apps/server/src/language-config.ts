import { type HostedLanguageModel, LANGUAGE_MODELS } from '#src/domain/catalogue/catalogue.ts';
import type { TokenPrice } from '#src/domain/catalogue/price.ts';
import type { Environment } from './config.ts';

export type LanguageModelConfig =
  | { kind: 'endpoint'; baseUrl: string; apiKey: string | null; model: string; price: TokenPrice | null }
  | { kind: 'hosted'; model: HostedLanguageModel };

/** The model of a hosted provider that LLM_MODEL names. */
export function hostedLanguageModel({ LLM_MODEL: id }: Environment): HostedLanguageModel | null {
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
