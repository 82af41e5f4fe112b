import { wordFinder, wordList } from '#src/domain/brief/word-match.ts';
import type { ProductGroup, Theme } from './line-bank.ts';

/** Words that tell what a thing is, for the lines that speak to its kind; most telling first. */
const GROUP_WORDS: readonly (readonly [ProductGroup, readonly string[]])[] = [
  [
    'camera',
    wordList(
      '*camera, *kamera, nikon, canon eos, fujifilm, gopro, leica, polaroid, cámara, caméra, appareil photo, fotocamera, câmera, câmara, lens, objectiv*, tripod, stativ, كاميرا',
    ),
  ],
  [
    'audio',
    wordList(
      '*headphone*, earbud*, earphone*, headset, *kopfhörer, *ohrhörer, auricular*, casque audio, casque, écouteur*, cuffie, auricolari, fone*, auscultador*, speaker*, *lautsprecher, altavoz*, enceinte*, coluna, caixa de som, turntable, record player, plattenspieler, musikbox, *radio, guitar*, gitarre, *piano, سماعات, سماعة',
    ),
  ],
  [
    'desk',
    wordList(
      'mouse, mouse pad, *maus, *tastatur, keyboard*, monitor, webcam, desk, standing desk, *schreibtisch, desk mat, ratón, teclado, escritorio, souris, clavier, scrivania, tastiera, rato, notebook stand, usb hub, printer, drucker, laptop*, فأرة, ماوس, لوحة مفاتيح',
    ),
  ],
  [
    'light',
    wordList(
      '*lamp, *lamps, *light, *lights, lantern, *lampe, *leuchte, *laterne, lámpara*, farol, lanterne, lampada*, candeeiro, luminária, lanterna, abajur, مصباح',
    ),
  ],
  [
    'rain',
    wordList(
      'umbrella*, raincoat*, rain jacket, rain boot*, *regenschirm, schirm, *regenjacke, gummistiefel, paraguas, impermeable, parapluie, imperméable, ombrello, impermeabile, guarda-chuva, مظلة',
    ),
  ],
  [
    'kitchen',
    wordList(
      '*pan, skillet, wok, pot, *knife, *knives, cutting board, kettle, blender, mixer, toaster, air fryer, cookware, oven, grill, *pfanne, *topf, *messer, *brett, wasserkocher, sartén, olla, cuchillo*, batidora, freidora, poêle, casserole, couteau*, mixeur, bouilloire, padella, pentola, coltell*, frullatore, bollitore, frigideira, panela, faca*, liquidificador, chaleira, planter pot, مقلاة, سكين, غلاية',
    ),
  ],
  [
    'garden',
    wordList(
      '*plant, *plants, planter*, flower*, bouquet*, seed*, soil, *garden, garden *, hose, mower, *pflanze*, *blumen*, *erde, *garten*, maceta*, semillas, jardín, flores, plante*, jardin, fleurs, graines, vaso de flores, piante, fiori, giardino, planta*, jardim, sementes, نبات*, زهور',
    ),
  ],
  [
    'baby',
    wordList(
      'baby*, stroller, pram, crib, cot, bib, pacifier, kinderwagen, *wiege, bebé, cochecito, cuna, bébé, poussette, berceau, bambin*, passeggino, culla, berço, carrinho de bebé, رضيع, أطفال رضع',
    ),
  ],
  [
    'sleep',
    wordList(
      'mattress*, pillow*, duvet, blanket*, bedding, *matratze*, *kissen, *decke, bettwäsche, colchón, almohada*, manta, edredón, matelas, oreiller*, couette, plaid, materasso, cuscin*, coperta, piumone, colchão, almofada*, edredão, وسادة, مرتبة, بطانية',
    ),
  ],
  [
    'sport',
    wordList(
      'dumbbell*, kettlebell*, yoga mat*, exercise mat*, racket, ball, slam ball*, jump rope*, skipping rope*, push-up*, push up*, resistance band*, foam roller*, springseil*, *liegestütz*, cuerda de saltar, corde à sauter, corda per saltare, treadmill, *hantel*, yogamatte, *matte, schläger, pesas, esterilla, balón, raqueta, haltères, tapis de yoga, raquette, pesi, tappetino, pallone, halteres, bola, raquete, protein*, فوتبال, كرة',
    ),
  ],
  ['bike', wordList('*bike, *bikes, bicycle*, *fahrrad, *rad, bici*, vélo*, دراجة')],
  [
    'move',
    wordList(
      'scooter, e-scooter, kick scooter, *roller, patinete*, trottinette*, monopattin*, trotinete*, skateboard*',
    ),
  ],
  [
    'travel',
    wordList(
      '*suitcase*, luggage, carry-on, duffel*, travel*, *koffer, reise*, maleta*, valise*, bagage*, valigi*, mala, hotel, flight*, tour, tours, حقيبة سفر, رحلة',
    ),
  ],
  [
    'book',
    wordList(
      'book, books, novel, cookbook, notebook, journal, planner, *buch, *bücher, roman, notizbuch, *planer, libro*, cuaderno, agenda, livre*, carnet, quaderno, livro*, caderno, bookshop, bookstore, librería, librairie, libreria, livraria, كتاب, دفتر',
    ),
  ],
  [
    'tea',
    wordList(
      'tea, teas, *kräutertee, *früchtetee, *grüntee, *schwarztee, *eistee, teapot, té, infusión, thé, tisane, tè, tisana, chá, شاي',
    ),
  ],
  ['wine', wordList('*wine, *wein, vino*, vin, vinho*, prosecco, champagne')],
  [
    'bath',
    wordList(
      'soap*, towel*, bath*, *seife*, *handtuch, bademantel, jabón*, toalla*, savon*, serviette*, sapone, asciugaman*, sabonete*, toalha*, صابون, منشفة',
    ),
  ],
  [
    'clean',
    wordList(
      'detergent, vacuum*, mop, sponge, cleaner, cleaning*, *waschmittel, *sauger, *saugroboter, staubsauger, *reiniger, detergente, aspiradora, limpia*, lessive, aspirateur, nettoy*, detersivo, aspirapolvere, aspirador, منظف',
    ),
  ],
  [
    'course',
    wordList(
      'course*, class, classes, workshop*, lesson*, *kurs, *kurse, seminar, curso*, clases, taller, cours, atelier, corso, laboratorio, aulas, دورة, درس',
    ),
  ],
  [
    'health',
    wordList(
      'supplement*, vitamin*, probiotic, collagen, gummies, toothbrush, tooth powder, toothpaste, *zahnbürste, zahnpasta, suplemento*, cepillo de dientes, compléments, dentifrice, brosse à dents, integrator*, spazzolin*, escova de dentes, مكمل',
    ),
  ],
  ['watch', wordList('*watch, *watches, wristwatch, *uhr, reloj*, montre*, orologi*, relógio*, ساعة')],
  [
    'cuddle',
    wordList(
      'plush*, soft toy*, stuffed animal*, cuddly toy*, teddy*, sloth, bear, bunny, kuscheltier*, *teddy, stofftier*, peluche*, doudou*, pupazz*, pelúcia*, orsacchiotto, osito, ourson, ursinho, دب, دمية قماش',
    ),
  ],
  [
    'hat',
    wordList('beanie*, hat, hats, *mütze, *mützen, gorro*, bonnet*, berretto, cuffia, بيريه, قبعة صوف'),
  ],
  [
    'toy',
    wordList(
      'robot, toy*, puzzle*, doll, dolls, board game*, rubber duck*, rc car, *spielzeug*, *puppe, juguete*, muñeca, jouet*, poupée, giocattol*, bambola, brinquedo*, boneca, لعبة',
    ),
  ],
  [
    'drink',
    wordList(
      'smoothie*, juice*, lemonade*, beer, ale, ipa, lager, soda, kombucha*, *saft, *bier, helles, pils, weißbier, limonade*, zumo*, cerveza*, limonada*, jus, bière*, succo, birra*, sumo, suco, cerveja*, عصير',
    ),
  ],
  [
    'clock',
    wordList(
      'alarm clock*, wake-up light, wall clock*, clock, *wecker, *wanduhr, despertador*, réveil*, horloge, sveglia, sveglie, orologio da parete, reloj de pared, relógio de parede, wekker*, منبه',
    ),
  ],
  [
    'phone',
    wordList(
      'phone*, smartphone*, *handy*, móvil, teléfono, téléphone, cellulare, celular, telemóvel, power bank, powerbank, charger, ladegerät, cargador, chargeur, caricatore, carregador, هاتف, شاحن',
    ),
  ],
  [
    'pets',
    wordList(
      'dog *, cat *, *pet *, dog, cat, pet food, *hunde*, *katzen*, hundefutter, katzenfutter, leine, perro*, gato*, pienso, chien*, chat, croquettes, litière, cane, gatto, crocchette, cão, ração, كلب, قطة',
    ),
  ],
  [
    'shoes',
    wordList(
      '*shoe, *shoes, sneaker*, boot, boots, sandal*, loafers, slippers, *schuh, *schuhe, *stiefel, zapat*, botas, botines, chaussure*, baskets, bottes, scarp*, stivali, sapato*, ténis, tênis, حذاء',
    ),
  ],
  [
    'jewellery',
    wordList(
      "ring, rings, necklace*, earring*, bracelet*, pendant, brooch, *kette, *ring, ohrringe, armband, anillo*, collar, pendientes, pulsera*, bague*, collier*, boucles d'oreilles, anello, collana, orecchini, bracciale, anel, colar, brincos, pulseira, خاتم, قلادة",
    ),
  ],
  [
    'tools',
    wordList(
      'drill*, saw, hammer, screwdriver*, tool*, sander, *bohrer, *säge, werkzeug*, taladro, herramienta*, perceuse, outil*, trapano, attrezz*, furadeira, ferramenta*, مثقاب',
    ),
  ],
  [
    'outdoor',
    wordList(
      'tent*, sleeping bag*, hammock*, kayak*, surfboard, trekking*, hiking*, camping*, *zelt, schlafsack*, wander*, tienda de campaña, saco de dormir, tente, sac de couchage, tenda, sacco a pelo, saco-cama, prancha, خيمة',
    ),
  ],
  [
    'food',
    wordList(
      'soup*, honey, jam, *marmalade, granola, chocolate*, cookie*, bread, cheese, pasta, sauce, snack*, olive oil, *honig, *brot, *käse, *suppe, *marmelade, *schokolade, miel, mermelada, pan, queso, sopa, aceite, confiture, pain, fromage, soupe, huile, miele, marmellata, pane, formaggio, zuppa, olio, mel, geleia, pão, queijo, azeite, عسل, خبز, جبن',
    ),
  ],
  [
    'eyewear',
    wordList(
      'sunglasses, eyeglasses, reading glasses, spectacles, goggles, *sonnenbrille*, *brille, *brillen, gafas*, lentes de sol, lunettes*, occhiali*, óculos*, zonnebril*, نظارة*, نظارات',
    ),
  ],
  [
    'plant',
    wordList(
      "desk plant*, office plant*, monstera, ficus, calathea, bonsai*, bonsái*, succulent*, cactus, houseplant*, house plant*, indoor plant*, potted plant*, plant pot*, terracotta pot*, flower pot*, planter*, zimmerpflanze*, topfpflanze*, blumentopf, blumentöpfe, planta de interior, plantas de interior, maceta*, plante d'intérieur, plantes d'intérieur, pot de fleurs, pianta da interno, vaso di terracotta, planta de interior, suculenta*, kamerplant*, نبتة, نباتات",
    ),
  ],
  [
    'table',
    wordList(
      'plates, dinner plate*, bowls, wine glass*, tumbler*, napkin*, tablecloth*, tableware, crockery, *teller, *schüssel, *weingläser, *gläser, *geschirr, *servietten, tischdecke*, platos, cuencos, vasos, copas, servilletas, mantel, assiette*, verres, nappe*, piatti, ciotole, bicchier*, tovagli*, pratos, tigelas, copos, guardanapos, أطباق, أكواب',
    ),
  ],
  [
    'bag',
    wordList(
      '*backpack*, *handbag*, tote*, *rucksack*, *tasche, *taschen, mochila*, bolso*, sac à dos, sac à main, zain*, borsa, borse, bolsa*, rugzak*, *tas, حقيبة, حقائب',
    ),
  ],
  [
    'makeup',
    wordList(
      'lipstick*, mascara*, eyeliner, eyeshadow*, blush*, foundation, nail polish, *lippenstift*, nagellack, pintalabios, labial*, rouge à lèvres, vernis, rossetto, smalto, batom, verniz, أحمر شفاه, ماسكارا',
    ),
  ],
  [
    'hair',
    wordList(
      'shampoo*, conditioner, hair dryer*, hair oil, hairbrush*, straightener, *föhn, haartrockner, haaröl, haarbürste, champú, secador*, shampooing*, sèche-cheveux, asciugacapelli, phon, champô, شامبو, مجفف شعر',
    ),
  ],
  [
    'music',
    wordList(
      '*guitar*, guitar pedal*, piano*, ukulele*, violin*, drum*, synth*, *gitarre*, *klavier, geige, guitarra*, violín, guitare*, violon*, chitarra*, violino, violão, جيتار, عود موسيقي',
    ),
  ],
  [
    'bottle',
    wordList(
      'water bottle*, thermos*, flask*, drinking bottle*, *trinkflasche*, *thermosflasche*, botella de agua, botella térmica, termo, gourde*, thermos, borraccia, borracce, garrafa térmica, garrafa de água, drinkfles*, زجاجة ماء',
    ),
  ],
  [
    'place',
    wordList(
      'hotel, restaurant*, bar, pub, bakery, salon, barber*, barber shop, spa, studio, florist, hairdresser, *friseur, bäckerei, peluquería, panadería, librería, coiffure, boulangerie, panificio, parrucchiere, padaria, barbearia, cabeleireiro, مطعم, صالون, مخبز',
    ),
  ],
  [
    'home',
    wordList(
      'vase*, rug*, mirror*, cushion*, curtain*, blinds, basket*, *teppich*, *spiegel, *vorhang, jarrón, alfombra, espejo, cojín, cortinas, tapis, miroir, coussin, rideaux, tappet*, specchio, tende, tapete, espelho, cortinas, jarra, سجادة, مرآة, مزهرية',
    ),
  ],
];

/** Facts that a line may answer to. */
const THEME_WORDS: readonly (readonly [Theme, readonly string[]])[] = [
  [
    'quiet',
    wordList(
      'silent*, quiet*, noise*, hush, whisper*, lautlos*, leise*, geräusch*, ruhig*, silencio*, ruido, silencieu*, silence, bruit, silenzios*, silenzio, rumore, ruído, صامت*, ضوضاء',
    ),
  ],
  [
    'wet',
    wordList(
      "waterproof*, water-resistant, rainproof, wasserdicht*, wasserfest*, wasserabweisend*, impermeable*, resistente al agua, étanche*, imperméable*, impermeabil*, à prova de água, à prova d'água, impermeáve*, مقاوم للماء, مقاومة للماء",
    ),
  ],
  [
    'lasting',
    wordList(
      'hours of battery, h battery, hour battery, day battery, months battery, month battery, battery, *akku, akkulaufzeit, batería, autonomía, autonomie, batterie, batteria, autonomia, bateria, بطارية',
    ),
  ],
  [
    'handmade',
    wordList(
      'handmade, hand-made, hand glazed, hand-glazed, handcrafted, hand-stitched, hand-poured, hand poured, handgemacht*, handgefertigt*, handgenäht*, von hand, hecho a mano, hecha a mano, hechos a mano, artesan*, fait main, faite main, faits main, à la main, fatto a mano, fatta a mano, fatti a mano, feito à mão, feita à mão, feitas à mão, صناعة يدوية, يدوي',
    ),
  ],
  [
    'small',
    wordList(
      'foldable, folds, folding, collapsible, foldaway, faltbar*, klappbar*, zusammenklappbar, plegable*, pliable*, pliant*, pieghevol*, dobráve*, dobrável, قابل للطي',
    ),
  ],
  [
    'warm',
    wordList(
      '-30 °C, -20 °C, -10 °C, goose down, recycled down, insulated, daunen*, winterfest, merino, plumón, duvet, piumino',
    ),
  ],
  [
    'green',
    wordList(
      'plastic-free, vegan, recycled*, organic, bpa free, bpa-free, plastikfrei, recycelt*, bio, vegan*, sin plástico, reciclad*, ecológic*, sans plastique, recyclé*, senza plastica, riciclat*, sem plástico, orgânic*, نباتي, عضوي',
    ),
  ],
  [
    'quick',
    wordList('seconds, ready in, in 10 minuten, sekunden, minuten fertig, segundos, secondes, secondi, ثوانٍ'),
  ],
];

/** The group whose word in the text is longest, of several the one that the text ends in ("desk lamp"); null when none is there. */
export function groupOf(text: string): ProductGroup | null {
  const find = wordFinder(text);
  let best: { group: ProductGroup; length: number } | null = null;
  for (const [group, words] of GROUP_WORDS)
    for (const word of words) {
      const found = find(word)?.word;
      const isHead = found !== undefined && text.toLowerCase().trimEnd().endsWith(found.toLowerCase());
      const length = found === undefined ? 0 : found.length + (isHead ? 0.5 : 0);
      if (length > (best?.length ?? 0)) best = { group, length };
    }
  return best?.group ?? null;
}

/** "100 m waterproof", "impermeabile 5 atm" is a depth, and no rain. */
const DEPTH = /\p{Nd}\s?(?:m|atm|bar|ft)(?!\p{L})/iu;

/** What the user's facts give a line to answer to, in the order of what sells. */
export function themesOf(benefits: readonly string[], hasDeal: boolean): Theme[] {
  const find = wordFinder(benefits.filter((line) => !DEPTH.test(line)).join(', '));
  const found = THEME_WORDS.filter(([, words]) => words.some((word) => find(word))).map(([theme]) => theme);
  return hasDeal ? [...found, 'deal'] : found;
}

/** Whether this line is what a theme's lines answer to. */
export function isOfTheme(line: string, theme: Theme): boolean {
  if (/^\p{Nd}/u.test(line) || DEPTH.test(line)) return false;
  const find = wordFinder(line);
  return THEME_WORDS.some(([one, words]) => one === theme && words.some((word) => find(word)));
}
