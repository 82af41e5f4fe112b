import { APICallError } from 'ai';
import { Permanent, Transient } from '#src/domain/faults.ts';

const LONGEST = 200;

/** Why a language model did not answer, in a sentence that says what to do. Never holds the key. */
export function faultOfAsking(
  error: unknown,
  { baseUrl, model }: { baseUrl: string; model: string },
): Permanent | Transient {
  const options = { cause: error };
  const host = URL.parse(baseUrl)?.host ?? baseUrl;
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new Transient('language_slow', 'The language model did not answer in time.', options);
  }
  const status = APICallError.isInstance(error) ? error.statusCode : undefined;
  if (!APICallError.isInstance(error) || status === undefined) {
    return new Transient('language_unreachable', `The language model at ${host} cannot be reached.`, options);
  }
  const told = `${error.message} ${error.responseBody ?? ''}`;
  if (status === 401 || status === 403) {
    const message = `The language model at ${host} does not accept the key. Check LLM_API_KEY.`;
    return new Permanent('language_key_refused', message, options);
  }
  if (status === 402 || /insufficient_quota|insufficient credit|billing/i.test(told)) {
    const message = `The account of the language model at ${host} is out of credit.`;
    return new Permanent('language_no_credit', message, options);
  }
  if (
    status === 404 ||
    /model.{0,80}(?:not found|does not exist|not exist|unknown|invalid model)/is.test(told)
  ) {
    const message = `${host} does not know the language model “${model}”. Check LLM_MODEL and LLM_BASE_URL.`;
    return new Permanent('language_model_unknown', message, options);
  }
  if (status === 429) return new Transient('language_busy', 'The language model is busy.', options);
  if (status >= 500) {
    return new Transient('language_broken', `The language model at ${host} answered ${status}.`, options);
  }
  const why = error.message.replace(/\s+/g, ' ').slice(0, LONGEST);
  return new Permanent('language_refused', `The language model refused the question: ${why}`, options);
}
