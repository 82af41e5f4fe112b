import type { Tone } from '@spotsmith/contract/words';
import type { Intent } from './calls-to-action.ts';
import { isBetter, wordFinder, wordList, type WordMatch } from './word-match.ts';

/** What is usual for one kind of product; a prompt that says otherwise wins. */
export type Category = {
  /** English, as it is written into the brief. */
  name: string;
  /** Words that tell it, in many languages. `*` opens an end, see `findWord`. */
  words: readonly string[];
  /** Words that only hint at it, heard when no other word tells the kind. */
  hints?: readonly string[];
  tone: Tone;
  intent: Intent;
  audience: string;
  /** Where it is used: the setting of the lifestyle picture. */
  setting: string;
};

export const UNKNOWN_CATEGORY: Category = {
  name: 'product',
  words: [],
  tone: 'fresh',
  intent: 'discover',
  audience: 'people who have not heard of it yet',
  setting: 'in use in a bright, lived-in room',
};

const CATEGORIES: readonly Category[] = [
  {
    name: 'running shoes',
    words: wordList(`
      running shoe*, runners shoe*, trail shoe*, laufschuh*, zapatillas de correr, zapatillas para
      correr, zapatillas running, chaussures de course, chaussures de running, scarpe da corsa, tênis de
      corrida, hardloopschoen*, koşu ayakkabı*, кроссовк*, беговые, حذاء الجري, حذاء جري, נעלי ריצה,
      दौड़ने के जूते, 跑鞋, ランニングシューズ, 러닝화`),
    hints: wordList(
      `runner, runners, running, jogging, marathon, läufer*, corredor*, coureu*, corridor*, бегун*`,
    ),
    tone: 'energetic',
    intent: 'buy',
    audience: 'runners',
    setting: 'on a city street at golden hour, ready for a run',
  },
  {
    name: 'shoes',
    words: wordList(`
      shoe, shoes, sneaker*, boots, sandals, loafers, heels, *schuh, *schuhe, *stiefel, zapat*, botas,
      chaussure*, basket, baskets, scarp*, tênis, sapat*, schoen*, ayakkabı*, обувь, туфл*, حذاء, أحذية,
      נעליים, נעלי, जूते, 鞋, 靴, スニーカー, 운동화, 신발`),
    tone: 'energetic',
    intent: 'buy',
    audience: 'people who are on their feet all day',
    setting: 'mid-stride on a sunlit pavement',
  },
  {
    name: 'watch',
    words: wordList(`
      watch, wristwatch, watches, smartwatch, chronograph, *uhr, *uhren, reloj*, montre, montres,
      orologi*, relógi*, horloge*, kol saati, saati, часы, часов, ساعة, שעון, घड़ी, 手表, 腕時計, 時計, 시계`),
    tone: 'luxurious',
    intent: 'discover',
    audience: 'people who value lasting things',
    setting: 'on a dark marble table beside a folded linen cuff',
  },
  {
    name: 'jewellery',
    words: wordList(`
      jewellery, jewelry, necklace*, bracelet*, earring*, wedding ring*, engagement ring*, pendant,
      *schmuck, halskette*, *ohrring*, armband, joya*, collar de, pendientes, bijou*, collier, boucles,
      gioiell*, collana, joia*, colar, brincos, sieraden, mücevher, kolye, украшени*, серьги, مجوهرات,
      תכשיט, आभूषण, 珠宝, 项链, ジュエリー, 주얼리, 목걸이`),
    tone: 'luxurious',
    intent: 'discover',
    audience: 'people looking for a gift that stays',
    setting: 'on silk in soft evening light',
  },
  {
    name: 'skincare',
    words: wordList(`
      skincare, skin care, serum, face cream, moisturi*, cleanser, lotion, sunscreen, *hautpflege*,
      *gesichtscreme, *creme, *serum, cuidado de la piel, crema facial, crema hidratante, sérum, soin de
      la peau, crème visage, soin visage, cura della pelle, crema viso, siero, creme facial, cuidados
      com a pele, huidverzorging, gezichtscrème, cilt bakım*, krem, уход за кожей, крем, сыворотк*,
      العناية بالبشرة, كريم, טיפוח, קרם, त्वचा, क्रीम, 护肤, 面霜, 精华, スキンケア, 化粧水, 美容液, 스킨케어, 세럼, 크림`),
    tone: 'calm',
    intent: 'try',
    audience: 'people who take good care of their skin',
    setting: 'on a bathroom shelf in morning light, beside a folded towel',
  },
  {
    name: 'make-up',
    words: wordList(`
      makeup, make-up, lipstick, mascara, foundation, nail polish, lippenstift, pintalabios, maquillaje,
      rouge à lèvres, maquillage, rossetto, trucco, batom, maquiagem, ruj, помад*, أحمر شفاه, مكياج,
      איפור, मेकअप, 口红, 彩妆, 口紅, コスメ, 립스틱`),
    tone: 'playful',
    intent: 'try',
    audience: 'people who like to play with colour',
    setting: 'on a dressing table in soft window light',
  },
  {
    name: 'perfume',
    words: wordList(`
      perfume, fragrance, cologne, eau de parfum, parfum*, duft, fragancia, profum*, parfüm*, духи,
      аромат, عطر, בושם, इत्र, 香水, 香氛, フレグランス, 향수`),
    tone: 'luxurious',
    intent: 'discover',
    audience: 'people who dress for the evening',
    setting: 'on a mirrored tray in low evening light',
  },
  {
    name: 'cup',
    words: wordList(`
      espresso cup*, coffee cup*, tea cup*, teacup*, cup, mug, tumbler, thermos, water bottle, *tasse,
      *tassen, *becher, trinkflasche, taza*, tasse, mug isotherme, tazz*, tazzin*, xícara*, caneca*,
      kopje, beker, fincan*, kupa, чашк*, кружк*, فنجان, كوب, ספל, कप, 杯, カップ, マグ, 머그, 컵`),
    tone: 'relaxed',
    intent: 'order',
    audience: 'people who like a good cup',
    setting: 'on a wooden breakfast table in slow morning light',
  },
  {
    name: 'coffee',
    words: wordList(`
      coffee, espresso, coffee beans, cold brew, *kaffee, *kaffees, kaffee*, café, caffè, koffie,
      kahve*, кофе, قهوة, קפה, कॉफी, 咖啡, コーヒー, 커피`),
    tone: 'relaxed',
    intent: 'order',
    audience: 'coffee lovers',
    setting: 'on a kitchen counter beside a steaming cup',
  },
  {
    name: 'drink',
    words: wordList(`
      drink, beverage, juice, soda, lemonade, tea, beer, wine, water, smoothie, kombucha, energy drink,
      *getränk*, *saft, *limonade, *bier, *wein, tee, bebida*, zumo, jugo, cerveza, vino, boisson*, jus
      de, bière, vin, thé, bevand*, succo, birra, suco, cerveja, vinho, drankje, sap, içecek, çay,
      напит*, сок, чай, مشروب, عصير, شاي, משקה, מיץ, תה, पेय, चाय, 饮料, 果汁, 茶, ドリンク, ジュース, 음료, 주스`),
    tone: 'fresh',
    intent: 'try',
    audience: 'people who are thirsty for something better',
    setting: 'outdoors on a sunny table with ice and condensation',
  },
  {
    name: 'food',
    words: wordList(`
      food, snack*, chocolate, cookie*, granola, pasta, bread, cheese, burger, pizza, honey, olive oil,
      schokolade, *brot, käse, honig, olivenöl, comida, aceite de oliva, galletas, chocolat, fromage,
      miel, huile d'olive, cibo, cioccolat*, formaggio, olio d'oliva, pão, queijo, azeite, eten,
      chocolade, yemek, çikolata, еда, шоколад, طعام, شوكولاتة, زيت الزيتون, אוכל, שוקולד, खाना, चॉकलेट,
      食品, 零食, 巧克力, チョコレート, お菓子, 초콜릿, 간식`),
    tone: 'fresh',
    intent: 'order',
    audience: 'people who enjoy good food',
    setting: 'on a set table with fresh ingredients around it',
  },
  {
    name: 'headphones',
    words: wordList(`
      headphone*, earbud*, earphones, headset, kopfhörer*, auricular*, casque audio, écouteur*, cuffie,
      auricolari, fones de ouvido, koptelefoon, kulaklık*, наушник*, سماعات, אוזניות, हेडफ़ोन, 耳机, イヤホン,
      ヘッドホン, 이어폰, 헤드폰`),
    tone: 'cinematic',
    intent: 'buy',
    audience: 'people who listen closely',
    setting: 'on a train seat by a rainy window',
  },
  {
    name: 'phone',
    words: wordList(`
      phone, smartphone*, phone case, handy, handyhülle*, teléfono, móvil, téléphone, telefono,
      cellulare, celular, telefoon, telefon*, смартфон*, телефон*, هاتف, טלפון, फोन, 手机, スマホ, スマートフォン,
      스마트폰`),
    tone: 'professional',
    intent: 'buy',
    audience: 'people who always have it with them',
    setting: 'in a hand on a bright street',
  },
  {
    name: 'electronics',
    words: wordList(`
      electronics, gadget*, mouse, computer mouse, gaming mouse, mouse pad, monitor, webcam, microphone, printer, router,
      power bank, powerbank*, usb hub, turntable, record player, smart ring, light bulb, night light, *maus, gaming-maus,
      mikrofon, drucker, *leuchte, ratón, micrófono, impresora, lámpara*, cargador, souris, imprimante, micro, lampe*, mouse,
      stampante, lampada*, caricatore, rato, candeeiro, luminária, carregador, fare, mouse, yazıcı, lamba*, 鼠标, マウス, ライト,
      laptop*, camera, speaker, keyboard, tablet, drone, charger, lamp, desk lamp*, floor lamp*, projector,
      lautsprecher, kamera, tastatur, *lampe, altavoz, cámara, portátil, enceinte, ordinateur,
      altoparlante, caixa de som, luidspreker, hoparlör, колонк*, ноутбук*, камера, كاميرا, حاسوب,
      מצלמה, कैमरा, 电脑, 相机, 音箱, カメラ, スピーカー, 노트북, 카메라, 스피커`),
    tone: 'professional',
    intent: 'buy',
    audience: 'people who like well-made tools',
    setting: 'on a tidy desk by a window',
  },
  {
    name: 'eyewear',
    words: wordList(`
      sunglasses, glasses, eyeglasses, reading glasses, goggles, ski goggles, *sonnenbrille*, *brille, *brillen, gafas,
      gafas de sol, lunettes, lunettes de soleil, occhiali, occhiali da sole, óculos, zonnebril*, bril, güneş gözlü*,
      gözlük*, очки, نظارة, نظارات, משקפיים, משקפי שמש, चश्मा, 眼镜, 太阳镜, メガネ, 眼鏡, サングラス, 안경, 선글라스`),
    tone: 'fresh',
    intent: 'buy',
    audience: 'people who like to be seen',
    setting: 'on a café table in hard noon light',
  },
  {
    name: 'homeware',
    words: wordList(`
      vase*, teapot*, kettle*, clock*, alarm clock*, wall clock*, plate*, bowl*, pan, frying pan*, pot, cookware, cutlery,
      knife, knives, cutting board*, blanket*, cushion*, pillow*, rug*, towel*, mirror*, basket*, *vasen, teekanne*,
      *wecker, wanduhr*, *teller, *schüssel*, pfanne*, *messer, decke*, kissen, jarrón*, tetera*, despertador*, plato*,
      cuenco*, sartén*, manta*, cojín*, théière*, réveil, assiette*, poêle*, couteau*, coussin*, vaso di*, teiera*,
      sveglia, piatt*, ciotol*, padell*, coperta, bule*, prato*, tigela*, frigideira*, faca*, almofada*, vazo*, demlik,
      tabak, tencere*, ваза*, чайник*, тарелк*, مزهرية, إبريق, אגרטל, 花瓶, 茶壶, 急須, お皿, 꽃병`),
    tone: 'relaxed',
    intent: 'buy',
    audience: 'people who like their rooms',
    setting: 'on a sideboard in a quiet room',
  },
  {
    name: 'plant',
    words: wordList(`
      plant, plants, houseplant*, succulent*, cactus, cacti, flower*, bouquet*, seeds, *pflanze, *pflanzen, blume*, *strauß,
      planta*, flores, ramo de, plante*, fleurs, piant*, fiori, flor, kamerplant*, bloemen, bitki*, çiçek*,
      растени*, цвет*, نبات, زهور, צמח, פרחים, पौधा, 植物, 鲜花, 花束, 観葉植物, 식물, 꽃`),
    tone: 'fresh',
    intent: 'order',
    audience: 'people who like green things around them',
    setting: 'on a bright windowsill',
  },
  {
    name: 'bag',
    words: wordList(`
      bag, bags, handbag*, backpack*, tote, wallet, suitcase, luggage, *tasche, *taschen, *rucksack,
      koffer, bolso*, mochila*, maleta, sac, sacs, sac à dos, valise, bors*, zaino, valigia, bolsa*,
      mala, tas, rugzak, çanta*, сумк*, рюкзак*, حقيبة, תיק, बैग, 包包, 背包, 手提包, バッグ, リュック, 가방, 백팩`),
    tone: 'cinematic',
    intent: 'buy',
    audience: 'people on the move',
    setting: 'over a shoulder at a railway platform',
  },
  {
    name: 'furniture',
    words: wordList(`
      furniture, *sofa, *sofas, sofá, sofás, *chair, *chairs, armchair, stool, bench, bookshelf, chair, sofa, couch, table, desk, shelf, bed, mattress, möbel*, *stuhl, *sessel, *tisch,
      *regal, matratze, mueble*, silla*, sillón, mesa, colchón, meuble*, chaise, fauteuil, canapé,
      matelas, mobil*, sedia, divano, tavolo, móveis, cadeira, meubel*, stoel, bank, mobilya, koltuk,
      sandalye, мебель, диван*, кресл*, стул, أثاث, كرسي, أريكة, רהיט, כיסא, ספה, फर्नीचर, कुर्सी, 家具,
      沙发, 椅子, ソファ, 가구, 소파, 의자`),
    tone: 'calm',
    intent: 'discover',
    audience: 'people who are making a home',
    setting: 'in a calm living room with afternoon sun on the floor',
  },
  {
    name: 'candle',
    words: wordList(`
      candle*, *kerze, *kerzen, vela*, bougie*, candel*, kaars*, mum, свеч*, شمعة, נר ריחני, मोमबत्ती,
      蜡烛, キャンドル, 캔들`),
    tone: 'calm',
    intent: 'discover',
    audience: 'people who like a quiet evening',
    setting: 'on a windowsill at dusk',
  },
  {
    name: 'toy',
    words: wordList(`
      toy, toys, toy car*, rc car*, rc truck*, remote control car*, toy robot*, robot toy*, wind-up robot*, rubber duck*,
      plush, plushie*, plush toy*, stuffed animal*, soft toy*, cuddly toy*, teddy, teddy bear*, action figure*, building
      blocks, puzzle, bear, bunny, dinosaur*, dino, unicorn, amigurumi*,
      das monster, kuschel*, board game, card game, doll, *spielzeug*, kuscheltier*, *teddy, stofftier*,
      brettspiel, puppe, juguete*, muñeca, jouet*, poupée, peluche*, doudou*, giocattol*, bambola, pupazz*, brinquedo*,
      pelúcia*, speelgoed, knuffel*, oyuncak*, игрушк*, لعبة, צעצוע, खिलौना, 玩具, ぬいぐるみ, おもちゃ, 장난감`),
    tone: 'playful',
    intent: 'buy',
    audience: 'parents and children',
    setting: 'on a playroom rug among small hands and bright things',
  },
  {
    name: 'car',
    words: wordList(`
      car, suv, electric car, *auto, elektroauto, wagen, coche, carro, voiture*, macchina, automobil*,
      araba*, автомобил*, машин*, سيارة, רכב, कार, 汽车, 車, クルマ, 자동차`),
    tone: 'cinematic',
    intent: 'book',
    audience: 'drivers',
    setting: 'on a coast road at dusk',
  },
  {
    name: 'bicycle',
    words: wordList(`
      bike, e-bike, bicycle*, *fahrrad, rennrad, bicicleta*, bici, vélo*, biciclett*, fiets*, bisiklet*,
      велосипед*, دراجة, אופניים, साइकिल, 自行车, 自転車, 자전거`),
    tone: 'energetic',
    intent: 'discover',
    audience: 'people who would rather ride',
    setting: 'leaning on a wall in a sunny old town',
  },
  {
    name: 'clothing',
    words: wordList(`
      clothing, clothes, t-shirt*, shirt, hoodie, jacket, dress, jeans, coat, sweater, kleidung, *jacke,
      *hemd, kleid, mantel, pullover, ropa, camiseta*, chaqueta, vestido*, vêtement*, veste, robe,
      manteau, vestit*, giacca, maglia, abito, roupa*, jaqueta, kleding, jas, jurk, giysi, elbise,
      ceket, одежд*, куртк*, плать*, ملابس, فستان, בגדים, שמלה, कपड़े, 服装, 衣服, 连衣裙, 服, ジャケット, 옷, 재킷, 원피스`),
    tone: 'fresh',
    intent: 'buy',
    audience: 'people who dress with care',
    setting: 'worn on a breezy street',
  },
  {
    name: 'app',
    words: wordList(`
      app, mobile app, software, saas, website, aplicación, application, applicazione, aplicativo,
      uygulama*, приложени*, تطبيق, אפליקציה, ऐप, 应用, アプリ, 앱`),
    tone: 'professional',
    intent: 'try',
    audience: 'people with too little time',
    setting: 'on a phone on a café table',
  },
  {
    name: 'service',
    words: wordList(`
      service, barber*, hairdresser*, salon, clinic, dentist, workshop*, class, classes, lesson*, friseur*, *kurs, *kurse, werkstatt, taller, clases, peluquer*, coiffeur, coiffure, atelier, parrucchier*, barbier*, cabeleireir*, aulas, restaurant, hotel, gym, course, studio, agency, salon, spa, travel agency, dienstleistung, kurs,
      reise*, servicio, restaurante, gimnasio, viaje*, hôtel, voyage*, servizio, ristorante, palestra,
      viagg*, serviço, academia, viagem, dienst, reis, hizmet, restoran, otel, услуг*, ресторан*, خدمة,
      مطعم, فندق, שירות, מסעדה, מלון, सेवा, होटल, 服务, 餐厅, 酒店, サービス, レストラン, ホテル, 서비스, 레스토랑, 호텔`),
    tone: 'professional',
    intent: 'book',
    audience: 'people nearby',
    setting: 'with a guest being welcomed',
  },
];

/**
 * The kind of product a prompt speaks of: the longest word that tells one, or a hint (then without `match`).
 * Null when nothing does.
 */
export function readCategory(
  text: string,
  language = '',
): { category: Category; match: WordMatch | null } | null {
  const find = wordFinder(text);
  let best: { category: Category; match: WordMatch } | null = null;
  for (const category of CATEGORIES) {
    for (const word of category.words) {
      const match = find(word);
      if (match && isBetter(match, best?.match ?? null)) best = { category, match };
    }
  }
  // An English tee is worn, a German one is drunk.
  if (best && language === 'en' && best.match.word.toLowerCase() === 'tee')
    return { ...best, category: categoryNamed('clothing') };
  if (best) return best;
  const hinted = CATEGORIES.find((category) => category.hints?.some((hint) => find(hint)));
  return hinted ? { category: hinted, match: null } : null;
}

/** The category of that English name, for what is usual with it; `UNKNOWN_CATEGORY` for a name of a person's own. */
export function categoryNamed(name: string): Category {
  return CATEGORIES.find((category) => category.name === name.toLowerCase()) ?? UNKNOWN_CATEGORY;
}
