import type { Preferences } from '@spotsmith/contract/account';
import type { ModelChoice } from '@spotsmith/contract/options';
import { providerFor, type WishedProviders } from '@spotsmith/contract/provider-for';
import { MEDIA_KINDS, type MediaKind, type Provider } from '@spotsmith/contract/words';

/** Who makes each kind, where that is not left to the ad's own provider. */
export type Makers = Pick<Preferences, `${MediaKind}_model` | `${MediaKind}_provider`>;

/** The model that makes a kind; undefined where the local studio does. */
export function modelOf(
  kind: MediaKind,
  chosen: Makers & WishedProviders,
  models: readonly ModelChoice[],
): ModelChoice | undefined {
  const ofKind = models.filter((model) => model.kind === kind);
  const wished = ofKind.find(({ id }) => id === chosen[`${kind}_model`]);
  if (wished !== undefined) return wished;
  const provider = providerFor(kind, chosen, 'studio');
  return ofKind.find((model) => model.provider === provider && model.is_default);
}

/** What was preferred, as far as it goes with another provider: its own models, and nothing of others. */
export function makersAt(provider: Provider, preferred: Makers, models: readonly ModelChoice[]): Makers {
  const modelFor = (kind: MediaKind) => {
    const id = preferred[`${kind}_model`];
    return models.some((model) => model.id === id && model.provider === provider) ? id : null;
  };
  return {
    image_provider: null,
    clip_provider: null,
    music_provider: null,
    image_model: modelFor('image'),
    clip_model: modelFor('clip'),
    music_model: modelFor('music'),
  };
}

/** Whether anything is made elsewhere than in the local studio. */
export function usesOthers(chosen: Makers & WishedProviders): boolean {
  return MEDIA_KINDS.some(
    (kind) => chosen[`${kind}_model`] !== null || providerFor(kind, chosen, 'studio') !== 'studio',
  );
}
