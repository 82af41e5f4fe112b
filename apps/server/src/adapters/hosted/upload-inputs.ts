import { setTimeout as sleep } from 'node:timers/promises';
import { Permanent, Transient } from '#src/domain/faults.ts';
import type { Failed } from '#src/domain/spending.ts';
import type { LocalFile } from '#src/ports/makers.ts';
import { faultOfRefusal } from './call-faults.ts';
import type { HostedProvider } from './hosted-provider.ts';
import { ProviderProblem } from './provider-problem.ts';

const TRIES = 3;
const FIRST_PAUSE_MS = 1_000;

/**
 * Puts pictures where the provider's models can read them and returns their addresses. Uploading costs nothing, so it
 * is tried again freely; each upload carries the attempt's id, by which a lost create is found again.
 */
export async function uploadInputs(
  provider: HostedProvider,
  files: readonly LocalFile[],
  attemptId: string,
  signal: AbortSignal,
): Promise<string[] | Failed> {
  const urls: string[] = [];
  for (const file of files) {
    const url = await uploadOne(provider, file, attemptId, signal);
    if (typeof url !== 'string') return url;
    urls.push(url);
  }
  return urls;
}

async function uploadOne(
  provider: HostedProvider,
  { path, mimeType }: LocalFile,
  attemptId: string,
  signal: AbortSignal,
): Promise<string | Failed> {
  for (let tries = 1; ; tries++) {
    try {
      return await provider.upload(path, mimeType, attemptId, signal);
    } catch (error) {
      if (!(error instanceof ProviderProblem)) throw error;
      const fault = faultOfUpload(provider, error, tries === TRIES);
      if (fault !== null) return { fault, spent: 0 };
      await sleep(error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (tries - 1), undefined, { signal });
    }
  }
}

/** Null when it is worth another try. */
function faultOfUpload(
  provider: HostedProvider,
  problem: ProviderProblem,
  isLastTry: boolean,
): Permanent | Transient | null {
  const options = { cause: problem };
  if (problem.status === 413) {
    const message = 'The photo is too large for the provider (100 MB). Upload a smaller one.';
    return new Permanent('photo_too_large', message, options);
  }
  const mayPass = problem.kind === 'unknown' || problem.kind === 'throttled';
  if (!mayPass) return faultOfRefusal(provider, problem);
  if (!isLastTry) return null;
  return new Transient('provider_unreachable', 'The photo could not be sent to the provider.', options);
}
