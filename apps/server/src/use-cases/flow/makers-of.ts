import { Permanent } from '../../domain/faults.ts';
import type { Session } from '../../domain/session.ts';
import type { MediaMakers, Ports } from '../../ports/ports.ts';

/** The makers this ad uses. Throws Permanent `provider_unavailable` when its provider's key is gone. */
export function makersOf(
  { makers, limits }: Pick<Ports, 'makers' | 'limits'>,
  session: Session,
): MediaMakers {
  const provider = session.options.provider ?? limits.defaultProvider;
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
