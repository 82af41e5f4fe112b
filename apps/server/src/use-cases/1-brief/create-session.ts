import type { CreateSession } from '@spotsmith/contract/sessions';
import { usdToMicros } from '../../domain/money.ts';
import { seedFrom } from '../../domain/random.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * Creates an ad from a prompt; nothing is generated yet. Returns its id.
 * The same prompt with the same seed makes the same ad; without one the seed is drawn from the new id. With an `id` that
 * one's own ad has already, that ad is the answer: a request that is sent again after a crash makes no second one.
 */
export async function createSession(
  { store, limits }: Pick<Ports, 'store' | 'limits'>,
  { userId, request, id = crypto.randomUUID() }: { userId: string; request: CreateSession; id?: string },
): Promise<string> {
  const { prompt, title, ...options } = request;
  const capMicros =
    options.max_cost_usd === undefined ? limits.maxCostPerSessionMicros : usdToMicros(options.max_cost_usd);
  await store.write(async (tx) => {
    if ((await tx.sessions.find(id))?.userId === userId) return;
    await tx.sessions.insert({
      id,
      userId,
      title: title ?? titleFrom(prompt),
      prompt,
      options,
      review: options.review,
      seed: options.seed ?? seedFrom(id),
      capMicros,
    });
  });
  return id;
}

/** The first words of the prompt, up to 60 characters, until the brief knows the product's name. */
function titleFrom(prompt: string): string {
  const line = prompt.split('\n', 1)[0] ?? prompt;
  if (line.length <= 60) return line;
  const cut = line.slice(0, 60);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 30))}…`;
}
