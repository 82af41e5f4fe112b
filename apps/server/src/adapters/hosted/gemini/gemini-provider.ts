import type { PictureTokens } from '#src/domain/catalogue/price.ts';
import {
  ANSWER_WITHIN_MS,
  answeringProvider,
  type AnswerSettings,
  isOwnFile,
} from '../answering-provider.ts';
import type { ModelInput } from '#src/domain/catalogue/model-input.ts';
import type { CallOrder, HostedProvider } from '../hosted-provider.ts';
import { inlinePicture } from '../inline-picture.ts';
import type { KeptAnswer } from '../kept-answers.ts';
import { ProviderProblem } from '../provider-problem.ts';
import { type Answer, jsonOf, type Sending, sendOnce } from '../send-once.ts';
import { Generated } from './gemini-answers.ts';
import { failureIn, problemOf } from './gemini-problem.ts';

const ASK_WITHIN_MS = 30_000;
/** Ends for which our own words, or somebody's picture, are the cause. */
const UNSAFE = /SAFETY|PROHIBITED|BLOCKLIST|SPII|RECITATION/;

/**
 * Pictures by Gemini's `generateContent` (ai.google.dev/gemini-api/docs/image-generation): prompt and photos as parts, the picture
 * in the answer. The key goes into a header and never into an address, which proxies and logs write down.
 */
export function geminiProvider(settings: AnswerSettings): HostedProvider {
  const { key, baseUrl } = settings;
  const send = (path: string, more: Omit<Sending, 'headers'>) =>
    sendOnce(new URL(`${baseUrl}/${path}`), {
      ...more,
      headers: { 'x-goog-api-key': key, 'content-type': 'application/json' },
    });

  return answeringProvider(
    {
      id: 'gemini',
      async ask({ model, input }: CallOrder) {
        const body = JSON.stringify(await bodyOf(input));
        const path = `models/${model}:generateContent`;
        return endOf(await send(path, { method: 'POST', body, withinMs: ANSWER_WITHIN_MS }));
      },
      isFileSource: (url) => isOwnFile(url, baseUrl),
      async account() {
        const answer = await send('models?pageSize=1', { withinMs: ASK_WITHIN_MS });
        if (answer.status >= 300) throw problemOf(answer);
        return `an account at ${new URL(baseUrl).host}`;
      },
      async disagreements(called) {
        const told: string[] = [];
        for (const { id } of called) {
          const { status } = await send(`models/${id}`, { withinMs: ASK_WITHIN_MS });
          if (status === 404) told.push(`${id}: Gemini does not offer it any more`);
        }
        return told;
      },
    },
    settings,
  );
}

/** Everything in an input that is neither words nor pictures is about the picture to come. */
async function bodyOf({ prompt = '', ...input }: ModelInput): Promise<unknown> {
  const entries = Object.entries(input);
  const files = entries.flatMap(([, value]) => (Array.isArray(value) ? value : []));
  const pictures = await Promise.all(files.map(inlinePicture));
  return {
    contents: [
      {
        role: 'user',
        parts: [
          { text: String(prompt) },
          ...pictures.map(({ bytes, mimeType }) => ({
            inlineData: { mimeType, data: bytes.toString('base64') },
          })),
        ],
      },
    ],
    generationConfig: {
      responseModalities: ['IMAGE'],
      imageConfig: Object.fromEntries(entries.filter(([, value]) => !Array.isArray(value))),
    },
  };
}

/** What a request came to. Throws ProviderProblem for what was certainly refused, and for what nobody can tell. */
function endOf(answer: Answer): KeptAnswer {
  if (answer.status >= 300) {
    const error = failureIn(answer);
    if (error === null) throw problemOf(answer);
    return { status: 'failed', fileUrls: [], error, isFree: true, facts: {} };
  }
  const { data: generated, error: cause } = Generated.safeParse(jsonOf(answer.text));
  if (generated === undefined) {
    const message = 'The provider gave an answer that makes no sense.';
    throw new ProviderProblem('unknown', message, { status: answer.status, cause });
  }
  const pictureTokens = tokensOf(generated);
  const facts = pictureTokens === undefined ? {} : { pictureTokens };
  const parts = generated.candidates?.flatMap(({ content }) => content?.parts ?? []) ?? [];
  // The pictures before the last are drafts.
  const picture = parts.findLast(({ inlineData, thought }) => inlineData && !thought)?.inlineData;
  if (picture) {
    const fileUrl = `data:${picture.mimeType};base64,${picture.data}`;
    return { status: 'succeeded', fileUrls: [fileUrl], error: '', facts };
  }
  return { status: 'failed', fileUrls: [], error: reasonOf(generated), facts };
}

function reasonOf({ candidates, promptFeedback }: Generated): string {
  const [candidate] = candidates ?? [];
  const reason = promptFeedback?.blockReason ?? candidate?.finishReason ?? '';
  const words = candidate?.content?.parts?.map(({ text }) => text ?? '').join(' ');
  const told = promptFeedback?.blockReasonMessage ?? candidate?.finishMessage ?? words ?? '';
  const said = [reason, told.trim()].filter(Boolean).join(': ');
  return UNSAFE.test(reason) ? `safety check: ${said}` : `it answered without a picture. ${said}`.trim();
}

/** Thoughts are billed as words going out. */
function tokensOf({ usageMetadata: usage }: Generated): PictureTokens | undefined {
  if (!usage) return undefined;
  const pictures = (details: typeof usage.promptTokensDetails) =>
    details?.reduce(
      (sum, { modality, tokenCount }) => sum + (modality === 'IMAGE' ? (tokenCount ?? 0) : 0),
      0,
    );
  const pictureIn = pictures(usage.promptTokensDetails) ?? 0;
  const out = usage.candidatesTokenCount ?? 0;
  const pictureOut = pictures(usage.candidatesTokensDetails) ?? out;
  return {
    text_in: Math.max(0, (usage.promptTokenCount ?? 0) - pictureIn),
    picture_in: pictureIn,
    text_out: Math.max(0, out - pictureOut) + (usage.thoughtsTokenCount ?? 0),
    picture_out: pictureOut,
  };
}
