import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
  while (!existsSync(template)) await makeTemplate(template);
  await mkdir(dirname(directory), { recursive: true, mode: 0o700 });
  await cp(template, directory, { recursive: true });
}

/** Made beside and renamed: a template that exists is complete. Of two test files one makes it, and the other waits. */
async function makeTemplate(template: string): Promise<void> {
  const folder = `${template}-draft`;
  try {
    await mkdir(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return sleep(100);
  }
  try {
    await fillTemplate(join(folder, 'database'), template);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fillTemplate(draft: string, template: string): Promise<void> {
  const database = await openDatabase({ kind: 'embedded', directory: draft });
  const { queue } = openQueue(database.engine, quiet);
  await queue.start();
  await queue.drain(0);
  await database.close();
  await rename(draft, template);
}
