import { CONFIDENT_FROM, judgeMask } from './confidence.ts';
import { maskByFloodKey } from './flood-key.ts';
import type { Mask } from './mask.ts';
import { measureMask } from './network-cutout.ts';
import type { Photo } from './read-photo.ts';
import type { SecondLook } from './second-look.ts';
import { openGaps } from './see-through.ts';
import { solidInside } from './solid-inside.ts';

/** Border roughness (OKLab) up to which a backdrop is plain enough for the flood key. */
const PLAIN_BACKDROP = 0.03;

/** Up to this roughness a backdrop is one even colour: the flood key is then as good as the network. */
const EVEN_BACKDROP = 0.006;

/** The best mask of a photo's product, and how far to trust it. */
export interface FoundProduct {
  /** Null where nothing could be told from the rest. */
  mask: Mask | null;
  method: 'alpha' | 'isnet' | 'flood-key' | 'card';
  /** 0–1; see `judgeMask`. */
  confidence: number;
  warnings: string[];
}

/**
 * The best mask there is: the photo's own alpha, the neural network, the flood key on plain backdrops, or none.
 *
 * @param see the network's looks at the photo; null where its weights are not installed
 */
export async function findProduct(
  photo: Photo,
  see: (() => Promise<SecondLook>) | null,
): Promise<FoundProduct> {
  const own = ownAlpha(photo);
  if (own) return { mask: own, method: 'alpha', confidence: 1, warnings: [] };
  if (!see) return keyProduct(photo);
  const seen = await see();
  const judged = judgeMask(await measureMask(photo, seen));
  const found: FoundProduct = { mask: solidInside(seen.mask), method: 'isnet', ...judged };
  if (found.confidence >= CONFIDENT_FROM) return found;
  const keyed = await keyProduct(photo, seen.mask);
  return keyed.confidence >= CONFIDENT_FROM ? keyed : found;
}

/** On an even backdrop the key is trusted; on an uneven one it takes shadows for product, so the user is asked. */
async function keyProduct(photo: Photo, network: Mask | null = null): Promise<FoundProduct> {
  const { mask: keyed, borderRoughness } = await maskByFloodKey(photo, network);
  if (borderRoughness > PLAIN_BACKDROP) return { mask: null, method: 'card', confidence: 0, warnings: [] };
  const mask = await openGaps(photo, keyed);
  const facts = await measureMask(photo, { mask, softShare: 0, disagreement: 0 });
  const { confidence, warnings } = judgeMask(facts);
  if (borderRoughness <= EVEN_BACKDROP) return { mask, method: 'flood-key', confidence, warnings };
  const doubt = 'The shadow may have been taken for a part of the product.';
  return {
    mask,
    method: 'flood-key',
    confidence: Math.min(confidence, CONFIDENT_FROM * 0.8),
    warnings: [...warnings, doubt],
  };
}

/** The alpha channel, when at least 2 % of the picture is clear and 2 % solid. */
function ownAlpha({ rgba, width, height }: Photo): Mask | null {
  const values = new Uint8Array(width * height);
  let clear = 0;
  let solid = 0;
  for (let i = 0; i < values.length; i += 1) {
    const alpha = rgba[i * 4 + 3] ?? 255;
    values[i] = alpha;
    if (alpha < 16) clear += 1;
    else if (alpha > 240) solid += 1;
  }
  return Math.min(clear, solid) > values.length * 0.02 ? { width, height, values } : null;
}
