import type { PictureTokens } from '#src/domain/catalogue/price.ts';
import {
  ANSWER_WITHIN_MS,
  answeringProvider,
  type AnswerSettings,
  isOwnFile,
} from '../answering-provider.ts';
import type { CallOrder, HostedProvider } from '../hosted-provider.ts';
import { inlinePicture } from '../inline-picture.ts';
import type { KeptAnswer } from '../kept-answers.ts';
import { ProviderProblem } from '../provider-problem.ts';
import { type Answer, jsonOf, sendOnce } from '../send-once.ts';
import { Images, ModelList } from './openai-answers.ts';
import { failureIn, problemOf } from './openai-problem.ts';

const ASK_WITHIN_MS = 30_000;

/**
 * Pictures by OpenAI's protocol (developers.openai.com/api/reference/resources/images), whoever speaks it: `images/generations`
 * from words, `images/edits` with photos. The key goes into the header alone.
 */
export function openaiProvider(settings: AnswerSettings): HostedProvider {
  const { key, baseUrl } = settings;
  const authorization = { authorization: `Bearer ${key}` };

  async function ask({ model, input }: CallOrder): Promise<KeptAnswer> {
    const pictures = Object.entries(input).filter(([, value]) => Array.isArray(value) && value.length > 0);
    const body = { model, ...input };
    const answer =
      pictures.length === 0
        ? await post('images/generations', JSON.stringify(body), { 'content-type': 'application/json' })
        : await post('images/edits', await formOf(body), {});
    return endOf(answer, pictures.length > 0);
  }

  const post = (path: string, body: string | FormData, headers: Record<string, string>) =>
    sendOnce(new URL(`${baseUrl}/${path}`), {
      method: 'POST',
      headers: { ...authorization, ...headers },
      body,
      withinMs: ANSWER_WITHIN_MS,
    });

  async function models(): Promise<string[]> {
    const answer = await sendOnce(new URL(`${baseUrl}/models`), {
      headers: authorization,
      withinMs: ASK_WITHIN_MS,
    });
    if (answer.status >= 300) throw problemOf(answer);
    return ModelList.safeParse(jsonOf(answer.text)).data?.data.map(({ id }) => id) ?? [];
  }

  return answeringProvider(
    {
      id: 'openai',
      ask,
      isFileSource: (url) => isOwnFile(url, baseUrl),
      async account() {
        await models();
        return `an account at ${new URL(baseUrl).host}`;
      },
      async disagreements(called) {
        const offered = await models();
        const missing = called.filter(({ id }) => offered.length > 0 && !offered.includes(id));
        return missing.map(({ id }) => `${id}: ${new URL(baseUrl).host} does not offer it to this key`);
      },
    },
    settings,
  );
}

async function formOf(body: Record<string, unknown>): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    if (!Array.isArray(value)) {
      form.append(name, String(value));
      continue;
    }
    for (const [place, fileUrl] of value.entries()) {
      const { bytes, mimeType } = await inlinePicture(String(fileUrl));
      const filename = `photo-${place + 1}.${mimeType === 'image/png' ? 'png' : 'jpg'}`;
      form.append(name, new Blob([bytes], { type: mimeType }), filename);
    }
  }
  return form;
}

/** What a request came to. Throws ProviderProblem for what was certainly refused, and for what nobody can tell. */
function endOf(answer: Answer, hasPictures: boolean): KeptAnswer {
  if (answer.status < 300) {
    const { data: images, error: cause } = Images.safeParse(jsonOf(answer.text));
    if (images === undefined) {
      const message = 'The provider gave an answer that makes no sense.';
      throw new ProviderProblem('unknown', message, { status: answer.status, cause });
    }
    const pictureTokens = tokensOf(images, hasPictures);
    const facts = pictureTokens === undefined ? {} : { pictureTokens };
    return { status: 'succeeded', fileUrls: fileUrlsOf(images), error: '', facts };
  }
  const failure = failureIn(answer);
  if (failure === null) throw problemOf(answer);
  return { status: 'failed', fileUrls: [], ...failure, facts: {} };
}

function fileUrlsOf({ data, output_format: format }: Images): string[] {
  const type = `image/${format ?? 'png'}`;
  return data.flatMap(({ b64_json: text, url }) => (text ? `data:${type};base64,${text}` : (url ?? [])));
}

/** Tokens of no told kind count as the dearer one. */
function tokensOf({ usage }: Images, hasPictures: boolean): PictureTokens | undefined {
  if (!usage) return undefined;
  const textIn = usage.input_tokens_details?.text_tokens ?? (hasPictures ? 0 : usage.input_tokens);
  const textOut = usage.output_tokens_details?.text_tokens ?? 0;
  return {
    text_in: textIn,
    picture_in: usage.input_tokens_details?.image_tokens ?? usage.input_tokens - textIn,
    text_out: textOut,
    picture_out: usage.output_tokens_details?.image_tokens ?? usage.output_tokens - textOut,
  };
}
