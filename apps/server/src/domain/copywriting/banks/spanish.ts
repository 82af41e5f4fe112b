import { readBank } from '../line-bank.ts';

/** Speaks to tú. No line says anything about the product. */
export const spanish = readBank(`
  hook, energetic, any: ¿Listos? Vamos
  hook, energetic, move: A tu ritmo
  hook, energetic, shoes: Átate los cordones
  hook, energetic, audio: Sube el volumen
  hook, energetic, outdoor: Sal ahí fuera
  hook, calm, beauty: Un rato contigo
  hook, calm, any: Respira un momento
  hook, calm, candle: Apaga la luz
  hook, calm, home: Una tarde en casa
  hook, calm, any: Sin prisa
  hook, luxurious, place: Una velada para dos
  hook, luxurious, wear: Vestirse para salir
  hook, luxurious, jewellery: Mira más de cerca
  hook, luxurious, any: Que quede entre nosotros
  hook, luxurious, perfume: Cuando cae la noche
  hook, playful, pets: ¿Quién viene ahí?
  hook, playful, food: ¿Quién se lo comió?
  hook, playful, toy: Primero, a jugar
  hook, playful, home: ¡Sorpresa en casa!
  hook, playful, any: Di hola
  hook, professional, office: Empieza la jornada
  hook, professional, any: Vamos al grano
  hook, professional, tools: Manos a la obra
  hook, professional, tools: Tu próximo proyecto
  hook, professional, service: Este es el plan
  hook, cinematic, any: Todo empieza con luz
  hook, cinematic, any: Pasada la medianoche
  hook, cinematic, move: La carretera espera
  hook, cinematic, any: Se apagan las luces
  hook, cinematic, any: Y entonces, silencio
  hook, relaxed, furniture: Pies en alto
  hook, relaxed, coffee: ¿Otra taza?
  hook, relaxed, any: Hoy no hay planes
  hook, relaxed, coffee: Mañanas sin despertador
  hook, relaxed, place: Pasa y siéntate
  hook, fresh, home: Abre la ventana
  hook, fresh, outdoor: Al aire libre
  hook, fresh, drink: Primero, un sorbo
  hook, fresh, food: ¿Qué comemos?
  hook, any, any: ¿Ya lo viste? > Ahora sí
  hook, any, any: Mira esto
  hook, any, quiet: ¿Lo oyes? > Yo tampoco
  hook, any, lasting: Y sigue, y sigue > Y sigue
  hook, any, wet: Que llueva > ¿Y qué?
  hook, any, weight: Levántalo
  hook, any, handmade: Mira de cerca > Más de cerca
  hook, any, warm: ¿Frío fuera? > Aquí no
  hook, any, cold: Fresco, fresco
  hook, any, quick: ¿Con prisa? > Ya está
  hook, any, small: Pliega y guarda > Y listo
  hook, any, deal: Justo a tiempo
  hook, any, desk: A trabajar > Hasta mañana
  hook, professional, desk: Manos a la obra
  hook, cinematic, desk: Turno de noche
  hook, any, light: Enciende la luz > Ya estás en casa
  hook, calm, light: Un capítulo más
  hook, relaxed, light: Por fin, la tarde
  hook, any, rain: Que llueva > ¿Y qué?
  hook, playful, rain: ¿Charcos? Sí, por favor
  hook, any, kitchen: ¿Qué cocinamos? > ¡A comer!
  hook, energetic, kitchen: Fuego al máximo
  hook, calm, kitchen: A fuego lento
  hook, any, garden: Al jardín > Nos vemos fuera
  hook, playful, garden: Manos a la tierra
  hook, any, baby: Hola, peque > Dulces sueños
  hook, playful, baby: Manos pequeñas, hola
  hook, any, sleep: Buenas noches > Y buenos días
  hook, calm, sleep: Cinco minutos más
  hook, luxurious, sleep: Quédate en la cama
  hook, any, sport: Preparados, listos > ¡Ya!
  hook, energetic, sport: Una ronda más
  hook, any, travel: Maleta y vamos > Manda una postal
  hook, energetic, travel: Última llamada
  hook, luxurious, travel: Ventanilla, por favor
  hook, cinematic, travel: En otra parte
  hook, any, book: Capítulo uno > Continuará
  hook, playful, book: Y de repente
  hook, any, bath: Abre el grifo > No molestar
  hook, any, clean: Remángate > Listo
  hook, playful, clean: Adiós, migas
  hook, any, tea: Pon el agua > Siéntate
  hook, calm, tea: Espera. Sirve. Bebe.
  hook, any, wine: Saca las copas > Salud
  hook, luxurious, wine: Por esta noche
  hook, any, car: El camino largo > Sin prisa
  hook, energetic, car: Llave, motor, vamos
  hook, cinematic, car: Faros encendidos
  hook, any, bike: Toma la bici > Nos vemos allí
  hook, relaxed, bike: A casa, sin prisa
  hook, any, app: Ábrela > Ya está
  hook, playful, app: Toca, toca
  hook, any, course: ¿Listo para aprender? > Nos vemos en clase
  hook, playful, course: Empieza la clase
  hook, any, health: Un hábito diario > Hasta mañana
  hook, any, camera: No te muevas > Ya está
  hook, cinematic, camera: Luz. Encuadre. Clic.
  hook, playful, camera: Sonríe
  hook, any, audio: Dale al play > Otra vez
  hook, cinematic, audio: Cierra los ojos
  hook, relaxed, audio: Cara A, canción uno
  hook, any, watch: Ya era hora > Tu hora
  hook, energetic, watch: Tic, tac, ya
  hook, any, phone: Tómalo en la mano
  hook, any, shoes: Paso a paso > Y otro más
  hook, luxurious, shoes: Entra despacio
  hook, fresh, shoes: Primeros pasos
  hook, any, wear: Pruébatelo > Y llévatelo puesto
  hook, energetic, wear: Vístete y sal
  hook, fresh, wear: ¿Qué me pongo? > Esto
  hook, any, beauty: Primero, la piel > Después, el mundo
  hook, fresh, beauty: Agua en la cara
  hook, any, perfume: Una gota > Y a salir
  hook, any, candle: Enciende una cerilla > Quédate un rato
  hook, any, home: Como en casa > Quédate un rato
  hook, any, furniture: Toma asiento > Quédate
  hook, playful, furniture: Sitio libre
  hook, luxurious, furniture: Ponte cómodo
  hook, any, coffee: Primero, café > Después, el día
  hook, energetic, coffee: Despierta
  hook, fresh, coffee: Buenos días
  hook, calm, coffee: Antes del día
  hook, luxurious, coffee: Sirve despacio
  hook, cinematic, coffee: Antes del alba
  hook, any, drink: ¿Tienes sed? > Salud
  hook, any, food: ¿Tienes hambre? > Sírvete
  hook, calm, food: Siéntate y come
  hook, luxurious, food: Deja un hueco
  hook, relaxed, food: Pasa el plato
  hook, any, pets: ¿Quién es? > Ven aquí
  hook, energetic, pets: ¡A pasear!
  hook, any, toy: Hora de jugar > Otra vez
  hook, any, tools: Guantes puestos > Listo
  hook, any, outdoor: Puerta abierta > Nos vemos fuera
  hook, calm, outdoor: Árboles y tú
  hook, any, place: Pasa a vernos > Te esperamos
  hook, any, service: Nosotros nos encargamos > Hasta pronto
  hook, any, jewellery: Acércate > Un poco más
  hook, any, move: Vámonos > Seguimos
  hook, any, eyewear: Sale el sol > Gafas puestas
  hook, playful, eyewear: ¿Mucha luz?
  hook, luxurious, eyewear: Mira hacia aquí
  hook, any, plant: Espacio para crecer
  hook, playful, plant: Tu compañera verde
  hook, calm, plant: Un poco verde
  hook, any, table: Pon la mesa > Buen provecho
  hook, playful, table: ¿Quién pone platos?
  hook, any, bag: Y a la calle > ¿Lo llevas todo?
  hook, energetic, bag: A la calle
  hook, luxurious, bag: De tu brazo
  hook, any, makeup: Espejo, por favor > Ahí estás
  hook, luxurious, makeup: Una última mirada
  hook, any, hair: Suéltate el pelo
  hook, any, music: Enchufa y toca > ¡Otra!
  hook, energetic, music: Uno, dos, tres
  hook, calm, music: Tócala despacio
  hook, any, bottle: Llénala > Y bebe
  hook, energetic, bottle: Sorbo y sigue
  hook, fresh, home: Algo para casa
  hook, playful, desk: Apunta y clic
  hook, any, clock: ¡Arriba! > Buenos días
  hook, any, cuddle: ¿Un abrazo? > Dulces sueños
  hook, any, hat: Gorro puesto > A la calle
  name, any, any: Aquí está.
  name, playful, any: Mira esto.
  name, professional, any: Una breve presentación:
  detail, any, any: Échale un ojo.
  detail, luxurious, any: Más de cerca.
  detail, cinematic, any: Fíjate en la luz.
  detail, any, any: Míralo tú
  detail, any, any: Por todos lados
  benefit, any, any: En pocas palabras:
  benefit, any, any: Conviene saberlo:
  benefit, professional, any: Los datos:
  offer, any, any: La oferta:
  offer, any, any: El precio:
  quote, any, any: En sus palabras:
  cta, playful, any: Te toca.
  cta, relaxed, any: Nos vemos allí.
  cta, professional, any: El siguiente paso:
`);
