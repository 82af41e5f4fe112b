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
  hook, fresh, any: Buenos días, mundo
  hook, fresh, outdoor: Al aire libre
  hook, fresh, drink: Primero, un sorbo
  hook, fresh, food: ¿Qué comemos?
  name, any, any: Aquí está.
  name, playful, any: Mira esto.
  name, professional, any: Una breve presentación:
  detail, any, any: De cerca.
  detail, luxurious, any: Más de cerca.
  detail, cinematic, any: Fíjate en la luz.
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
