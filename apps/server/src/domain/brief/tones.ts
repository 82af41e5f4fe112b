import type { MusicMood, Tone } from '@spotsmith/contract/words';
import { wordFinder, wordList } from './word-match.ts';

const WORDS: Record<Tone, readonly string[]> = {
  energetic: wordList(`
    energetic, dynamic, sporty, fast, powerful, bold, workout, energisch, dynamisch, sportlich,
    schnell, kraftvoll, enérgic*, dinámic*, deportiv*, énergique, dynamique, sportif, energic*,
    dinamic*, sportiv*, dinâmic*, esportiv*, energiek, enerjik, dinamik, энергичн*, динамичн*, حيوي,
    ديناميكي, אנרגטי, ऊर्जावान, 动感, 活力, エネルギッシュ, 역동적`),
  calm: wordList(`
    calm, serene, gentle, soft, peaceful, minimal, minimalist, quiet, ruhig*, sanft*, minimalistisch*,
    tranquil*, suave*, serenidad, calme*, doux, douce, calmo, delicat*, rustig*, zacht*, sakin, yumuşak,
    спокойн*, нежн*, هادئ, رقيق, רגוע, עדין, शांत, 平静, 温柔, 穏やか, やさしい, 차분`),
  luxurious: wordList(`
    luxury, luxurious, premium, elegant, exclusive, timeless, sophisticated, opulent, luxus*, luxuriös*,
    edel, edle*, elegant*, exklusiv*, zeitlos*, luj*, elegante*, exclusiv*, luxe, élégant*, intemporel*,
    lusso, lussuos*, senza tempo, luxo, luxuos*, sofisticad*, lüks, zarif, роскошн*, элегантн*, премиум,
    فاخر, أنيق, יוקרתי, אלגנטי, शानदार, 奢华, 高级, 优雅, 高級, エレガント, 럭셔리, 고급`),
  playful: wordList(`
    playful, fun, funny, cute, colourful, colorful, cheerful, quirky, verspielt*, lustig*, bunt*,
    fröhlich*, divertid*, alegre*, colorid*, ludique, amusant*, joyeux, coloré*, divertent*, giocos*,
    colorat*, speels*, vrolijk*, eğlenceli, renkli, весёл*, игрив*, ярк*, مرح, שובב, כיפי, मज़ेदार, 可爱,
    有趣, 楽しい, かわいい, 귀여운`),
  professional: wordList(`
    professional, corporate, business, reliable, precise, trustworthy, technical, professionell*,
    seriös*, präzise*, profesional*, fiable, professionnel*, profession*, affidabil*, profissional,
    confiável, professione*, profesyonel, профессиональн*, надёжн*, احترافي, מקצועי, पेशेवर, 专业, 商务, プロ,
    전문`),
  cinematic: wordList(`
    cinematic, dramatic, epic, moody, film-like, kinoreif, filmisch*, dramatisch*, cinematográfic*,
    dramátic*, cinématographique, dramatique, épique, cinematografic*, drammatic*, filmisch, sinematik,
    кинематографич*, эпическ*, سينمائي, קולנועי, सिनेमाई, 电影感, 史诗, シネマティック, 映画, 시네마틱`),
  relaxed: wordList(`
    relaxed, relaxing, cozy, cosy, slow, warm, laid-back, homely, gemütlich*, entspannt*, langsam*,
    relajad*, acogedor*, lent*, détendu*, chaleureu*, rilassat*, accoglient*, lentezza, relaxad*,
    aconchegant*, gezellig*, ontspannen, rahat, sıcacık, уютн*, расслаб*, مريح, دافئ, נינוח, חמים,
    आरामदायक, 悠闲, 温馨, ゆったり, のんびり, 편안, 여유`),
  fresh: wordList(`
    fresh, summer, bright, natural, organic, clean, frisch*, sommer*, natürlich*, fresc*, verano,
    natural*, frais, fraîche*, été, naturel*, estate, estiv*, verão, fris, frisse, zomer*, natuurlijk*,
    taze, yaz, doğal, свеж*, летн*, натуральн*, منعش, صيفي, طبيعي, רענן, קייצי, טבעי, ताज़ा, 清新, 夏日, 天然,
    さわやか, 爽やか, 夏, 상쾌, 여름`),
};

/** The tone a text asks for: the one with the most words, the first of equals. Null when it has none. */
export function readTone(text: string): Tone | null {
  const find = wordFinder(text);
  let best: Tone | null = null;
  let bestCount = 0;
  for (const [tone, words] of Object.entries(WORDS) as [Tone, readonly string[]][]) {
    const count = words.filter((word) => find(word)).length;
    if (count > bestCount) {
      best = tone;
      bestCount = count;
    }
  }
  return best;
}

/** The music that goes with a tone. */
export const MUSIC_OF_TONE: Record<Tone, MusicMood> = {
  energetic: 'energetic',
  calm: 'calm',
  luxurious: 'luxury',
  playful: 'playful',
  professional: 'corporate',
  cinematic: 'cinematic',
  relaxed: 'lo-fi',
  fresh: 'summer',
};

/** The typeface that says a tone: an id of a shipped font. */
export const FONT_OF_TONE: Record<Tone, string> = {
  energetic: 'anton',
  calm: 'poppins',
  luxurious: 'playfair-display',
  playful: 'fredoka',
  professional: 'inter',
  cinematic: 'bebas-neue',
  relaxed: 'poppins',
  fresh: 'space-grotesk',
};
