import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Account, CreateUser, EditUser } from '@spotsmith/contract/account';
import { z } from 'zod';
import { InvalidInput, NotFound } from '#src/domain/faults.ts';
import type { Ports } from '#src/ports/ports.ts';
import { createUser } from '#src/use-cases/account/create-user.ts';
import { listUsers } from '#src/use-cases/account/list-users.ts';
import { editUser } from '#src/use-cases/account/edit-user.ts';

const USAGE = `Usage: npm run users -- list
       npm run users -- add EMAIL [--name "Full Name"] [--owner]
       npm run users -- reset EMAIL
       npm run users -- disable EMAIL
Each takes --server URL --token TOKEN for a server elsewhere.`;

/** The accounts of an installation: its database, or its API. */
export type AccountBook = {
  list(): Promise<Pick<Account, 'id' | 'email' | 'full_name' | 'role' | 'is_disabled'>[]>;
  add(user: CreateUser): Promise<Pick<Account, 'email' | 'role'>>;
  edit(id: string, edit: EditUser): Promise<void>;
};

/** The accounts in a database that nobody else has open. */
export function accountBook(ports: Pick<Ports, 'store' | 'passwords'>): AccountBook {
  return {
    list: async () =>
      (await listUsers(ports)).map(({ fullName, isDisabled, ...user }) => ({
        ...user,
        full_name: fullName,
        is_disabled: isDisabled,
      })),
    add: ({ full_name: fullName, ...user }) => createUser(ports, { ...user, fullName }),
    edit: async (userId, edit) => void (await editUser(ports, { userId, edit })),
  };
}

/**
 * Lists accounts, adds somebody, gives somebody a new password, or disables an account. Returns what to print; a new
 * password is in it and nowhere else. Throws InvalidInput `usage`, NotFound `user_not_found`, and what the book throws.
 */
export async function manageUsers(book: AccountBook, args: string[]): Promise<string> {
  const { command, email, name, isOwner } = readArguments(args);
  const password = newPassword();
  switch (command) {
    case 'list': {
      const people = await book.list();
      return people
        .map(({ email: address, full_name: fullName, role, is_disabled: isDisabled }) =>
          [address, role, isDisabled ? 'disabled' : 'active', fullName].join('\t'),
        )
        .join('\n');
    }
    case 'add': {
      const role = isOwner ? 'owner' : 'member';
      const user = await book.add({ email, full_name: name ?? email, password, role });
      return `Added ${user.email} as ${user.role}. Password: ${password}`;
    }
    case 'reset': {
      await book.edit(await idOf(book, email), { password, is_disabled: false });
      return `${email} has a new password: ${password}\nEvery login with the old one has ended.`;
    }
    case 'disable': {
      await book.edit(await idOf(book, email), { is_disabled: true });
      return `${email} cannot sign in any more. "reset" lets them in again.`;
    }
  }
}

const Arguments = z.union([
  z.tuple([z.literal('list')]).transform(() => ['list', ''] as const),
  z.tuple([z.enum(['add', 'reset', 'disable']), z.email().max(254)]),
]);

function readArguments(args: string[]) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { name: { type: 'string' }, owner: { type: 'boolean', default: false } },
    });
    const [command, email] = Arguments.parse(positionals);
    return { command, email, name: values.name, isOwner: values.owner };
  } catch (error) {
    throw new InvalidInput('usage', USAGE, { cause: error });
  }
}

async function idOf(book: AccountBook, email: string): Promise<string> {
  const user = (await book.list()).find((each) => each.email.toLowerCase() === email.toLowerCase());
  if (!user) throw new NotFound('user_not_found', `Nobody here has the address ${email}. Use "add".`);
  return user.id;
}

/** Without letters and digits that are mistaken for each other: 20 of 55 characters are 115 bits. */
const READABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

function newPassword(): string {
  return Array.from({ length: 20 }, () => READABLE[randomInt(READABLE.length)]).join('');
}
