import type { Storyboard } from '@spotsmith/motion/storyboard';

type Mood = NonNullable<Storyboard['mood']>;

/** Words that ask for dark or for light grounds, in the languages that ads are written in. */
const SAYS: readonly [mood: Mood, words: RegExp][] = [
  [
    'dark',
    /(?<!\p{L})(?:dark|moody|noir|nocturnal|at night|cinematic|dramatic|dunkel|düster|dramatisch|filmisch|oscur[oa]s?|dramátic[oa]|cinematográfic[oa]|sombre|dramatique|cinématographique|scur[oa]|cupo|drammatic[oa]|cinematografic[oa]|escur[oa]|sombri[oa]|داكن|مظلم|سينمائي)(?!\p{L})/iu,
  ],
  [
    'light',
    /(?<!\p{L})(?:bright|airy|sunny|sunlit|summer|summery|hell und|luftig|sonnig|sommerlich|luminos[oa]|soleado|verano|veranieg[oa]|lumineux|ensoleillé|estival|luminos[oa]|solare|estiv[oa]|claro e|ensolarad[oa]|مشرق|صيفي)(?!\p{L})/iu,
  ],
];

/** What somebody's words ask of an ad's grounds; undefined where they ask for neither, or for both. */
export function moodOfWords(words: string): Mood | undefined {
  const asked = SAYS.filter(([, says]) => says.test(words)).map(([mood]) => mood);
  return asked.length === 1 ? asked[0] : undefined;
}
