import { Unavailable } from '#src/domain/faults.ts';

/** Deadlock, serialization failure, and what a transaction meets on PGlite right after somebody's failed statement. */
const WORTH_REPEATING = new Set(['40P01', '40001', '25P02']);

/** Network errors of Node, and PostgreSQL's own words for going away, being full or being too slow. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57014', // query_canceled, by statement_timeout
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '25P03', // idle_in_transaction_session_timeout
]);

/** Errors of `pg` that carry no code. */
const AWAY_MESSAGE =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable/i;

/** Whether the same transaction, run again, may well succeed. */
export function isWorthRepeating(error: unknown): boolean {
  return causes(error).some(({ code }) => code !== undefined && WORTH_REPEATING.has(code));
}

/** Unavailable `database_unavailable` for a database that is away; every other error as it is. */
export function toFault(error: unknown): unknown {
  const isAway = causes(error).some(
    ({ code, message }) =>
      (code !== undefined && (AWAY.has(code) || code.startsWith('08'))) || AWAY_MESSAGE.test(message),
  );
  if (!isAway || error instanceof Unavailable) return error;
  return new Unavailable(
    'database_unavailable',
    'The database cannot be reached at the moment. It is tried again by itself; if this goes on, check DATABASE_URL and that PostgreSQL is running.',
    { cause: error },
  );
}

/** Drizzle wraps the driver's error, and a failed connection to several addresses is an AggregateError. */
function causes(error: unknown): { code: string | undefined; message: string }[] {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const nested = error instanceof AggregateError ? error.errors.flatMap(causes) : [];
  return [{ code, message: error.message }, ...nested, ...causes(error.cause)];
}
