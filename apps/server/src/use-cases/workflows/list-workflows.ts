import { SHIPPED_WORKFLOWS } from '../../domain/workflows/shipped-workflows.ts';
import type { Workflow } from '../../domain/workflows/workflow.ts';
import type { Reader } from '../../ports/store.ts';

/** Those that were added here, newest first, then those that come with Spotsmith. */
export async function listWorkflows({ workflows }: Pick<Reader, 'workflows'>): Promise<Workflow[]> {
  return [...(await workflows.list()), ...SHIPPED_WORKFLOWS];
}
