import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { deployment } from '#src/deployment.ts';
import { ApiProblem, noAnswer, problemFrom } from './api-problem.ts';
import { inProcessApi } from './in-process-api.ts';

const MOST_TRIES = 5;
const BUSY_WAIT_MS = 600;

/**
 * Reads from the API while a page is rendered, as the user who asked for it. A server that is busy for a moment
 * (starting, database away) is waited for. Throws ApiProblem.
 */
export async function readApi<Answer>(path: string): Promise<Answer> {
  const cookie = (await cookies()).toString();
  let { status, body } = await answerTo(path, cookie);
  for (let tries = 1; status === 503 && tries < MOST_TRIES; tries += 1) {
    await sleep(BUSY_WAIT_MS);
    ({ status, body } = await answerTo(path, cookie));
  }
  if (status >= 400) throw problemFrom(status, body);
  return JSON.parse(body) as Answer;
}

/** As `readApi`, for pages behind the sign-in: whoever is not signed in is sent there and comes back to `here`. */
export async function readApiSignedIn<Answer>(path: string, here: string): Promise<Answer> {
  try {
    return await readApi<Answer>(path);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) {
      redirect(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`);
    }
    throw error;
  }
}

async function answerTo(path: string, cookie: string): Promise<{ status: number; body: string }> {
  const api = inProcessApi();
  if (api !== undefined) return api.call({ path, cookie });
  if (deployment.apiUrl === undefined)
    throw new Error('Set NEXT_PUBLIC_API_URL, or start the whole studio with npm start.');
  // An API that trusts this deployment counts the request as its visitor's.
  const visitor = (await headers()).get('x-forwarded-for');
  const response = await fetch(new URL(path, deployment.apiUrl), {
    headers: { cookie, ...(visitor && { 'x-forwarded-for': visitor }) },
    cache: 'no-store',
  }).catch(() => {
    throw noAnswer();
  });
  return { status: response.status, body: await response.text() };
}
