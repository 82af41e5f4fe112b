import { wordFinder, wordList } from './word-match.ts';

/** A colour that a prompt can name: English name, sRGB value, and its words in other languages (stems end in `*`). */
type NamedColour = { name: string; hex: string; words: readonly string[] };

const COLOURS: readonly NamedColour[] = [
  { name: 'rose gold', hex: '#b76e79', words: wordList(`rose gold, roségold, oro rosa, or rose, ouro rosa`) },
  {
    name: 'gold',
    hex: '#c9a227',
    words: wordList(`
      gold, golden, golden*, goldfarb*, dorad*, de oro, doré*, en or, dorat*, d'oro, dourad*, de ouro,
      gouden, altın, золот*, ذهبي, זהב, सुनहर, 金色, 金の, 黄金, 금색, 골드, ゴールド`),
  },
  {
    name: 'silver',
    hex: '#b9bec4',
    words: wordList(`
      silver, silbern*, platead*, de plata, argenté*, argentat*, prateado, zilver*, gümüş, серебр*, فضي,
      כסוף, 银色, シルバー, 은색`),
  },
  {
    name: 'black',
    hex: '#17181c',
    words: wordList(`
      black, schwarz*, negr*, noir*, nero, nera, neri, nere, preto, preta, zwart*, siyah, чёрн*, черн*,
      أسود, سوداء, שחור, काला, काली, काले, 黑色, 黒, 검은, 블랙`),
  },
  {
    name: 'white',
    hex: '#f5f4f0',
    words: wordList(`
      white, weiß*, weiss*, blanc*, bianc*, branc*, witte, beyaz, белы*, белая, белое, белой, أبيض,
      بيضاء, לבן, सफेद, 白色, 白い, 흰, 화이트`),
  },
  {
    name: 'red',
    hex: '#c8202f',
    words: wordList(`
      red, rot, rote*, rojo, roja, rojas, rojos, rouge*, rosso, rossa, rossi, rosse, vermelh*, rood,
      kırmızı, красн*, أحمر, حمراء, אדום, लाल, 红色, 紅, 赤, 빨간, 레드`),
  },
  {
    name: 'orange',
    hex: '#f07a1b',
    words: wordList(`
      orange, naranja*, arancion*, laranja, oranje, turuncu, оранжев*, برتقالي, כתום, नारंगी, 橙色, オレンジ,
      주황`),
  },
  {
    name: 'yellow',
    hex: '#f2c230',
    words: wordList(`
      yellow, gelb*, amarill*, jaune*, giall*, amarel*, geel, gele, sarı, жёлт*, желт*, أصفر, צהוב,
      पीला, पीली, पीले, 黄色, 노란`),
  },
  {
    name: 'green',
    hex: '#2f8f4e',
    words: wordList(`
      green, grün*, verde*, vert, verte, verts, vertes, verdi, groen*, yeşil, зелён*, зелен*, أخضر,
      خضراء, ירוק, हरा, हरी, हरे, 绿色, 緑, 초록, 그린`),
  },
  { name: 'mint', hex: '#8fd3b6', words: wordList(`mint, mintgrün*, menta, menthe, ミント`) },
  {
    name: 'teal',
    hex: '#1c7c7d',
    words: wordList(`teal, turquoise, türkis*, turques*, turchese, turkuaz, бирюз*`),
  },
  {
    name: 'blue',
    hex: '#2563c9',
    words: wordList(`
      blue, blau*, azul*, bleu*, blu, blauw*, mavi, сини*, синяя, синее, голуб*, أزرق, زرقاء, כחול,
      नीला, नीली, नीले, 蓝色, 青い, 파란, 블루`),
  },
  {
    name: 'navy',
    hex: '#1b2a4a',
    words: wordList(`navy, dunkelblau*, azul marino, bleu marine, blu navy, lacivert`),
  },
  {
    name: 'purple',
    hex: '#6d3fa0',
    words: wordList(`
      purple, violet, lila, violett*, morad*, viola, roxo, roxa, paars*, mor, фиолетов*, بنفسجي, סגול,
      बैंगनी, 紫色, 보라`),
  },
  {
    name: 'pink',
    hex: '#ec8fb0',
    words: wordList(`pink, rosa, rosad*, roze, pembe, розов*, وردي, ורוד, गुलाबी, 粉色, ピンク, 핑크, 분홍`),
  },
  {
    name: 'brown',
    hex: '#7a4e2d',
    words: wordList(`
      brown, braun*, marrón*, marron*, marrom, bruin*, kahverengi, коричнев*, البني, भूरा, भूरी, भूरे,
      棕色, 茶色, 갈색`),
  },
  {
    name: 'beige',
    hex: '#dccbb2',
    words: wordList(`beige, sand, cream-coloured, crème, бежев*, بيج, ベージュ, 베이지`),
  },
  {
    name: 'grey',
    hex: '#8b8f96',
    words: wordList(`
      grey, gray, grau*, gris*, grigi*, cinza, grijs*, gri, серый, серая, серое, серые, رمادي, אפור, 灰色,
      グレー, 회색`),
  },
  { name: 'coral', hex: '#f2745f', words: wordList(`coral, koralle*, corail`) },
];

export type Palette = { names: string[]; hexes: string[] };

/** The colours a text names, in the order they come, at most five. `#rrggbb` is taken as it stands. */
export function readPalette(text: string): Palette {
  const found: { at: number; name: string; hex: string }[] = [];
  for (const match of text.matchAll(/#[0-9a-f]{6}\b/gi)) {
    found.push({ at: match.index, name: match[0], hex: match[0].toLowerCase() });
  }
  let rest = text;
  let find = wordFinder(rest);
  for (const { name, hex, words } of COLOURS) {
    for (const word of words) {
      const match = find(word);
      if (!match) continue;
      found.push({ at: match.index, name, hex });
      // Blanked, so that "rose gold" is not gold as well.
      rest =
        rest.slice(0, match.index) +
        ' '.repeat(match.word.length) +
        rest.slice(match.index + match.word.length);
      find = wordFinder(rest);
      break;
    }
  }
  const inOrder = found.toSorted((a, b) => a.at - b.at).slice(0, 5);
  return { names: inOrder.map((colour) => colour.name), hexes: inOrder.map((colour) => colour.hex) };
}

/** What a colour is called: the nearest that has a name, by weighted distance in sRGB (Riemersma's "redmean"). */
export function colourName(hex: string): string {
  const wished = channels(hex);
  const distances = COLOURS.map(({ name, hex: known }) => ({
    name,
    distance: redmean(wished, channels(known)),
  }));
  return distances.reduce((best, next) => (next.distance < best.distance ? next : best)).name;
}

type Channels = [red: number, green: number, blue: number];

function channels(hex: string): Channels {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function redmean(a: Channels, b: Channels): number {
  const mean = (a[0] + b[0]) / 2;
  const [red, green, blue] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  return (2 + mean / 256) * red ** 2 + 4 * green ** 2 + (2 + (255 - mean) / 256) * blue ** 2;
}
