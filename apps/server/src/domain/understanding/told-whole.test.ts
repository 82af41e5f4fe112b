import { describe, expect, test } from 'vitest';
import { understand } from './understand.ts';

describe('what is said is told whole', () => {
  test.each([
    ['with its pronoun', '12 ways to wear it. 24 €', '12 ways to wear it'],
    ['with its verb', 'zero sugar, ready when you are. $4', 'ready when you are'],
    ['with what is left', 'no screen, no phone, just music. £49', 'just music'],
    ['with what it replaces', 'weckt mit Licht statt Lärm. 49,90 €', 'weckt mit Licht statt Lärm'],
    ['with its town', 'cousu à la main à Nantes. 95 €', 'cousu à la main à Nantes'],
    ['with its comparison', 'Run further. Carry less. 89€', 'Carry less'],
    ['with its other half', 'warm beanie. Ears warm, hands free. $29', 'Ears warm, hands free'],
    ['with what a verb left behind', 'zieht sofort ein, ohne Silikone. 8,90 €', 'zieht sofort ein'],
    ['with its particle', 'smells of fig, melts in. £29', 'melts in'],
    ['with its first letter', '苦くない、やさしい甘み。1,980円', 'やさしい甘み'],
    ['and is no call to action', 'armação de cortiça, leves como uma pena. 69 €', 'leves como uma pena'],
    ['and is no guarantee', 'cancelación de ruido, 30 horas de batería. 89 €', 'cancelación de ruido'],
  ])('%s: “%s”', (_, prompt, line) => {
    expect(understand(`Lume, ${prompt}`).benefits).toContain(line);
  });

  test('a video without voices may be asked for as before', () => {
    expect(understand('Lume lamp, 49 €. No voiceover, just music.').benefits).toEqual([]);
  });

  test.each([
    ['89€', 'Trail vest. Run further. Carry less. 89€'],
    ['$8.50 / 2 for $15', 'Hot sauce. 150ml $8.50 / 2 for $15'],
    ['6 €, 3 por 15 €', 'Jabón de Alepo. Huele a limpio. 6 €, 3 por 15 €'],
    ['Three pairs €36', 'Slow socks. Merino, no elastic. Three pairs €36'],
    ['2 voor €25', 'Kaarsen van sojawas. Nu 2 voor €25 t/m zondag'],
  ])('the price is %s', (price, prompt) => {
    expect(understand(prompt)).toMatchObject({ price, off: null });
  });

  test('a call to action ends in its verb', () => {
    expect(understand('PushPro Griffe. 19,99 € – jetzt bei pushpro.de bestellen')).toMatchObject({
      cta: 'jetzt bei pushpro.de bestellen',
      benefits: [],
    });
  });

  test('a pack is a pack with its word', () => {
    expect(understand("Zeytin sabunu, 120 g. 3'lü paket 149 TL").quantity).toBe("3'lü paket");
  });
});

describe('what a thing is', () => {
  test.each([
    ['is not its part', 'Sunnies de Saleor. Protección UV, marco reciclado, 19 €', null],
    ['is not what fits it', 'Kurier 15 Messenger Bag. Passt für 15 Zoll Laptops. 119 €', 'Messenger Bag'],
    ['keeps its use', 'Scarpe da trekking Cima: suola Vibram. 139 €', 'Scarpe da trekking'],
    ['is no measure', '65W USB-C charger, 3 ports. $24.99', 'charger'],
    ['ends before its verb', 'Our beeswax wraps replace cling film. $18', 'beeswax wraps'],
    [
      'is not what it makes',
      'Ceramic pour-over set by Kiln Street. Makes two cups. $64',
      'Ceramic pour-over set',
    ],
    ['is known in Dutch', 'Handgemaakte kaarsen van sojawas. €25', 'Handgemaakte kaarsen'],
  ])('%s: “%s”', (_, prompt, what) => {
    expect(understand(prompt).what).toBe(what);
  });

  test('light beside a mood is how it should look', () => {
    const { benefits, moods } = understand('Rosé by Lune: sunglasses, UV400. Luxurious, evening light.');
    expect(moods).toContain('evening light');
    expect(benefits).not.toContain('evening light');
  });

  test('a number with its unit begins no name', () => {
    expect(understand('65W USB-C charger, 3 ports. $24.99').name).toBeNull();
  });

  test('Spanish is told from Portuguese by its vowels', () => {
    const prompt =
      'Vela aromática Higuera: 40 horas, cera vegetal. Enciende, respira, quédate. 22 € o 2 por 38 €';
    expect(understand(prompt)).toMatchObject({ language: 'es', price: '22 € o 2 por 38 €' });
  });

  test('a series is one thing said, however it begins', () => {
    const { benefits } = understand(
      'The Daily Tote by Oakes. Big enough for bread, a laptop and a bad mood. Canvas. £45',
    );
    expect(benefits).toContain('Big enough for bread, a laptop and a bad mood');
  });

  test('an estate keeps its day of the week', () => {
    expect(understand('Sabonete de aveia da Quinta Velha. Sem perfume. 12 €').name).toBe('Quinta Velha');
  });

  test('sentences of the user’s own and whom it is for are told as such', () => {
    expect(understand('Buddy backpack for little explorers. Go far. Holds 8 litres. €29')).toMatchObject({
      audienceWords: 'for little explorers',
      sentences: ['Go far'],
    });
  });
});
