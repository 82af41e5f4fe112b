import { bidi } from './bidi.ts';
import { hasGlyph, isChosenByScript } from './font-coverage.ts';
import { fontFamilies, type FontFamilyId } from './fonts.ts';
import { blackFaces, scriptFaces, type ScriptName, symbolFamilies, voiceOf } from './script-faces.ts';

/** A stretch of a line in one font and one direction. */
export interface TextRun {
  text: string;
  /** The font, and another one behind it for characters too rare for a display face. */
  families: readonly FontFamilyId[];
  weight: number;
  /** Width of the face (CSS `font-stretch`); only the wanted face itself has one. */
  isOwnFace: boolean;
  direction: 'ltr' | 'rtl';
}

export interface WantedFace {
  family: FontFamilyId;
  weight: number;
}

interface Choice {
  families: readonly FontFamilyId[];
  weight: number;
  isMissing?: true;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

const emoji = /^\p{RGI_Emoji}$|\p{Emoji_Presentation}|\p{Emoji}\u{fe0f}/v;
/** Digits, signs and spaces: they take the face of their neighbours. */
const noLetter = /^[^\p{L}\p{M}]*$/u;

const scripts = (Object.keys(scriptFaces) as ScriptName[])
  .filter((name) => !['Japanese', 'Korean', 'Chinese', 'Taiwanese'].includes(name))
  .map((name) => [name, new RegExp(`\\p{sc=${name}}`, 'u')] as const);

/** Han characters look different in each language: the ad's language tells, else the kana or hangul beside them. */
function hanScript(text: string, language: string): ScriptName {
  const [base = '', ...rest] = language.split('-');
  if (base === 'ja' || /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return 'Japanese';
  if (base === 'ko' || /\p{sc=Hangul}/u.test(text)) return 'Korean';
  return base === 'zh' && rest.some((part) => /^(tw|hk|mo|hant)$/i.test(part)) ? 'Taiwanese' : 'Chinese';
}

function scriptOf(word: string, text: string, language: string): ScriptName | undefined {
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}]/u.test(word)) {
    return hanScript(text, language);
  }
  return scripts.find(([, pattern]) => pattern.test(word))?.[0];
}

function clampWeight(family: FontFamilyId, weight: number): number {
  const [lightest, heaviest] = fontFamilies[family].weights;
  return Math.min(heaviest, Math.max(lightest, weight));
}

/** Every glyph of `text`, Han characters taken for granted where a face is made for them. */
function draws(family: FontFamilyId, text: string, isHanFace: boolean): boolean {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0).every((code) =>
    isChosenByScript(code) ? isHanFace : hasGlyph(family, code),
  );
}

/** The face for a word the wanted face cannot set: its script's in the same voice, then any that has its glyphs. */
function fallback(word: string, text: string, wanted: WantedFace, language: string): Choice {
  const script = scriptOf(word, text, language);
  const weightBeside = blackFaces.includes(wanted.family) ? 900 : wanted.weight;
  const isHan = script !== undefined && ['Japanese', 'Korean', 'Chinese', 'Taiwanese'].includes(script);
  if (script !== undefined) {
    const { clean, [voiceOf(wanted.family)]: voiced } = scriptFaces[script];
    for (const { family, weight = weightBeside } of [voiced, clean] as {
      family: FontFamilyId;
      weight?: number;
    }[]) {
      if (!draws(family, word, isHan)) continue;
      const behind = isHan && family !== clean.family ? [clean.family] : [];
      return { families: [family, ...behind], weight: clampWeight(family, weight) };
    }
  }
  const family = symbolFamilies.find((candidate) => draws(candidate, word, false));
  if (family) return { families: [family], weight: clampWeight(family, weightBeside) };
  return { families: ['noto-sans'], weight: weightBeside, isMissing: true };
}

const isEmoji = (cluster: string) => emoji.test(cluster) && !/^[\d#*]$/.test(cluster);

/** A face for every grapheme: whole words in one face, and a script the wanted face has only in part not at all in it. */
function choose(text: string, wanted: WantedFace, language: string): [cluster: string, choice: Choice][] {
  const segments = [...words.segment(text)].map(({ segment }) => segment);
  const own: Choice = { families: [wanted.family], weight: clampWeight(wanted.family, wanted.weight) };
  const refused = new Set(
    segments
      .filter((word) => !noLetter.test(word) && !draws(wanted.family, word, false))
      .map((word) => scriptOf(word, text, language)),
  );
  const choices: [string, Choice][] = [];
  for (const word of segments) {
    const clusters = [...graphemes.segment(word)].map(({ segment }) => segment);
    const isOwn =
      draws(wanted.family, word, false) && !refused.has(scriptOf(word, text, language) ?? 'Tibetan');
    const whole = isOwn ? own : fallback(word, text, wanted, language);
    for (const cluster of clusters) {
      const before = choices.at(-1)?.[1];
      if (isEmoji(cluster)) choices.push([cluster, { families: ['noto-color-emoji'], weight: 400 }]);
      else if (/^\s+$/u.test(cluster) && before && !before.families.includes('noto-color-emoji')) {
        choices.push([cluster, before]);
      } else if (whole.isMissing) {
        const apart = draws(wanted.family, cluster, false) ? own : fallback(cluster, text, wanted, language);
        choices.push([cluster, apart]);
      } else choices.push([cluster, whole]);
    }
  }
  return choices;
}

const isSameFont = (one: Choice, other: Choice) =>
  one.weight === other.weight && one.families.join() === other.families.join();

/**
 * Splits one line into runs of one font and one direction, in the order they stand from left to right. Words are never
 * set in two faces, emoji sequences stay whole, and no font of the system is ever needed.
 */
export function splitRuns(
  line: string,
  wanted: WantedFace,
  language: string,
  direction: 'ltr' | 'rtl',
): TextRun[] {
  const levels = bidi.getEmbeddingLevels(line, direction).levels;
  const runs: (Choice & { text: string; level: number })[] = [];
  let offset = 0;
  for (const [cluster, choice] of choose(line, wanted, language)) {
    const level = levels[offset] ?? 0;
    const last = runs.at(-1);
    if (last && last.level === level && isSameFont(last, choice)) last.text += cluster;
    else runs.push({ ...choice, text: cluster, level });
    offset += cluster.length;
  }
  return inVisualOrder(runs).map(({ text, families, weight, level }) => ({
    text,
    families,
    weight,
    isOwnFace: families[0] === wanted.family,
    direction: level % 2 === 1 ? 'rtl' : 'ltr',
  }));
}

/** Unicode's rule L2, on whole runs: from the highest level down, every stretch at or above it is turned round. */
function inVisualOrder<Run extends { level: number }>(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    let start = 0;
    while (start < ordered.length) {
      if ((ordered[start]?.level ?? 0) < level) {
        start++;
        continue;
      }
      let end = start;
      while (end < ordered.length && (ordered[end]?.level ?? 0) >= level) end++;
      ordered.splice(start, end - start, ...ordered.slice(start, end).toReversed());
      start = end;
    }
  }
  return ordered;
}

/** The characters of a text that none of our fonts can draw, each once: a reason in the verdict, a hint while typing. */
export function missingGlyphs(text: string, wanted: WantedFace, language: string): string[] {
  const missing = choose(text, wanted, language).filter(([, choice]) => choice.isMissing);
  return [...new Set(missing.map(([cluster]) => cluster))];
}
