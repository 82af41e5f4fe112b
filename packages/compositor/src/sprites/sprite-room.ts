import { readFile, writeFile } from 'node:fs/promises';
import type { FfmpegTools } from '../encode/run-ffmpeg.ts';
import type { SegmentCache } from '../encode/segment-cache.ts';
import type { PlacedOverlay } from '../segment-recipe.ts';
import type { Canvas } from '../timeline.ts';
import { drawSprite, type TextFacts } from './draw-sprite.ts';
import { sampleBackdrop } from './sample-backdrop.ts';
import { type Sprite, spriteHash } from './sprite-spec.ts';

type RoomOptions = FfmpegTools & { signal?: AbortSignal | undefined };

/** Draws sprites when they are first needed, and keeps pictures and facts in the cache. */
export class SpriteRoom {
  readonly #canvas: Canvas;
  readonly #cache: SegmentCache;
  readonly #options: RoomOptions;

  constructor(canvas: Canvas, cache: SegmentCache, options: RoomOptions) {
    this.#canvas = canvas;
    this.#cache = cache;
    this.#options = options;
  }

  /** Where the sprite's picture lies once it is drawn. */
  path(hash: string): string {
    return this.#cache.path(`${hash}.png`);
  }

  async draw(sprite: Sprite): Promise<void> {
    const hash = spriteHash(sprite);
    await this.#cache.make([`${hash}.png`, `${hash}.json`], async (pngPath, factsPath) => {
      const backdrops = sprite.type === 'text' ? sprite.backdrops : [];
      const frames = await Promise.all(
        backdrops.map((it) => sampleBackdrop(it, this.#canvas, this.#cache, this.#options)),
      );
      const { png, text } = await drawSprite(sprite, frames);
      const facts: TextFacts = text ?? { sizePx: null, missing: [], decoration: 'none', contrast: 21 };
      await Promise.all([writeFile(pngPath, png), writeFile(factsPath, JSON.stringify(facts))]);
    });
  }

  /** What was found out about every text among the overlays while it was drawn. */
  async textFacts(overlays: readonly PlacedOverlay[]): Promise<(TextFacts & { overlayId: string })[]> {
    const texts = overlays.filter(({ overlay }) => overlay.type === 'text');
    return Promise.all(
      texts.map(async ({ overlay, sprite }) => ({ overlayId: overlay.id, ...(await this.#facts(sprite)) })),
    );
  }

  async #facts(sprite: Sprite): Promise<TextFacts> {
    await this.draw(sprite);
    return JSON.parse(await readFile(this.#cache.path(`${spriteHash(sprite)}.json`), 'utf8')) as TextFacts;
  }
}
