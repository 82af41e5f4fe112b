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
  hook, fresh, outdoor: Prenons l'air
  hook, fresh, drink: Une gorgée d'abord
  hook, fresh, food: On mange quoi ?
  hook, any, any: Vous l'avez vu ?
  hook, any, any: Regardez
  hook, any, quiet: Vous entendez ?
  hook, any, lasting: Et ça continue
  hook, any, wet: Qu'il pleuve
  hook, any, weight: Soulevez-le
  hook, any, handmade: Regardez bien
  hook, any, warm: Froid dehors ?
  hook, any, cold: Restez au frais
  hook, any, quick: Pressé ?
  hook, any, small: Pliez, rangez
  hook, any, deal: Au bon moment
  hook, any, desk: À vous de jouer
  hook, professional, desk: Au travail
  hook, cinematic, desk: Tard le soir
  hook, any, light: Lumière
  hook, calm, light: Encore un chapitre
  hook, relaxed, light: Enfin le soir
  hook, any, rain: Qu'il pleuve
  hook, playful, rain: Flaques ? Oui !
  hook, any, kitchen: On cuisine ?
  hook, energetic, kitchen: À feu vif
  hook, calm, kitchen: À feu doux
  hook, any, garden: Au jardin
  hook, playful, garden: Mains dans la terre
  hook, any, baby: Bonjour, tout petit
  hook, playful, baby: Petites mains, bonjour
  hook, any, sleep: Bonne nuit
  hook, calm, sleep: Cinq minutes encore
  hook, luxurious, sleep: Restez au lit
  hook, any, sport: À vos marques
  hook, energetic, sport: Encore un tour
  hook, any, travel: Valise, et partez
  hook, energetic, travel: Dernier appel
  hook, luxurious, travel: Côté fenêtre
  hook, cinematic, travel: Quelque part ailleurs
  hook, any, book: Chapitre un
  hook, playful, book: Et là, surprise
  hook, any, bath: Faites couler
  hook, any, clean: Manches retroussées
  hook, playful, clean: Adieu, miettes
  hook, any, tea: L'eau frémit
  hook, calm, tea: Laissez infuser
  hook, any, wine: Sortez les verres
  hook, luxurious, wine: À ce soir
  hook, any, car: Prenez le détour
  hook, energetic, car: Contact, et partez
  hook, cinematic, car: Phares allumés
  hook, any, bike: En selle
  hook, relaxed, bike: Le long chemin
  hook, any, app: Ouvrez-la
  hook, playful, app: Tapez, tapez
  hook, any, course: Envie d'apprendre ?
  hook, playful, course: Ça sonne
  hook, any, health: Chaque jour
  hook, any, camera: Ne bougez plus
  hook, cinematic, camera: Lumière. Cadre. Clic.
  hook, playful, camera: Souriez
  hook, any, audio: Appuyez sur lecture
  hook, cinematic, audio: Fermez les yeux
  hook, relaxed, audio: Face A, piste une
  hook, any, watch: Il est temps
  hook, energetic, watch: Tic, tac, partez
  hook, any, phone: Prenez-le en main
  hook, any, shoes: Gauche, droite, encore
  hook, luxurious, shoes: Entrez lentement
  hook, fresh, shoes: Premiers pas
  hook, any, wear: Essayez-le
  hook, energetic, wear: Habillé, parti
  hook, fresh, wear: Ouvrez le placard
  hook, any, beauty: La peau d'abord
  hook, fresh, beauty: De l'eau fraîche
  hook, any, perfume: Un seul geste
  hook, any, candle: Craquez l'allumette
  hook, any, home: Votre coin
  hook, any, furniture: Asseyez-vous
  hook, playful, furniture: Place libre
  hook, luxurious, furniture: Prenez place
  hook, any, coffee: D'abord, un café
  hook, energetic, coffee: Debout
  hook, fresh, coffee: Bonjour, matin
  hook, calm, coffee: Avant la journée
  hook, luxurious, coffee: Versez lentement
  hook, cinematic, coffee: Avant l'aube
  hook, any, drink: Glaçons, verre, santé
  hook, any, food: Un creux ?
  hook, calm, food: À table, doucement
  hook, luxurious, food: Gardez de la place
  hook, relaxed, food: Passez le plat
  hook, any, pets: C'est qui, ça ?
  hook, energetic, pets: En balade !
  hook, any, toy: On joue ?
  hook, any, tools: Enfilez vos gants
  hook, any, outdoor: La porte est ouverte
  hook, calm, outdoor: Vous, et les arbres
  hook, any, place: Entrez donc
  hook, any, service: On s'en occupe
  hook, any, jewellery: De plus près
  hook, any, move: On y va
  hook, any, eyewear: Le soleil sort
  hook, playful, eyewear: Trop de lumière ?
  hook, luxurious, eyewear: Regardez par ici
  hook, any, plant: De quoi grandir
  hook, playful, plant: Votre colocataire vert
  hook, any, table: À table
  hook, any, bag: Attrapez et filez
  hook, energetic, bag: Vite, dehors
  hook, luxurious, bag: À votre bras
  hook, luxurious, makeup: Un dernier regard
  hook, any, hair: Cheveux au vent
  hook, any, music: Branchez, jouez
  hook, energetic, music: Un, deux, trois
  hook, calm, music: Jouez doucement
  hook, any, bottle: Encore une gorgée
  hook, energetic, bottle: Gorgée et départ
  hook, fresh, home: Pour la maison
  hook, playful, desk: Pointez, cliquez
  name, any, any: Voilà.
  name, playful, any: Regardez.
  name, professional, any: Faisons les présentations.
  detail, any, any: Jetez un œil.
  detail, luxurious, any: De plus près.
  detail, cinematic, any: Regardez la lumière.
  detail, any, any: Voyez par vous-même
  detail, any, any: Sous tous les angles
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
