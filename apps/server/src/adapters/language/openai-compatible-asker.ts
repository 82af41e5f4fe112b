import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, NoObjectGeneratedError, Output } from 'ai';
import { usdToMicros, type Micros } from '#src/domain/money.ts';
import type { Asker } from './language-text-model.ts';

export type LanguageModelSettings = {
  /** OpenAI, OpenRouter, Groq, Ollama, LM Studio, vLLM: whatever speaks OpenAI's chat protocol. */
  baseUrl: string;
  apiKey: string | null;
  model: string;
  /** Dollars for a million tokens; nothing for a model of one's own. */
  price?: { inputUsd: number; outputUsd: number };
};

const ANSWER_WITHIN_MS = 90_000;
const MOST_INPUT_TOKENS = 6_000;
const MOST_OUTPUT_TOKENS = 3_000;
const MILLION = 1_000_000;

/** Asks any OpenAI-compatible endpoint through the AI SDK. A paid question is never repeated by itself. */
export function openAiCompatibleAsker({ baseUrl, apiKey, model, price }: LanguageModelSettings): Asker {
  const provider = createOpenAICompatible({
    name: 'language-model',
    baseURL: baseUrl,
    // Without it the schema is not sent at all.
    supportsStructuredOutputs: true,
    ...(apiKey === null ? {} : { apiKey }),
  });
  const microsOf = (inputTokens: number, outputTokens: number): Micros =>
    price === undefined
      ? 0
      : usdToMicros((inputTokens * price.inputUsd + outputTokens * price.outputUsd) / MILLION);
  const maxMicros = microsOf(MOST_INPUT_TOKENS, MOST_OUTPUT_TOKENS);

  return {
    provider: 'language-model',
    model,
    maxMicros,
    async ask({ system, user, schema, name }, signal) {
      const microsFor = (
        usage: { inputTokens?: number | undefined; outputTokens?: number | undefined } | undefined,
      ) =>
        Math.min(
          maxMicros,
          microsOf(usage?.inputTokens ?? MOST_INPUT_TOKENS, usage?.outputTokens ?? MOST_OUTPUT_TOKENS),
        );
      try {
        const { output, usage } = await generateText({
          model: provider(model),
          system,
          prompt: user,
          output: Output.object({ schema, name }),
          temperature: 0.4,
          maxOutputTokens: MOST_OUTPUT_TOKENS,
          maxRetries: price === undefined ? 2 : 0,
          abortSignal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
        });
        return { answer: output, micros: microsFor(usage) };
      } catch (error) {
        if (!NoObjectGeneratedError.isInstance(error)) throw error;
        return { answer: error.text ?? '', micros: microsFor(error.usage) };
      }
    },
  };
}
