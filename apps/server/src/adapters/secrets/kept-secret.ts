import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFault } from '#src/domain/disk-fault.ts';
import { Unavailable } from '#src/domain/faults.ts';

/**
 * A secret of 256 bits that is made once and kept in `<dataDir>/secrets/<name>`, readable by its owner only.
 * Processes that start at the same moment agree on one: the file appears whole, and the first one wins.
 * Throws Unavailable `secret_damaged`, `data_dir_not_writable` or `storage_full`.
 */
export async function keptSecret(dataDir: string, name: string): Promise<Buffer> {
  const directory = join(dataDir, 'secrets');
  const path = join(directory, name);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    // A file system without permissions has none to set.
    await chmod(directory, 0o700).catch(() => undefined);
    return (await kept(path)) ?? (await make(directory, path));
  } catch (error) {
    throw diskFault(error, path) ?? error;
  }
}

async function make(directory: string, path: string): Promise<Buffer> {
  const draftDir = await mkdtemp(join(directory, '.draft-'));
  try {
    const draft = join(draftDir, 'secret');
    await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
    await link(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draftDir, { recursive: true, force: true });
  }
  const secret = await kept(path);
  if (!secret) throw new Error(`${path} was removed while it was being made. Start again.`);
  return secret;
}

async function kept(path: string): Promise<Buffer | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
  if (!/^[0-9a-f]{64}\s*$/.test(text)) {
    throw new Unavailable(
      'secret_damaged',
      `${path} does not hold a secret of 64 hexadecimal digits. Restore it, or remove it to make a new one: then everybody signs in anew, and links that were handed out end.`,
    );
  }
  await chmod(path, 0o600);
  return Buffer.from(text.trim(), 'hex');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
