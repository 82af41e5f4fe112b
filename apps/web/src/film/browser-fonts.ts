import {
  type FontFamilyId,
  fontFamilies,
  type FontSource,
  subsetsFor,
  type UnicodeRanges,
} from '@spotsmith/motion/text/fonts';

/**
 * Fonts that load as they are asked for. Motion asks while it lays out, so a layout may be made with fonts that are
 * still on their way: when `arrivals` is another number after `settled()`, lay out again.
 */
export interface BrowserFonts extends FontSource {
  /** How many fonts and lists of subsets have come so far. */
  arrivals(): number;
  /** Waits for everything that was asked for. Throws when something of it cannot be loaded. */
  settled(): Promise<void>;
}

/** Loaded once for all films of the page. */
const rangesByFamily = new Map<FontFamilyId, UnicodeRanges>();
const loaded = new Set<string>();

const faceName = (family: FontFamilyId, subset: string) => `spotsmith ${family} ${subset}`;

async function loadRanges(family: FontFamilyId): Promise<void> {
  const answer = await fetch(`/api/fonts/${family}/ranges`);
  if (!answer.ok) throw new Error(`The typeface ${family} did not load.`);
  rangesByFamily.set(family, (await answer.json()) as UnicodeRanges);
}

async function loadSubset(family: FontFamilyId, subset: string): Promise<void> {
  const [lightest, heaviest] = fontFamilies[family].weights;
  const face = new FontFace(faceName(family, subset), `url(/api/fonts/${family}/${subset}.woff2)`, {
    weight: `${lightest} ${heaviest}`,
    // Faces with a width axis are asked for other widths.
    stretch: '50% 200%',
  });
  document.fonts.add(await face.load());
  loaded.add(faceName(family, subset));
}

/** Opens a source of fonts; what other films of the page have loaded is there at once. */
export function openBrowserFonts(): BrowserFonts {
  const pending = new Map<string, Promise<void>>();
  let arrived = 0;
  const ask = (key: string, load: () => Promise<void>) => {
    if (pending.has(key)) return;
    const loading = load()
      .then(() => {
        arrived += 1;
      })
      .finally(() => pending.delete(key));
    pending.set(key, loading);
  };
  return {
    cssFamilies(family, text) {
      const ranges = rangesByFamily.get(family);
      if (!ranges) {
        ask(family, () => loadRanges(family));
        return 'sans-serif';
      }
      const subsets = subsetsFor(family, ranges, text);
      for (const subset of subsets) {
        const name = faceName(family, subset);
        if (!loaded.has(name)) ask(name, () => loadSubset(family, subset));
      }
      return subsets.map((subset) => `"${faceName(family, subset)}"`).join(', ') || 'sans-serif';
    },
    arrivals: () => arrived,
    async settled() {
      await Promise.all(pending.values());
    },
  };
}
