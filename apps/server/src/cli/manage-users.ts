import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { InvalidInput, NotFound } from '#src/domain/faults.ts';
import type { User } from '#src/domain/user.ts';
import type { Ports } from '#src/ports/ports.ts';
import { createUser } from '#src/use-cases/account/create-user.ts';
import { editUser } from '#src/use-cases/account/edit-user.ts';

const USAGE = `Usage: npm run users -- add EMAIL [--name "Full Name"] [--owner]
       npm run users -- reset EMAIL
       npm run users -- disable EMAIL`;

/**
 * Adds somebody, gives somebody a new password, or disables an account. Returns the sentence to print; a new password
 * is in it and nowhere else. Throws InvalidInput `usage`, NotFound `user_not_found`, and what the use-cases throw.
 */
export async function manageUsers(
  ports: Pick<Ports, 'store' | 'passwords'>,
  args: string[],
): Promise<string> {
  const { command, email, name, isOwner } = readArguments(args);
  const password = newPassword();
  switch (command) {
    case 'add': {
      const role = isOwner ? 'owner' : 'member';
      const user = await createUser(ports, { email, fullName: name ?? email, password, role });
      return `Added ${user.email} as ${user.role}. Password: ${password}`;
    }
    case 'reset': {
      const { id } = await userOf(ports, email);
      await editUser(ports, { userId: id, edit: { password, is_disabled: false } });
      return `${email} has a new password: ${password}\nEvery login with the old one has ended.`;
    }
    case 'disable': {
      const { id } = await userOf(ports, email);
      await editUser(ports, { userId: id, edit: { is_disabled: true } });
      return `${email} cannot sign in any more. "reset" lets them in again.`;
    }
  }
}

const Arguments = z.tuple([z.enum(['add', 'reset', 'disable']), z.email().max(254)]);

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

async function userOf({ store }: Pick<Ports, 'store'>, email: string): Promise<User> {
  const user = await store.read.accounts.findUserByEmail(email);
  if (!user) throw new NotFound('user_not_found', `Nobody here has the address ${email}. Use "add".`);
  return user;
}

/** Without letters and digits that are mistaken for each other: 20 of 55 characters are 115 bits. */
const READABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

function newPassword(): string {
  return Array.from({ length: 20 }, () => READABLE[randomInt(READABLE.length)]).join('');
}
