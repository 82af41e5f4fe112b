import type { Provider } from '@spotsmith/contract/words';
import { Permanent } from '../../domain/faults.ts';
import type { Session } from '../../domain/session.ts';
import type { MediaMakers, Ports } from '../../ports/ports.ts';

/**
 * The makers this ad uses, or those that were asked for in their place. Throws Permanent `provider_unavailable` when the provider's key is gone.
 */
export function makersOf(
  { makers, limits }: Pick<Ports, 'makers' | 'limits'>,
  session: Session,
  wished: Provider | null = null,
): MediaMakers {
  const provider = wished ?? session.options.provider ?? limits.defaultProvider;
  const found = makers[provider];
  if (found === undefined) {
    throw new Permanent(
      'provider_unavailable',
      `This ad uses "${provider}", which has no key here any more. Set the key, or duplicate the ad and choose another provider.`,
      { canRetry: true },
    );
  }
  return found;
}
