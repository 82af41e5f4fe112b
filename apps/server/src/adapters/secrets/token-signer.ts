import { createHash, createHmac, randomBytes } from 'node:crypto';
import { SignJWT, errors, jwtVerify } from 'jose';
import type { TokenSigner } from '#src/ports/secrets.ts';

const ISSUER = 'spotsmith';
const ALGORITHM = 'HS256';
/** How far the clocks of two machines may be apart. */
const CLOCK_TOLERANCE_SECONDS = 60;

/** Login tokens are JWTs, HS256 and nothing else (RFC 8725 §3.1), for one issuer and audience. */
export function createTokenSigner(secretKey: Uint8Array): TokenSigner {
  return {
    sign: ({ userId, jti, expiresAt }) =>
      new SignJWT()
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
        .setSubject(userId)
        .setJti(jti)
        .setIssuer(ISSUER)
        .setAudience(ISSUER)
        .setIssuedAt()
        .setExpirationTime(expiresAt)
        .sign(secretKey),

    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, secretKey, {
          algorithms: [ALGORITHM],
          typ: 'JWT',
          issuer: ISSUER,
          audience: ISSUER,
          requiredClaims: ['sub', 'jti', 'exp', 'iat'],
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
        });
        const { sub, jti, exp } = payload;
        if (!sub || !jti || !exp) return null;
        return { userId: sub, jti, expiresAt: new Date(exp * 1000) };
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },

    secretFor: (purpose) => createHmac('sha256', secretKey).update(purpose).digest('base64url'),
    newSecret: () => randomBytes(32).toString('base64url'),
    digest: (secret) => createHash('sha256').update(secret).digest('hex'),
  };
}
