import { TONES, type Tone } from './scene-families.ts';

/** What the studio needs to know of an ad. Words may be in any language; what is not understood is ignored. */
export interface StudioBrief {
  productName: string;
  category: string;
  /** Mood or tone in free words, e.g. "energetic" or "calm, premium". */
  tone: string;
  prompt: string;
  /** Brand colours, as hex. */
  palette?: readonly string[];
}

/** Word stems per tone: English, then German, French, Spanish, Italian, Portuguese. */
const TONE_WORDS: Record<Tone, RegExp> = {
  energetic: /energ|sport|run|fast|speed|bold|dynam|power|fitness|laufen|schnell|rapid|veloc|corrid/i,
  calm: /calm|soft|gentle|relax|sleep|spa\b|wellness|quiet|ruhig|sanft|doux|calme|tranquil|suave|serenid/i,
  luxury: /lux|premium|elegan|gold|exclusiv|watch|jewel|perfum|parfum|edel|hochwertig|montre|reloj|orolog/i,
  playful: /play|fun|kid|child|toy|candy|joy|happy|colou?rful|spiel|kinder|enfant|jouet|niñ|divert|bambin/i,
  corporate:
    /corporate|business|office|b2b|profession|trust|seri(ö|o)s|büro|bureau|oficina|ufficio|escritório/i,
  cinematic: /cinema|film|epic|dramat|night|moody|dark|noir|kino|nacht|nuit|noche|notte/i,
  natural:
    /natur|organic|bio\b|eco|plant|botan|skin|cream|coffee|tea\b|food|haut|kaffee|peau|café|piel|pelle|caffè/i,
  tech: /tech|digital|smart|app\b|phone|laptop|headphone|audio|gaming|cyber|futur|kopfhörer|casque|auricular/i,
};

/** The tones a brief speaks of, the explicit ones first; never empty. */
export function tonesOf({ tone, category, prompt }: StudioBrief): [Tone, ...Tone[]] {
  const found = [tone, category, prompt].flatMap((text) =>
    TONES.filter((name) => text === name || TONE_WORDS[name].test(text)),
  );
  const [first, ...rest] = new Set(found);
  return first ? [first, ...rest] : ['calm', 'natural'];
}

/** True when the brief calls the product glass, crystal or clear. */
export function isClearProduct({ category, prompt, productName }: StudioBrief): boolean {
  return /\b(glass(?!es)|crystal|transparent|clear bottle|glas|kristall|durchsichtig|verre|cristal|vidrio|vetro|vidro)\b/i.test(
    `${category} ${prompt} ${productName}`,
  );
}
