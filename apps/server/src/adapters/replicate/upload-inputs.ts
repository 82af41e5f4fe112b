import { setTimeout as sleep } from 'node:timers/promises';
import { Permanent, Transient } from '#src/domain/faults.ts';
import type { LocalAsset } from '#src/ports/makers.ts';
import { faultOfRefusal } from './call-outcome.ts';
import { ATTEMPT_MARK } from './pay-once.ts';
import { ProviderProblem } from './provider-problem.ts';
import type { ReplicateClient } from './replicate-client.ts';

const TRIES = 3;
const FIRST_PAUSE_MS = 1_000;

/**
 * Puts pictures where the provider's models can read them and returns their addresses. Uploading costs nothing, so it
 * is tried again freely; each upload carries the attempt's id, by which a lost create is found again.
 */
export async function uploadInputs(
  client: ReplicateClient,
  files: readonly Pick<LocalAsset, 'path' | 'mimeType'>[],
  attemptId: string,
  signal: AbortSignal,
): Promise<string[]> {
  const urls: string[] = [];
  for (const { path, mimeType } of files) {
    urls.push(await uploadOne(client, path, mimeType, attemptId, signal));
  }
  return urls;
}

async function uploadOne(
  client: ReplicateClient,
  path: string,
  mimeType: string,
  attemptId: string,
  signal: AbortSignal,
): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      const { urls } = await client.upload(path, mimeType, { [ATTEMPT_MARK]: attemptId }, signal);
      return urls.get;
    } catch (error) {
      if (!(error instanceof ProviderProblem)) throw error;
      if (error.status === 413) {
        throw new Permanent(
          'photo_too_large',
          'The photo is too large for the provider (100 MB). Upload a smaller one.',
          { cause: error },
        );
      }
      const mayPass = error.kind === 'unknown' || error.kind === 'throttled';
      if (!mayPass) throw faultOfRefusal(error);
      if (tries === TRIES) {
        throw new Transient('provider_unreachable', 'The photo could not be sent to the provider.', {
          cause: error,
        });
      }
      await sleep(error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (tries - 1), undefined, { signal });
    }
  }
}
