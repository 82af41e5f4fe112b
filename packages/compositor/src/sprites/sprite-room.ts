import { readFile, writeFile } from 'node:fs/promises';
import type { RenderPlan } from '../plan-render.ts';
import type { FfmpegTools } from '../encode/run-ffmpeg.ts';
import type { SegmentCache } from '../encode/segment-cache.ts';
import type { Decoration } from '../text/choose-legibility.ts';
import { drawSprite } from './draw-sprite.ts';
import { sampleBackdrop } from './sample-backdrop.ts';

export interface TextFacts {
  /** All of the text is inside its box. */
  isWhole: boolean;
  decoration: Decoration;
  /** Contrast at the text's worst moment, 1–21; 21 when nothing behind it was looked at. */
  contrast: number;
}

type RoomOptions = FfmpegTools & { signal?: AbortSignal | undefined };

/** Draws the sprites of a plan when they are first needed, and keeps them in the cache. */
export class SpriteRoom {
  readonly #plan: RenderPlan;
  readonly #cache: SegmentCache;
  readonly #options: RoomOptions;

  constructor(plan: RenderPlan, cache: SegmentCache, options: RoomOptions) {
    this.#plan = plan;
    this.#cache = cache;
    this.#options = options;
  }

  path(hash: string): string {
    return this.#cache.path(`${hash}.png`);
  }

  /** Makes sure that the sprite's picture and facts are in the cache. */
  async draw(hash: string): Promise<void> {
    const sprite = this.#plan.sprites.get(hash);
    if (!sprite) throw new Error(`The plan has no sprite ${hash}.`);
    await this.#cache.make(`${hash}.png`, async (partPath) => {
      const backdrops = sprite.type === 'text' ? sprite.backdrops : [];
      const frames = await Promise.all(
        backdrops.map((it) => sampleBackdrop(it, this.#plan.canvas, this.#cache, this.#options)),
      );
      const { png, text } = await drawSprite(sprite, frames);
      const facts: TextFacts = {
        isWhole: text?.isWhole ?? true,
        decoration: text?.legibility.decoration ?? 'none',
        contrast: text?.legibility.contrast ?? 21,
      };
      await writeFile(this.#cache.path(`${hash}.facts.json`), JSON.stringify(facts));
      await writeFile(partPath, png);
    });
  }

  async facts(hash: string): Promise<TextFacts> {
    await this.draw(hash);
    return JSON.parse(await readFile(this.#cache.path(`${hash}.facts.json`), 'utf8')) as TextFacts;
  }
}
