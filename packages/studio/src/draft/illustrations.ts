/** A vector picture that stands in for a kind of product until there is a photo. */
export interface Illustration {
  /** File name in assets/illustrations, without .svg. */
  icon: string;
  /** Degrees to turn it so that it stands or lies as a product would. */
  turn: number;
  /** Stems of category words: English, German, French, Spanish, Italian, Portuguese; then other scripts. */
  words: RegExp;
}

/** Special words first: the first match wins. */
export const ILLUSTRATIONS: readonly Illustration[] = [
  { icon: 'high-heeled-shoe', turn: 0, words: /heel|pumps|stiletto|absatz|talon|tac[oó]n|tacchi/i },
  { icon: 'hiking-boot', turn: 0, words: /boot|hik|stiefel|botte|bota\b|botas|scarpon|trek|登山/i },
  { icon: 'mans-shoe', turn: 0, words: /loafer|oxford|brogue|derby|dress shoe|herrenschuh|mocassin/i },
  { icon: 'thong-sandal', turn: 0, words: /sandal|flip.?flop|chancla|infradito|chinelo|latschen/i },
  {
    icon: 'running-shoe',
    turn: -41,
    words:
      /shoe|sneaker|trainer|runn|jogg|schuh|lauf|chaussure|basket\b|zapat|scarp|sapat|t[êe]nis|靴|鞋|スニーカー|신발|حذاء|जूत/i,
  },
  {
    icon: 'headphone',
    turn: 0,
    words:
      /headphone|earphone|earbud|headset|kopfh|casque|[ée]couteur|auricular|cuffi|fone|ヘッド|耳机|헤드폰/i,
  },
  {
    icon: 'watch',
    turn: 0,
    words: /watch|uhr\b|armbanduhr|montre|reloj|orologi|rel[oó]gio|chrono|時計|手表|시계|ساعة|घड़ी/i,
  },
  { icon: 'ring', turn: 0, words: /\bring\b|engagement|verlobung|\bbague|anillo|anello|\banel\b|指輪|戒指/i },
  {
    icon: 'gem-stone',
    turn: 0,
    words: /jewel|gem|diamond|necklace|earring|schmuck|bijou|joya|gioiell|joia|宝石|珠宝/i,
  },
  {
    icon: 'sunglasses',
    turn: 0,
    words: /sunglass|sonnenbrille|lunettes de soleil|gafas de sol|occhiali da sole|[óo]culos de sol/i,
  },
  { icon: 'glasses', turn: 0, words: /glasses|eyewear|brille|lunette|gafas|occhial|[óo]culos|眼鏡|眼镜/i },
  {
    icon: 'lipstick',
    turn: 0,
    words: /lipstick|lip\b|make.?up|cosmetic|lippenstift|rouge|maquilla|rossetto|batom|口紅|口红/i,
  },
  {
    icon: 'lotion-bottle',
    turn: 0,
    words:
      /skin|serum|lotion|cream\b|moistur|sunscreen|shampoo|perfum|parfum|fragrance|cologne|haut|pflege|cr[eè]me|s[ée]rum|soin|piel|crema|pelle|profumo|スキン|香水|护肤|화장|عطر/i,
  },
  { icon: 'soap', turn: 0, words: /soap|wash|seife|savon|jab[oó]n|sapone|sab[aã]o|石鹸|香皂/i },
  { icon: 'toothbrush', turn: 0, words: /tooth|dental|oral|zahn|dent|dient|歯|牙/i },
  { icon: 'razor', turn: 0, words: /razor|shav|beard|rasier|rasoir|afeit|rasoi|barbe/i },
  { icon: 'candle', turn: 0, words: /candle|kerze|bougie|\bvela\b|candela|蝋燭|蜡烛/i },
  {
    icon: 'laptop',
    turn: 0,
    words: /laptop|notebook computer|macbook|computer|ordinateur|ordenador|portátil|パソコン|电脑/i,
  },
  {
    icon: 'mobile-phone',
    turn: 0,
    words:
      /phone|smartphone|mobile|\bapp\b|handy|t[ée]l[ée]phone|m[oó]vil|telefon|celular|スマホ|手机|휴대폰/i,
  },
  { icon: 'camera', turn: 0, words: /camera|lens|kamera|appareil photo|c[áa]mara|fotocamera|カメラ|相机/i },
  { icon: 'television', turn: 0, words: /\btv\b|television|monitor|fernseh|t[ée]l[ée]vis|televisor/i },
  {
    icon: 'video-game',
    turn: 0,
    words: /gaming|gamepad|controller|console|spielkonsole|manette|videojuego|ゲーム/i,
  },
  { icon: 'robot', turn: 0, words: /robot|vacuum|staubsauger|aspirat|ロボット/i },
  { icon: 'battery', turn: 0, words: /battery|power ?bank|charger|akku|ladeger|batterie|cargador/i },
  { icon: 'light-bulb', turn: 0, words: /bulb|lamp|light|leuchte|lampe|l[áa]mpara|lampad|ランプ|灯/i },
  { icon: 'backpack', turn: 0, words: /backpack|rucksack|sac [àa] dos|mochila|zaino|リュック|背包/i },
  {
    icon: 'luggage',
    turn: 0,
    words: /luggage|suitcase|travel|koffer|valise|maleta|valigia|\bmala\b|スーツケース|行李/i,
  },
  {
    icon: 'handbag',
    turn: 0,
    words: /handbag|purse|\bbag\b|tasche|sac\b|bolso|borsa|bolsa|wallet|バッグ|包\b|가방|حقيبة/i,
  },
  {
    icon: 't-shirt',
    turn: 0,
    words: /shirt|hoodie|apparel|clothing|merch|hemd|kleidung|v[êe]tement|camis|magliett|ropa|シャツ|衣/i,
  },
  { icon: 'dress', turn: 0, words: /dress|gown|skirt|kleid|\brobe\b|vestid|abito|ドレス|裙/i },
  {
    icon: 'coat',
    turn: 0,
    words: /coat|jacket|parka|jacke|mantel|manteau|veste|abrigo|chaqueta|giacca|cappott|コート|外套/i,
  },
  { icon: 'jeans', turn: 0, words: /jeans|denim|trouser|pants|hose|pantal|ジーンズ/i },
  { icon: 'socks', turn: 0, words: /sock|socke|chaussett|calcet|calzin|meias/i },
  { icon: 'billed-cap', turn: 0, words: /\bcap\b|\bhat\b|beanie|m[üu]tze|casquett|gorr|cappell|bon[ée]/i },
  { icon: 'scarf', turn: 0, words: /scarf|schal|[ée]charpe|bufanda|sciarpa|cachecol/i },
  { icon: 'gloves', turn: 0, words: /glove|handschuh|gant\b|guante|guant|luva/i },
  {
    icon: 'hot-beverage',
    turn: 0,
    words: /coffee|espresso|cappuc|latte|kaffee|caf[ée]|caff[èe]|コーヒー|咖啡|커피|قهوة|कॉफ/i,
  },
  {
    icon: 'teapot',
    turn: 0,
    words: /\btea\b|matcha|\btee\b|\bth[ée]\b|\bt[ée]\b|ch[áa]\b|お茶|茶|차\b|شاي|चाय/i,
  },
  { icon: 'bubble-tea', turn: 0, words: /bubble|boba|タピオカ|奶茶/i },
  { icon: 'wine-glass', turn: 0, words: /wine|wein\b|\bvin\b|vino|vinho|ワイン|葡萄酒/i },
  { icon: 'bottle-with-popping-cork', turn: 0, words: /champagne|sparkling|prosecco|cava\b|sekt/i },
  { icon: 'beer-mug', turn: 0, words: /beer|bier\b|bi[èe]re|cerve|birra|ビール|啤酒/i },
  { icon: 'cocktail-glass', turn: 0, words: /cocktail|\bgin\b|spirit|liquor|c[óo]ctel/i },
  { icon: 'tumbler-glass', turn: 0, words: /whisk|rum\b|bourbon|cognac/i },
  { icon: 'glass-of-milk', turn: 0, words: /milk|milch|\blait|leche|latte fresco|leite|牛乳|牛奶/i },
  {
    icon: 'cup-with-straw',
    turn: 0,
    words: /soda|lemonade|juice|drink|smoothie|limo|saft|jus\b|zumo|jugo|succo|suco|ジュース|饮料/i,
  },
  { icon: 'honey-pot', turn: 0, words: /honey|honig|\bmiel|miele|\bmel\b|蜂蜜/i },
  { icon: 'chocolate-bar', turn: 0, words: /chocolat|schokolade|cioccolat|cacao|チョコ|巧克力/i },
  { icon: 'cookie', turn: 0, words: /cookie|biscuit|keks|galleta|biscott|クッキー/i },
  { icon: 'candy', turn: 0, words: /candy|sweet|bonbon|süßig|dulce|caramel/i },
  { icon: 'doughnut', turn: 0, words: /donut|doughnut/i },
  { icon: 'birthday-cake', turn: 0, words: /cake|kuchen|torte|g[âa]teau|pastel|torta|bolo\b|ケーキ|蛋糕/i },
  { icon: 'ice-cream', turn: 0, words: /ice.?cream|gelato|\beis\b|glace|helado|sorvete|アイス|冰淇淋/i },
  { icon: 'pizza', turn: 0, words: /pizza/i },
  { icon: 'hamburger', turn: 0, words: /burger/i },
  { icon: 'bread', turn: 0, words: /bread|bakery|brot|\bpain|\bpan\b|\bpane\b|p[ãa]o|パン|面包/i },
  { icon: 'croissant', turn: 0, words: /croissant|pastry/i },
  { icon: 'cheese-wedge', turn: 0, words: /cheese|k[äa]se|fromage|queso|formaggi|queijo|チーズ/i },
  { icon: 'sushi', turn: 0, words: /sushi|寿司/i },
  { icon: 'green-salad', turn: 0, words: /salad|salat|vegan|vegetable|gemüse|l[ée]gume|verdura|サラダ/i },
  { icon: 'red-apple', turn: 0, words: /apple|fruit|apfel|obst|pomme|manzana|frut|mela\b|りんご|苹果/i },
  { icon: 'avocado', turn: 0, words: /avocado/i },
  {
    icon: 'pot-of-food',
    turn: 0,
    words: /cook|pot\b|pan set|kitchen|k[üu]che|cuisine|cocina|cucina|cozinha|鍋|锅/i,
  },
  { icon: 'baby-bottle', turn: 0, words: /baby|infant|b[ée]b[ée]|neonat/i },
  {
    icon: 'teddy-bear',
    turn: 0,
    words: /toy|plush|teddy|spielzeug|kuscheltier|jouet|juguete|giocattol|brinqued|おもちゃ|玩具/i,
  },
  { icon: 'puzzle-piece', turn: 0, words: /puzzle|board game|brettspiel/i },
  {
    icon: 'couch-and-lamp',
    turn: 0,
    words: /sofa|couch|furniture|m[öo]bel|meuble|canap|mueble|divano|m[óo]vei|ソファ|沙发/i,
  },
  { icon: 'chair', turn: 0, words: /chair|stuhl|sessel|chaise|silla|sedia|cadeira|椅/i },
  {
    icon: 'bed',
    turn: 0,
    words: /\bbed\b|mattress|sleep|bett|matratze|matelas|colch|materass|cama\b|ベッド|床垫/i,
  },
  { icon: 'potted-plant', turn: 0, words: /plant|garden|pflanze|garten|plante|jard|pianta|植物/i },
  { icon: 'bouquet', turn: 0, words: /flower|bouquet|blume|fleur|flor|fiori|花/i },
  { icon: 'guitar', turn: 0, words: /guitar|gitarre|chitarr|ギター|吉他/i },
  { icon: 'violin', turn: 0, words: /violin|geige|violon/i },
  { icon: 'musical-keyboard', turn: 0, words: /piano|keyboard|klavier|clavier|teclad/i },
  { icon: 'bicycle', turn: 0, words: /bicycle|bike|fahrrad|v[ée]lo\b|bici|自転車|自行车|자전거/i },
  { icon: 'kick-scooter', turn: 0, words: /scooter|roller\b|trottinette|patinete|monopattino/i },
  { icon: 'motorcycle', turn: 0, words: /motorcycle|motorbike|motorrad|moto\b|バイク|摩托/i },
  {
    icon: 'automobile',
    turn: 0,
    words: /\bcar\b|auto\b|vehicle|wagen|voiture|coche|macchina|carro|自動車|汽车|자동차|سيارة/i,
  },
  { icon: 'skateboard', turn: 0, words: /skateboard/i },
  { icon: 'soccer-ball', turn: 0, words: /soccer|football|fußball|f[úu]tbol|calcio|サッカー|足球/i },
  { icon: 'basketball', turn: 0, words: /basketball|baloncesto/i },
  { icon: 'tennis', turn: 0, words: /tennis|racket|padel/i },
  { icon: 'tent', turn: 0, words: /tent\b|camping|outdoor|zelt|tente|tienda|tenda/i },
  { icon: 'umbrella', turn: 0, words: /umbrella|schirm|parapluie|paraguas|ombrell|guarda-chuva|傘/i },
  {
    icon: 'paw-prints',
    turn: 0,
    words: /\bdog|\bcat\b|\bpet\b|hund|katze|chien|chat\b|perro|gato|cane|犬|猫|宠物/i,
  },
  { icon: 'books', turn: 0, words: /book|course|buch|livre|libro|kurs|本|书|كتاب/i },
  { icon: 'pill', turn: 0, words: /vitamin|supplement|pill|pharma|medic|nahrungsergänz|サプリ|维生素/i },
  { icon: 'hammer', turn: 0, words: /hammer|tool|drill|werkzeug|outil|herramienta|utensil|attrezz|工具/i },
  { icon: 'artist-palette', turn: 0, words: /paint|art\b|craft|farbe|peinture|pintura/i },
];

/** Shown when no word matches: something is in the parcel, and nobody claims to know what. */
export const FALLBACK_ICON = 'package';
