import { z } from 'zod';
import { briefFromDraft } from '#src/domain/brief/brief-draft.ts';
import { reconcileDraft } from '#src/domain/brief/reconcile-draft.ts';
import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { judgeLines } from '#src/domain/copywriting/written-lines.ts';
import { Permanent, stopOf, Transient } from '#src/domain/faults.ts';
import type { Question } from '#src/domain/question.ts';
import { type Failed, isFailed } from '#src/domain/spending.ts';
import { planScenesByRules } from '#src/domain/scenes/plan-scenes-by-rules.ts';
import { reconcilePlan } from '#src/domain/scenes/reconcile-plan.ts';
import type { LanguageModel } from '#src/ports/language-model.ts';
import type { BriefRequest, Made, MakeContext, Quote, TextModel } from '#src/ports/makers.ts';
import type { Log } from '#src/ports/ports.ts';
import { jsonObjectsIn } from './json-in.ts';
import { smallPicture } from './small-picture.ts';
import {
  type BriefAnswer,
  briefQuestion,
  draftFromBriefAnswer,
  draftFromPlanAnswer,
  planQuestion,
} from './questions.ts';

/** One answer and one repair. */
const MAX_ASKS = 2;

/**
 * Writes brief and plan with a language model. Its answer is only a draft: the domain's rules decide what of it stands.
 * When it gives nothing usable, even after one repair, the rules write instead and the user is told.
 */
export function languageTextModel(asker: LanguageModel, log: Log): TextModel {
  const quote: Quote = {
    provider: asker.provider,
    model: asker.model,
    maxMicros: asker.maxMicros * MAX_ASKS,
    units: 1,
    unitName: 'text',
  };

  async function write<Answer, Result>(
    question: Question<Answer>,
    use: (answer: Answer, isLast: boolean) => Result,
    byRules: () => Result,
    { signal, attempt }: MakeContext,
  ): Promise<(Made & { result: Result }) | Failed> {
    const made = { provider: asker.provider, model: asker.model };
    // Nobody can tell whether an earlier run's question was answered and paid: it is not asked again.
    if (attempt.isResumed && quote.maxMicros > 0) {
      return {
        ...made,
        actualMicros: quote.maxMicros,
        isGuess: true,
        warnings: [noticeOf(question, null)],
        result: byRules(),
      };
    }
    let why: unknown = null;
    let actualMicros = 0;
    let isGuess = false;
    let asked: Question<Answer> = question;
    for (let asks = 0; asks < MAX_ASKS; asks++) {
      const reply = await asker.ask(asked, signal);
      actualMicros += reply.micros;
      if ('fault' in reply) {
        const stop = stopOf(signal);
        if (stop !== null) return { fault: stop, spent: actualMicros };
        log.warn(
          { event: 'language-model.failed', model: asker.model, err: reply.fault },
          'the language model did not answer',
        );
        why = reply.fault;
        isGuess = reply.micros > 0;
        break;
      }
      const used = tryToUse(question, reply.answer, use, asks === MAX_ASKS - 1);
      if ('result' in used) return { ...made, actualMicros, warnings: [], result: used.result };
      asked = repairOf(question, reply.answer, used.complaint);
    }
    return { ...made, actualMicros, isGuess, warnings: [noticeOf(question, why)], result: byRules() };
  }

  return {
    quote,
    get seesPhoto() {
      return asker.seesPictures;
    },

    async writeBrief(request, context, photo) {
      const picture = photo && asker.seesPictures ? await smallPicture(photo.path) : undefined;
      const written = await write(
        briefQuestion(request, picture),
        (answer, isLast) => {
          const lines = linesFrom(answer, request, isLast);
          const draft = { ...draftFromBriefAnswer(answer), ...(lines && { lines }) };
          return briefFromDraft(reconcileDraft(draft, request), request);
        },
        () => writeBriefByRules(request),
        context,
      );
      return isFailed(written) ? written : { ...written, brief: written.result };
    },

    async planScenes(request, context) {
      const written = await write(
        planQuestion(request),
        (answer) => reconcilePlan(draftFromPlanAnswer(answer, request), request),
        () => planScenesByRules(request),
        context,
      );
      return isFailed(written) ? written : { ...written, plan: written.result };
    },
  };
}

function tryToUse<Answer, Result>(
  { schema }: Question<Answer>,
  answer: unknown,
  use: (answer: Answer, isLast: boolean) => Result,
  isLast: boolean,
): { result: Result } | { complaint: string } {
  const objects = typeof answer === 'string' ? jsonObjectsIn(answer) : [answer];
  const tries = (objects.length > 0 ? objects : [null]).map((object) => schema.safeParse(object));
  const parsed = tries.find(({ success }) => success) ?? tries[0];
  if (!parsed?.success) return { complaint: parsed ? z.prettifyError(parsed.error) : 'There is no JSON.' };
  try {
    return { result: use(parsed.data, isLast) };
  } catch (error) {
    if (error instanceof RangeError) return { complaint: error.message };
    throw error;
  }
}

function repairOf<Answer>(question: Question<Answer>, answer: unknown, complaint: string): Question<Answer> {
  const given = (typeof answer === 'string' ? answer : JSON.stringify(answer)).slice(0, 6_000);
  return {
    ...question,
    user: JSON.stringify({
      request: question.user,
      your_answer: given,
      what_is_wrong_with_it: complaint.slice(0, 1_000),
    }),
    system: `${question.system}\nYour first answer did not fit the schema. Give the corrected JSON object.`,
  };
}

/** Says why, where that is known: a wrong key is not a slow answer. */
function noticeOf({ name }: Question<unknown>, why: unknown): string {
  const what = name === 'brief' ? 'brief' : 'scene plan';
  if (why instanceof Permanent || why instanceof Transient) {
    return `${why.message} So the ${what} was written by rules.`;
  }
  return `The language model gave no usable answer, so the ${what} was written by rules.`;
}

/** Lines that break a rule go back once to whoever wrote them; those that still do are left to the rules. */
function linesFrom({ hook, benefits }: BriefAnswer, { prompt }: BriefRequest, isLast: boolean) {
  const { lines, troubles } = judgeLines({ hook, benefits }, prompt);
  if (troubles.length > 0 && !isLast) throw new RangeError(troubles.join('. '));
  return lines.hook === undefined && lines.benefits.length === 0 ? undefined : lines;
}
