import type { Brief } from '@spotsmith/contract/brief';
import type { SceneDirection } from '@spotsmith/contract/scene';
import type { MusicMood } from '@spotsmith/contract/words';
import { shortText } from '#src/domain/brief/brief-draft.ts';

/** Words on screen are drawn by the compositor; picture models only misspell them. */
export const NEVER = 'text, letters, captions, watermark, extra products, deformed product, blurry';

const MUSIC: Record<MusicMood, string> = {
  energetic: 'driving electronic pop, punchy drums, 124 bpm',
  calm: 'soft piano and warm pads, sparse, 72 bpm',
  luxury: 'elegant downtempo with strings and deep bass, 84 bpm',
  playful: 'bouncy ukulele, handclaps and marimba, 112 bpm',
  corporate: 'confident light pop with clean guitars, 104 bpm',
  cinematic: 'cinematic build with low drums and strings, 90 bpm',
  'lo-fi': 'lo-fi hip hop with dusty drums and mellow keys, 78 bpm',
  summer: 'sunny tropical house with plucks, 110 bpm',
};

/** What a clip model is told: the direction, the product in the one sentence that never changes, and what not to do. */
export function clipPrompt(
  brief: Brief,
  direction: Pick<SceneDirection, 'shot' | 'motion_prompt' | 'motion_intensity'>,
): string {
  const pace =
    direction.motion_intensity > 0.66 ? 'lively' : direction.motion_intensity > 0.33 ? 'smooth' : 'very slow';
  return shortText(
    `${direction.motion_prompt} ${inWords(direction.shot)} shot, ${pace} motion, one take. ${brief.product_anchor} No added text or logos.`,
    1500,
  );
}

/** Instrumental: words of a song would compete with those on screen. */
export function musicPrompt(mood: MusicMood, brief: Brief): string {
  return `Instrumental music for an advertisement: ${MUSIC[mood]}. ${inWords(brief.tone)} mood, clear ending, no vocals.`;
}

/** Words that safety checks stumble over though an advertisement means no harm by them. */
const HARSH: readonly [pattern: RegExp, softer: string][] = [
  [/\b(?:naked|nude|topless|undressed)\b/giu, 'clothed'],
  [/\b(?:sexy|sensual|seductive|erotic)\b/giu, 'elegant'],
  [/\b(?:blood(?:y)?|gore|gory)\b/giu, 'red'],
  [/\b(?:kill(?:er|ing)?|murder(?:ous)?|deadly)\b/giu, 'striking'],
  [/\b(?:weapons?|guns?|knife|knives)\b/giu, 'tool'],
  [/\b(?:child(?:ren)?|kids?|girls?|boys?|toddlers?|bab(?:y|ies)|teens?|teenagers?)\b/giu, 'people'],
  [/\b(?:skin|body|bodies|bare)\b/giu, 'surface'],
  [/\b(?:explo(?:ding|sive|sion)|bomb)\b/giu, 'burst of light'],
];

/**
 * A gentler wording after a safety refusal: takes the words out that may have caused it, never dresses them up. `change`
 * says in a sentence what was changed, for the user; null when there was nothing to soften but the tone.
 */
export function softened(prompt: string): { prompt: string; change: string } {
  const taken: string[] = [];
  let softer = prompt;
  for (const [pattern, word] of HARSH) {
    softer = softer.replace(pattern, (found) => {
      taken.push(`“${found}”`);
      return word;
    });
  }
  const safe = `${softer} Tasteful, family-friendly product advertisement; no people in focus.`;
  const change =
    taken.length > 0
      ? `The model's safety check stopped the first try; it was drawn again without ${[...new Set(taken)].join(', ')}.`
      : "The model's safety check stopped the first try; it was drawn again with a gentler wording.";
  return { prompt: safe, change };
}

function inWords(word: string): string {
  return word.replaceAll('-', ' ');
}
