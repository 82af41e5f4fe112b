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
  hook, fresh, any: Bom dia, mundo
  hook, fresh, outdoor: Ao ar livre
  hook, fresh, drink: Primeiro, um gole
  hook, fresh, food: O que comemos hoje?
  name, any, any: Aqui está.
  name, playful, any: Veja só.
  name, professional, any: Vamos às apresentações.
  detail, any, any: De perto.
  detail, luxurious, any: Mais de perto.
  detail, cinematic, any: Repare na luz.
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
