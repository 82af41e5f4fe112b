import { readBank } from '../line-bank.ts';

/** Speaks to „du“. No line says anything about the product. */
export const german = readBank(`
  hook, energetic, any: Bereit? Dann los.
  hook, energetic, move: Raus hier
  hook, energetic, shoes: Schuhe zu, los geht's
  hook, energetic, audio: Lauter drehen
  hook, energetic, outdoor: Auf die Plätze
  hook, calm, beauty: Erst mal durchatmen
  hook, calm, any: Ein stiller Moment
  hook, calm, candle: Licht aus, Kerze an
  hook, calm, home: Ganz in Ruhe
  hook, calm, any: Kein Grund zur Eile
  hook, luxurious, place: Ein Abend für zwei
  hook, luxurious, wear: Fein gemacht
  hook, luxurious, jewellery: Genauer hinsehen
  hook, luxurious, any: Das bleibt unter uns
  hook, luxurious, perfume: Wenn es dunkel wird
  hook, playful, pets: Pfoten hoch!
  hook, playful, food: Wer hat genascht?
  hook, playful, toy: Erst spielen, dann aufräumen
  hook, playful, any: Na, schon neugierig?
  hook, playful, any: Huch, wer bist du?
  hook, professional, office: Frisch ans Werk
  hook, professional, office: Schreibtisch frei, Kopf frei
  hook, professional, tools: An die Arbeit
  hook, professional, tools: Das nächste Projekt
  hook, professional, service: So sieht's aus
  hook, cinematic, any: Am Anfang ist Licht
  hook, cinematic, any: Irgendwo nach Mitternacht
  hook, cinematic, move: Die Straße gehört uns
  hook, cinematic, any: Film ab
  hook, cinematic, any: Dann wurde es still
  hook, relaxed, furniture: Füße hoch
  hook, relaxed, coffee: Noch eine Tasse?
  hook, relaxed, any: Heute keine Pläne
  hook, relaxed, coffee: Langsam in den Tag
  hook, relaxed, place: Komm, setz dich
  hook, fresh, home: Fenster auf
  hook, fresh, any: Guten Morgen, Welt
  hook, fresh, outdoor: Ab ins Grüne
  hook, fresh, drink: Erst ein Schluck
  hook, fresh, food: Was gibt's zu essen?
  name, any, any: Hier ist es.
  name, playful, any: Schau mal.
  name, professional, any: Dürfen wir vorstellen?
  detail, any, any: Ganz nah.
  detail, luxurious, any: Genauer betrachtet.
  detail, cinematic, any: Achte aufs Licht.
  benefit, any, any: Kurz gesagt:
  benefit, any, any: Gut zu wissen:
  benefit, professional, any: Die Fakten:
  offer, any, any: Das Angebot:
  offer, any, any: Der Preis:
  quote, any, any: Im Wortlaut:
  cta, playful, any: Jetzt bist du dran.
  cta, relaxed, any: Bis gleich.
  cta, professional, any: Der nächste Schritt:
`);
