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
  hook, any, quiet: Vous entendez ? > Moi non plus
  hook, any, lasting: Et ça continue > Encore
  hook, any, wet: Il peut pleuvoir > Et alors ?
  hook, any, weight: Soulevez-le
  hook, any, handmade: Regardez de près > Encore plus près
  hook, any, warm: Froid dehors ? > Pas ici
  hook, any, cold: Restez au frais
  hook, any, quick: Une minute ? > C'est fait
  hook, any, small: Pliez, rangez > Et voilà
  hook, any, deal: Au bon moment
  hook, any, desk: Au travail > À demain
  hook, professional, desk: Au travail
  hook, cinematic, desk: Tard le soir
  hook, any, light: Lumière > Vous voilà chez vous
  hook, calm, light: Encore un chapitre
  hook, relaxed, light: Enfin le soir
  hook, any, rain: Il peut pleuvoir > Et alors ?
  hook, playful, rain: Flaques ? Oui !
  hook, any, kitchen: On mange quoi ? > À table !
  hook, energetic, kitchen: À feu vif
  hook, calm, kitchen: À feu doux
  hook, any, garden: Au jardin > À tout à l'heure
  hook, playful, garden: Mains dans la terre
  hook, any, baby: Bonjour, petit cœur > Fais dodo
  hook, playful, baby: Petites mains, bonjour
  hook, any, sleep: Bonne nuit > Et bonjour
  hook, calm, sleep: Cinq minutes encore
  hook, luxurious, sleep: Restez au lit
  hook, any, sport: À vos marques > Partez !
  hook, energetic, sport: Encore un tour
  hook, any, travel: Bouclez la valise > Envoyez une carte
  hook, energetic, travel: Dernier appel
  hook, luxurious, travel: Côté fenêtre
  hook, cinematic, travel: Quelque part ailleurs
  hook, any, book: Chapitre un > À suivre
  hook, playful, book: Et là, surprise
  hook, any, bath: Un bain ? > Ne pas déranger
  hook, any, clean: Retroussez vos manches > C'est fait
  hook, playful, clean: Adieu, miettes
  hook, any, tea: L'eau chauffe > Asseyez-vous
  hook, calm, tea: Laissez infuser
  hook, any, wine: Sortez les verres > Santé
  hook, luxurious, wine: À ce soir
  hook, any, car: Par le détour > Rien ne presse
  hook, energetic, car: Contact, et partez
  hook, cinematic, car: Phares allumés
  hook, any, bike: À vélo > À tout de suite
  hook, relaxed, bike: Le long chemin
  hook, any, app: Ouvrez > C'est tout
  hook, playful, app: Tapez, tapez
  hook, any, course: Envie d'apprendre ? > À bientôt en cours
  hook, playful, course: Ça sonne
  hook, any, health: Chaque jour > À demain
  hook, any, camera: Ne bougez plus > C'est dans la boîte
  hook, cinematic, camera: Lumière. Cadre. Clic.
  hook, playful, camera: Souriez
  hook, any, audio: Lancez la lecture > Encore
  hook, cinematic, audio: Fermez les yeux
  hook, relaxed, audio: Face A, piste une
  hook, any, watch: Il est temps > Votre temps
  hook, energetic, watch: Tic, tac, partez
  hook, any, phone: Prenez-le en main
  hook, any, shoes: Pas à pas > Et encore un
  hook, luxurious, shoes: Entrez lentement
  hook, fresh, shoes: Premiers pas
  hook, any, wear: À essayer > À garder
  hook, energetic, wear: Habillé, parti
  hook, fresh, wear: On met quoi ? > Ça
  hook, any, beauty: D'abord, la peau > Ensuite, le monde
  hook, fresh, beauty: De l'eau fraîche
  hook, any, perfume: Une goutte > Et l'on sort
  hook, any, candle: Craquez une allumette > Restez un peu
  hook, any, home: Bienvenue chez vous > Restez un peu
  hook, any, furniture: Prenez place > Restez
  hook, playful, furniture: Place libre
  hook, luxurious, furniture: Prenez place
  hook, any, coffee: D'abord, un café > Ensuite, la journée
  hook, energetic, coffee: Debout
  hook, fresh, coffee: Bonjour, matin
  hook, calm, coffee: Avant la journée
  hook, luxurious, coffee: Versez lentement
  hook, cinematic, coffee: Avant l'aube
  hook, any, drink: Soif ? > Santé
  hook, any, food: Faim ? > Servez-vous
  hook, calm, food: À table, doucement
  hook, luxurious, food: Gardez de la place
  hook, relaxed, food: Passez le plat
  hook, any, pets: C'est qui ? > Viens là
  hook, energetic, pets: En balade !
  hook, any, toy: On joue ? > Encore un tour
  hook, any, tools: Gants enfilés > C'est fait
  hook, any, outdoor: Porte ouverte > À tout à l'heure
  hook, calm, outdoor: Vous, et les arbres
  hook, any, place: Entrez donc > À bientôt
  hook, any, service: On s'en occupe > À bientôt
  hook, any, jewellery: Regardez de près > Encore plus près
  hook, any, move: On y va > Suivez-nous
  hook, any, eyewear: Plein soleil > Lunettes
  hook, playful, eyewear: Trop de lumière ?
  hook, luxurious, eyewear: Regardez par ici
  hook, any, plant: De quoi grandir
  hook, playful, plant: Votre colocataire vert
  hook, any, table: Mettez la table > Bon appétit
  hook, any, bag: Et c'est parti > Rien oublié ?
  hook, energetic, bag: Vite, dehors
  hook, luxurious, bag: À votre bras
  hook, luxurious, makeup: Un dernier regard
  hook, any, hair: Cheveux au vent
  hook, any, music: Branchez, jouez > Bis !
  hook, energetic, music: Un, deux, trois
  hook, calm, music: Jouez doucement
  hook, any, bottle: Remplissez-la > Et buvez
  hook, energetic, bottle: Gorgée et départ
  hook, fresh, home: Pour la maison
  hook, playful, desk: Pointez, cliquez
  hook, any, clock: Debout ! > Bonjour
  hook, any, cuddle: Un câlin ? > Fais de beaux rêves
  hook, any, hat: Bonnet mis > Et dehors
  hook, any, makeup: Un miroir ? > Vous voilà
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
