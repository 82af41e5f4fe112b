import { readFile, stat } from 'node:fs/promises';
import type { HostedModel } from '#src/domain/catalogue/catalogue.ts';
import { modelOfWorkflow } from '#src/domain/workflows/model-of-workflow.ts';
import { SHIPPED_WORKFLOWS } from '#src/domain/workflows/shipped-workflows.ts';
import type { Workflow } from '#src/domain/workflows/workflow.ts';
import type { CardMemory } from '#src/ports/graphics-cards.ts';
import type { Reader } from '#src/ports/store.ts';
import { type Hosted, type HostedOptions, openHosted } from './open-hosted.ts';
import { cardsOf, comfyuiProvider, type ComfyuiSettings } from './comfyui/comfyui-provider.ts';
import type { ComfyuiCard } from './comfyui/comfyui-card.ts';
import { drawSample } from './comfyui/draw-sample.ts';
import { leastMissing } from './comfyui/missing-parts.ts';

const MINUTE_MS = 60_000;
/** A small card takes many minutes for a clip, and somebody else's work may lie before ours for hours. */
const LIMITS = {
  image: { runMs: 20 * MINUTE_MS, queueMs: 360 * MINUTE_MS },
  clip: { runMs: 90 * MINUTE_MS, queueMs: 360 * MINUTE_MS },
};
const LOOK_EVERY_MS = 30_000;

/** One's own graphics cards, with the workflows as their models. */
export function openComfyui(
  settings: ComfyuiSettings,
  { workflows }: Pick<Reader, 'workflows'>,
  options: HostedOptions,
): Hosted {
  const cards = cardsOf(settings);
  const find = async (id: string) =>
    SHIPPED_WORKFLOWS.find((shipped) => shipped.id === id) ?? workflows.find(id);
  let seen: { atMs: number; list: string; ready: Set<string> } | null = null;

  /** Those whose nodes and files are on a card; looked up anew every half a minute. */
  async function readyOnes(all: readonly Workflow[]): Promise<Set<string>> {
    const list = JSON.stringify(all.map(({ id }) => id));
    if (seen !== null && seen.list === list && performance.now() - seen.atMs < LOOK_EVERY_MS)
      return seen.ready;
    const missing = await leastMissing(cards, all);
    const ready = new Set(all.map(({ id }) => id).filter((id) => missing?.get(id)?.length === 0));
    seen = { atMs: performance.now(), list, ready };
    return ready;
  }

  const hosted = openHosted(comfyuiProvider(settings, find), {
    ...options,
    limits: { ...LIMITS, ...options.limits },
    async models() {
      const all = [...(await workflows.list()), ...SHIPPED_WORKFLOWS];
      return withUsualOnes(all, await readyOnes(all));
    },
  });
  return {
    ...hosted,
    graphicsCards: {
      missing: (all) => leastMissing(cards, all),
      async tryOut(workflow, context) {
        const picture = await drawSample(context.outDir);
        return hosted.tryOut(modelOfWorkflow(workflow), picture, context);
      },
      read: async (path, maxBytes) => ((await stat(path)).size > maxBytes ? null : readFile(path)),
      memory: () => memoryOf(cards),
    },
  };
}

/** What is in the memory of each card that answers. */
async function memoryOf(cards: readonly ComfyuiCard[]): Promise<CardMemory[]> {
  const told = await Promise.allSettled(cards.map((card) => card.stats()));
  return told.flatMap((stats, place) => {
    const [device] = stats.status === 'fulfilled' ? stats.value.devices : [];
    if (device === undefined) return [];
    const { name, vram_total: totalBytes, vram_free: freeBytes } = device;
    const words = name.split(' : ')[0]?.replace(/^\w+:\d+ /, '') ?? name;
    return { card: cards[place]?.name ?? '', device: words, totalBytes, usedBytes: totalBytes - freeBytes };
  });
}

/** The usual model for clips, for images from a photo and from words: the first that is ready, else the first. */
function withUsualOnes(all: readonly Workflow[], ready: ReadonlySet<string>): HostedModel[] {
  const models = all.map(modelOfWorkflow);
  const first = (isFit: (model: HostedModel) => boolean) =>
    (models.find((model) => ready.has(model.id) && isFit(model)) ?? models.find(isFit))?.id;
  const clip = first(({ kind }) => kind === 'clip');
  const fromPhoto = first(({ kind, map }) => kind === 'image' && map.reference !== undefined);
  const fromWords = first(({ kind, map }) => kind === 'image' && map.reference === undefined);
  return models.map((model) => ({
    ...model,
    default_for: [
      ...([clip, fromPhoto].includes(model.id) ? (['photo'] as const) : []),
      ...([clip, fromWords].includes(model.id) ? (['no-photo'] as const) : []),
    ],
  }));
}
