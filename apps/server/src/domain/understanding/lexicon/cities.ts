import { fold, tokensOf, type Token } from '#src/domain/understanding/tokens.ts';

/** Towns that need no capital and no street to be told; never a product's name after "in" or "from". */
const CITIES = `london, leeds, bristol, manchester, liverpool, birmingham, york, bath, oxford, cambridge, brighton, edinburgh, glasgow, cardiff, belfast, dublin, galway, cork, new york, brooklyn, boston, chicago, portland, seattle, austin, denver, miami, dallas, houston, atlanta, philadelphia, san francisco, los angeles, san diego, salem, nashville, new orleans, toronto, montreal, vancouver, sydney, melbourne, brisbane, perth, auckland, wellington, berlin, hamburg, münchen, munich, köln, cologne, frankfurt, stuttgart, düsseldorf, leipzig, dresden, bremen, hannover, nürnberg, freiburg, ulm, solingen, bonn, münster, augsburg, potsdam, kiel, lübeck, rostock, mainz, heidelberg, tübingen, konstanz, erfurt, weimar, kassel, göttingen, regensburg, passau, bamberg, würzburg, wien, vienna, graz, linz, salzburg, innsbruck, zürich, zurich, basel, bern, luzern, genf, madrid, barcelona, valencia, sevilla, seville, málaga, malaga, bilbao, zaragoza, granada, córdoba, segovia, toledo, salamanca, alicante, murcia, san sebastián, donostia, vigo, santander, oviedo, gijón, palma, cádiz, bogotá, bogota, medellín, cali, cartagena, lima, cusco, quito, santiago, buenos aires, rosario, mendoza, montevideo, la paz, caracas, méxico, cdmx, ciudad de méxico, guadalajara, monterrey, puebla, oaxaca, mérida, la habana, paris, lyon, marseille, bordeaux, toulouse, nantes, lille, nice, strasbourg, rennes, montpellier, grenoble, annecy, dijon, reims, tours, angers, brest, biarritz, bayonne, avignon, aix-en-provence, colmar, metz, nancy, rouen, caen, limoges, la rochelle, bruxelles, liège, genève, lausanne, québec, roma, rome, milano, milan, torino, turin, napoli, naples, firenze, florence, bologna, venezia, venice, verona, genova, palermo, catania, bari, lecce, trento, bolzano, padova, parma, modena, siena, pisa, perugia, trieste, gragnano, matera, cagliari, bergamo, brescia, como, lucca, lisboa, lisbon, porto, braga, coimbra, faro, évora, aveiro, setúbal, ericeira, sintra, cascais, funchal, viseu, são paulo, rio de janeiro, belo horizonte, salvador, curitiba, porto alegre, recife, fortaleza, brasília, florianópolis, campinas, santos, gramado, manaus, belém, istanbul, ankara, izmir, bursa, antalya, konya, adana, eskişehir, bodrum, ayvalık, trabzon, gaziantep, mersin, kayseri, çanakkale, kadıköy, beşiktaş, amsterdam, rotterdam, utrecht, den haag, antwerpen, gent, brugge, brussels, copenhagen, københavn, stockholm, göteborg, malmö, oslo, bergen, helsinki, prague, praha, warszawa, kraków, wrocław, gdańsk, budapest, athens, αθήνα, москва, київ, fez, marrakech, casablanca, cairo, dubai, abu dhabi, doha, riyadh, jeddah, amman, beirut, tunis, mumbai, delhi, bangalore, tokyo, osaka, kyoto, seoul, singapore, hong kong, bangkok, bali, cape town, nairobi, lagos, accra, عمان, عمّان, الرياض, جدة, دبي, أبوظبي, الدوحة, الكويت, القاهرة, الإسكندرية, بيروت, دمشق, حلب, بغداد, تونس, الدار البيضاء, مراكش, الرباط, فاس, الجزائر, مكة, المدينة, الدمام, الخبر, مسقط, المنامة, القدس, نابلس, رام الله, غزة, إربد, 東京, 大阪, 京都, 札幌, 福岡, 名古屋, 横浜, 神戸, 金沢, 鎌倉, 仙台, 広島, 奈良, 沖縄, 渋谷, 新宿, 銀座, 吉祥寺, 下北沢, 北京, 上海, 广州, 深圳, 杭州, 成都, 重庆, 南京, 武汉, 西安, 苏州, 天津, 长沙, 青岛, 厦门, 大理, 丽江, 昆明, 台北`;

let byFirst: Map<string, string[][]> | null = null;

/** How many tokens the name of a town takes at that place; 0 for none. */
export function findCity(tokens: readonly Token[], at: number): number {
  byFirst ??= listed();
  const first = tokens[at];
  if (!first) return 0;
  let longest = 0;
  for (const form of [first.fold, fold(first.text.replace(/['’]\p{L}+$/u, ''))]) {
    for (const words of byFirst.get(form) ?? []) {
      const isWhole = words.every((word, index) => index === 0 || tokens[at + index]?.fold === word);
      if (isWhole) longest = Math.max(longest, words.length);
    }
  }
  return longest;
}

function listed(): Map<string, string[][]> {
  const cities = new Map<string, string[][]>();
  for (const city of CITIES.split(',')) {
    const words = tokensOf(city.trim()).map((token) => token.fold);
    const first = words[0] ?? '';
    cities.set(first, [...(cities.get(first) ?? []), words]);
  }
  return cities;
}
