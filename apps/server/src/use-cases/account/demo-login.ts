import type { Ports } from '../../ports/ports.ts';
import { DEMO_LOGIN } from './open-local-access.ts';

/**
 * Tells the demo login for as long as it lets somebody in: until its password is changed, or its user locked out or
 * removed. The password is verified once for each hash, because that takes as long as a login.
 */
export function demoLogin({
  store,
  passwords,
}: Pick<Ports, 'store' | 'passwords'>): () => Promise<typeof DEMO_LOGIN | null> {
  let verified: { hash: string; isRight: Promise<boolean> } | null = null;
  return async () => {
    const user = await store.read.accounts.findUserByEmail(DEMO_LOGIN.email);
    if (user === null || user.isDisabled) return null;
    const { passwordHash: hash } = user;
    if (verified?.hash !== hash) {
      verified = { hash, isRight: passwords.verify(DEMO_LOGIN.password, hash) };
    }
    return (await verified.isRight) ? DEMO_LOGIN : null;
  };
}
