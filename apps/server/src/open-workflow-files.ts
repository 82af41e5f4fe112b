import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput } from './domain/faults.ts';
import type { Ports } from './ports/ports.ts';
import { addWorkflow } from './use-cases/workflows/add-workflow.ts';

const FOLDER = 'workflows';
const LARGEST_BYTES = 1024 * 1024;
const FILE = /^(?<slug>[\w.-]{1,60})\.json$/;

/**
 * Takes in what somebody laid into `workflows` of the data directory. Each file is read once: what is kept of it, and maybe
 * corrected, is not overwritten. One that cannot be used is told in the log, and keeps nothing else from starting.
 */
export async function importWorkflowFiles(
  dataDir: string,
  { store, log }: Pick<Ports, 'store' | 'log'>,
): Promise<void> {
  const names = await readdir(join(dataDir, FOLDER)).catch(() => []);
  for (const name of names) {
    const slug = FILE.exec(name)?.groups?.['slug'];
    if (slug === undefined) continue;
    try {
      const path = join(dataDir, FOLDER, name);
      if ((await stat(path)).size > LARGEST_BYTES)
        throw new InvalidInput('workflow_unreadable', 'The file is too large.');
      await addWorkflow({ store }, { name: slug, slug, json: jsonOf(await readFile(path, 'utf8')) });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      log.warn({ event: 'workflow.refused', file: name }, error.message);
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
