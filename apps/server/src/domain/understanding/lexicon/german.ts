import type { Lexicon } from './lexicon.ts';

export const german: Lexicon = {
  tag: 'de',
  name: 'German',
  was: 'statt, reduziert von, heruntergesetzt von, anstatt, vorher, früher, uvp, bisher, war, zuvor, regulär, normalpreis, alter preis, sonst, ehemals, eigentlich, normalerweise, listenpreis, ursprünglich, vormals',
  now: 'jetzt, nur, nun, heute, aktuell, nur noch, im angebot, aktionspreis, für nur, für, kostet, preis',
  from: 'ab, schon ab, bereits ab, je',
  fromAfter: 'aufwärts',
  upTo: 'bis zu, bis',
  each: 'pro, je, das stück, je stück, im monat, monatlich, mtl, im jahr, jährlich, die nacht, pro nacht, die flasche, pro person, die stunde, p. p, inkl mwst, zzgl mwst, inkl ust, zzgl ust, vb, das paar, das glas, die tüte',
  rival: 'als, gegenüber, im vergleich zu, vs, verglichen mit',
  saving: 'spare, spar, sparen sie, sie sparen, du sparst, spart',
  discount:
    'rabatt, nachlass, günstiger, reduziert, billiger, ermäßigung, preisnachlass, weniger, gespart, sparen, skonto, prozente',
  deal: 'zum halben preis, halber preis, zum halben, kauf 2 zahl 1, zwei für eins, 2 für 1, 3 für 2, zweites gratis, 1+1 gratis, nimm 3 zahl 2, zwei zum preis von einem, halbpreis',
  condition:
    'beim ersten, bei der ersten, auf die erste, auf den ersten, auf deine erste, auf alles, auf alle, im abo, für neukunden, für studenten, für studierende, für mitglieder, ab einem, ab 2, bei abnahme, bei kauf, für abonnenten, mit newsletter, auf das zweite, beim kauf, für erstbesteller, auf jede',
  currency: 'euro, eur, franken, chf, sfr, cent',
  until:
    'bis, bis zum, bis einschließlich, nur bis, gültig bis, endet am, endet, läuft bis, vor dem, spätestens, noch bis, angebot endet',
  starts:
    'ab dem, ab, startet am, start, start am, beginnt am, beginn, los gehts am, erscheint am, erhältlich ab, eröffnung am, eröffnung, wir eröffnen am, öffnet am, premiere am, verfügbar ab, launch am, kurs startet am, ab sofort',
  span: 'heute, nur heute, morgen, dieses wochenende, diese woche, diesen monat, nur dieses wochenende, am wochenende, nur diese woche, heute abend, übers wochenende, black friday, diesen samstag, diesen sonntag, diesen freitag',
  only: 'nur, bloß, lediglich, exklusiv',
  every: 'jeden, jede, jedes, immer, täglich, wöchentlich, stets',
  weekday:
    'montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag, montags, dienstags, mittwochs, donnerstags, freitags, samstags, sonntags, mo, di, mi, do, fr, sa, so',
  month:
    'januar, jänner, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember, jan, feb, apr, aug, sept, okt, nov, dez',
  holiday:
    'weihnachten, heiligabend, ostern, silvester, neujahr, muttertag, vatertag, valentinstag, pfingsten, nikolaus, advent, mitternacht, halloween, monatsende, ladenschluss, sommer, winter, frühling, herbst, jahresende, schulbeginn, fasching, karneval',
  endOf: 'ende, anfang, mitte',
  shipping:
    'versand, versandkostenfrei, versandkosten, lieferung, lieferzeit, geliefert, gratisversand, *versand, *lieferung, porto, portofrei, verschickt, frei haus, liefern, abholung',
  guarantee:
    'garantie, *garantie, gewährleistung, rückgabe, rückgaberecht, umtausch, geld zurück, geld-zurück, retoure*, probeschlafen, probezeit, probe, testen, kostenlos testen, kündbar, stornierbar, widerruf*, rückversand',
  free: 'kostenlos, kostenlose, kostenloser, kostenfreier, kostenfrei, gratis, freie, freier, frei, inklusive, express, schneller, schnelle, lebenslange, volle, tage, jahre, nächte',
  left: 'übrig, verfügbar, vorrätig, auf lager, plätze',
  limited:
    'nur noch, limitiert auf, limitierte auflage, limitiert, auf, erste, die ersten, letzte, letzten, die letzten, solange der vorrat reicht, auflage, mindestens, begrenzt auf, solange vorrat',
  pack: 'packung mit, karton mit, kiste mit, box mit, set mit, 2er-pack, 3er-pack, 4er-pack, 5er-pack, 6er-pack, 10er-pack, 12er-pack, 3er-set, 2er-set, 4er-set, 6er-set, doppelpack, vorratspack, dose mit, packung à, *er-pack, *er-set, *er pack, beutel mit',
  piece:
    'stück, stk, sack, eimer, kanister, fass, dose, kiste, paar, packungen, packung, flaschen, dosen, beutel, tabs, kapseln, plätze, exemplare, exemplar, karten, gläser, riegel, rollen, blatt, gäste, kunden, besteller, waschladungen, waschgänge, pads, glas, tüte, tüten, teile, zimmer, portionen, räder, tafeln, pärchen',
  code: 'code, gutscheincode, rabattcode, aktionscode, gutschein, mit code, mit dem code',
  callToAction: 'handlungsaufforderung, cta, button, button-text, aufruf, schlusssatz',
  act: 'jetzt bestellen, jetzt kaufen, jetzt entdecken, jetzt testen, jetzt buchen, jetzt reservieren, jetzt probieren, jetzt sichern, jetzt anmelden, jetzt anfragen, jetzt zugreifen, jetzt shoppen, jetzt vorbestellen, jetzt herunterladen, jetzt ansehen, jetzt, bestell, bestelle, bestellen, bestellt, kauf, kaufe, kaufen sie, hol dir, hole dir, holen sie sich, holt euch, entdecke, entdeckt, entdecken sie, buche, buchen, buchen sie, bucht, reserviere, reserviert, reservieren sie, probier, probiere, probiert, teste, testen sie, besuche, besuch uns, besucht uns, besuchen sie, besuche uns, komm vorbei, kommt vorbei, kommen sie vorbei, schau vorbei, schaut vorbei, komm, kommt, mehr erfahren, mehr infos, mehr dazu, mehr unter, erfahre mehr, erfahren sie mehr, sichere dir, sichern sie sich, sichert euch, melde dich an, meldet euch, anmelden, anmeldung, registrier dich, abonniere, lade, ladet, herunterladen, ruf an, ruft an, rufen sie an, anrufen, termin, termin buchen, termin vereinbaren, termine, tisch reservieren, folge uns, folgt uns, link in bio, link in der bio, zugreifen, greif zu, los, vorbestellen, gleich bestellen, gleich buchen, online bestellen, zum shop, ab in den shop, gönn dir, schlag zu, mach mit, macht mit, starte, finde, schreib uns, schreibt uns, hier bestellen, hier buchen, angebot anfordern, lass dich beraten, kostenlos testen, bestellungen unter, erhältlich auf',
  street:
    '*straße, *strasse, *str, *gasse, *weg, *platz, *allee, *ring, *ufer, *damm, *markt, *steig, straße, platz, allee, weg, gasse, hof, graben',
  in: 'in, in der nähe von, bei',
  at: 'auf dem, am, im, in der, in unserem, bei uns, an der, auf der',
  made: 'aus, hergestellt, gefertigt, handgemacht, geröstet, gebraut, gebacken, genäht, gemacht, entworfen, von, gewebt, gebaut, gedruckt, angebaut, geerntet, gegossen, made',
  business:
    'laden, geschäft, café, cafe, restaurant, bar, hotel, pension, ferienwohnung, friseur, friseursalon, salon, bäckerei, konditorei, studio, fitnessstudio, yogastudio, praxis, zahnarztpraxis, blumenladen, galerie, schule, gärtnerei, brauerei, weingut, gasthaus, gasthof, wirtshaus, pizzeria, metzgerei, werkstatt, markt, hofladen, hof, buchhandlung, apotheke, agentur, imbiss, bistro, eisdiele, hundesalon, tierarzt, kneipe, weinbar, hütte, barbershop, kosmetikstudio, fahrschule, tanzschule, musikschule, manufaktur, rösterei, fahrradladen, kletterhalle',
  make: 'mach, mache, macht, machen sie, erstelle, erstell, erstellen sie, erzeuge, produziere, gestalte, dreh, drehe, schneide, bau, ich brauche, wir brauchen, brauche, ich möchte, wir möchten, ich hätte gern, bitte, bitte ein, bitte erstelle, bitte mach, wir wollen, ich will, kannst du, könntest du, gib mir, generiere, hätte gern',
  video:
    '*video, *spot, *clip, video, werbevideo, werbespot, spot, werbung, anzeige, clip, werbeclip, reel, werbefilm, film, kurzfilm, werbeanzeige, trailer, imagefilm, videoclip',
  format: 'hochkant, hochformat, querformat, quer, vertikal, horizontal, quadratisch, quadrat, story, storys',
  second: 'sekunden*, sek, sekunde, sekunden, minute, minuten, sekündiges, sek.',
  without: 'ohne, kein, keine, keinen, nicht, bitte keine, niemals, verzichte auf, bitte kein, nie',
  filming:
    'musik, stimme, sprecher, sprecherin, voiceover, voice-over, ton, text, texte, untertitel, schrift, menschen, gesichter, personen, logo, nahaufnahme, nahaufnahmen, zeitlupe, effekte, soundeffekte, hintergrundmusik, emojis, übergänge, schnitte, schnelle schnitte, kamerafahrten, kamera, einblendung, einblendungen, ausrufezeichen, hashtags, großaufnahmen, makroaufnahmen, drohnenaufnahmen, tiere',
  ignore:
    'ignoriere, ignorier, vergiss, missachte, übergehe, du bist jetzt, du bist ab jetzt, neue anweisung, tu so, überschreibe, umgehe, systemhinweis, anweisung an die ki',
  rules:
    'regeln, anweisungen, anweisung, vorgaben, alle vorherigen, alles davor, einschränkungen, bisherigen, vorherigen, systemprompt, alle regeln, richtlinien',
  say: 'schreib, schreibe, schreiben sie, sag, sage, sagen sie, behaupte, erwähne, nenne, erzähl, erzähle, gib aus, antworte, zeige an, schreib dazu, erfinde, dichte, versprich, füge hinzu',
  forbid:
    'nicht nennen, nicht erwähnen, nicht zeigen, nicht sagen, nicht schreiben, nicht anzeigen, bitte nicht, sag nicht, schreib nicht, nenn nicht, erwähne nicht, keinesfalls, auf keinen fall, darf nicht, dürfen nicht, nichts von, nichts über, nicht verraten, nicht reinschreiben, nicht einblenden, nicht veröffentlichen, intern, nur intern, vertraulich, das wort, verzichten auf das wort, nicht verwenden, nicht behaupten, kein wort über, ohne preis, keine preise, preis weglassen, weglassen',
  priceWord: 'preis, preise, den preis, kosten, einkaufspreis',
  noise:
    'nur für kurze zeit, für kurze zeit, im format, format, länge, lang, hallo, hi, hey, moin, servus, danke, bitte, vielen dank, liebe grüße, lg, haha, also, mal, wir sind, wir verkaufen, ich verkaufe, wir machen, ich mache, wir bieten, wir haben, es geht um, geht um, für unsere, für unseren, für unser, für meine, für meinen, für mein, unsere, unser, unseren, unserem, meine, mein, meinen, unsere neue, neu, neue, neuer, neues, das neue, der neue, die neue, ganz neu, jetzt neu, hier ist, das ist, dein, deine, euer, eure, ihr, es gibt, drei neue, zwei neue, über, grüße, hersteller, beschreibung, produktbeschreibung, infos, details, zielgruppe, zum thema, vorstellung',
  small:
    'wir, ich, sie, er, es, du, man, was, wenn, weil, sich, unseren, möchten, auch, schon, nach, vor, über, unter, seit',
  kind: `*schuh, *set, *maschine, *creme, sonnencreme, *spiegel, *kleid, *spray, *pulver, *gerät, *wagen, *korb, *ständer, *brett, *schrank, *dose, *schmuck, *mischung, *stoff, *bürste, *öl, *sack, *matte, *bike, *bank, *zelt, *brille, *hülle, *kurs, *box, *tuch, *tücher, *wein, *käse, *salz, *nudeln, *schal, *mütze, *hose, *hemd, *weste, weste, *schuhe, *stiefel, sneaker, sandalen, sofa, *sofa, couch, *sessel, sessel, *stuhl, stuhl, stühle, *tisch, tisch, schreibtisch, *regal, regal, *bett, bett, *matratze, matratze, kissen, *kissen, *decke, decke, bettwäsche, teppich, *teppich, teppiche, *lampe, lampe, leuchte, *leuchte, spiegel, vase, *uhr, uhr, uhren, *uhren, wecker, maus, gaming-maus, tastatur, monitor, laptop, tablet, handy, smartphone, handyhülle, hülle, ladegerät, powerbank, drucker, kamera, drohne, kopfhörer, lautsprecher, *lautsprecher, plattenspieler, gitarre, klavier, schwimmbrille, sonnenbrille, sonnenbrillen, brille, smartwatch, armbanduhr, ring, ringe, *ring, kette, halskette, ohrringe, armband, schmuck, parfum, parfüm, duft, serum, *serum, creme, *creme, handcreme, gesichtscreme, seife, *seife, seifen, shampoo, duschgel, deo, zahnpasta, zahnpulver, zahnbürste, rasierer, bartöl, föhn, haartrockner, lippenstift, mascara, nagellack, make-up, nahrungsergänzung, vitamine, proteinpulver, kaffee, *kaffee, filterkaffee, kaffeebohnen, espresso, *bohnen, tee, *tee, tees, saft, *saft, limonade, *limonade, bier, *bier, wein, *wein, rotwein, weißwein, gin, whisky, sekt, wasser, hafermilch, müsli, *müsli, granola, brot, *brot, sauerteigbrot, brötchen, kuchen, *kuchen, torte, torten, kekse, schokolade, *schokolade, pralinen, bonbons, honig, *honig, marmelade, marmeladen, *marmelade, aufstrich, olivenöl, öl, essig, soße, sauce, senf, nudeln, pasta, pizza, burger, käse, *käse, wurst, eis, salz, *salz, gewürz, gewürze, *gewürz, hundefutter, katzenfutter, *futter, leckerlis, hundebett, katzenbaum, leine, halsband, kinderwagen, buggy, kindersitz, windeln, spielzeug, *spielzeug, bausteine, holzbausteine, puzzle, brettspiel, spiel, kartenspiel, puppe, regenjacke, *jacke, jacke, mantel, *mantel, parka, pullover, pulli, hoodie, strickjacke, hemd, *hemd, t-shirt, t-shirts, bluse, kleid, *kleid, kleider, rock, hose, *hose, jeans, leggings, socken, *socken, unterwäsche, schlafanzug, badeanzug, mütze, schal, handschuhe, *handschuhe, gürtel, anzug, dirndl, schürze, tasche, *tasche, taschen, handtasche, rucksack, *rucksack, koffer, geldbeutel, geldbörse, portemonnaie, brieftasche, regenschirm, fahrrad, *fahrrad, *rad, kinderfahrrad, e-bike, lastenrad, helm, *helm, roller, e-scooter, skateboard, zelt, *zelt, schlafsack, hängematte, kühlbox, taschenlampe, stirnlampe, trinkflasche, flasche, *flasche, thermosflasche, becher, *becher, tasse, *tasse, tassen, kanne, teekanne, wasserkocher, kaffeemaschine, espressomaschine, siebträger, kaffeemühle, mixer, toaster, heißluftfritteuse, ofen, grill, *grill, pfanne, *pfanne, topf, *topf, töpfe, messer, *messer, kochmesser, schneidebrett, teller, schüssel, schale, geschirr, besteck, gläser, *gläser, brotdose, kerze, *kerze, kerzen, duftkerze, duftkerzen, diffuser, luftreiniger, ventilator, heizung, staubsauger, *staubsauger, saugroboter, waschmaschine, kühlschrank, waschmittel, spülmittel, reiniger, pflanze, pflanzen, blumen, blumenstrauß, strauß, samen, erde, blumenerde, rasenmäher, gartenschere, gartenschlauch, akkuschrauber, akku-bohrschrauber, bohrmaschine, bohrschrauber, schraubenzieher, säge, hammer, werkzeug, werkzeugkoffer, leiter, farbe, wandfarbe, tapete, fliesen, reifen, winterreifen, auto, elektroauto, wohnmobil, motorrad, yogamatte, *matte, hanteln, laufband, ski, snowboard, app, *app, software, plattform, website, newsletter, podcast, onlinekurs, online-kurs, kurs, *kurs, kurse, workshop, seminar, coaching, buch, bücher, *buch, kochbuch, kinderbuch, roman, krimi, zeitschrift, notizbuch, kalender, stift, stifte, füller, poster, bild, album, ticket, tickets, festival, konzert, ausstellung, geschenkbox, geschenkset, gutschein, hotel, *hotel, pension, ferienwohnung, ferienhaus, zimmer, restaurant, café, bar, bäckerei, *bäckerei, konditorei, metzgerei, friseur, friseursalon, salon, spa, fitnessstudio, yogastudio, zahnarzt, praxis, blumenladen, galerie, brauerei, weingut, hundesalon, fahrschule, tanzschule, versicherung, solaranlage, wärmepumpe, nähmaschine, wolle, stoff, thermometer, handtücher, handtuch, bademantel, badesalz, keramik, schlafsofa, ledersofa, ledersessel, monitorständer, babytrage, kamin, sauna, whirlpool, strandkorb, vogelhaus, hochbeet, gießkanne`,
  quality: `zwei, drei, vier, fünf, sechs, sorten, neu*, gaming, alt*, klein*, groß*, leder, ledern*, holz, hölzern*, eiche, stahl, edelstahl, metall, keramik, porzellan, glas, papier, baumwolle, leinen, wolle, merino, kaschmir, seide, samt, gold, golden*, silber, silbern*, schwarz*, weiß*, rot, rote*, blau*, grün*, gelb*, rosa, braun*, grau*, beige, bunt*, hell*, dunkel*, matt, kompakt*, tragbar*, faltbar*, klappbar*, leicht*, schwer*, dick*, dünn*, weich*, hart*, warm*, kühl*, frisch*, kalt*, heiß*, roh*, geröstet*, geräuchert*, gesalzen*, scharf, scharfe*, süß*, sauer, mild*, stark*, natürlich*, natur*, bio, bio-*, vegan*, glutenfrei*, zuckerfrei*, fair*, nachhaltig*, recycelt*, gebraucht*, generalüberholt*, vintage, retro, klassisch*, modern*, minimalistisch*, rustikal*, traditionell*, handgemacht*, handgefertigt*, handgenäht*, handgegossen*, handgetöpfert*, hausgemacht*, selbstgemacht*, limitiert*, exklusiv*, individuell*, personalisiert*, maßgefertigt*, luxuriös*, premium, professionell*, günstig*, best*, gut*, schön*, elegant*, stilvoll*, süß*, gemütlich*, bequem*, robust*, smart*, kabellos*, elektrisch*, digital*, automatisch*, mechanisch*, wasserdicht*, wasserfest*, atmungsaktiv*, waschbar*, leise*, schnell*, langsam*, einfach*, sicher*, ergonomisch*, kinder, damen, herren, baby, hunde, katzen, garten, küchen, büro, reise, camping, sport, sommer, winter, herbst, frühling, weihnachts*, regional*, italienisch*, französisch*, deutsch*, spanisch*, japanisch*, schwedisch*, skandinavisch*, nordisch*, reine*, echte*, feine*, feinste*, extra, super, ultra, doppelt*, einzeln*, magnetisch*, verstellbar*, wiederverwendbar*, biologisch*, naturkosmetik, lavendel, vanille, zitrone, hafer, dinkel, roggen, mandel, kokos, schoko, marke, drei, zwei, vier, fünf, wireless, gestrickt*, gewebt*, gesteppt*, gepolstert*, höhenverstellbar*, stufenlos*, dimmbar*, faltbar*, auflage, akku, klinge, zoll, qualität, online, restaurierte*, spanischer, trocken*, herb*, cremig*, knusprig*, ofenfrisch*, frischgebacken*, geräuschunterdrückung`,
  is: 'ist, sind, ist ein, ist eine, heißt',
  and: 'und, sowie, plus, mit',
  or: 'oder',
  of: 'von, vom',
  called:
    'heißt, namens, genannt, nennt sich, der name ist, name ist, der name lautet, marke:, marke ist, unsere marke, unter dem namen, produktname, name:, wir stellen vor, darf ich vorstellen, vorgestellt, er heißt, sie heißt, es heißt, mit namen',
  correction:
    'nein, sorry, ach nein, quatsch, ich meine, ich meinte, korrektur, stimmt nicht, moment, halt nein, besser gesagt, verzeihung, doch nicht, pardon, falsch',
  by: 'von, aus dem hause, by',
  slogan:
    'slogan, motto, spruch, kundenstimme, bewertung, zitat, claim, rezension, kundin schreibt, kunde schreibt, eine kundin, ein kunde',
  says: 'sagt, sagte, schreibt, schrieb, meint, findet, laut',
  subject: 'produkt, produkt ist, das produkt, das produkt ist, thema, artikel, das produkt heißt, marke',
  moodCue:
    'ton, tonalität, stimmung, stil, look, atmosphäre, gefühl, soll wirken, wirkt, anmutung, farben, ton:',
  mood: 'dunkel, filmisch, dramatisch, episch, elegant, edel, luxuriös, zeitlos, minimalistisch, minimal, reduziert, klar, clean, modern, mutig, energisch, energiegeladen, dynamisch, sportlich, schnell, kraftvoll, verspielt, lustig, witzig, süß, bunt, fröhlich, heiter, hell, sonnig, lebendig, frisch, luftig, natürlich, erdig, rustikal, warm, gemütlich, ruhig, still, sanft, weich, friedlich, langsam, entspannt, verträumt, träumerisch, romantisch, nostalgisch, retro, vintage, hochwertig, professionell, seriös, vertrauensvoll, freundlich, ehrlich, emotional, inspirierend, futuristisch, technisch, rau, urban, geheimnisvoll, schwarz-weiß, festlich, sommerlich, winterlich, herbstlich, frech, frühlingshaft, stilvoll, schlicht, kühl, cool, leise, laut, knallig, kinoreif, düster, wild, humorvoll, herzlich, gediegen, klassisch, bodenständig, mystisch, sinnlich, atmosphärisch, liebevoll, charmant, zart, cineastisch, stimmungsvoll',
  for: 'für',
  people:
    'menschen, leute, frauen, männer, kinder, eltern, *läufer, *läuferinnen, *liebhaber, *sportler, *reisende, familien, familie, haut, *haut, alle, anfänger, einsteiger, profis, studenten, studierende, senioren, paare, freunde, hunde, katzen, babys, kleinkinder, radfahrer, wanderer, kletterer, gamer, pendler, köche, gärtner, hände, haare, zuhause, mädchen, jungen, mütter, väter, teams, büros, berufstätige, *fans',
  intensifier: 'sehr, etwas, ein bisschen, ein wenig, ganz, super, richtig, leicht, total',
};
