import { type Failed, isFailed } from '#src/domain/spending.ts';

/** What was made. Throws the fault when it was not. */
export async function made<Result extends object>(making: Promise<Result | Failed>): Promise<Result> {
  const outcome = await making;
  if (isFailed(outcome)) throw outcome.fault;
  return outcome;
}

/** Why nothing was made, and what that cost. Throws when something was. */
export async function failed(making: Promise<object>): Promise<Failed> {
  const outcome = await making;
  if (!isFailed(outcome)) throw new Error('It was made.');
  return outcome;
}
