import { randomUUID } from 'node:crypto';
import type { Sight as TellableSight } from '@spotsmith/contract/progress';
import type { TrialEvent, TrialResult } from '@spotsmith/contract/workflows';
import { Conflict, NotFound, Unavailable } from '../../domain/faults.ts';
import { isFailed } from '../../domain/spending.ts';
import { troubleOf } from '../../domain/trouble.ts';
import type { Workflow } from '../../domain/workflows/workflow.ts';
import type { CardMemory, GraphicsCards } from '../../ports/graphics-cards.ts';
import type { MakeContext, Sight } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';
import { verifyMedia, type VerifiedFile } from '../making/keep-media.ts';
import { listWorkflows } from './list-workflows.ts';

type TrialDeps = Pick<Ports, 'store' | 'composer' | 'log' | 'withTempDir'> & {
  graphicsCards: GraphicsCards | null;
};

export type Trial = {
  /** Tells everything, ending with `done` or `failed`; never rejects. Stopped, it stops the work on the card, too. */
  run(signal: AbortSignal, tell: (event: TrialEvent) => void): Promise<void>;
};

const LARGEST_SENT_BYTES = 24 * 1024 * 1024;

/** One at a time for this process: a trial is for somebody who looks on, and cards have other things to do. */
let isTrying = false;

/**
 * Tries a workflow once, by the very way that ads are made, with a picture and words of our own. Nothing of it is kept.
 * Throws NotFound `workflow_not_found`, Unavailable `no_graphics_card`, Conflict `trial_under_way`.
 */
export async function tryWorkflow(deps: TrialDeps, id: string): Promise<Trial> {
  const { graphicsCards: cards } = deps;
  if (cards === null) {
    throw new Unavailable(
      'no_graphics_card',
      'No ComfyUI is set up. Set COMFYUI_URL to its address and restart.',
    );
  }
  const workflow = (await listWorkflows(deps.store.read)).find((each) => each.id === id);
  if (workflow === undefined) throw new NotFound('workflow_not_found', 'There is no such workflow.');
  if (isTrying) {
    const message = 'Another workflow is being tried. Wait for it, or stop it, then try this one.';
    throw new Conflict('trial_under_way', message);
  }
  isTrying = true;
  return {
    async run(signal, tell) {
      try {
        const result = await deps.withTempDir((dir) => tryOut(deps, cards, workflow, { dir, signal, tell }));
        tell({ type: 'done', result });
      } catch (fault) {
        tell({ type: 'failed', trouble: troubleOf(fault) });
      } finally {
        isTrying = false;
      }
    },
  };
}

async function tryOut(
  deps: Pick<TrialDeps, 'composer' | 'log'>,
  cards: GraphicsCards,
  workflow: Workflow,
  { dir, signal, tell }: { dir: string; signal: AbortSignal; tell: (event: TrialEvent) => void },
): Promise<TrialResult> {
  const before = await cards.memory();
  const startedMs = performance.now();
  const made = await cards.tryOut(workflow, contextOf(dir, signal, tell));
  const measuredMs = performance.now() - startedMs;
  const after = await cards.memory();
  const verified = await verifyMedia(deps, { dir, signal, asset: null }, workflow.kind, made);
  if (isFailed(verified)) throw verified.fault;
  const { width, height, seconds, warnings, runMs } = verified;
  return {
    ...(await fileOf(cards, verified)),
    ...{ width, height, warnings },
    seconds: workflow.kind === 'clip' ? seconds : null,
    took_seconds: (runMs ?? measuredMs) / 1000,
    memory: fullerOf(before, after),
  };
}

function contextOf(outDir: string, signal: AbortSignal, tell: (event: TrialEvent) => void): MakeContext {
  let told = '';
  return {
    attempt: { id: randomUUID(), startedAt: new Date(), ageMs: 0, externalId: null, isResumed: false },
    outDir,
    signal,
    previousTrouble: null,
    takenIds: async () => new Set<string>(),
    onExternalId: async () => undefined,
    onProgress(_fraction, wait) {
      if (wait !== undefined) tell({ type: 'waits', message: wait.message });
    },
    onSight({ preview, ahead, step, fraction }: Sight) {
      const sight: TellableSight = { ahead, step, fraction, seconds_left: null };
      const seen = JSON.stringify(sight);
      if (preview === null && seen === told) return;
      told = seen;
      tell({ type: 'sight', sight, ...(preview !== null && { picture: dataUrl(preview, 'image/webp') }) });
    },
  };
}

/** The file itself; the first picture of a clip that is too large to send. */
async function fileOf(
  { read }: GraphicsCards,
  { path, mimeType, thumbnailPath }: VerifiedFile,
): Promise<Pick<TrialResult, 'file' | 'mime_type'>> {
  const whole = await read(path, LARGEST_SENT_BYTES);
  if (whole !== null) return { file: dataUrl(whole, mimeType), mime_type: mimeType };
  const small = thumbnailPath === null ? null : await read(thumbnailPath, LARGEST_SENT_BYTES);
  return { file: dataUrl(small ?? new Uint8Array(), 'image/webp'), mime_type: 'image/webp' };
}

/** Of the card whose memory filled most meanwhile: it is the one that worked. */
function fullerOf(before: readonly CardMemory[], after: readonly CardMemory[]): TrialResult['memory'] {
  const changes = after.flatMap((now) => {
    const earlier = before.find(({ card }) => card === now.card);
    return earlier === undefined ? [] : [{ now, earlier, grownBytes: now.usedBytes - earlier.usedBytes }];
  });
  const [most] = changes.toSorted((a, b) => b.grownBytes - a.grownBytes);
  if (most === undefined) return null;
  const { now, earlier } = most;
  return {
    device: now.device,
    total_bytes: now.totalBytes,
    used_before_bytes: earlier.usedBytes,
    used_after_bytes: now.usedBytes,
  };
}

function dataUrl(bytes: Uint8Array, mimeType: string): string {
  return `data:${mimeType};base64,${Buffer.from(bytes).toString('base64')}`;
}
