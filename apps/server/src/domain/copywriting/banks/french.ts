import { readBank } from '../line-bank.ts';

/** Speaks to vous. No line says anything about the product. */
export const french = readBank(`
  hook, energetic, any: Prêts ? On y va
  hook, energetic, move: À votre rythme
  hook, energetic, shoes: Lacez, partez
  hook, energetic, audio: Montez le son
  hook, energetic, outdoor: Dehors, tout le monde
  hook, calm, beauty: Un instant à soi
  hook, calm, any: Respirez un instant
  hook, calm, candle: Baissez la lumière
  hook, calm, home: Tout doucement
  hook, calm, any: Rien ne presse
  hook, luxurious, place: Un dîner à deux
  hook, luxurious, wear: Ce soir, on sort
  hook, luxurious, jewellery: Regardez de plus près
  hook, luxurious, any: Cela reste entre nous
  hook, luxurious, perfume: À la nuit tombée
  hook, playful, pets: Coucou, c'est qui ?
  hook, playful, food: Qui a tout mangé ?
  hook, playful, toy: D'abord, on joue
  hook, playful, any: Devinez quoi
  hook, playful, any: Dites bonjour
  hook, professional, office: La journée commence
  hook, professional, any: Allons droit au but
  hook, professional, tools: Au travail
  hook, professional, tools: Votre prochain projet
  hook, professional, service: Voici le plan
  hook, cinematic, any: D'abord, la lumière
  hook, cinematic, any: Passé minuit
  hook, cinematic, move: La route est à nous
  hook, cinematic, any: Silence, on tourne
  hook, cinematic, any: Et puis, le calme
  hook, relaxed, furniture: Les pieds sur le canapé
  hook, relaxed, coffee: Encore une tasse ?
  hook, relaxed, any: Aucun plan aujourd'hui
  hook, relaxed, coffee: Un matin sans réveil
  hook, relaxed, place: Entrez, installez-vous
  hook, fresh, home: Ouvrez la fenêtre
  hook, fresh, any: Bonjour, le monde
  hook, fresh, outdoor: Prenons l'air
  hook, fresh, drink: Une gorgée d'abord
  hook, fresh, food: On mange quoi ?
  name, any, any: Voilà.
  name, playful, any: Regardez.
  name, professional, any: Faisons les présentations.
  detail, any, any: De près.
  detail, luxurious, any: De plus près.
  detail, cinematic, any: Regardez la lumière.
  benefit, any, any: En bref :
  benefit, any, any: Bon à savoir :
  benefit, professional, any: Les faits :
  offer, any, any: L'offre :
  offer, any, any: Le prix :
  quote, any, any: Avec ses mots :
  cta, playful, any: À vous de jouer.
  cta, relaxed, any: À tout de suite.
  cta, professional, any: La prochaine étape :
`);
