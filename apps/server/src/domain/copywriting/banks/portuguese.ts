import { readBank } from '../line-bank.ts';

/** Speaks to você. No line says anything about the product. */
export const portuguese = readBank(`
  hook, energetic, any: Prontos? Vamos
  hook, energetic, move: Cada um no seu ritmo
  hook, energetic, shoes: Um passo, depois outro
  hook, energetic, audio: Aumente o volume
  hook, energetic, outdoor: Todos lá fora
  hook, calm, beauty: Um momento só seu
  hook, calm, any: Respire um pouco
  hook, calm, candle: Luz baixa, vela acesa
  hook, calm, home: Devagar, com calma
  hook, calm, any: Sem pressa
  hook, luxurious, place: Mesa para dois
  hook, luxurious, wear: Hoje à noite, saímos
  hook, luxurious, jewellery: Olhe mais de perto
  hook, luxurious, any: Fica entre nós
  hook, luxurious, perfume: Quando a noite cai
  hook, playful, pets: Adivinhe quem chegou
  hook, playful, food: Quem comeu tudo?
  hook, playful, toy: Primeiro, brincar
  hook, playful, home: Surpresa em casa
  hook, playful, any: Diga olá
  hook, professional, office: O dia começa
  hook, professional, any: Vamos ao que interessa
  hook, professional, tools: Mãos à obra
  hook, professional, tools: O próximo projeto
  hook, professional, service: Este é o plano
  hook, cinematic, any: Primeiro, a luz
  hook, cinematic, any: Depois da meia-noite
  hook, cinematic, move: A estrada espera
  hook, cinematic, any: A cena começa
  hook, cinematic, any: E então, silêncio
  hook, relaxed, furniture: Pés para cima
  hook, relaxed, coffee: Mais um café?
  hook, relaxed, any: Hoje, sem planos
  hook, relaxed, coffee: Manhã sem despertador
  hook, relaxed, place: Entre e sente-se
  hook, fresh, home: Abra a janela
  hook, fresh, outdoor: Ao ar livre
  hook, fresh, drink: Primeiro, um gole
  hook, fresh, food: O que comemos hoje?
  hook, any, any: Já viu? > Agora sim
  hook, any, any: Olhe só
  hook, any, quiet: Ouviu isso? > Nem eu
  hook, any, lasting: E continua
  hook, any, wet: Pode chover > E daí?
  hook, any, weight: Pegue nele
  hook, any, handmade: Olhe bem > Mais de perto
  hook, any, warm: Frio lá fora? > Aqui não
  hook, any, cold: Fique fresco
  hook, any, quick: Com pressa? > Já está
  hook, any, small: Dobre e guarde > Pronto
  hook, any, deal: Na hora certa
  hook, any, desk: Ao trabalho > Até amanhã
  hook, professional, desk: Ao trabalho
  hook, cinematic, desk: Turno da noite
  hook, any, light: Luz acesa > Está em casa
  hook, calm, light: Mais um capítulo
  hook, relaxed, light: Enfim, a noite
  hook, any, rain: Pode chover > E daí?
  hook, playful, rain: Poças? Sim, por favor
  hook, any, kitchen: O que cozinhamos? > À mesa!
  hook, energetic, kitchen: Fogo alto
  hook, calm, kitchen: Em fogo baixo
  hook, any, garden: Para o jardim > Até já
  hook, playful, garden: Mãos na terra
  hook, any, baby: Olá, pequenino > Bons sonhos
  hook, playful, baby: Mãozinhas, olá
  hook, any, sleep: Boa noite > E bom dia
  hook, calm, sleep: Mais cinco minutos
  hook, luxurious, sleep: Fique na cama
  hook, any, sport: Preparados? > Já!
  hook, energetic, sport: Mais uma volta
  hook, any, travel: Mala e vamos > Mande um postal
  hook, energetic, travel: Última chamada
  hook, luxurious, travel: À janela, por favor
  hook, cinematic, travel: Noutro lugar
  hook, any, book: Capítulo um > Continua
  hook, playful, book: E de repente
  hook, any, bath: Um banho? > Não incomodar
  hook, any, clean: Mangas arregaçadas > Feito
  hook, playful, clean: Adeus, migalhas
  hook, any, tea: Água no fogo > Sente-se
  hook, calm, tea: Deixe em infusão
  hook, any, wine: Copos na mesa > Saúde
  hook, luxurious, wine: Um brinde à noite
  hook, any, car: O caminho longo > Sem pressa
  hook, energetic, car: Chave, motor, vamos
  hook, cinematic, car: Faróis acesos
  hook, any, bike: Vá de bicicleta > Até já
  hook, relaxed, bike: Para casa, devagar
  hook, any, app: Abra > É só isso
  hook, playful, app: Toque, toque
  hook, any, course: Vamos aprender? > Até à aula
  hook, playful, course: A aula começa
  hook, any, health: Todos os dias > Até amanhã
  hook, any, camera: Não se mexa > Já está
  hook, cinematic, camera: Luz. Plano. Clique.
  hook, playful, camera: Sorria
  hook, any, audio: Dê o play > Outra vez
  hook, cinematic, audio: Feche os olhos
  hook, relaxed, audio: Lado A, faixa um
  hook, any, watch: Está na hora > A sua hora
  hook, energetic, watch: Tique, taque, já
  hook, any, phone: Pegue nele
  hook, any, shoes: Passo a passo > E mais um
  hook, luxurious, shoes: Entre devagar
  hook, fresh, shoes: Primeiros passos
  hook, any, wear: Experimente > E leve consigo
  hook, energetic, wear: Vista e saia
  hook, fresh, wear: O que visto? > Isto
  hook, any, beauty: Primeiro, a pele > Depois, o mundo
  hook, fresh, beauty: Água no rosto
  hook, any, perfume: Uma gota > E saia
  hook, any, candle: Acenda um fósforo > Fique mais um pouco
  hook, any, home: Como em casa > Fique um pouco
  hook, any, furniture: Sente-se > Fique
  hook, playful, furniture: Lugar vago
  hook, luxurious, furniture: Tome o seu lugar
  hook, any, coffee: Primeiro, café > Depois, o dia
  hook, energetic, coffee: Acorde
  hook, fresh, coffee: Bom dia
  hook, calm, coffee: Antes do dia
  hook, luxurious, coffee: Sirva devagar
  hook, cinematic, coffee: Antes do amanhecer
  hook, any, drink: Com sede? > Saúde
  hook, any, food: Com fome? > Sirva-se
  hook, calm, food: Sente-se e coma
  hook, luxurious, food: Guarde espaço
  hook, relaxed, food: Passe o prato
  hook, any, pets: Quem está aí? > Venha cá
  hook, energetic, pets: Hora do passeio!
  hook, any, toy: Hora de brincar > Mais uma vez
  hook, any, tools: Luvas nas mãos > Feito
  hook, any, outdoor: Porta aberta > Até já
  hook, calm, outdoor: Só árvores
  hook, any, place: Entre > Até já
  hook, any, service: Pode deixar > Até breve
  hook, any, jewellery: Olhe de perto > Mais perto
  hook, any, move: Vamos lá > Em frente
  hook, any, eyewear: Saiu o sol > Óculos postos
  hook, playful, eyewear: Luz a mais?
  hook, luxurious, eyewear: Olhe para cá
  hook, any, plant: Espaço para crescer
  hook, calm, plant: Um pouco verde
  hook, playful, plant: Um amigo verde
  hook, any, table: Ponha a mesa > Bom apetite
  hook, playful, table: Quem tem fome?
  hook, luxurious, table: Jantar às oito
  hook, any, bag: Pegue e vá > Tem tudo?
  hook, energetic, bag: Porta fora
  hook, luxurious, bag: No seu braço
  hook, any, makeup: Um espelho? > Aí está
  hook, luxurious, makeup: Um último olhar
  hook, any, hair: Cabelo ao vento
  hook, any, music: Ligue e toque > Bis!
  hook, energetic, music: Um, dois, três
  hook, calm, music: Toque baixinho
  hook, any, bottle: Mais um gole > E outro
  hook, energetic, bottle: Gole e siga
  hook, fresh, home: Algo para casa
  hook, playful, desk: Aponte e clique
  hook, any, clock: Hora de acordar > Bom dia
  hook, any, cuddle: Um abraço? > Bons sonhos
  hook, any, hat: Gorro na cabeça > Lá para fora
  name, any, any: Aqui está.
  name, playful, any: Veja só.
  name, professional, any: Vamos às apresentações.
  detail, any, any: Dê uma olhada.
  detail, luxurious, any: Mais de perto.
  detail, cinematic, any: Repare na luz.
  detail, any, any: Veja com os seus olhos
  detail, any, any: De todos os lados
  benefit, any, any: Em resumo:
  benefit, any, any: Bom saber:
  benefit, professional, any: Os dados:
  offer, any, any: A oferta:
  offer, any, any: O preço:
  quote, any, any: Nas suas palavras:
  cta, playful, any: É a sua vez.
  cta, relaxed, any: Até já.
  cta, professional, any: O próximo passo:
`);
