import { readBank } from '../line-bank.ts';

/** Speaks to tu. No line says anything about the product. */
export const italian = readBank(`
  hook, energetic, any: Pronti? Si parte
  hook, energetic, move: Al tuo ritmo
  hook, energetic, shoes: Allaccia e vai
  hook, energetic, audio: Alza il volume
  hook, energetic, outdoor: Tutti fuori
  hook, calm, beauty: Un momento per te
  hook, calm, any: Fai un bel respiro
  hook, calm, candle: Abbassa le luci
  hook, calm, home: Piano piano
  hook, calm, any: Senza fretta
  hook, luxurious, place: Un tavolo per due
  hook, luxurious, wear: Stasera si esce
  hook, luxurious, jewellery: Guarda da vicino
  hook, luxurious, any: Resti tra noi
  hook, luxurious, perfume: Quando scende la sera
  hook, playful, pets: Indovina chi arriva
  hook, playful, food: Chi l'ha finito?
  hook, playful, toy: Prima si gioca
  hook, playful, any: Ma guarda un po'
  hook, playful, any: Di' ciao
  hook, professional, office: Comincia la giornata
  hook, professional, any: Veniamo al punto
  hook, professional, tools: Al lavoro
  hook, professional, tools: Il prossimo progetto
  hook, professional, service: Ecco il piano
  hook, cinematic, any: All'inizio, la luce
  hook, cinematic, any: Passata la mezzanotte
  hook, cinematic, move: La strada ci aspetta
  hook, cinematic, any: Luci, motore, azione
  hook, cinematic, any: Poi, il silenzio
  hook, relaxed, furniture: Piedi in alto
  hook, relaxed, coffee: Ancora una tazza?
  hook, relaxed, any: Oggi nessun programma
  hook, relaxed, coffee: Mattina senza sveglia
  hook, relaxed, place: Entra e siediti
  hook, fresh, home: Apri la finestra
  hook, fresh, outdoor: All'aria aperta
  hook, fresh, drink: Prima un sorso
  hook, fresh, food: Cosa si mangia?
  hook, any, any: Già visto?
  hook, any, any: Guarda qui
  hook, any, quiet: Lo senti?
  hook, any, lasting: E continua
  hook, any, wet: Che piova pure
  hook, any, weight: Sollevalo
  hook, any, handmade: Guarda bene
  hook, any, warm: Freddo fuori?
  hook, any, cold: Resta al fresco
  hook, any, quick: Di fretta?
  hook, any, small: Piega e riponi
  hook, any, deal: Tempismo perfetto
  hook, any, desk: Tocca a te
  hook, professional, desk: Al lavoro
  hook, cinematic, desk: Turno di notte
  hook, any, light: Luce accesa
  hook, calm, light: Ancora un capitolo
  hook, relaxed, light: Finalmente sera
  hook, any, rain: Che piova pure
  hook, playful, rain: Pozzanghere? Sì, grazie
  hook, any, kitchen: Cosa cuciniamo?
  hook, energetic, kitchen: Fuoco alto
  hook, calm, kitchen: A fuoco lento
  hook, any, garden: In giardino
  hook, playful, garden: Mani nella terra
  hook, any, baby: Ciao, piccolino
  hook, playful, baby: Manine, ciao
  hook, any, sleep: Buona notte
  hook, calm, sleep: Altri cinque minuti
  hook, luxurious, sleep: Resta a letto
  hook, any, sport: Pronti, via
  hook, energetic, sport: Ancora un giro
  hook, any, travel: Valigia e via
  hook, energetic, travel: Ultima chiamata
  hook, luxurious, travel: Posto finestrino, grazie
  hook, cinematic, travel: Da un'altra parte
  hook, any, book: Capitolo uno
  hook, playful, book: E poi, sorpresa
  hook, any, bath: Apri l'acqua
  hook, any, clean: Maniche su
  hook, playful, clean: Ciao, briciole
  hook, any, tea: Metti su l'acqua
  hook, calm, tea: Lascia in infusione
  hook, any, wine: Fuori i calici
  hook, luxurious, wine: Alla serata
  hook, any, car: Fai il giro lungo
  hook, energetic, car: Chiave, motore, via
  hook, cinematic, car: Fari accesi
  hook, any, bike: Prendi la bici
  hook, relaxed, bike: A casa, piano
  hook, any, app: Aprila
  hook, playful, app: Tocca, tocca
  hook, any, course: Pronto a imparare?
  hook, playful, course: Suona la campanella
  hook, any, health: Ogni giorno
  hook, any, camera: Fermo così
  hook, cinematic, camera: Luce. Inquadra. Clic.
  hook, playful, camera: Sorridi
  hook, any, audio: Premi play
  hook, cinematic, audio: Chiudi gli occhi
  hook, relaxed, audio: Lato A, traccia uno
  hook, any, watch: È ora
  hook, energetic, watch: Tic, tac, via
  hook, any, phone: Prendilo in mano
  hook, any, shoes: Destra, sinistra, ancora
  hook, luxurious, shoes: Entra piano
  hook, fresh, shoes: Primi passi
  hook, any, wear: Provalo
  hook, energetic, wear: Vestiti e via
  hook, fresh, wear: Apri l'armadio
  hook, any, beauty: Prima la pelle
  hook, fresh, beauty: Acqua sul viso
  hook, any, perfume: Una goccia
  hook, any, candle: Accendi un fiammifero
  hook, any, home: Il tuo angolo
  hook, any, furniture: Siediti
  hook, playful, furniture: Posto libero
  hook, luxurious, furniture: Accomodati
  hook, any, coffee: Prima, caffè
  hook, energetic, coffee: Sveglia
  hook, fresh, coffee: Buongiorno
  hook, calm, coffee: Prima che inizi
  hook, luxurious, coffee: Versa piano
  hook, cinematic, coffee: Prima dell'alba
  hook, any, drink: Ghiaccio, bicchiere, via
  hook, any, food: Fame?
  hook, calm, food: Siediti e mangia
  hook, luxurious, food: Lascia un posto
  hook, relaxed, food: Passa il piatto
  hook, any, pets: Chi c'è?
  hook, energetic, pets: Si esce!
  hook, any, toy: Ora di giocare
  hook, any, tools: Guanti su
  hook, any, outdoor: Porta aperta
  hook, calm, outdoor: Tu e gli alberi
  hook, any, place: Entra pure
  hook, any, service: Ci pensiamo noi
  hook, any, jewellery: Guarda da vicino
  hook, any, move: Si parte
  hook, any, eyewear: Esce il sole
  hook, playful, eyewear: Troppa luce?
  hook, any, plant: Spazio per crescere
  hook, any, table: A tavola
  hook, playful, table: Chi apparecchia?
  hook, luxurious, table: Cena alle otto
  hook, any, bag: Prendi e vai
  hook, energetic, bag: Fuori di casa
  hook, luxurious, bag: Al tuo braccio
  hook, any, makeup: Specchio, per favore
  hook, luxurious, makeup: Un ultimo sguardo
  hook, any, hair: Capelli al vento
  hook, any, music: Collega e suona
  hook, energetic, music: Uno, due, tre
  hook, calm, music: Suona piano
  hook, any, bottle: Riempila ancora
  hook, energetic, bottle: Un sorso, via
  hook, fresh, home: Qualcosa per casa
  hook, playful, desk: Punta e clicca
  name, any, any: Eccoci.
  name, playful, any: Guarda qui.
  name, professional, any: Facciamo le presentazioni.
  detail, any, any: Dai un’occhiata.
  detail, luxurious, any: Ancora più vicino.
  detail, cinematic, any: Guarda la luce.
  detail, any, any: Guarda tu stesso
  detail, any, any: Da ogni lato
  benefit, any, any: In breve:
  benefit, any, any: Da sapere:
  benefit, professional, any: I fatti:
  offer, any, any: L'offerta:
  offer, any, any: Il prezzo:
  quote, any, any: Con le sue parole:
  cta, playful, any: Tocca a te.
  cta, relaxed, any: A presto.
  cta, professional, any: Il prossimo passo:
`);
