import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { HostedLanguageModel } from '#src/domain/catalogue/catalogue.ts';
import { answerMicros, MOST_TOKENS } from '#src/domain/catalogue/price.ts';
import { Aborted, Permanent, Transient } from '#src/domain/faults.ts';
import type { Micros } from '#src/domain/money.ts';
import { type LanguageModel, NoAnswer } from '#src/ports/language-model.ts';
import { followPrediction, type FollowDeps, type Limits } from './follow-prediction.ts';
import { freeToStop, PROVIDER, type PayOnceDeps } from './pay-once.ts';
import type { Prediction } from './provider-answers.ts';
import { ProviderProblem } from './provider-problem.ts';

const LIMITS: Limits = { runMs: 90_000, queueMs: 60_000 };
/** For longer the user is not kept waiting: the rules write as well. */
const LONGEST_GATE_MS = 30_000;

/**
 * A language model of the provider. It is told the schema in words and answers in pieces of text. Each question is one
 * create; one whose answer is lost counts as paid and is not asked again.
 */
export function hostedLanguageModel(
  deps: Pick<PayOnceDeps, 'client' | 'gate'> & FollowDeps,
  { id, provider, price_per_million_tokens: price }: HostedLanguageModel,
): LanguageModel {
  const maxMicros = answerMicros(price);
  const priceOf = ({ metrics }: Prediction): Micros =>
    answerMicros(price, { input: metrics?.token_input_count, output: metrics?.token_output_count });

  return {
    provider,
    model: id,
    maxMicros,
    async ask({ system, user, schema }, signal) {
      try {
        await freeToStop(signal, () => passGate(deps.gate, signal));
        const created = await deps.client.create({
          slug: id,
          version: null,
          input: {
            system_prompt: `${system}\nThe schema: ${JSON.stringify(z.toJSONSchema(schema))}`,
            prompt: user,
            max_tokens: MOST_TOKENS.output,
            temperature: 0.4,
          },
          cancelAfterSeconds: (LIMITS.runMs + LIMITS.queueMs) / 1000,
          webhook: null,
        });
        const context = { signal, onProgress: () => undefined };
        const done = await followPrediction(deps, created, LIMITS, context, priceOf);
        return { answer: textOf(done), micros: priceOf(done) };
      } catch (error) {
        throw new NoAnswer(spentOn(error, maxMicros), { cause: error });
      }
    },
  };
}

async function passGate(gate: PayOnceDeps['gate'], signal: AbortSignal): Promise<void> {
  const { waitMs } = await gate.take(PROVIDER);
  if (waitMs === 0) return;
  if (waitMs > LONGEST_GATE_MS) throw new Permanent('rate_limited', 'The provider is busy.');
  await sleep(waitMs, undefined, { signal });
  return passGate(gate, signal);
}

function textOf({ output }: Prediction): string {
  const pieces: unknown[] = Array.isArray(output) ? output : [output];
  return pieces.filter((piece) => typeof piece === 'string').join('');
}

/** What failed before it ran was free; of a create without an answer nobody can tell. */
function spentOn(error: unknown, maxMicros: Micros): Micros {
  if (error instanceof ProviderProblem) return error.kind === 'unknown' ? maxMicros : 0;
  if (error instanceof Transient && error.isCallAlive) return maxMicros;
  if (error instanceof Permanent || error instanceof Transient) return error.spentMicros;
  if (error instanceof Aborted) return error.spentMicros ?? maxMicros;
  return maxMicros;
}
