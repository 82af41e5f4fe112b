import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { openDatabase } from '#src/adapters/postgres/open-database.ts';
import { openQueue } from '#src/adapters/queue/open-queue.ts';
import { quiet } from '../contracts/job-queue-world.ts';

/**
 * Puts a new embedded database with its queue into the directory, as a first start leaves it. That start, seconds of
 * work, happens once per test run; the databases are copies of what it left.
 */
export async function copyEmbedded(directory: string): Promise<void> {
  const template = inject('embeddedTemplate');
  if (!existsSync(template)) await makeTemplate(template);
  await mkdir(dirname(directory), { recursive: true, mode: 0o700 });
  await cp(template, directory, { recursive: true });
}

/** Made beside and renamed: a template that exists is complete. Of two test files that make it, one is first. */
async function makeTemplate(template: string): Promise<void> {
  const draft = join(await mkdtemp(`${template}-`), 'database');
  const database = await openDatabase({ kind: 'embedded', directory: draft });
  const { queue } = openQueue(database.engine, quiet);
  await queue.start();
  await queue.drain(0);
  await database.close();
  await rename(draft, template).catch((error: unknown) => {
    if (!existsSync(template)) throw error;
  });
}
