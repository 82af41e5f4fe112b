import { ConfigError } from '#src/config.ts';

/** Ends the process with 1 and, where somebody foresaw it, a sentence instead of a trace. */
export function tellFailure(error: unknown): void {
  const isForeseen = error instanceof ConfigError || (error instanceof Error && 'code' in error);
  console.error(isForeseen ? error.message : error);
  process.exitCode = 1;
}
