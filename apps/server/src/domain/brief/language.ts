/**
 * Which language a prompt is written in: by script where the script decides, else by the commonest small words.
 * Short prompts may hold none of them; English is assumed then.
 */
export type Language = { tag: string; name: string; isSure: boolean };

const SCRIPTS: readonly [pattern: RegExp, tag: string, name: string][] = [
  [/\p{Script=Hangul}/u, 'ko', 'Korean'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja', 'Japanese'],
  [/\p{Script=Han}/u, 'zh', 'Chinese'],
  [/\p{Script=Hebrew}/u, 'he', 'Hebrew'],
  [/[پچژگک]/u, 'fa', 'Persian'],
  [/\p{Script=Arabic}/u, 'ar', 'Arabic'],
  [/\p{Script=Devanagari}/u, 'hi', 'Hindi'],
  [/\p{Script=Thai}/u, 'th', 'Thai'],
  [/\p{Script=Greek}/u, 'el', 'Greek'],
  [/[іїєґ]/iu, 'uk', 'Ukrainian'],
  [/\p{Script=Cyrillic}/u, 'ru', 'Russian'],
];

/** The commonest small words, and letters that few other languages of the list have. */
const LATIN: Record<string, { name: string; words: string; letters?: RegExp }> = {
  en: {
    name: 'English',
    words: 'the a an and of for with in on to is are our your that this who from by at it as its made new',
  },
  de: {
    name: 'German',
    words:
      'der die das den dem des ein eine einen einem einer eines und für mit von im ist sind unser unsere dein deine auf aus bei zum zur nicht neue neuen neuer wie am',
    letters: /[äöß]/iu,
  },
  es: {
    name: 'Spanish',
    words:
      'el la los las un una unos unas y de del para con en que es son nuestro nuestra tu por al nuevo nueva',
    letters: /[ñ¿¡]/iu,
  },
  fr: {
    name: 'French',
    words:
      'le la les un une des et de du pour avec en dans qui est sont notre votre nos vos au aux sur nouveau nouvelle',
    letters: /[œèêç]/iu,
  },
  it: {
    name: 'Italian',
    words:
      'il lo la i gli le un uno una e di del della dei delle per con in che è sono nostro nostra tuo al alla nuovo nuova',
    letters: /[ìò]/iu,
  },
  pt: {
    name: 'Portuguese',
    words:
      'o a os as um uma e de do da dos das para com em no na que é são nosso nossa seu sua por ao novo nova',
    letters: /[ãõ]/iu,
  },
  nl: {
    name: 'Dutch',
    words:
      'de het een en van voor met in op is zijn onze ons jouw uw die dat uit bij aan nieuwe nieuw nu je geen elke vanaf naar ook wij',
  },
  tr: {
    name: 'Turkish',
    words: 've bir için ile bu da de en çok olan yeni sizin gibi her',
    letters: /[ğış]/u,
  },
  pl: {
    name: 'Polish',
    words: 'i w z na dla do się jest są nasz nasza nasze twój od który która nowy nowa',
    letters: /[łąęśźż]/iu,
  },
  da: {
    name: 'Danish',
    words: 'og en et for med af i på er som vores din til fra den det ny nye',
    letters: /[æø]/iu,
  },
  sv: {
    name: 'Swedish',
    words: 'och en ett för med av i på är som vår vårt din till från den det ny nya',
    letters: /å/iu,
  },
};

const OTHER_SMALL_WORDS: Record<string, string> = {
  ru: 'для и в на с из от к по о',
  uk: 'для і й в у на з із від до',
  hi: 'के की का को में से और है यह एक लिए',
  el: 'για και με σε από το η ο οι τα των',
};

export function detectLanguage(text: string): Language {
  // A foreign brand name in Latin letters does not make a Chinese prompt English; one foreign letter does not turn it either.
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [pattern, tag, name] of SCRIPTS) {
    const own = text.match(new RegExp(pattern.source, 'giu'))?.length ?? 0;
    const isSign = tag === 'ja' || tag === 'fa' || tag === 'uk';
    if (own > letters * (isSign ? 0.05 : 0.25)) return { tag, name, isSure: true };
  }
  return latinLanguage(text);
}

/** What a language is called in English; its tag when it is not in the lists. */
export function languageName(tag: string): string {
  const listed = SCRIPTS.find(([, script]) => script === tag)?.[2];
  return LATIN[tag]?.name ?? listed ?? tag;
}

/** Small words of a language: articles, prepositions, pronouns. Few for languages told by their script. */
export function smallWords(tag: string): Set<string> {
  return new Set((LATIN[tag]?.words ?? OTHER_SMALL_WORDS[tag])?.split(' ') ?? []);
}

function latinLanguage(text: string): Language {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: Language = { tag: 'en', name: 'English', isSure: false };
  let bestScore = 0;
  for (const [tag, { name, letters }] of Object.entries(LATIN)) {
    const known = smallWords(tag);
    const score = words.filter((word) => known.has(word)).length + (letters?.test(text) ? 1.5 : 0);
    if (score > bestScore) {
      best = { tag, name, isSure: true };
      bestScore = score;
    }
  }
  return best;
}
