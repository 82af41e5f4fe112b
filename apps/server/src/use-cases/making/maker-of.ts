import { providerFor } from '@spotsmith/contract/provider-for';
import type { MediaKind, Provider } from '@spotsmith/contract/words';
import { Permanent } from '../../domain/faults.ts';
import type { Session } from '../../domain/session.ts';
import type { MediaMakers, Ports } from '../../ports/ports.ts';

/**
 * The maker of one kind in this ad, or the one that was asked for in its place. Throws Permanent `provider_unavailable` when
 * its provider's key is gone.
 */
export function makerOf<Kind extends MediaKind>(
  { makers, limits }: Pick<Ports, 'makers' | 'limits'>,
  { options }: Pick<Session, 'options'>,
  kind: Kind,
  wished: Provider | null = null,
): MediaMakers[Kind] {
  const provider = wished ?? providerFor(kind, options, limits.defaultProvider);
  const ofProvider: Partial<MediaMakers> | undefined = makers[provider];
  const found = ofProvider?.[kind];
  if (found === undefined) {
    throw new Permanent(
      'provider_unavailable',
      `This ad uses "${provider}", which has no key here any more. Set the key, or duplicate the ad and choose another provider.`,
      { canRetry: true },
    );
  }
  return found;
}
