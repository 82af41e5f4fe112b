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
  hook, fresh, any: Buongiorno, mondo
  hook, fresh, outdoor: All'aria aperta
  hook, fresh, drink: Prima un sorso
  hook, fresh, food: Cosa si mangia?
  name, any, any: Eccoci.
  name, playful, any: Guarda qui.
  name, professional, any: Facciamo le presentazioni.
  detail, any, any: Da vicino.
  detail, luxurious, any: Ancora più vicino.
  detail, cinematic, any: Guarda la luce.
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
