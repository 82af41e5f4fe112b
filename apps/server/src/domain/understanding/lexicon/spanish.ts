import type { Lexicon } from './lexicon.ts';

export const spanish: Lexicon = {
  tag: 'es',
  name: 'Spanish',
  was: 'de, antes, en vez de, en lugar de, antes costaba, costaba, precio anterior, pvp, precio normal, era, precio habitual, rebajado de, rebajada de, normalmente, precio original, antes a',
  now: 'ahora, solo, sólo, hoy, por solo, por, a solo, oferta, precio, precio actual, ahora a, cuesta, a',
  from: 'desde, a partir de, desde solo',
  fromAfter: 'en adelante',
  upTo: 'hasta, hasta un, hasta el',
  each: 'cada, cada uno, cada una, por persona, por noche, al mes, por mes, la unidad, por unidad, la noche, el par, la botella, el bote, la hora, al año, por kilo, el kilo, la caja, la docena, la pieza, c/u, mensuales, mes, noche, persona, unidad, iva incluido, por',
  rival: 'que, frente a, comparado con, vs, contra',
  saving: 'ahorra, ahorras, ahorre, te ahorras',
  discount:
    'descuento, dto, dcto, de descuento, rebaja, rebajas, rebajado, rebajados, menos, liquidación, más barato, off, ahorro, oferta',
  deal: 'a mitad de precio, la mitad de precio, mitad de precio, 2x1, 3x2, dos por uno, 4x3, 2 x 1, 3 x 2, segunda unidad gratis, segunda unidad a mitad de precio, lleva 3 paga 2, lleva 2 paga 1, llévate 3 y paga 2, compra 2 y llévate 3, compra 1 y llévate 2, dos por el precio de uno, segunda unidad al 50%',
  condition:
    'en tu primera, en la primera, en tu primer, en el primer, en tu pedido, para socios, para estudiantes, en la segunda, en pedidos, para nuevos clientes, en tu próxima, si te suscribes, en toda, en todo, comprando 2, con tu primera, al suscribirte, en la compra',
  currency: 'euro, euros, eur, pesos, peso, mxn, soles, dólares, dolares, usd, cop, clp, bolívares',
  until:
    'hasta, hasta el, hasta este, termina el, acaba el, válido hasta, antes del, solo hasta, solo hasta el, finaliza el, sólo hasta el, vence el, hasta las, antes de',
  starts:
    'a partir del, desde el, empieza el, comienza el, empieza, comienza, inicio, estreno, abre el, abrimos el, abrimos, apertura, lanzamiento, disponible desde el, disponible el, sale el, inauguración, a la venta el, inicia el, arranca el, desde',
  span: 'hoy, solo hoy, mañana, este fin de semana, esta semana, este mes, esta noche, solo este fin de semana, este sábado, este domingo, este viernes, black friday, solo esta semana, hoy solo, fin de semana',
  only: 'solo, sólo, solamente, únicamente',
  every: 'cada, todos los, los, todas las, todo el, siempre, toda la',
  weekday: 'lunes, martes, miércoles, jueves, viernes, sábado, domingo, sábados, domingos',
  month:
    'enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre, noviembre, diciembre',
  holiday:
    'navidad, reyes, nochebuena, nochevieja, semana santa, san valentín, día de la madre, dia de la madre, día del padre, dia del padre, halloween, medianoche, año nuevo, verano, invierno, otoño, primavera, agotar existencias, fin de existencias, fin de mes, el buen fin, san juan',
  endOf: 'fin de, finales de, final de, fines de, mediados de, principios de',
  shipping:
    'envío, envíos, entrega, entregas, enviamos, portes, gastos de envío, a domicilio, reparto, entregado, entregamos, recogida',
  guarantee:
    'garantía, garantia, devolución, devoluciones, devuelve, reembolso, prueba gratis, cancelación gratuita, cancelación flexible, cancelación gratis, cambios, días de prueba, noches de prueba, te devolvemos el dinero, devolución del dinero',
  free: 'gratis, gratuito, gratuita, gratuitos, incluido, incluidos, incluida, express, rápido, exprés, nacional, urgente, de por vida, total, sin coste, en, de',
  left: 'unidades, disponibles, plazas, quedan',
  limited:
    'solo quedan, sólo quedan, quedan, quedan solo, últimas, últimos, ultimas, ultimos, edición limitada de, edición limitada, limitado a, limitada a, primeras, primeros, las primeras, los primeros, solo, tirada de, stock limitado, mínimo, plazas limitadas, edición de, únicamente, hasta agotar existencias, unidades limitadas',
  pack: 'caja de, pack de, paquete de, lote de, set de, juego de, bolsa de, bote de, docena de, saco de, botella de, estuche de, garrafa de, tarro de, lata de, pack',
  piece:
    'saco, bolsa, bote, tarro, frasco, botella, unidades, piezas, pares, uds, ud, cápsulas, sobres, botellas, cajas, bolsitas, plazas, ejemplares, pastillas, lavados, clientes, personas, comprimidos, rollos, hojas, latas, velas, entradas, copias, porciones, tarros, noches, reservas',
  code: 'código, codigo, cupón, código promocional, con el código, con código, código descuento, cupon',
  callToAction: 'cta, llamada a la acción, botón, boton, cierre, llamado a la acción',
  act: 'compra, compra ya, compra ahora, cómpralo, comprar, compre, pide, pide ya, pide ahora, pídelo, pídela, pide el tuyo, pide la tuya, pedidos, pide tu, pide cita, pida, haz tu pedido, reserva, resérvalo, reserva ya, reserva tu, reserva mesa, reservas, reserve, descubre, descúbrelo, descubra, prueba, pruébalo, pruébala, pruébalos, visita, visítanos, visítenos, visite, ven, ven a, venga, ven a probarlo, consigue, consíguelo, consigue el tuyo, llévatelo, únete, apúntate, inscríbete, inscripciones, regístrate, suscríbete, descarga, descárgala, descárgate, descárgalo, llama, llámanos, llama al, llame, cita, cita previa, cita al, síguenos, escríbenos, entra en, entra, más información, más info, saber más, conoce, conócenos, encuéntranos, encuéntralo, solicita, contacta, contáctanos, aprovecha, no te lo pierdas, corre, hazte con, elige, elige el tuyo, disfruta, date un capricho, mira, link en bio, enlace en bio, enlace en la bio, link en la bio, empieza, empieza hoy, empieza ya, compra online, ordena, ordena ya, agenda, agenda tu, adquiere, regálalo, estrena, estrénalo, súmate, whatsapp, info en, te esperamos, acércate, pásate',
  street:
    'calle, c/, avenida, avda, av, plaza, paseo, ronda, carretera, camino, glorieta, carrera, callejón, rambla, travesía, mercado',
  in: 'en, cerca de, junto a',
  at: 'en el, en la, en los, en nuestra, en nuestro, en mi',
  made: 'hecho, hecha, hechos, hechas, fabricado, fabricada, fabricados, diseñado, diseñada, cosido, cosidas, tejido, tostado, horneado, elaborado, elaborada, de, cultivado, tejida, tejidas, pintado, pintada, forjado, embotellado, inspirado, inspirada',
  business:
    'alfarería, carpintería, relojería, joyería, sastrería, imprenta, ebanistería, quesería, mielería, tienda, cafetería, cafeteria, café, restaurante, bar, hotel, hostal, peluquería, peluqueria, peluquería canina, panadería, panaderia, pastelería, estudio, gimnasio, clínica, clinica, floristería, galería, escuela, academia, vivero, cervecería, bodega, casa rural, pizzería, taller, mercado, librería, farmacia, agencia, heladería, barbería, barberia, salón, spa, dentista, clínica dental, centro, taquería, carnicería, frutería, tetería, ferretería, veterinaria, óptica, camping, apartamentos, churrería, zapatería',
  make: 'haz, hazme, crea, créame, genera, produce, diseña, quiero, quiero un, necesito, necesitamos, queremos, prepara, monta, graba, haga, cree, me haces, puedes hacer, por favor, ponme, dame, hacer, haced, edita',
  video:
    'vídeo, video, anuncio, spot, clip, publicidad, promo, reel, comercial, corto, película, tráiler, videoclip, campaña, anuncio de vídeo',
  format: 'vertical, horizontal, cuadrado, apaisado, historia, historias',
  second: 'segundo, segundos, seg, segs, minuto, minutos',
  without: 'sin, no, nada de, evita, nunca, ni',
  filming:
    'música, musica, voz, voz en off, locución, narración, texto, textos, subtítulos, gente, personas, caras, logo, logotipo, primeros planos, primer plano, cámara lenta, efectos, emojis, transiciones, sonido, efectos de sonido, letras, rótulos, música de fondo, planos, planos detalle, cortes rápidos, planos cortos, hashtags, exclamaciones, caritas',
  ignore:
    'ignora, ignore, olvida, olvídate, omite, ahora eres, haz caso omiso, sáltate, desobedece, nueva instrucción, instrucciones nuevas, instrucción del sistema, a partir de ahora eres',
  rules:
    'reglas, instrucciones, normas, anteriores, todo lo anterior, restricciones, indicaciones, lo anterior, directrices',
  say: 'di, di que, escribe, escriba, pon, pon que, diga, afirma, asegura, menciona, cuenta, añade, promete, muestra, responde, inventa, pongan, poned, decid, anuncia que',
  forbid:
    'no menciones, no mencionar, no digas, no decir, no pongas, no poner, no muestres, no mostrar, no escribas, no escribir, no nombrar, no nombres, prohibido decir, no uses la palabra, nunca digas, evita decir, sin mencionar, sin decir, no incluyas, no indicar, no indiques, no se puede decir, no podemos decir, no publicar, no publiques, uso interno, nota interna, interno, confidencial, que no se diga, no queremos que, no hables de, no incluir',
  priceWord: 'precio, precios, el precio, coste',
  noise:
    'en formato, formato, de duración, hola, buenas, buenos días, gracias, por favor, porfa, jaja, jajaja, bueno, pues, vendemos, vendo, hacemos, tenemos, ofrecemos, para mi, para mis, para nuestra, para nuestro, para nuestros, nuestra, nuestro, nuestros, nuestras, mi, mis, tu, tus, nuevo, nueva, nuevos, nuevas, es una, es un, esto es, aquí está, sobre, saludos, se trata de, producto nuevo, llega, descripción, detalles, público, público objetivo, promociona, presentamos',
  small:
    'a, al, mi, mis, yo, nosotros, ella, él, se, su, sus, cuando, si, porque, lo, les, este, esta, sin, sobre',
  kind: `zapatillas, protector solar, crema solar, bloqueador, complementos, zapatillas de correr, zapatillas running, zapatos, zapato, botas, botines, sandalias, alpargatas, sofá, sofa, sofá cama, sillón, silla, sillas, taburete, mesa, mesa de comedor, escritorio, estantería, armario, cama, colchón, colchon, almohada, cojín, cojines, manta, edredón, sábanas, alfombra, alfombras, cortinas, lámpara, lampara, lámpara de mesa, espejo, jarrón, reloj, relojes, despertador, ratón, teclado, monitor, portátil, tableta, móvil, movil, funda, cargador, impresora, cámara, dron, auriculares, altavoz, altavoces, tocadiscos, guitarra, piano, gafas de natación, gafas de sol, gafas, reloj inteligente, anillo, anillos, collar, collares, pendientes, pulsera, pulseras, joyas, perfume, colonia, sérum, serum, crema, crema facial, crema de manos, crema hidratante, jabón, jabon, jabones, champú, desodorante, pasta de dientes, cepillo de dientes, maquinilla, aceite para barba, secador, pintalabios, labial, máscara de pestañas, esmalte, maquillaje, suplemento, complemento alimenticio, vitaminas, proteína, café, cafe, café en grano, té, te, infusión, infusiones, zumo, zumos, jugo, limonada, cerveza, cervezas, vino, vino tinto, vino blanco, cava, vermut, ginebra, ron, tequila, mezcal, agua, leche de avena, granola, cereales, pan, croissants, cruasanes, pasteles, tarta, tartas, tarta de queso, galletas, chocolate, bombones, turrón, caramelos, frutos secos, almendras, miel, mermelada, mermeladas, aceite de oliva, aceite, aove, vinagre, salsa, salsas, salsa picante, pasta, arroz, pizza, pizzas, hamburguesa, hamburguesas, tacos, empanadas, queso, quesos, jamón, jamón ibérico, chorizo, helado, helados, sal, especias, pimentón, pienso, comida para perros, comida para gatos, arenero, cama para perros, correa, collar para perros, carrito, cochecito, silla de paseo, silla de coche, pañales, juguete, juguetes, juguetes de madera, bloques, puzle, puzzle, juego de mesa, juego, muñeca, peluche, impermeable, chubasquero, chaqueta, chaquetas, abrigo, sudadera, jersey, cárdigan, camisa, camisas, camiseta, camisetas, blusa, vestido, vestidos, vestido de novia, falda, pantalón, pantalones, vaqueros, jeans, mallas, calcetines, ropa interior, pijama, pijamas, bañador, bikini, gorra, gorro, bufanda, guantes, cinturón, traje, delantal, bolso, bolsos, bolsa, mochila, mochilas, maleta, cartera, monedero, paraguas, bicicleta, bicicletas, bici, bicicleta eléctrica, casco, patinete, patinete eléctrico, monopatín, tienda de campaña, saco de dormir, hamaca, nevera, linterna, botella, botella térmica, termo, taza, tazas, tetera, cafetera, molinillo, batidora, tostadora, freidora de aire, freidora, horno, barbacoa, parrilla, sartén, sarten, sartenes, olla, cacerola, cuchillo, cuchillos, tabla de cortar, platos, cuenco, vajilla, cubertería, vasos, copas, fiambrera, vela, velas, difusor, incienso, ambientador, purificador, ventilador, calefactor, aspiradora, robot aspirador, lavadora, lavavajillas, detergente, limpiador, planta, plantas, maceta, macetas, flores, ramo, ramos, semillas, tierra, abono, cortacésped, manguera, taladro, taladro percutor, atornillador, destornillador, sierra, martillo, lijadora, caja de herramientas, herramientas, escalera, pintura, papel pintado, azulejos, neumáticos, coche, furgoneta, moto, autocaravana, esterilla, esterilla de yoga, mancuernas, cinta de correr, bicicleta estática, raqueta, tabla de surf, app, aplicación, aplicacion, software, plataforma, web, podcast, curso, curso online, cursos, taller, talleres, clases, clases de yoga, formación, libro, libros, novela, cuento, revista, cuaderno, agenda, calendario, bolígrafo, póster, láminas, lámina, cuadro, disco, entradas, festival, concierto, exposición, caja regalo, cesta, tarjeta regalo, hotel, hostal, casa rural, apartamento, habitaciones, habitación, restaurante, cafetería, bar, panadería, panaderia, pastelería, peluquería, peluqueria, peluquería canina, peluqueria canina, barbería, salón, spa, gimnasio, clínica, clínica dental, floristería, librería, galería, cervecería, bodega, academia, seguro, placas solares, máquina de coser, lana, telas, termómetro, toallas, albornoz, cerámica, menú, paella, gazpacho, ensaladas, taquería, vermú, horchata, kombucha, calzado, sombrero, sombreros, bisutería, tequilas, chocolates, arreglo floral, arreglos florales`,
  quality: `nuevo, nueva, de piel, piel, cuero, madera, roble, acero, inoxidable, metal, latón, hierro, cerámica, porcelana, cristal, vidrio, papel, algodón, lino, lana, seda, terciopelo, oro, plata, diamante, negro, negra, negros, negras, blanco, blanca, blancos, rojo, roja, rojas, azul, azules, verde, verdes, amarillo, rosa, marrón, gris, beige, claro, oscuro, mate, grande, grandes, pequeño, pequeña, mini, compacto, portátil, plegable, ligero, ligera, ligeras, pesado, suave, suaves, duro, cálido, cálida, frío, caliente, fresco, fresca, frescos, crudo, tostado, ahumado, salado, picante, dulce, natural, naturales, orgánico, orgánica, ecológico, ecologico, ecológica, ecologica, bio, vegano, vegana, sin gluten, sin azúcar, artesanal, artesanales, artesano, artesana, casero, casera, caseras, hecho, hechos, recién, recien, sostenible, reciclado, reciclada, reacondicionado, usado, vintage, retro, clásico, clásica, moderno, moderna, rústico, tradicional, limitado, limitada, exclusivo, exclusiva, personalizado, personalizada, personalizadas, a medida, lujo, premium, profesional, barato, baratos, mejor, bueno, bonito, bonita, elegante, cómodo, cómoda, resistente, inteligente, inalámbrico, inalámbricos, inalámbrica, eléctrico, eléctrica, digital, automático, automática, mecánico, recargable, solar, impermeable, antiadherente, lavable, reutilizable, silencioso, rápido, sencillo, seguro, ergonómico, ergonómica, infantil, infantiles, bebé, niño, niños, niña, hombre, mujer, unisex, perro, perros, gato, gatos, jardín, cocina, oficina, hogar, casa, viaje, camping, deporte, verano, invierno, navidad, regalo, local, italiano, italiana, francés, francesa, alemán, español, española, japonés, ibérico, ibérica, manchego, mexicano, mexicana, colombiano, andaluz, puro, fino, extra, virgen, virgen extra, súper, ultra, doble, individual, facial, corporal, capilar, hidratante, aroma, lavanda, vainilla, limón, menta, avena, chocolate, online, tres, dos, cuatro, cinco, completo, completa, total, antiedad, plegables, extensible, canina, felina, de aire, tinto, integral, táctil, tactil, minimalista, acolchado, acolchada`,
  is: 'es, son, es un, es una',
  and: 'y, e, más, con, además',
  or: 'o, u',
  of: 'de, del',
  called:
    'llamado, llamada, llamados, se llama, se llaman, de nombre, el nombre es, nombre es, nuestra marca, marca, la marca es, presentamos, te presentamos, conoce a, bajo el nombre, nombre:, marca:, titulado, titulada, bautizado',
  correction:
    'perdón, perdona, no, digo, mejor dicho, quiero decir, corrijo, corrección, disculpa, no espera, me equivoqué, ay no, espera',
  by: 'de, por, de la marca, by',
  slogan:
    'lema, eslogan, reseña, opinión, cita, frase, testimonio, una clienta, un cliente, dicen, opinan, slogan',
  says: 'dice, dijo, según, opina, escribe, cuenta',
  subject: 'producto, el producto, el producto es, producto es, tema, artículo, se trata de, es para',
  moodCue: 'tono, estilo, ambiente, look, atmósfera, que sea, algo, aire, estética, vibra, con un aire',
  mood: 'veraniego, veraniega, verano, oscuro, oscura, cinematográfico, cinematográfica, cine, dramático, dramática, épico, elegante, lujoso, lujo, atemporal, minimalista, limpio, limpia, moderno, moderna, atrevido, enérgico, enérgica, energético, dinámico, dinámica, deportivo, deportiva, rápido, potente, juguetón, divertido, divertida, gracioso, colorido, colorida, alegre, alegres, luminoso, luminosa, soleado, vibrante, fresco, fresca, natural, rústico, rústica, cálido, cálida, acogedor, acogedora, tranquilo, tranquila, calmado, sereno, serena, suave, pausado, relajado, relajada, relajante, romántico, romántica, nostálgico, retro, vintage, sofisticado, profesional, serio, cercano, cercana, honesto, emotivo, inspirador, futurista, urbano, misterioso, festivo, veraniego, navideño, sencillo, íntimo, íntima, poético, tierno, canalla, gamberro, desenfadado, lento, nocturno, mediterráneo, ritmo rápido, sobrio, sobria, clásico, familiar, delicado, intenso, aventurero, fiestero, casero, hogareño, optimista, artesanal',
  for: 'para, ideal para, pensado para, perfecto para',
  people:
    'mujeres, hombres, niños, niñas, familias, corredores, amantes, personas, deportistas, jóvenes, viajeros, piel, pieles, pelo, cabello, bebés, padres, madres, perros, gatos, todos, principiantes, estudiantes, mayores, parejas, manos, bimbo, ciclistas, senderistas, peques, niño, niña, adultos, mascotas, gente, novias, profesionales, cocinas, oficinas',
  intensifier: 'muy, un poco, algo, bastante, súper, más, bien',
};
