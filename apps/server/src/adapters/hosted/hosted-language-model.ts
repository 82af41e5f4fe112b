import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { HostedLanguageModel } from '#src/domain/catalogue/catalogue.ts';
import { answerMicros, MAX_TOKENS } from '#src/domain/catalogue/price.ts';
import { Permanent } from '#src/domain/faults.ts';
import type { Micros } from '#src/domain/money.ts';
import { type Failed, isFailed } from '#src/domain/spending.ts';
import type { LanguageModel, Reply } from '#src/ports/language-model.ts';
import { faultOfRefusal } from './call-faults.ts';
import { followCall, type FollowDeps, type Limits } from './follow-call.ts';
import type { CallOrder, ProviderCall } from './hosted-provider.ts';
import { freeToStop, type PayOnceDeps } from './pay-once.ts';
import { ProviderProblem } from './provider-problem.ts';

const LIMITS: Limits = { runMs: 90_000, queueMs: 60_000 };
/** For longer the user is not kept waiting: the rules write as well. */
const MAX_WAIT_MS = 30_000;

type LanguageDeps = Pick<PayOnceDeps, 'limiter'> & FollowDeps;

/**
 * A language model of a provider. It is told the schema in words and answers in pieces of text. Each question is one
 * create; one whose answer is lost counts as paid and is not asked again.
 */
export function hostedLanguageModel(
  deps: LanguageDeps,
  { id, provider, price_per_million_tokens: price }: HostedLanguageModel,
): LanguageModel {
  const maxMicros = answerMicros(price);
  const priceOf = ({ facts }: ProviderCall): Micros => answerMicros(price, facts);

  return {
    provider,
    model: id,
    maxMicros,
    seesPictures: false,
    async ask({ system, user, schema }, signal): Promise<Reply> {
      const order: CallOrder = {
        attemptId: crypto.randomUUID(),
        model: id,
        version: null,
        input: {
          system_prompt: `${system}\nThe schema: ${JSON.stringify(z.toJSONSchema(schema))}`,
          prompt: user,
          max_tokens: MAX_TOKENS.output,
          temperature: 0.4,
        },
        cancelAfterSeconds: (LIMITS.runMs + LIMITS.queueMs) / 1000,
        webhook: null,
      };
      const done = await answered(deps, order, signal, priceOf).catch((fault: unknown) =>
        unanswered(deps, fault),
      );
      if (!isFailed(done)) return { answer: done.text, micros: priceOf(done) };
      return { fault: done.fault, micros: typeof done.spent === 'number' ? done.spent : maxMicros };
    },
  };
}

async function answered(
  deps: LanguageDeps,
  order: CallOrder,
  signal: AbortSignal,
  priceOf: (call: ProviderCall) => Micros,
): Promise<ProviderCall | Failed> {
  const refused = await freeToStop(signal, () => waitForTurn(deps, signal));
  if (refused !== null) return refused;
  const created = await deps.provider.create(order);
  return followCall(
    deps,
    created,
    { limits: LIMITS, model: order.model, priceOf },
    { signal, onSight: () => undefined },
  );
}

/** What a provider refused was free; of a create without an answer nobody can tell. */
function unanswered({ provider }: LanguageDeps, fault: unknown): Failed {
  if (!(fault instanceof ProviderProblem)) return { fault, spent: 'held' };
  return { fault: faultOfRefusal(provider, fault), spent: fault.kind === 'unknown' ? 'held' : 0 };
}

async function waitForTurn(deps: LanguageDeps, signal: AbortSignal): Promise<Failed | null> {
  const { waitMs } = await deps.limiter.take(deps.provider.id);
  if (waitMs === 0) return null;
  if (waitMs > MAX_WAIT_MS) {
    return { fault: new Permanent('rate_limited', 'The provider is busy.'), spent: 0 };
  }
  await sleep(waitMs, undefined, { signal });
  return waitForTurn(deps, signal);
}
