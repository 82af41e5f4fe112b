import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, RetryError } from 'ai';
import { z } from 'zod';
import { answerMicros, MAX_TOKENS, type TokenPrice } from '#src/domain/catalogue/price.ts';
import type { Question } from '#src/domain/question.ts';
import type { LanguageModel } from '#src/ports/language-model.ts';
import { faultOfAsking } from './asking-faults.ts';
import { learned, type Takes, takesOf } from './takes.ts';

export type LanguageModelSettings = {
  /** OpenAI, OpenRouter, Groq, Ollama, LM Studio, vLLM: whatever speaks OpenAI's chat protocol. */
  baseUrl: string;
  apiKey: string | null;
  model: string;
  /** Null for a model of one's own, which costs nothing. */
  price: TokenPrice | null;
};

const ANSWER_WITHIN_MS = 90_000;
const TEMPERATURE = 0.4;

/**
 * Asks any OpenAI-compatible endpoint through the AI SDK. What its model takes is known by family, learned from refusals,
 * which are free, and remembered. A paid question is never repeated by itself.
 */
export function openAiCompatibleAsker(settings: LanguageModelSettings): LanguageModel {
  const { model, price } = settings;
  let takes = takesOf(model);
  const thinks = takes.thinks !== 'no';
  const maxMicros = answerMicros(price, {}, { thinks });
  return {
    provider: 'language-model',
    model,
    maxMicros,
    get seesPictures() {
      return takes.seesPictures;
    },
    async ask(question, signal) {
      const tried = new Set<string>();
      for (;;) {
        tried.add(JSON.stringify(takes));
        try {
          const { text, usage } = await askOnce(settings, takes, question, signal);
          const { inputTokens, outputTokens } = usage;
          return { answer: text, micros: answerMicros(price, { inputTokens, outputTokens }, { thinks }) };
        } catch (error) {
          const cause = RetryError.isInstance(error) ? error.lastError : error;
          const status = APICallError.isInstance(cause) ? (cause.statusCode ?? 500) : 500;
          const next = [400, 422].includes(status) ? learned(takes, wordsOf(cause)) : null;
          if (next !== null && !tried.has(JSON.stringify(next))) {
            takes = next;
            continue;
          }
          // A refusal is free. After anything else nobody can tell, so it counts as the most it can have been.
          return { fault: faultOfAsking(cause, settings), micros: status < 500 ? 0 : maxMicros };
        }
      }
    },
  };
}

async function askOnce(
  { baseUrl, apiKey, model, price }: LanguageModelSettings,
  takes: Takes,
  question: Question<unknown>,
  signal: AbortSignal,
) {
  const provider = createOpenAICompatible({
    name: 'language-model',
    baseURL: baseUrl,
    ...(apiKey === null ? {} : { apiKey }),
    transformRequestBody: (body) => bodyFor(body, takes, question),
  });
  const { system, user, picture } = question;
  const schema = takes.format === 'schema' ? '' : `\nThe schema: ${JSON.stringify(schemaOf(question))}`;
  const seen = picture && takes.seesPictures ? picture : null;
  return generateText({
    model: provider(model),
    system: system + schema,
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: user },
          ...(seen ? [{ type: 'file' as const, data: seen.bytes, mediaType: seen.mimeType }] : []),
        ],
      },
    ],
    maxRetries: price === null ? 2 : 0,
    abortSignal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
  });
}

/** Adds to a request what the model takes of the rest. */
function bodyFor(
  body: Record<string, unknown>,
  { limit, hasTemperature, format, thinks }: Takes,
  question: Question<unknown>,
): Record<string, unknown> {
  const { output, thought } = MAX_TOKENS;
  const jsonSchema = { name: question.name, schema: schemaOf(question), strict: true };
  return {
    ...body,
    [limit]: thinks === 'no' ? output : output + thought,
    ...(hasTemperature && { temperature: TEMPERATURE }),
    ...(thinks === 'low' && { reasoning_effort: 'low' }),
    ...(format === 'schema' && { response_format: { type: 'json_schema', json_schema: jsonSchema } }),
    ...(format === 'json' && { response_format: { type: 'json_object' } }),
  };
}

function schemaOf({ schema }: Question<unknown>): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}

function wordsOf(error: unknown): string {
  return APICallError.isInstance(error) ? `${error.message} ${error.responseBody ?? ''}` : '';
}
