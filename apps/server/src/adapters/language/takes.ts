/** What a language model takes of what may be sent along with a question. */
export type Takes = {
  /** What it calls the longest answer. */
  limit: 'max_tokens' | 'max_completion_tokens';
  hasTemperature: boolean;
  /** How it is made to answer in JSON: by the schema, by a mode that knows none, or by words alone. */
  format: 'schema' | 'json' | 'words';
  /** It thinks before it answers, which is paid and counts as part of the answer; `low` where it can be told to be brief. */
  thinks: 'no' | 'low' | 'as-it-likes';
  seesPictures: boolean;
};

const USUAL: Takes = {
  limit: 'max_tokens',
  hasTemperature: true,
  format: 'schema',
  thinks: 'no',
  seesPictures: false,
};

/**
 * Families by the names of their models, as their makers document them (November 2026); the first that fits counts. Where
 * a row is wrong, or missing, the first refusal teaches it.
 */
const FAMILIES: readonly [name: RegExp, takes: Partial<Takes>][] = [
  [
    /(?:^|\/)(?:gpt-[5-9]|o[1-9](?:-|$))/i,
    { limit: 'max_completion_tokens', hasTemperature: false, thinks: 'low', seesPictures: true },
  ],
  [/gpt-4o|gpt-4\.1|claude|grok-[2-9]/i, { seesPictures: true }],
  [/gemini/i, { seesPictures: true, thinks: 'low' }],
  [/deepseek-(?:r\d|reasoner)|qwq|magistral|thinking|reason/i, { format: 'json', thinks: 'as-it-likes' }],
  [/gpt-oss/i, { thinks: 'low' }],
  [
    /(?:^|[-_./:\d])vl(?:[-_.:]|$)|vision|llava|pixtral|gemma-?[34]|llama-?4|mistral-(?:small|medium)|minicpm-v/i,
    { seesPictures: true },
  ],
  [/qwen-?3/i, { thinks: 'as-it-likes' }],
];

export function takesOf(model: string): Takes {
  const family = FAMILIES.find(([name]) => name.test(model))?.[1];
  return { ...USUAL, ...family };
}

const NEXT_FORMAT: Record<Takes['format'], Takes['format'] | null> = {
  schema: 'json',
  json: 'words',
  words: null,
};

/** What a refusal (the text of a 400) teaches of the model; null when it is about something else. */
export function learned(takes: Takes, refusal: string): Takes | null {
  const isAbout = (words: RegExp) => words.test(refusal);
  if (isAbout(/max_(?:completion_)?tokens/i)) {
    const isOld = takes.limit === 'max_tokens';
    return { ...takes, limit: isOld ? 'max_completion_tokens' : 'max_tokens' };
  }
  if (takes.hasTemperature && isAbout(/temperature/i)) return { ...takes, hasTemperature: false };
  if (takes.thinks === 'low' && isAbout(/reasoning|effort/i)) return { ...takes, thinks: 'as-it-likes' };
  const format = NEXT_FORMAT[takes.format];
  if (format !== null && isAbout(/response_format|json|schema|structured|grammar/i)) {
    return { ...takes, format };
  }
  if (takes.seesPictures && isAbout(/image|vision|picture|multimodal|content.{0,40}(?:string|array|type)/i)) {
    return { ...takes, seesPictures: false };
  }
  return null;
}
