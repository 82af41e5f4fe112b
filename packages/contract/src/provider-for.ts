import { MAKES, type MediaKind, type Provider } from './words.ts';

/** `provider` makes everything that is not left to another one. */
export type WishedProviders = Partial<
  Record<'provider' | `${MediaKind}_provider`, Provider | null | undefined>
>;

/** Who makes the media of a kind: as wished for this kind, else for the ad, else as usual; the studio where that one makes none. */
export function providerFor(kind: MediaKind, wished: WishedProviders, usual: Provider): Provider {
  const provider = wished[`${kind}_provider`] ?? wished.provider ?? usual;
  return MAKES[provider].includes(kind) ? provider : 'studio';
}
