import type { Lexicon } from './lexicon.ts';

export const italian: Lexicon = {
  tag: 'it',
  name: 'Italian',
  was: 'prima, invece di, anziché, al posto di, era, prezzo precedente, prezzo di listino, listino, costava, in precedenza, di solito, normalmente, prezzo pieno, invece che',
  now: 'ora, adesso, solo, soli, oggi, a soli, prezzo, a, in offerta, per soli, costa, a solo, al prezzo di',
  from: 'da, a partire da, dai, dalle',
  fromAfter: 'in su',
  upTo: 'fino a, fino al, fino',
  each: 'cadauno, cad, al pezzo, a persona, a notte, al mese, a coppia, per notte, a testa, l’uno, la coppia, il paio, la bottiglia, il vasetto, al chilo, tutte e tre, tutti e tre, a lezione, all’ora, all’anno, l’una, ciascuno, ciascuna, a seduta, il pezzo, mese, notte, persona, per persona, al kg, iva inclusa, a scatola',
  rival: 'rispetto a, che, contro, vs, al confronto',
  saving: 'risparmia, risparmi, si risparmia',
  discount:
    'sconto, sconti, di sconto, scontato, scontati, scontata, in meno, ribasso, saldi, saldo, promozione, off, riduzione, liquidazione, svendita, sconto del',
  deal: 'a metà prezzo, metà prezzo, 2x1, 3x2, due per uno, prendi 3 paghi 2, prendi 2 paghi 1, compra 2 prendi 3, il secondo a metà prezzo, la seconda a metà prezzo, compri 1 prendi 2, 2 al prezzo di 1, due al prezzo di uno, 3 al prezzo di 2',
  condition:
    'sul primo, sulla prima, sul primo ordine, sulla prima visita, per i nuovi, per gli studenti, per i soci, con il codice, sul secondo, sul tuo, con abbonamento, sugli ordini, per chi si iscrive, iscrivendoti, su tutto, su tutta, su tutti, su tutte, sulla seconda, in abbonamento, dal secondo',
  currency: 'euro, euri, eur, franchi, chf',
  until:
    'fino al, fino a, fino alla, fino alle, entro il, entro, entro la, scade il, termina il, valido fino al, prima del, finisce il, solo fino a, solo fino al, entro le',
  starts:
    'a partire dal, dal, inizia il, inizio il, inizio, apre il, apertura il, apertura, esce il, uscita il, disponibile dal, lancio il, lancio, parte il, inaugurazione il, in uscita il, comincia il, in libreria dal, dall’, aprono le iscrizioni il, via il, debutta il',
  span: 'oggi, solo oggi, domani, questo weekend, questo fine settimana, questa settimana, questo mese, stasera, solo per oggi, solo questo weekend, questo sabato, questa domenica, black friday, solo questa settimana',
  only: 'solo, soltanto, solamente, esclusivamente',
  every: 'ogni, tutti i, tutte le, sempre, il, la, tutto il',
  weekday: 'lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica',
  month:
    'gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre',
  holiday:
    'natale, pasqua, capodanno, san valentino, festa della mamma, festa del papà, halloween, mezzanotte, ferragosto, epifania, fine mese, esaurimento scorte, estate, inverno, autunno, primavera, befana, immacolata',
  endOf: 'fine, metà, inizio, la fine di, fine di',
  shipping:
    'spedizione, spedizioni, consegna, consegne, spedito, spedita, spediti, spediamo, a domicilio, spese di spedizione, consegniamo, ritiro, consegnato',
  guarantee:
    'garanzia, garantito, garantita, reso, resi, rimborso, soddisfatti o rimborsati, prova, in prova, cambio, cancellazione gratuita, disdetta, di prova, recesso',
  free: 'gratis, gratuita, gratuito, gratuiti, gratuite, inclusa, incluso, espressa, veloce, a vita, rapida, in, ore, facile, nazionale, compresa',
  left: 'rimasti, rimaste, disponibili, posti, disponibilità',
  limited:
    'solo, ultimi, ultime, ultimi pezzi, restano, edizione limitata di, edizione limitata, limitato a, limitata a, primi, i primi, prime, le prime, fino a esaurimento, scorte limitate, minimo, tiratura limitata di, tiratura di, posti limitati, disponibilità limitata, ne restano, rimangono',
  pack: 'confezione da, pacco da, set di, set da, scatola da, scatola di, confezione di, box da, tris di, cassa da, bottiglia da, vasetto da, barattolo da, sacchetto da, astuccio da, tris, pacco di',
  piece:
    'sacco, vasetto, bottiglia, barattolo, pezzi, pz, paia, capsule, bustine, bottiglie, scatole, posti, copie, compresse, lavaggi, clienti, persone, unità, fogli, rotoli, notti, ospiti, esemplari, coperti, candele, cialde, porzioni, barrette',
  code: 'codice, codice sconto, con il codice, coupon, col codice, con codice, buono',
  callToAction: "cta, invito all'azione, pulsante, bottone, testo del pulsante, chiusura",
  act: 'acquista, acquista ora, acquistalo, compra, compra ora, compralo, ordina, ordina ora, ordinalo, ordinala, ordini, prenota, prenota ora, prenotalo, prenotazioni, prenota il tuo, scopri, scopri di più, scoprilo, scoprila, scoprili, prova, provalo, provala, provali, visita, visitaci, vieni, vieni a trovarci, vieni a provarlo, venite, passa, passa a trovarci, iscriviti, iscrizioni, abbonati, registrati, scarica, scaricala, scarica ora, chiama, chiamaci, chiama ora, seguici, scrivici, contattaci, richiedi, regalati, regala, approfittane, approfitta, non perderlo, non perdertela, maggiori informazioni, info, info su, per info, clicca, vai su, assaggia, assaggialo, unisciti, inizia, inizia oggi, inizia ora, ti aspettiamo, vi aspettiamo, preordina, preordina ora, link in bio, trovaci, lo trovi, li trovi, la trovi, scegli, scegli il tuo, mettilo, portalo, corri, affrettati, fatti un regalo, prendi, in vendita su, disponibile su, guarda, ascolta, concediti, saperne di più',
  street:
    'via, viale, piazza, corso, largo, vicolo, strada, piazzale, lungomare, calle, borgo, contrada, mercato',
  in: 'a, in, vicino a, presso, di fronte a',
  at: 'al, alla, nel, nella, presso, nel nostro, nella nostra, in',
  made: 'fatto, fatta, fatti, fatte, prodotto, prodotta, prodotti, realizzato, realizzata, cucito, cucita, cucite, tessuto, tostato, cotto, lavorato, di, disegnato, coltivato, ispirato, ispirata, nato, nata, tinto, soffiato',
  business:
    'ottica, oreficeria, gioielleria, vetreria, sartoria, falegnameria, erboristeria, orologeria, ceramiche, torrefazione, caseificio, tipografia, negozio, bar, caffè, ristorante, trattoria, osteria, hotel, albergo, agriturismo, parrucchiere, salone, panificio, pasticceria, studio, palestra, clinica, fioraio, galleria, scuola, vivaio, birrificio, cantina, b&b, bed and breakfast, pizzeria, bottega, mercato, libreria, farmacia, agenzia, gelateria, barbiere, centro estetico, spa, dentista, toelettatura, officina, enoteca, macelleria, forno, campeggio, masseria, rifugio, ostello, gastronomia, salumeria, atelier, laboratorio, rosticceria, paninoteca, locanda, teatro, lavanderia, ottica, gioielleria',
  make: 'fai, fammi, crea, creami, genera, produci, realizza, voglio, vorrei, vogliamo, mi serve, ci serve, ho bisogno di, prepara, monta, gira, fate, potresti fare, per favore, puoi fare, create, dammi, facci',
  video:
    'video, spot, pubblicità, annuncio, clip, reel, promo, filmato, cortometraggio, videoclip, campagna, trailer, inserzione',
  format: 'verticale, orizzontale, quadrato, storia, storie, quadrata',
  second: 'secondo, secondi, sec, minuto, minuti',
  without: 'senza, niente, no, nessuna, nessun, mai, evita, non',
  filming:
    'musica, voce, voce fuori campo, voce narrante, narrazione, testo, testi, sottotitoli, volti, persone, gente, logo, primi piani, primo piano, rallentatore, effetti, emoji, transizioni, suono, effetti sonori, scritte, musica di sottofondo, inquadrature, hashtag, faccine, tagli rapidi, dettagli ravvicinati, punti esclamativi, parlato',
  ignore:
    'ignora, ignorate, dimentica, dimenticati, ora sei, adesso sei, salta, aggira, nuova istruzione, nuove istruzioni, da ora sei, istruzione di sistema, trascura, fai finta',
  rules:
    'regole, istruzioni, indicazioni, precedenti, tutto quanto sopra, quanto sopra, restrizioni, le regole, sopra, direttive',
  say: 'di, di’, dì, di che, dì che, scrivi, scrivi che, metti, racconta, afferma, menziona, aggiungi, prometti, mostra, rispondi, inventa, scrivete, dite, annuncia che',
  forbid:
    'non dire, non menzionare, non scrivere, non mostrare, non mettere, non citare, non nominare, non indicare, non usare la parola, evita di dire, evitare di dire, senza dire, senza menzionare, non parlare, mai dire, vietato dire, non inserire, non pubblicare, nota interna, uso interno, interno, riservato, non si può dire, non possiamo dire, non riportare, non diciamo, non specificare, evita la parola, evitare la parola',
  priceWord: 'prezzo, prezzi, il prezzo, costo',
  noise:
    'in formato, formato, di durata, ciao, salve, buongiorno, grazie, per favore, per piacere, ahah, allora, beh, vendiamo, vendo, facciamo, offriamo, abbiamo, per la mia, per il mio, per la nostra, per il nostro, per i nostri, per le nostre, la nostra, il nostro, i nostri, le nostre, nostra, nostro, nostri, nostre, mia, mio, nuovo, nuova, nuovi, nuove, ecco, è un, è una, questo è, questa è, si tratta di, saluti, un saluto, riguarda, descrizione, dettagli, arriva, presenta, target',
  small:
    'da, a, dal, dalla, nel, nella, sul, con, al, ai, io, noi, voi, lui, lei, si, ci, questo, questa, quando, se, perché, senza, su, anche',
  kind: `palla da ginnastica, palla da pilates, palla da yoga, scarpe, scarpe da corsa, scarpa, stivali, sandali, sneakers, ciabatte, divano, divano letto, poltrona, sedia, sedie, sgabello, tavolo, tavolino, scrivania, libreria, armadio, letto, materasso, cuscino, cuscini, piumone, coperta, lenzuola, tappeto, tappeti, tende, lampada, lampade, lampada da tavolo, lampada da terra, specchio, vaso, orologio, orologi, sveglia, mouse, tastiera, monitor, portatile, tablet, telefono, smartphone, cover, custodia, caricabatterie, stampante, fotocamera, drone, cuffie, auricolari, altoparlante, cassa bluetooth, giradischi, chitarra, pianoforte, occhialini, occhiali da sole, occhiali, smartwatch, anello, anelli, collana, collane, orecchini, bracciale, braccialetto, gioielli, profumo, siero, crema, crema viso, crema mani, crema idratante, sapone, saponi, saponetta, shampoo, bagnoschiuma, deodorante, dentifricio, spazzolino, rasoio, olio da barba, asciugacapelli, phon, rossetto, mascara, smalto, trucco, integratore, integratori, vitamine, proteine, caffè, caffe, caffè in grani, tè, tisana, tisane, infuso, infusi, succo, succhi, limonata, birra, birre, vino, vini, vino rosso, vino bianco, prosecco, spumante, gin, grappa, amaro, acqua, latte d'avena, granola, cereali, pane, cornetti, torta, torte, crostata, panettone, colomba, biscotti, cioccolato, cioccolatini, caramelle, torrone, miele, marmellata, marmellate, confettura, confetture, olio, olio d'oliva, olio extravergine, olio extravergine di oliva, aceto, aceto balsamico, sugo, salsa, pesto, pasta, riso, pizza, pizze, panini, hamburger, formaggio, formaggi, salame, prosciutto, gelato, gelati, sale, spezie, crocchette, cibo per cani, cibo per gatti, lettiera, cuccia, guinzaglio, collare, passeggino, seggiolino auto, pannolini, giocattolo, giocattoli, giochi di legno, mattoncini, puzzle, gioco da tavolo, gioco, bambola, peluche, impermeabile, giacca, giacche, giubbotto, cappotto, parka, felpa, felpe, maglione, maglioni, cardigan, camicia, camicie, maglietta, magliette, t-shirt, blusa, vestito, vestiti, abito, abiti, abito da sposa, gonna, pantaloni, jeans, leggings, calze, calzini, intimo, pigiama, costume da bagno, cappello, berretto, sciarpa, guanti, cintura, grembiule, borsa, borse, borsa a tracolla, zaino, zaini, valigia, trolley, portafoglio, portafogli, portacarte, ombrello, bicicletta, biciclette, bici, bici elettrica, e-bike, casco, monopattino, monopattino elettrico, scooter, tenda, sacco a pelo, amaca, torcia, borraccia, bottiglia, bottiglia termica, thermos, tazza, tazze, tazzina, tazzine, mug, teiera, bollitore, macchina da caffè, macchina per caffè, macchina del caffè, moka, caffettiera, macinacaffè, frullatore, tostapane, friggitrice ad aria, friggitrice, forno, forno per pizza, barbecue, griglia, padella, padelle, pentola, pentole, casseruola, coltello, coltelli, coltello da cucina, tagliere, piatti, ciotola, ciotole, posate, bicchieri, calici, portapranzo, candela, candele, candela profumata, candele profumate, diffusore, incenso, profumatore, purificatore, ventilatore, stufa, aspirapolvere, robot aspirapolvere, lavatrice, lavastoviglie, detersivo, detergente, pianta, piante, vasi, fiori, mazzo, bouquet, semi, terriccio, tosaerba, tagliaerba, tubo da giardino, trapano, trapano avvitatore, avvitatore, cacciavite, sega, martello, levigatrice, attrezzi, scala, pittura, vernice, carta da parati, piastrelle, pneumatici, gomme, auto, moto, camper, tappetino, tappetino yoga, manubri, tapis roulant, racchetta, tavola da surf, sci, app, applicazione, software, piattaforma, sito, podcast, corso, corso online, corsi, corso di ceramica, laboratorio, laboratori, lezioni, workshop, libro, libri, romanzo, ricettario, fumetto, rivista, quaderno, taccuino, agenda, calendario, penna, poster, stampe, quadro, vinile, biglietti, festival, concerto, mostra, cofanetto, cesto, cesto regalo, buono regalo, hotel, albergo, agriturismo, b&b, appartamento, camere, camera, ristorante, trattoria, osteria, bar, panificio, pasticceria, gelateria, parrucchiere, barbiere, salone, spa, palestra, studio dentistico, dentista, fioraio, galleria, birrificio, cantina, toelettatura, assicurazione, pannelli solari, macchina da cucire, lana, stoffa, termometro, asciugamani, accappatoio, ceramica, ceramiche, tovaglia, tovaglie, taralli, focaccia, mozzarella, limoncello, liquore, sciroppo, ravioli, tortellini, arancini, salsicce, kit`,
  quality: `nuovo, nuova, nuovi, pelle, in pelle, cuoio, legno, in legno, rovere, acciaio, metallo, ottone, ghisa, ceramica, porcellana, vetro, carta, cotone, lino, lana, seta, velluto, cashmere, oro, argento, diamante, nero, nera, neri, nere, bianco, bianca, bianchi, rosso, rossa, rossi, rosse, blu, azzurro, verde, verdi, giallo, arancione, rosa, marrone, grigio, beige, chiaro, scuro, opaco, grande, grandi, piccolo, piccola, mini, compatto, compatta, portatile, pieghevole, pieghevoli, leggero, leggera, pesante, morbido, morbida, duro, caldo, calda, freddo, fresco, fresca, freschi, crudo, tostato, affumicato, salato, dolce, piccante, naturale, naturali, biologico, biologica, bio, vegano, vegana, senza glutine, senza zucchero, artigianale, artigianali, artigiano, fatto a mano, fatte a mano, casa, casereccio, sostenibile, riciclato, riciclata, ricondizionato, usato, vintage, retrò, classico, classica, moderno, moderna, rustico, tradizionale, limitato, esclusivo, personalizzato, personalizzata, su misura, lusso, premium, professionale, migliore, buono, bello, bella, elegante, comodo, comoda, resistente, intelligente, senza fili, wireless, elettrico, elettrica, digitale, automatico, automatica, meccanico, ricaricabile, solare, impermeabile, antiaderente, lavabile, riutilizzabile, silenzioso, silenziosa, veloce, semplice, ergonomico, bambino, bambina, bambini, bimbo, bimba, bimbi, neonato, donna, uomo, unisex, cane, gatto, giardino, cucina, ufficio, viaggio, campeggio, sport, estate, inverno, natale, regalo, locale, italiano, italiana, italiani, francese, tedesco, spagnolo, giapponese, siciliano, siciliana, toscano, toscana, pugliese, puro, pura, fino, extra, vergine, extravergine, super, ultra, doppio, singolo, viso, corpo, mani, capelli, idratante, lavanda, vaniglia, limone, menta, avena, mandorla, cioccolato, online, due, tre, quattro, cinque, profumata, profumato, polarizzati, imbottito, imbottita, integrale, lievito madre, da, in, per, a mano, stagionato, termica, termico`,
  is: 'è, sono, è un, è una',
  and: 'e, ed, più, con',
  or: 'o, oppure',
  of: 'di, del, della, dei',
  called:
    'chiamato, chiamata, chiamati, si chiama, si chiamano, di nome, il nome è, nome è, il nostro marchio, marchio, marca, presentiamo, ti presentiamo, vi presentiamo, ecco, scopri, intitolato, intitolata, nome:, marca:, denominato, battezzato',
  correction:
    'no, scusa, scusate, anzi, volevo dire, intendevo, correzione, no aspetta, mi correggo, ops, pardon, no scusa',
  by: 'di, da, firmato, della casa, by',
  slogan:
    'slogan, motto, recensione, citazione, testimonianza, frase, claim, payoff, una cliente, un cliente',
  says: 'dice, secondo, scrive, racconta, ha detto',
  subject: 'prodotto, il prodotto, il prodotto è, tema, argomento, articolo, si tratta di, marchio',
  moodCue: 'tono, stile, atmosfera, look, mood, umore, estetica, sensazione, clima',
  mood: 'scuro, scura, cinematografico, cinematografica, drammatico, drammatica, epico, epica, elegante, lussuoso, lusso, senza tempo, minimale, minimal, minimalista, pulito, pulita, moderno, moderna, audace, energico, energica, dinamico, dinamica, sportivo, sportiva, veloce, potente, giocoso, giocosa, divertente, simpatico, colorato, colorata, allegro, allegra, luminoso, luminosa, solare, vibrante, vivace, fresco, fresca, naturale, rustico, rustica, caldo, calda, accogliente, calmo, calma, tranquillo, tranquilla, sereno, serena, morbido, morbida, delicato, delicata, lento, lenta, rilassato, rilassata, rilassante, sognante, romantico, romantica, nostalgico, nostalgica, retrò, vintage, raffinato, raffinata, sofisticato, professionale, serio, sincero, emozionante, ispirante, futuristico, urbano, grezzo, misterioso, misteriosa, notturno, notturna, festoso, festivo, estivo, invernale, natalizio, intimo, intima, poetico, poetica, tenero, ironico, ironica, familiare, genuino, goloso, sobrio, sobria, mediterraneo, semplice, conviviale, classico, classica, silenzioso, spiritoso, spensierato, grintoso, autunnale, primaverile, nostrano, artigianale, suggestivo, soffuso',
  for: 'per, ideale per, perfetto per, pensato per, adatto a',
  people:
    'donne, uomini, bambini, bambine, famiglie, famiglia, corridori, runner, amanti, viaggiatori, pelle, pelli, capelli, neonati, mamme, papà, cani, gatti, tutti, principianti, studenti, coppie, amici, mani, ciclisti, escursionisti, adulti, ragazzi, uomo, donna, bimbo, bimba, bimbi, professionisti, sposi, sportivi',
  intensifier: 'molto, un po, un po’, abbastanza, super, più, piuttosto, poco',
};
