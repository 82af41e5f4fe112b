import type { Demonstration, Shot, Storyboard } from '@spotsmith/motion/storyboard';

type Scene = Demonstration['scene'];

const NUMBER = String.raw`\p{Nd}[\p{Nd}.,]*`;
const fact = (pattern: string) => new RegExp(pattern, 'iu');

/** Which scene shows what a line says, in nine languages; the first that fits is taken. */
const SCENES: readonly [scene: Scene, says: RegExp][] = [
  [
    'scale',
    fact(
      String.raw`(?<![\p{L}\p{Nd}])${NUMBER}\s?(?:g|kg|grams?|gramm|gramos|grammes|grammi|gramas|oz|ounces?|lbs?)(?![\p{L}])`,
    ),
  ],
  // Only of the whole product: a platform of 8 cm is not as long as its shoe.
  [
    'measure',
    fact(
      String.raw`${NUMBER}\s?(?:mm|cm|m|inch(?:es)?|in|zoll|″)(?![\p{L}]).*(?<!\p{L})(?:tall|high|long|wide|across|hoch|lang|breit|groß|alt[oa]|larg[oa]|anch[oa]|haut|haute|long|longue|lung[oa]|de (?:alto|largo|ancho|haut|long|altura|comprimento))(?!\p{L})`,
    ),
  ],
  ['percent', fact(String.raw`(?<![\p{Nd}.,])(?:100|\p{Nd}{1,2})\s?[%٪％]`)],
  ['battery', fact(String.raw`(?<!\p{L})batter(?:y|i)|batería|bateria|akku|recharg|aufladbar|mAh|بطارية`)],
  [
    'hours',
    fact(
      String.raw`${NUMBER}[\s-]?(?:h|hrs?|hours?|std|stunden|horas?|heures?|ore|days?|tage|días|jours|giorni|dias|ساعة|ساعات)(?![\p{L}])`,
    ),
  ],
  [
    'rain',
    fact(
      String.raw`water-?\s?proof|water-?\s?resist|(?<!\p{L})rain(?!bow)|wasserdicht|wasserfest|wasserabweisend|(?<!\p{L})regen(?!er|bogen)|impermeable|lluvia|imperméable|étanche|pluie|impermeabile|pioggia|impermeável|chuva|(?<!\p{L})IPX?\p{Nd}|مقاوم للماء`,
    ),
  ],
  [
    'quiet',
    fact(
      String.raw`(?<!\p{L})nois[ey](?!tt)|silent|quiet|lautlos|geräusch|(?<!\p{L})leise|silencio|ruido|bruit|silenzi|(?<!\p{L})rumor|ruído|هادئ`,
    ),
  ],
  [
    'sun',
    fact(
      String.raw`(?<!\p{L})UV|SPF|LSF|(?<!\p{L})FPS|sun protect|sonnenschutz|protección solar|protection solaire|protezione solare|proteção solar`,
    ),
  ],
  [
    'route',
    fact(
      String.raw`${NUMBER}\s?(?:km|miles?|kilomet)|(?<!\p{L})(?:city|commut|trail(?!er)|marathon)|stadt|ciudad|(?<!\p{L})(?:ville|città|cidade|wander)|hiking|senderis|randonn`,
    ),
  ],
  [
    'glow',
    fact(
      String.raw`glow|candle|(?<!\p{L})lamp|leucht|kerze|brilla|(?<!\p{L})vela(?!\p{L})|bougie|lampe|candela|lampada|luminos`,
    ),
  ],
  [
    'steam',
    fact(
      String.raw`(?<!\p{L})(?:hot|coffee|espresso|tea|kaffee|tee|heiß|warm|café|té|caliente|chaud|thé|caffè|caldo|tè|quente|chá|قهوة|شاي)(?!\p{L})`,
    ),
  ],
  [
    'drop',
    fact(
      String.raw`(?<!\p{L})(?:serum|moistur|hydrat|hidrat)|rose\s?water|feuchtigkeit|(?<!\p{L})(?:oil|öl|huile|aceite|olio|óleo)(?!\p{L})|pflegt|idrat`,
    ),
  ],
  [
    'leaves',
    fact(
      String.raw`organic|vegan|natural|recycl|recicl|riciclat|biolog|pflanzlich|orgánic|naturel|végétal|vegetal|(?<!\p{L})bio(?!\p{L})`,
    ),
  ],
];

/** More would make an ad of tricks. */
const MOST = { short: 2, long: 3 };
const SHORT_SECONDS = 10;

function wordsOf({ copy }: Shot): string {
  const { figure, figureCaption, benefits } = copy;
  return [figure, figureCaption, benefits?.[0]].filter((words) => typeof words === 'string').join(' ');
}

/** Only what shines is shown shining: a "healthy glow" is none. */
const SHINES =
  /(?<!\p{L})(?:lamp|lantern|light|bulb|candle|lampe|leuchte|kerze|laterne|lámpara|farol|vela|bougie|lanterne|lampada|candela|lanterna|luminária)s?(?!\p{L})|(?:lampe|leuchte|kerze)n?(?!\p{L})|شمعة|مصباح/iu;

/** Of cloth a weight tells how thick it is: nobody puts it on a scale. */
const CLOTH =
  /(?:hoodie|shirt|(?<!\p{L})tee|(?<!\p{L})polo|trouser|(?<!\p{L})pants|legging|scarf|schal|sweater|sweatshirt|jumper|pullover|cardigan|jean|denim|dress|kleid|towel|handtuch|blanket|(?<!\p{L})decke|linen|sudadera|camiseta|vestido|toalla|felpa|maglia|maglione|vestito|(?<!\p{L})robe|(?<!\p{L})sweat|serviette|moletom|camisola)/iu;

/** What a warm word is said of steams when it is drunk or eaten; wool only keeps warm. */
const STEAMS =
  /coffee|espresso|(?<!\p{L})(?:tea|mug|cup|flask|thermos|kettle|soup|ramen|pizza|tee|tasse|becher|suppe|kanne|té|taza|termo|sopa|thé|mug|soupe|tè|tazza|zuppa|chá|caneca|xícara)s?(?!\p{L})|teapot|kaffee|teekanne|thermos|café|cafetera|théière|caffè|قهوة|شاي|كوب|فنجان/iu;
/** How much of it there is inside is no weight of the thing. */
const CONTENTS =
  /sugar|protein|caffeine|(?<!\p{L})(?:fat|carbs?|salt|fib(?:re|er)|cocoa)(?!\p{L})|zucker|eiweiß|koffein|kakao|(?<!\p{L})(?:fett|salz)|azúcar|proteína|cafeína|grasa|sucre|protéine|caféine|zuccher|proteine|açúcar|سكر|بروتين/iu;
/** So long one may send it back: nothing of it drains. */
const TERMS =
  /return|refund|warrant|guarant|money.?back|trial|delivery|shipping|rückgabe|garantie|lieferung|versand|devoluc|garant|envío|retour|livraison|spedizion|consegna|reso(?!\p{L})|devoluç|entrega|ضمان|إرجاع/iu;

function percentOf(words: string): number {
  const digits = /(?<share>\p{Nd}{1,3})\s?[%٪％]/u.exec(words)?.groups?.['share'];
  return Math.min(1, Number.parseInt(digits ?? '100', 10) / 100);
}

function demonstrationOf(words: string, thing: string, taken: ReadonlySet<Scene>): Demonstration | undefined {
  const may = (name: Scene) =>
    !taken.has(name) &&
    (name !== 'glow' || SHINES.test(thing)) &&
    (name !== 'scale' || !(CLOTH.test(thing) || CONTENTS.test(words))) &&
    (name !== 'steam' || STEAMS.test(`${words} ${thing}`)) &&
    (name !== 'hours' || !TERMS.test(words));
  const scene = SCENES.find(([name, says]) => may(name) && says.test(words))?.[0];
  if (scene === undefined) return undefined;
  return scene === 'percent' ? { scene, share: percentOf(words) } : { scene };
}

/**
 * Shows facts instead of only saying them: a shot whose line gives a weight gets a scale, hours an arc that drains. Each
 * scene once, and only for what the user said. Pure.
 */
export function demonstrateFacts(storyboard: Storyboard): Storyboard {
  const beats = storyboard.shots.reduce((sum, shot) => sum + shot.beats, 0);
  const seconds = (beats * 60) / storyboard.tempoBpm;
  const most = seconds > SHORT_SECONDS ? MOST.long : MOST.short;
  const taken = new Set<Scene>();
  const shots = storyboard.shots.map((shot): Shot => {
    const said = { ...shot, copy: { ...storyboard.copy, ...shot.copy } };
    // A scene has one line: a list would lose the others.
    const isList = (said.copy.benefits?.length ?? 0) > 1;
    if (shot.role !== 'benefit' || isList || taken.size >= most) return shot;
    const { what = '', name = '' } = storyboard.copy;
    const demonstration = demonstrationOf(wordsOf(said), `${what} ${name}`, taken);
    if (!demonstration) return shot;
    taken.add(demonstration.scene);
    return { ...shot, layout: 'demonstration', demonstration };
  });
  return { ...storyboard, shots };
}
