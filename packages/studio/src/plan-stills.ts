import { isClearProduct, tonesOf, type StudioBrief } from './brief.ts';
import type { CanvasSize } from './canvas-size.ts';
import { adPalettes, paletteFor } from './color/scene-palettes.ts';
import { matchIcon } from './draft/match-icon.ts';
import type { PreparedPhoto } from './prepared-photo.ts';
import { createRandom, mixSeed, type Random } from './random.ts';
import type { StillRecipe, Subject } from './recipe.ts';
import { SCENE_FAMILIES, type SceneFamily, type SceneFamilyId, type Tone } from './scene-families.ts';
import { stagingFor } from './staging.ts';

export interface PlanStillsOptions {
  /** Null = no photo: an honest illustrated draft, marked as such. */
  photo: PreparedPhoto | null;
  brief: StudioBrief;
  /** What each still shows (see `VIEWS`); used again from the start when `count` is larger. */
  views: readonly string[];
  count: number;
  canvas: CanvasSize;
  seed: number;
  /** True when the user has looked at a doubtful mask and wants it used. */
  useCutoutAnyway?: boolean;
}

/** Families that are at their best for a view. */
const VIEW_FAMILIES: Record<string, readonly SceneFamilyId[]> = {
  front: ['podium', 'sweep', 'spotlight', 'energy', 'colour-block', 'neon'],
  side: ['window', 'water', 'spotlight', 'marble', 'sweep'],
  back: ['spotlight', 'neon', 'bokeh', 'water'],
  top: ['marble', 'silk', 'wood', 'window', 'colour-block', 'sweep'],
  detail: ['silk', 'mesh', 'spotlight', 'bokeh', 'marble', 'sky'],
  lifestyle: ['wood', 'window', 'marble', 'sky', 'bokeh', 'water'],
};
/** Families that leave room for a large word. */
const WORD_FAMILIES = new Set<SceneFamilyId>(['sweep', 'energy', 'colour-block']);
const DRAFT_LABEL = 'Draft: add a photo';

/**
 * Chooses the stills of an ad: pure, the same for the same seed. Every still gets another scene family while there are
 * any left, light, dark and colourful ones take turns, and the colours come from the brand, else the product, else the tone.
 */
export function planStills(options: PlanStillsOptions): StillRecipe[] {
  const { photo, brief, views, canvas, seed } = options;
  const random = createRandom(mixSeed(seed, 'stills', brief.productName));
  const tones = tonesOf(brief);
  const palettes = adPalettes(photo?.palette ?? null, brief.palette ?? [], tones[0], random);
  const subject = subjectOf(options);
  const families = chooseFamilies(options, subject, tones, random);
  // Not in the first picture: there the ad itself writes the name.
  const wordAt = families.findIndex((family, i) => i > 0 && WORD_FAMILIES.has(family.id));
  return families.map((family, i): StillRecipe => ({
    version: 1,
    family: family.id,
    view: views[i % Math.max(1, views.length)] ?? 'front',
    seed: mixSeed(seed, i, family.id, brief.productName) & 0x7fffffff,
    canvas,
    subject,
    palette: paletteFor(palettes[i % palettes.length] ?? palettes[0], family.key),
    word: i === wordAt && subject.kind !== 'photo' ? displayWord(brief.productName) : null,
    label: subject.kind === 'illustration' ? DRAFT_LABEL : null,
  }));
}

function subjectOf({ photo, brief, useCutoutAnyway = false }: PlanStillsOptions): Subject {
  if (!photo) return { kind: 'illustration', icon: matchIcon(brief) };
  const { cutoutPath, cutoutBox, floorLine } = photo;
  if (cutoutPath && cutoutBox && floorLine && (photo.isConfident || useCutoutAnyway)) {
    return {
      kind: 'cutout',
      path: cutoutPath,
      size: { width: cutoutBox.width, height: cutoutBox.height },
      floorLine,
      viewpoint: photo.viewpoint,
      lightness: photo.palette.meanLightness,
      isClear: isClearProduct(brief),
    };
  }
  return { kind: 'photo', path: photo.normalizedPath, size: photo.size };
}

function chooseFamilies(
  { views, count, photo }: PlanStillsOptions,
  subject: Subject,
  tones: readonly Tone[],
  random: Random,
): SceneFamily[] {
  const isCard = subject.kind === 'photo';
  const offered = SCENE_FAMILIES.filter(({ id }) => id.startsWith('card-') === isCard);
  const used = new Map<SceneFamilyId, number>();
  const chosen: SceneFamily[] = [];
  for (let i = 0; i < count; i += 1) {
    const view = views[i % Math.max(1, views.length)] ?? 'front';
    const scored = offered.map((family) => ({
      family,
      score:
        fitOf(family, view, subject, photo, tones) +
        random() * 1.2 -
        (used.get(family.id) ?? 0) * 10 -
        (chosen.at(-1)?.key === family.key ? 0.9 : 0) -
        (chosen.at(-2)?.key === family.key ? 0.3 : 0),
    }));
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a)).family;
    used.set(best.id, (used.get(best.id) ?? 0) + 1);
    chosen.push(best);
  }
  return chosen;
}

/** How well a family suits a view, a tone and the product's own lightness; about −3 to 4. */
function fitOf(
  family: SceneFamily,
  view: string,
  subject: Subject,
  photo: PreparedPhoto | null,
  tones: readonly Tone[],
): number {
  const toneRank = tones.findIndex((tone) => family.suits.includes(tone));
  const toneFit = toneRank < 0 ? -0.5 : 1.6 / (1 + toneRank * 0.5);
  const viewFit = VIEW_FAMILIES[view]?.includes(family.id) ? 1.3 : 0;
  if (subject.kind !== 'cutout') return toneFit + viewFit;
  const lightness = photo?.palette.meanLightness ?? 0.5;
  const contrastFit =
    (family.key === 'light' && lightness > 0.82) || (family.key === 'dark' && lightness < 0.28) ? -1.2 : 0;
  // A cup seen from above looks tilted on a floor: such scenes are the last resort.
  const stagingFit =
    subject.viewpoint === 'top-down' && stagingFor(family.id, view, 'top-down') === 'floor' ? -20 : 0;
  return toneFit + viewFit + contrastFit + stagingFit;
}

/** The name as one large word, when it is short and the display face has its letters. */
function displayWord(productName: string): string | null {
  const word = productName.trim().toUpperCase();
  return /^[A-Z0-9À-Ý&'. -]{2,11}$/.test(word) ? word : null;
}
