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
  hook, any, any: Già visto? > Adesso sì
  hook, any, any: Guarda qui
  hook, any, quiet: Lo senti? > Neanch'io
  hook, any, lasting: E va, e va > E va ancora
  hook, any, wet: Che piova pure > E allora?
  hook, any, weight: Sollevalo
  hook, any, handmade: Guarda bene > Ancora più vicino
  hook, any, warm: Freddo fuori? > Qui no
  hook, any, cold: Resta al fresco
  hook, any, quick: Di fretta? > Già fatto
  hook, any, small: Piega e riponi > Ecco fatto
  hook, any, deal: Tempismo perfetto
  hook, any, desk: Al lavoro > A domani
  hook, professional, desk: Al lavoro
  hook, cinematic, desk: Turno di notte
  hook, any, light: Luce accesa > Sei a casa
  hook, calm, light: Ancora un capitolo
  hook, relaxed, light: Finalmente sera
  hook, any, rain: Che piova pure > E allora?
  hook, playful, rain: Pozzanghere? Sì, grazie
  hook, any, kitchen: Cosa cuciniamo? > A tavola!
  hook, energetic, kitchen: Fuoco alto
  hook, calm, kitchen: A fuoco lento
  hook, any, garden: In giardino > Ci vediamo fuori
  hook, playful, garden: Mani nella terra
  hook, any, baby: Ciao, piccolino > Sogni d'oro
  hook, playful, baby: Manine, ciao
  hook, any, sleep: Buona notte > E buongiorno
  hook, calm, sleep: Altri cinque minuti
  hook, luxurious, sleep: Resta a letto
  hook, any, sport: Pronti? > Via!
  hook, energetic, sport: Ancora un giro
  hook, any, travel: Valigia e via > Manda una cartolina
  hook, energetic, travel: Ultima chiamata
  hook, luxurious, travel: Posto finestrino, grazie
  hook, cinematic, travel: Da un'altra parte
  hook, any, book: Capitolo uno > Continua
  hook, playful, book: E poi, sorpresa
  hook, any, bath: Apri l'acqua > Non disturbare
  hook, any, clean: Maniche su > Fatto
  hook, playful, clean: Ciao, briciole
  hook, any, tea: Metti su l'acqua > Siediti
  hook, calm, tea: Lascia in infusione
  hook, any, wine: Fuori i calici > Salute
  hook, luxurious, wine: Alla serata
  hook, any, car: Il giro lungo > Senza fretta
  hook, energetic, car: Chiave, motore, via
  hook, cinematic, car: Fari accesi
  hook, any, bike: Prendi la bici > A dopo
  hook, relaxed, bike: A casa, piano
  hook, any, app: Aprila > Tutto qui
  hook, playful, app: Tocca, tocca
  hook, any, course: Voglia di imparare? > Ci vediamo in aula
  hook, playful, course: Suona la campanella
  hook, any, health: Ogni giorno > A domani
  hook, any, camera: Fermi così > Fatta
  hook, cinematic, camera: Luce. Inquadra. Clic.
  hook, playful, camera: Sorridi
  hook, any, audio: Premi play > Ancora
  hook, cinematic, audio: Chiudi gli occhi
  hook, relaxed, audio: Lato A, traccia uno
  hook, any, watch: È ora > La tua ora
  hook, energetic, watch: Tic, tac, via
  hook, any, phone: Prendilo in mano
  hook, any, shoes: Destra, sinistra, ancora > E ancora
  hook, luxurious, shoes: Entra piano
  hook, fresh, shoes: Primi passi
  hook, any, wear: Da provare > Da tenere
  hook, energetic, wear: Vestiti e via
  hook, fresh, wear: Cosa mi metto? > Questo
  hook, any, beauty: Prima la pelle > Poi il mondo
  hook, fresh, beauty: Acqua sul viso
  hook, any, perfume: Una goccia > E si esce
  hook, any, candle: Accendi un fiammifero > Resta un po'
  hook, any, home: Bentornati a casa > Restate un po'
  hook, any, furniture: Siediti > Resta
  hook, playful, furniture: Posto libero
  hook, luxurious, furniture: Accomodati
  hook, any, coffee: Prima il caffè > Poi il giorno
  hook, energetic, coffee: Sveglia
  hook, fresh, coffee: Buongiorno
  hook, calm, coffee: Prima che inizi
  hook, luxurious, coffee: Versa piano
  hook, cinematic, coffee: Prima dell'alba
  hook, any, drink: Sete? > Salute
  hook, any, food: Fame? > Serviti
  hook, calm, food: Siediti e mangia
  hook, luxurious, food: Lascia un posto
  hook, relaxed, food: Passa il piatto
  hook, any, pets: Chi c'è? > Vieni qui
  hook, energetic, pets: Si esce!
  hook, any, toy: Si gioca? > Ancora un giro
  hook, any, tools: Guanti su > Fatto
  hook, any, outdoor: Porta aperta > Ci vediamo fuori
  hook, calm, outdoor: Tu e gli alberi
  hook, any, place: Entra pure > A presto
  hook, any, service: Ci pensiamo noi > A presto
  hook, any, jewellery: Guarda da vicino > Più vicino
  hook, any, move: Si parte > Avanti
  hook, any, eyewear: Esce il sole > Su gli occhiali
  hook, playful, eyewear: Troppa luce?
  hook, any, plant: Spazio per crescere
  hook, any, table: Apparecchia > Buon appetito
  hook, playful, table: Chi apparecchia?
  hook, luxurious, table: Cena alle otto
  hook, any, bag: Prendi e vai > Preso tutto?
  hook, energetic, bag: Fuori di casa
  hook, luxurious, bag: Al tuo braccio
  hook, any, makeup: Uno specchio? > Eccoti
  hook, luxurious, makeup: Un ultimo sguardo
  hook, any, hair: Capelli al vento
  hook, any, music: Collega e suona > Bis!
  hook, energetic, music: Uno, due, tre
  hook, calm, music: Suona piano
  hook, any, bottle: Riempila > E bevi
  hook, energetic, bottle: Un sorso, via
  hook, fresh, home: Qualcosa per casa
  hook, playful, desk: Punta e clicca
  hook, any, clock: Giù dal letto > Buongiorno
  hook, any, cuddle: Un abbraccio? > Sogni d'oro
  hook, any, hat: Berretto in testa > Tutti fuori
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
