import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { readEnvironment } from '#src/config.ts';

/** The flags of every command that can talk to a server. */
export const SERVER_FLAGS = {
  server: { type: 'string' },
  token: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

export const SERVER_USAGE = `  --server URL       talk to the Spotsmith at this address
  --token TOKEN      with this API token; better in the variable SPOTSMITH_TOKEN, which other users cannot see`;

/** The command line names no server it can talk to; the message says what is missing. */
export class ServerMissing extends Error {
  override name = 'ServerMissing';
  readonly code = 'usage';
}

/** The server that the flags name. Null when they name none. Throws ServerMissing without a token, or with an address that is none. */
export function namedServer(flags: {
  server?: string | undefined;
  token?: string | undefined;
}): { url: string; token: string } | null {
  if (flags.server === undefined) return null;
  const token = flags.token ?? readEnvironment()['SPOTSMITH_TOKEN'];
  if (!token) {
    throw new ServerMissing('--server needs --token: make one under Settings, or set SPOTSMITH_TOKEN.');
  }
  if (!URL.canParse(flags.server) || !/^https?:$/.test(new URL(flags.server).protocol)) {
    throw new ServerMissing('--server must be an address like https://ads.example.com.');
  }
  return { url: flags.server.replace(/\/+$/, ''), token };
}

/** Parts the flags that name a server from the rest, which may hold what only the command knows. */
export function splitServerFlags(args: readonly string[]) {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: SERVER_FLAGS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const taken = new Set(
    tokens
      .filter((token) => token.kind === 'option' && token.name in SERVER_FLAGS)
      .flatMap((token) =>
        token.kind === 'option' && token.inlineValue === false
          ? [token.index, token.index + 1]
          : [token.index],
      ),
  );
  const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    named: namedServer({ server: textOf(values['server']), token: textOf(values['token']) }),
    rest: args.filter((_, index) => !taken.has(index)),
  };
}
