import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, type LanguageModelUsage, NoObjectGeneratedError, Output } from 'ai';
import { answerMicros, MAX_TOKENS, type TokenPrice } from '#src/domain/catalogue/price.ts';
import type { LanguageModel } from '#src/ports/language-model.ts';

export type LanguageModelSettings = {
  /** OpenAI, OpenRouter, Groq, Ollama, LM Studio, vLLM: whatever speaks OpenAI's chat protocol. */
  baseUrl: string;
  apiKey: string | null;
  model: string;
  /** Null for a model of one's own, which costs nothing. */
  price: TokenPrice | null;
};

const ANSWER_WITHIN_MS = 90_000;

/** Asks any OpenAI-compatible endpoint through the AI SDK. A paid question is never repeated by itself. */
export function openAiCompatibleAsker({
  baseUrl,
  apiKey,
  model,
  price,
}: LanguageModelSettings): LanguageModel {
  const provider = createOpenAICompatible({
    name: 'language-model',
    baseURL: baseUrl,
    // Without it the schema is not sent at all.
    supportsStructuredOutputs: true,
    ...(apiKey === null ? {} : { apiKey }),
  });
  const maxMicros = answerMicros(price);

  return {
    provider: 'language-model',
    model,
    maxMicros,
    async ask({ system, user, schema, name }, signal) {
      const microsFor = (usage?: Partial<LanguageModelUsage>) =>
        answerMicros(price, { inputTokens: usage?.inputTokens, outputTokens: usage?.outputTokens });
      try {
        const { output, usage } = await generateText({
          model: provider(model),
          system,
          prompt: user,
          output: Output.object({ schema, name }),
          temperature: 0.4,
          maxOutputTokens: MAX_TOKENS.output,
          maxRetries: price === null ? 2 : 0,
          abortSignal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
        });
        return { answer: output, micros: microsFor(usage) };
      } catch (error) {
        if (NoObjectGeneratedError.isInstance(error)) {
          return { answer: error.text ?? '', micros: microsFor(error.usage) };
        }
        // A refusal is free. After anything else nobody can tell, so it counts as the most it can have been.
        const isRefusal = APICallError.isInstance(error) && (error.statusCode ?? 500) < 500;
        return { fault: error, micros: isRefusal ? 0 : maxMicros };
      }
    },
  };
}
