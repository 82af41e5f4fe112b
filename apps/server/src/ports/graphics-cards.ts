import type { Failed } from '../domain/spending.ts';
import type { Workflow } from '../domain/workflows/workflow.ts';
import type { MadeFile, MakeContext } from './makers.ts';

/** One's own graphics cards, beyond what every maker does. */
export type GraphicsCards = {
  /** What the cards lack for each workflow, in sentences, by id; null when none answers. */
  missing(workflows: readonly Workflow[]): Promise<Map<string, string[]> | null>;
  /** Runs a workflow once, with a picture and words of our own, as for an ad. */
  tryOut(workflow: Workflow, context: MakeContext): Promise<MadeFile | Failed>;
  /** The bytes of what was made, a file of this machine; null when there are more. */
  read(path: string, maxBytes: number): Promise<Uint8Array | null>;
  /** What is in the memory of those that answer. */
  memory(): Promise<CardMemory[]>;
};

export type CardMemory = { card: string; device: string; totalBytes: number; usedBytes: number };
