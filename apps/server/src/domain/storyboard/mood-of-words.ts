import type { Storyboard } from '@spotsmith/motion/storyboard';

type Mood = NonNullable<Storyboard['mood']>;

/** Words that ask for dark, for light or for warm grounds, in the languages that ads are written in. */
const SAYS: readonly [mood: Mood, words: RegExp][] = [
  [
    'dark',
    /(?<!\p{L})(?:dark|moody|noir|nocturnal|at night|cinematic|dramatic|dunkel|düster|dramatisch|filmisch|oscur[oa]s?|dramátic[oa]|cinematográfic[oa]|sombre|dramatique|cinématographique|scur[oa]|cupo|drammatic[oa]|cinematografic[oa]|escur[oa]|sombri[oa]|داكن|مظلم|سينمائي)(?!\p{L})/iu,
  ],
  [
    'light',
    /(?<!\p{L})(?:bright|airy|sunny|sunlit|summer|summery|hell und|luftig|sonnig|sommerlich|luminos[oa]|soleado|verano|veranieg[oa]|lumineux|ensoleillé|estival|luminos[oa]|solare|estiv[oa]|claro e|ensolarad[oa]|مشرق|صيفي)(?!\p{L})/iu,
  ],
  [
    'warm',
    /(?<!\p{L})(?:warm|cosy|cozy|cute|cuddly|snug|tender|gemütlich\w*|kuschelig\w*|süß\w*|niedlich\w*|acogedora?|tiern[oa]|cálid[oa]|douillet(?:te)?|mignon(?:ne)?|chaleureu(?:x|se)|accogliente|tener[oa]|carin[oa]|aconchegante|fof[oa]|دافئ|لطيف)(?!\p{L})/iu,
  ],
];

/** What somebody's words ask of an ad's grounds; undefined where they ask for nothing, or for dark and light. */
export function moodOfWords(words: string): Mood | undefined {
  const asked = SAYS.filter(([, says]) => says.test(words)).map(([mood]) => mood);
  const plain = asked.filter((mood) => mood !== 'warm');
  if (plain.length > 1) return undefined;
  return plain[0] ?? asked[0];
}
