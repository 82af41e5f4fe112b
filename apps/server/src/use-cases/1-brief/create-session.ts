import type { CreateSession } from '@spotsmith/contract/sessions';
import { PROVIDERS } from '@spotsmith/contract/words';
import { assertKnownModels, namedModels } from '../../domain/catalogue/catalogue.ts';
import { lengthAsked } from '../../domain/length-asked.ts';
import { capOfAd, NO_PREFERENCES, withPreferences } from '../../domain/preferences.ts';
import { seedFrom } from '../../domain/random.ts';
import type { Ports } from '../../ports/ports.ts';
import { claimRoom } from '../making/assert-room.ts';
import { listWorkflows } from '../workflows/list-workflows.ts';
import { NO_BRAND, startFromBrand } from './start-from-brand.ts';
import { titleFrom } from './title-from.ts';

/**
 * Creates an ad from a prompt, with what its maker prefers and their brand kit; nothing is generated yet. Returns its id.
 * The same prompt with the same seed makes the same ad; without one the seed is drawn from the new id. With an `id` that
 * one's own ad has already, that ad is the answer: a request that is sent again after a crash makes no second one.
 * Throws InvalidInput `cap_above_maximum`, `unknown_model`, `provider_makes_none`, Conflict `quota_ads`.
 */
export async function createSession(
  deps: Pick<Ports, 'store' | 'files' | 'makers' | 'limits' | 'withTempDir'>,
  { userId, request, id = crypto.randomUUID() }: { userId: string; request: CreateSession; id?: string },
): Promise<string> {
  const { store, limits, makers } = deps;
  const { prompt, title, ...rest } = request;
  const asked = { ...rest, target_seconds: rest.target_seconds ?? lengthAsked(prompt) };
  const { preferences } = (await store.read.accounts.findUser(userId)) ?? { preferences: NO_PREFERENCES };
  const ready = PROVIDERS.filter((provider) => makers[provider] !== undefined);
  const models = namedModels(await listWorkflows(store.read));
  assertKnownModels(asked, models);
  const options = withPreferences(asked, preferences, ready, models);
  const capMicros = capOfAd(options.max_cost_usd, preferences, limits);
  const seed = options.seed ?? seedFrom(id);
  const brand = options.use_brand_kit
    ? await startFromBrand(deps, { userId, sessionId: id, seed })
    : NO_BRAND;
  await store.write(async (tx) => {
    if ((await tx.sessions.find(id))?.userId === userId) return;
    await claimRoom(tx, limits, userId, { ads: 1 });
    await tx.sessions.insert({
      id,
      userId,
      title: title ?? titleFrom(prompt),
      prompt,
      options,
      review: options.review,
      seed,
      capMicros,
      finish: brand.finish,
    });
    await brand.keepLogo(tx);
  });
  return id;
}
