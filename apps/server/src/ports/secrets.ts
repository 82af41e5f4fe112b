export type PasswordHasher = {
  hash(password: string): Promise<string>;
  /** Takes as long for an unknown user (`hash` null) as for a known one. */
  verify(password: string, hash: string | null): Promise<boolean>;
};

export type TokenClaims = { userId: string; jti: string; expiresAt: Date };

/** Codes of authenticator apps: RFC 6238, SHA-1, six digits, 30 seconds, as every such app has them. */
export type OneTimeCodes = {
  /** What the app is given, in base 32 (RFC 4648): always the same for the same nonce. */
  secretOf(nonce: string): string;
  /** The step of 30 seconds that the code is of, now or one beside; null when it is of none. */
  stepOf(nonce: string, code: string, now: Date): number | null;
};

export type TokenSigner = {
  /** A signed login token. */
  sign(claims: TokenClaims): Promise<string>;
  /** Null for anything that is not one of ours, unexpired. */
  verify(token: string): Promise<TokenClaims | null>;
  /** URL-safe, 256 bits, always the same for the same purpose: HMAC-SHA256 with this server's key. */
  secretFor(purpose: string): string;
  /** Random, URL-safe, 256 bits: API tokens, socket tickets. */
  newSecret(): string;
  /** SHA-256 in hex: what is kept of an API token, ticket or share link. */
  digest(secret: string): string;
};
