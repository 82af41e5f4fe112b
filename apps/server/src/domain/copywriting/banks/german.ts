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
  hook, any, any: Schon gesehen? > Jetzt schon
  hook, any, any: Schau mal
  hook, any, quiet: Hörst du das? > Ich auch nicht
  hook, any, lasting: Läuft und läuft > Und läuft
  hook, any, wet: Soll's doch regnen > Na und?
  hook, any, weight: Heb es hoch > Und los
  hook, any, handmade: Genau hinschauen > Noch genauer
  hook, any, warm: Kalt draußen? > Hier nicht
  hook, any, cold: Bleib cool
  hook, any, quick: Eilig heute? > Schon fertig
  hook, any, small: Einfach wegpacken > Und weg
  hook, any, deal: Gutes Timing
  hook, any, desk: An die Arbeit > Feierabend
  hook, professional, desk: Ran ans Werk > Feierabend
  hook, cinematic, desk: Spätschicht
  hook, any, light: Licht an > Da bist du ja
  hook, calm, light: Noch ein Kapitel
  hook, relaxed, light: Endlich Feierabend
  hook, any, rain: Soll's doch regnen > Na und?
  hook, playful, rain: Pfütze? Ja bitte
  hook, any, kitchen: Was kochen wir? > Essen ist fertig
  hook, energetic, kitchen: Herd an
  hook, calm, kitchen: Lass es köcheln
  hook, any, garden: Raus ins Grüne > Bis später
  hook, playful, garden: Hände in die Erde
  hook, any, baby: Hallo, kleiner Mensch > Schlaf schön
  hook, playful, baby: Kleine Hände, hallo
  hook, any, sleep: Gute Nacht > Guten Morgen
  hook, calm, sleep: Noch fünf Minuten
  hook, luxurious, sleep: Bleib liegen
  hook, any, sport: Auf die Plätze > Los!
  hook, energetic, sport: Noch eine Runde
  hook, any, travel: Packen und los > Schreib mal
  hook, energetic, travel: Letzter Aufruf
  hook, luxurious, travel: Fensterplatz, bitte
  hook, cinematic, travel: Irgendwo anders
  hook, any, book: Kapitel eins > Fortsetzung folgt
  hook, playful, book: Und dann das
  hook, any, bath: Wasser einlassen > Bitte nicht stören
  hook, any, clean: Ärmel hoch > Fertig
  hook, playful, clean: Tschüss, Krümel
  hook, any, tea: Wasser aufsetzen > Setz dich dazu
  hook, calm, tea: Ziehen lassen
  hook, any, wine: Gläser raus > Zum Wohl
  hook, luxurious, wine: Auf den Abend
  hook, any, car: Nimm den Umweg > Kein Grund zur Eile
  hook, energetic, car: Schlüssel, Start, los
  hook, cinematic, car: Scheinwerfer an
  hook, any, bike: Nimm das Rad > Bis gleich
  hook, relaxed, bike: Der lange Heimweg
  hook, any, app: Tipp drauf > Das war's
  hook, playful, app: Tipp, tipp
  hook, any, course: Lust zu lernen? > Bis bald im Kurs
  hook, playful, course: Es läutet
  hook, any, health: Tag für Tag > Bis morgen
  hook, any, camera: Bitte stillhalten > Im Kasten
  hook, cinematic, camera: Licht. Bild. Klick.
  hook, playful, camera: Bitte lächeln
  hook, any, audio: Drück auf Play > Und noch mal
  hook, cinematic, audio: Augen zu
  hook, relaxed, audio: Seite A, Lied eins
  hook, any, watch: Es wird Zeit > Deine Zeit
  hook, energetic, watch: Tick, tack, los
  hook, any, phone: Nimm es in die Hand
  hook, any, shoes: Links, rechts, weiter > Und weiter
  hook, luxurious, shoes: Ein langsamer Auftritt
  hook, fresh, shoes: Erste Schritte
  hook, any, wear: Probier's an > Behalt's an
  hook, energetic, wear: Anziehen und los
  hook, fresh, wear: Was anziehen? > Das da
  hook, any, beauty: Erst die Haut > Dann der Rest
  hook, fresh, beauty: Wasser ins Gesicht
  hook, any, perfume: Einmal sprühen > Dann los
  hook, any, candle: Streichholz an > Bleib noch
  hook, any, home: Willkommen daheim > Schuhe aus
  hook, any, furniture: Setz dich > Bleib sitzen
  hook, playful, furniture: Platz ist frei
  hook, luxurious, furniture: Nimm Platz
  hook, any, coffee: Erst mal Kaffee > Dann der Tag
  hook, energetic, coffee: Aufwachen
  hook, fresh, coffee: Guten Morgen
  hook, calm, coffee: Bevor der Tag beginnt
  hook, luxurious, coffee: Langsam eingießen
  hook, cinematic, coffee: Vor Sonnenaufgang
  hook, any, drink: Durst? > Prost!
  hook, any, food: Hunger? > Greif zu
  hook, calm, food: Setzen. Essen. Ruhe.
  hook, luxurious, food: Lass noch Platz
  hook, relaxed, food: Reich mal rüber
  hook, any, pets: Na, du? > Komm her
  hook, energetic, pets: Gassi!
  hook, any, toy: Zeit zu spielen > Noch eine Runde
  hook, any, tools: Handschuhe an > Fertig
  hook, any, outdoor: Tür auf, raus > Bis später
  hook, calm, outdoor: Nur du und Bäume
  hook, any, place: Komm vorbei > Bis gleich
  hook, any, service: Überlass das uns > Bis bald
  hook, any, jewellery: Schau genauer hin > Noch näher
  hook, any, move: Auf geht's > Komm mit
  hook, any, eyewear: Sonne da? > Brille auf
  hook, playful, eyewear: Zu hell?
  hook, luxurious, eyewear: Schau her
  hook, cinematic, eyewear: Blick nach vorn
  hook, any, plant: Platz zum Wachsen > Wachs schön
  hook, playful, plant: Dein grüner Mitbewohner
  hook, calm, plant: Ein bisschen Grün
  hook, any, table: Tisch decken > Guten Appetit
  hook, playful, table: Wer deckt heute?
  hook, luxurious, table: Essen um acht
  hook, any, bag: Schnappen und los > Alles dabei?
  hook, energetic, bag: Raus zur Tür
  hook, luxurious, bag: An deinem Arm
  hook, any, makeup: Spiegel, bitte > Da bist du
  hook, playful, makeup: Fertig? Kussmund.
  hook, luxurious, makeup: Ein letzter Blick
  hook, any, hair: Haare waschen > Schüttel sie aus
  hook, playful, hair: Schüttel sie aus
  hook, any, music: Einstecken, spielen > Zugabe!
  hook, energetic, music: Eins, zwei, drei
  hook, calm, music: Spiel es leise
  hook, any, bottle: Einmal auffüllen > Und trinken
  hook, energetic, bottle: Schluck und weiter
  hook, calm, bottle: Ein ruhiger Schluck
  hook, fresh, home: Etwas für daheim
  hook, playful, home: Wohin damit?
  hook, professional, desk: Konzentration, bitte
  hook, playful, desk: Klick, klick, fertig
  hook, any, clock: Aufstehen! > Guten Morgen
  hook, any, cuddle: Drück mich > Schlaf schön
  hook, any, hat: Mütze auf > Raus mit dir
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
