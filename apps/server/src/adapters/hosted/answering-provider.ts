import { pathToFileURL } from 'node:url';
import type { CallOrder, HostedProvider } from './hosted-provider.ts';
import { type KeptAnswer, keptAnswers } from './kept-answers.ts';
import { ProviderProblem } from './provider-problem.ts';

/** What a provider that answers with the result itself is reached by. */
export type AnswerSettings = {
  key: string;
  baseUrl: string;
  /** Where its answers are kept for as long as a try may come back for them. */
  answersDir: string;
};

/** As much of such a provider as differs. */
export type Answering = Pick<HostedProvider, 'id' | 'isFileSource' | 'account' | 'disagreements'> & {
  /** Makes the call, and pays for it, in one request. Throws ProviderProblem, `unknown` when the answer was lost. */
  ask(order: CallOrder): Promise<KeptAnswer>;
};

/** For how long a picture is waited for: what Node's own client allows an answer, a little less. */
export const ANSWER_WITHIN_MS = 280_000;

/**
 * A provider that answers a create with the result, and knows of no call afterwards, behind the interface that all share. Its calls
 * bear the ids of their attempts; what it answered, and what it certainly refused, is kept by us.
 */
export function answeringProvider(
  { ask, ...provider }: Answering,
  { answersDir }: Pick<AnswerSettings, 'answersDir'>,
): HostedProvider {
  const answers = keptAnswers(answersDir);
  return {
    ...provider,
    recovery: { by: 'answer' },

    async create(order) {
      const id = order.attemptId;
      await answers.forget(id);
      try {
        return await answers.keep(id, await ask(order));
      } catch (error) {
        const isCertain = error instanceof ProviderProblem && error.kind !== 'unknown';
        if (isCertain) await answers.keep(id, { status: 'expired', fileUrls: [], error: '', facts: {} });
        throw error;
      }
    },

    async get(id) {
      const kept = await answers.find(id);
      if (kept !== null) return kept;
      throw new ProviderProblem('not-found', 'No answer of this call was kept.');
    },

    // There is nothing to stop: the answer is the end.
    cancel: async () => undefined,
    // Pictures go along with the request.
    upload: async (path) => pathToFileURL(path).href,
    verifyWebhook: async () => null,
  };
}

/** Whether a finished file may come from there: with the answer itself, or from the provider's own host. */
export function isOwnFile(url: URL, baseUrl: string): boolean {
  return url.protocol === 'data:' || url.origin === new URL(baseUrl).origin;
}
