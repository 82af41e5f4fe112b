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
  hook, cinematic, move: Die Straße gehört uns
  hook, cinematic, any: Film ab
  hook, cinematic, any: Dann wurde es still
  hook, relaxed, furniture: Füße hoch
  hook, relaxed, coffee: Noch eine Tasse?
  hook, relaxed, any: Heute keine Pläne
  hook, relaxed, coffee: Langsam in den Tag
  hook, relaxed, place: Komm, setz dich
  hook, fresh, home: Fenster auf
  hook, fresh, outdoor: Ab ins Grüne
  hook, fresh, drink: Erst ein Schluck
  hook, fresh, food: Was gibt's zu essen?
  hook, any, any: Schon gesehen?
  hook, any, any: Schau mal
  hook, any, quiet: Hörst du das?
  hook, any, lasting: Läuft und läuft
  hook, any, wet: Soll's doch regnen
  hook, any, weight: Heb es hoch
  hook, any, handmade: Genau hinschauen
  hook, any, warm: Kalt draußen?
  hook, any, cold: Bleib cool
  hook, any, quick: Eilig heute?
  hook, any, small: Einfach wegpacken
  hook, any, deal: Gutes Timing
  hook, any, desk: Du bist am Zug
  hook, professional, desk: Ran an die Arbeit
  hook, cinematic, desk: Spätschicht
  hook, any, light: Licht an
  hook, calm, light: Noch ein Kapitel
  hook, relaxed, light: Endlich Feierabend
  hook, any, rain: Soll's doch regnen
  hook, playful, rain: Pfütze? Ja bitte
  hook, any, kitchen: Was kochen wir?
  hook, energetic, kitchen: Herd an
  hook, calm, kitchen: Lass es köcheln
  hook, any, garden: Ab in den Garten
  hook, playful, garden: Hände in die Erde
  hook, any, baby: Hallo, kleiner Mensch
  hook, playful, baby: Kleine Hände, hallo
  hook, any, sleep: Gute Nacht
  hook, calm, sleep: Noch fünf Minuten
  hook, luxurious, sleep: Bleib liegen
  hook, any, sport: Auf die Plätze
  hook, energetic, sport: Noch eine Runde
  hook, any, travel: Packen und los
  hook, energetic, travel: Letzter Aufruf
  hook, luxurious, travel: Fensterplatz, bitte
  hook, cinematic, travel: Irgendwo anders
  hook, any, book: Kapitel eins
  hook, playful, book: Und dann das
  hook, any, bath: Wasser einlassen
  hook, any, clean: Ärmel hoch
  hook, playful, clean: Tschüss, Krümel
  hook, any, tea: Wasser aufsetzen
  hook, calm, tea: Ziehen lassen
  hook, any, wine: Gläser raus
  hook, luxurious, wine: Auf den Abend
  hook, any, car: Nimm den Umweg
  hook, energetic, car: Schlüssel, Start, los
  hook, cinematic, car: Scheinwerfer an
  hook, any, bike: Nimm das Rad
  hook, relaxed, bike: Der lange Heimweg
  hook, any, app: Tipp drauf
  hook, playful, app: Tipp, tipp
  hook, any, course: Lust zu lernen?
  hook, playful, course: Es läutet
  hook, any, health: Tag für Tag
  hook, any, camera: Bitte stillhalten
  hook, cinematic, camera: Licht. Bild. Klick.
  hook, playful, camera: Bitte lächeln
  hook, any, audio: Drück auf Play
  hook, cinematic, audio: Augen zu
  hook, relaxed, audio: Seite A, Lied eins
  hook, any, watch: Es wird Zeit
  hook, energetic, watch: Tick, tack, los
  hook, any, phone: Nimm es in die Hand
  hook, any, shoes: Links, rechts, weiter
  hook, luxurious, shoes: Ein langsamer Auftritt
  hook, fresh, shoes: Erste Schritte
  hook, any, wear: Probier's an
  hook, energetic, wear: Anziehen und los
  hook, fresh, wear: Kleiderschrank auf
  hook, any, beauty: Erst die Haut
  hook, fresh, beauty: Wasser ins Gesicht
  hook, any, perfume: Einmal sprühen
  hook, any, candle: Streichholz an
  hook, any, home: Deine Ecke
  hook, any, furniture: Setz dich
  hook, playful, furniture: Platz ist frei
  hook, luxurious, furniture: Nimm Platz
  hook, any, coffee: Erst mal Kaffee
  hook, energetic, coffee: Aufwachen
  hook, fresh, coffee: Guten Morgen
  hook, calm, coffee: Bevor der Tag beginnt
  hook, luxurious, coffee: Langsam eingießen
  hook, cinematic, coffee: Vor Sonnenaufgang
  hook, any, drink: Eis, Glas, los
  hook, any, food: Hunger?
  hook, calm, food: Setzen. Essen. Ruhe.
  hook, luxurious, food: Lass noch Platz
  hook, relaxed, food: Reich mal rüber
  hook, any, pets: Na, du?
  hook, energetic, pets: Gassi!
  hook, any, toy: Zeit zu spielen
  hook, any, tools: Handschuhe an
  hook, any, outdoor: Tür auf, raus
  hook, calm, outdoor: Nur du und Bäume
  hook, any, place: Komm vorbei
  hook, any, service: Überlass das uns
  hook, any, jewellery: Schau genauer hin
  hook, any, move: Auf geht's
  hook, any, eyewear: Sonne raus
  hook, playful, eyewear: Zu hell?
  hook, luxurious, eyewear: Schau her
  hook, cinematic, eyewear: Blick nach vorn
  hook, any, plant: Platz zum Wachsen
  hook, playful, plant: Dein grüner Mitbewohner
  hook, calm, plant: Ein bisschen Grün
  hook, any, table: Der Tisch ruft
  hook, playful, table: Wer deckt heute?
  hook, luxurious, table: Essen um acht
  hook, any, bag: Schnappen und los
  hook, energetic, bag: Raus zur Tür
  hook, luxurious, bag: An deinem Arm
  hook, any, makeup: Spiegel, bitte
  hook, playful, makeup: Fertig? Kussmund.
  hook, luxurious, makeup: Ein letzter Blick
  hook, any, hair: Haare machen
  hook, playful, hair: Schüttel sie aus
  hook, any, music: Einstecken, spielen
  hook, energetic, music: Eins, zwei, drei
  hook, calm, music: Spiel es leise
  hook, any, bottle: Einmal auffüllen
  hook, energetic, bottle: Schluck und weiter
  hook, calm, bottle: Ein ruhiger Schluck
  hook, fresh, home: Etwas für daheim
  hook, playful, home: Wohin damit?
  hook, professional, desk: Konzentration, bitte
  hook, playful, desk: Klick, klick, fertig
  name, any, any: Hier ist es.
  name, playful, any: Schau mal.
  name, professional, any: Dürfen wir vorstellen?
  detail, any, any: Schau mal.
  detail, luxurious, any: Genauer betrachtet.
  detail, cinematic, any: Achte aufs Licht.
  detail, any, any: Sieh selbst
  detail, any, any: Von allen Seiten
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
