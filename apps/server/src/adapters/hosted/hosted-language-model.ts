import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { HostedLanguageModel } from '#src/domain/catalogue/catalogue.ts';
import type { ModelInput } from '#src/domain/catalogue/model-input.ts';
import { answerMicros, MAX_TOKENS } from '#src/domain/catalogue/price.ts';
import { Permanent } from '#src/domain/faults.ts';
import type { Micros } from '#src/domain/money.ts';
import type { Question } from '#src/domain/question.ts';
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
 * A language model of a provider. It is told the schema in words, shown the photo where it can see, and answers in pieces of text.
 * What it does not take is learned from its refusals, which are free, and remembered. Each question is one create; one whose
 * answer is lost counts as paid and is not asked again.
 */
export function hostedLanguageModel(deps: LanguageDeps, model: HostedLanguageModel): LanguageModel {
  const { id, provider, price_per_million_tokens: price, thinks } = model;
  const maxMicros = answerMicros(price, {}, { thinks });
  const priceOf = ({ facts }: ProviderCall): Micros => answerMicros(price, facts, { thinks });
  const refused = new Set<string>();
  const { pictures } = model.map;

  return {
    provider,
    model: id,
    maxMicros,
    get seesPictures() {
      return pictures !== undefined && !refused.has(pictures);
    },
    async ask(question, signal): Promise<Reply> {
      for (;;) {
        const order: CallOrder = {
          attemptId: crypto.randomUUID(),
          model: id,
          version: null,
          input: inputOf(model, question, refused),
          cancelAfterSeconds: (LIMITS.runMs + LIMITS.queueMs) / 1000,
          webhook: null,
        };
        const done = await answered(deps, order, signal, priceOf).catch((fault: unknown) =>
          unanswered(deps, fault),
        );
        if (!isFailed(done)) return { answer: done.text, micros: priceOf(done) };
        const learned = refusedKeys(done.fault).filter((key) => key !== PROMPT && key in order.input);
        if (learned.length === 0)
          return { fault: done.fault, micros: typeof done.spent === 'number' ? done.spent : maxMicros };
        for (const key of learned) refused.add(key);
      }
    },
  };
}

const PROMPT = 'prompt';
const TEMPERATURE = 0.4;

/** The question in the model's words, without what it refused before. Whoever takes no system prompt is told all in one. */
function inputOf(
  { map, fixed, thinks }: HostedLanguageModel,
  { system, user, schema, picture }: Question<unknown>,
  refused: ReadonlySet<string>,
): ModelInput {
  const told = `${system}\nThe schema: ${JSON.stringify(z.toJSONSchema(schema))}`;
  const hasSystem = map.system !== undefined && !refused.has(map.system);
  const shown = picture && `data:${picture.mimeType};base64,${Buffer.from(picture.bytes).toString('base64')}`;
  const wishes: [key: string | undefined, value: ModelInput[string] | undefined][] = [
    ...Object.entries(fixed),
    [PROMPT, hasSystem ? user : `${told}\n\n${user}`],
    [map.system, told],
    [map.limit, MAX_TOKENS.output + (thinks ? MAX_TOKENS.thought : 0)],
    [map.temperature, TEMPERATURE],
    [map.pictures, shown && [shown]],
  ];
  const input: ModelInput = {};
  for (const [key, value] of wishes)
    if (key !== undefined && value !== undefined && !refused.has(key)) input[key] = value;
  return input;
}

/** Which parts of an input a refusal complains of, e.g. "- input.temperature: Additional property is not allowed". */
function refusedKeys(fault: unknown): string[] {
  const problem = fault instanceof Error ? fault.cause : null;
  if (!(problem instanceof ProviderProblem) || problem.kind !== 'invalid-input') return [];
  return [...problem.message.matchAll(/\binput\.(\w+)/g)].flatMap(([, key]) => key ?? []);
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
