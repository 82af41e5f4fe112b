import { parseArgs } from 'node:util';
import { CreateApiToken, type ApiToken, type NewApiToken } from '@spotsmith/contract/account';
import { TOKEN_SCOPES } from '@spotsmith/contract/words';
import { z } from 'zod';
import { InvalidInput } from '#src/domain/faults.ts';

const USAGE = `Usage: npm run tokens -- list
       npm run tokens -- add NAME [--scope ${TOKEN_SCOPES.join('|')}] [--days N|never]
       npm run tokens -- revoke ID
A token may "make" and lasts 90 days when nothing else is said.
Each takes --server URL --token TOKEN for a server elsewhere.`;

/** One's own API tokens at some server. */
export type TokenBook = {
  tokens(): Promise<ApiToken[]>;
  addToken(wish: CreateApiToken): Promise<Pick<NewApiToken, 'token'>>;
  revokeToken(id: string): Promise<unknown>;
};

/** Lists, makes or ends tokens and returns what to print. Throws InvalidInput `usage`, and what the book throws. */
export async function manageTokens(book: TokenBook, args: string[]): Promise<string> {
  const asked = readArguments(args);
  switch (asked.command) {
    case 'list': {
      const lines = (await book.tokens()).map(lineOf);
      return lines.length === 0 ? 'You have no API tokens.' : lines.join('\n');
    }
    case 'add':
      return (await book.addToken(asked.wish)).token;
    case 'revoke':
      await book.revokeToken(asked.id);
      return 'Nobody gets in with that token any more.';
  }
}

function lineOf({ id, prefix, scope, name, expires_at: endsAt, last_used_at: usedAt }: ApiToken): string {
  const ends = endsAt === null ? 'never ends' : `ends ${endsAt}`;
  return [id, `${prefix}…`, scope, ends, usedAt === null ? 'never used' : `used ${usedAt}`, name].join('\t');
}

const Days = z.union([z.literal('never').transform(() => null), z.coerce.number()]);

type Asked =
  | { command: 'list' }
  | { command: 'add'; wish: CreateApiToken }
  | { command: 'revoke'; id: string };

function readArguments(args: string[]): Asked {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { scope: { type: 'string' }, days: { type: 'string' } },
    });
    const [command, what] = positionals;
    if (command === 'list' && positionals.length === 1) return { command };
    if (command === 'revoke' && what !== undefined) return { command, id: what };
    if (command !== 'add' || positionals.length !== 2) throw new Error('No such command.');
    const wish = CreateApiToken.parse({
      name: what,
      ...(values.scope !== undefined && { scope: values.scope }),
      ...(values.days !== undefined && { expires_in_days: Days.parse(values.days) }),
    });
    return { command, wish };
  } catch (error) {
    throw new InvalidInput('usage', USAGE, { cause: error });
  }
}
