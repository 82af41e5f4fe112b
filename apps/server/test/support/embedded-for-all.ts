import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the embedded database lies that all test files copy, once the first of them has made it. */
    embeddedTemplate: string;
  }
}

/** @public Vitest calls it as the global set-up: a folder for the template, gone with the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'spotsmith-embedded-'));
  project.provide('embeddedTemplate', join(folder, 'database'));
  return () => rm(folder, { recursive: true, force: true });
}
