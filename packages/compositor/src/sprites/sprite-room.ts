import { readFile, writeFile } from 'node:fs/promises';
import type { FfmpegTools } from '../encode/run-ffmpeg.ts';
import type { SegmentCache } from '../encode/segment-cache.ts';
import type { Decoration } from '../text/choose-legibility.ts';
import type { Canvas } from '../timeline.ts';
import { type DrawnSprite, drawSprite } from './draw-sprite.ts';
import { sampleBackdrop } from './sample-backdrop.ts';
import { type Sprite, spriteHash } from './sprite-spec.ts';

export interface TextFacts {
  /** All of the text is inside its box. */
  isWhole: boolean;
  decoration: Decoration;
  /** Contrast at the text's worst moment, 1–21; 21 when nothing behind it was looked at. */
  contrast: number;
}

type RoomOptions = FfmpegTools & { signal?: AbortSignal | undefined };

/** Draws sprites when they are first needed, and keeps pictures and facts in the cache. */
export class SpriteRoom {
  readonly #canvas: Canvas;
  readonly #cache: SegmentCache;
  readonly #options: RoomOptions;
  readonly #drawings = new Map<string, Promise<DrawnSprite>>();

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
    await this.#cache.make(`${spriteHash(sprite)}.png`, async (partPath) => {
      await writeFile(partPath, (await this.#draw(sprite)).png);
    });
  }

  async facts(sprite: Sprite): Promise<TextFacts> {
    const file = await this.#cache.make(`${spriteHash(sprite)}.json`, async (partPath) => {
      const { text } = await this.#draw(sprite);
      const { decoration, contrast } = text?.legibility ?? { decoration: 'none', contrast: 21 };
      const facts: TextFacts = { isWhole: text?.isWhole ?? true, decoration, contrast };
      await writeFile(partPath, JSON.stringify(facts));
    });
    return JSON.parse(await readFile(file, 'utf8')) as TextFacts;
  }

  /** Picture and facts come from one drawing. */
  async #draw(sprite: Sprite): Promise<DrawnSprite> {
    const hash = spriteHash(sprite);
    const drawing = this.#drawings.get(hash) ?? this.#drawNow(sprite);
    this.#drawings.set(hash, drawing);
    return drawing;
  }

  async #drawNow(sprite: Sprite): Promise<DrawnSprite> {
    const backdrops = sprite.type === 'text' ? sprite.backdrops : [];
    const frames = await Promise.all(
      backdrops.map((it) => sampleBackdrop(it, this.#canvas, this.#cache, this.#options)),
    );
    return drawSprite(sprite, frames);
  }
}
