import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the embedded database lies that all test files copy, once the first of them has made it. */
    embeddedTemplate: string;
  }
}

/** @public Vitest calls it as the global set-up: a folder for the template, one for all projects of the run and gone with it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = join(tmpdir(), `spotsmith-embedded-${process.pid}`);
  // What a run that was killed left behind.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  project.provide('embeddedTemplate', join(folder, 'database'));
  return () => rm(folder, { recursive: true, force: true });
}
