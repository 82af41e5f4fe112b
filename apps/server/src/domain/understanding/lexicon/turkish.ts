import type { Lexicon } from './lexicon.ts';

export const turkish: Lexicon = {
  tag: 'tr',
  name: 'Turkish',
  was: 'eski fiyat, eski fiyatı, önceki fiyat, normal fiyat, normal fiyatı, önceden, liste fiyatı, eskiden, normalde, etiket fiyatı',
  wasAfter: 'yerine, idi, iken, yerine sadece',
  now: 'şimdi, sadece, yalnızca, fiyat, fiyatı, bugün, indirimli, şimdi sadece, yeni fiyat, kampanya fiyatı, indirimli fiyat',
  from: 'başlangıç fiyatı',
  fromAfter:
    "'den başlayan, den başlayan, dan başlayan, başlayan, den başlıyor, başlayan fiyatlarla, itibaren, den itibaren, başlıyor",
  upTo: 'varan, en fazla, azami',
  each: 'adet, adedi, kişi başı, gecelik, aylık, ayda, kişi başına, tanesi, yıllık, çift, gecesi, seans, kg, haftalık, kişilik, kdv dahil, ders, porsiyon, şişesi, kilosu, saatlik, gece, ay, her biri',
  rival: 'göre, karşı, kıyasla',
  saving: 'tasarruf, kazan, tasarruf edin',
  discount: 'indirim, indirimi, indirimli, ucuz, indirimle, daha ucuz, off, indirimde, iskonto',
  deal: 'yarı fiyatına, yarı fiyat, 1 alana 1 bedava, bir alana bir bedava, 3 al 2 öde, 2 al 1 öde, 4 al 3 öde, ikincisi yarı fiyatına, ikincisi bedava, iki al bir öde, 2. ürün bedava, ikinci ürün yarı fiyatına, 2 alana 1 bedava, yarı fiyatina, 5 al 4 öde',
  condition:
    'ilk siparişte, ilk siparişe, üyelere, öğrencilere, ikinci üründe, yeni müşterilere, tüm, kodu ile, ilk alışverişte, koduyla, sepette, ilk siparişine özel, abonelikte, her',
  currency: 'tl, lira, liraya, try, euro, dolar, eur, usd, liradan, kuruş',
  until: 'son gün, son tarih, bitiş, kadar',
  untilAfter:
    "kadar, 'e kadar, 'a kadar, gününe kadar, bitiyor, sona eriyor, tarihine kadar, dek, son, sonuna kadar, bitmeden, de bitiyor, da bitiyor",
  startsAfter:
    "başlıyor, açılıyor, çıkıyor, 'te başlıyor, da satışta, satışta, itibaren, açılış, raflarda, başlar, vizyonda, de açılıyor, tarihinde, geliyor, kapılarını açıyor, tarihinden itibaren",
  starts: 'başlangıç, açılış, çıkış, lansman',
  span: 'bugün, sadece bugün, yarın, bu hafta, bu hafta sonu, bu ay, bu gece, yalnızca bugün, hafta sonu, sadece bu hafta, bu cumartesi, bu pazar, bu cuma, hafta sonuna özel, efsane cuma, bugüne özel',
  only: 'sadece, yalnızca, yalnız',
  every: 'her, daima, tüm, hafta içi',
  weekday:
    'pazartesi, salı, çarşamba, perşembe, cuma, cumartesi, pazar, pazartesiye, cumaya, cumartesiye, pazara, salıya, perşembeye, çarşambaya',
  month:
    "ocak, şubat, mart, nisan, mayıs, haziran, temmuz, ağustos, eylül, ekim, kasım, aralık, ocak'ta, mart'ta, mart'a, nisan'a, nisan'da, mayıs'a, mayıs'ta, haziran'a, haziran'da, temmuz'a, temmuz'da, ağustos'a, ağustos'ta, eylül'e, eylül'de, ekim'e, ekim'de, kasım'a, kasım'da, aralık'a, aralık'ta, ocak'a, şubat'a, şubat'ta",
  holiday:
    'bayram, bayrama, ramazan, yılbaşı, yılbaşına, anneler günü, anneler gününe, babalar günü, sevgililer günü, sevgililer gününe, gece yarısı, gece yarısına, ay sonu, ay sonuna, kurban bayramı, yaz, kış, bahar, sonbahar, stoklar tükenene, stoklarla sınırlı, okula dönüş, hafta sonu, hafta sonuna, yıl sonu, yıl sonuna',
  endOf: 'sonu, sonuna, başı, ortası',
  shipping: 'kargo, teslimat, gönderim, teslim, kargoda, kargo bedava, kapınıza, gönderiyoruz, kargoya',
  guarantee:
    'garanti, garantili, garantisi, iade, iadesi, değişim, para iade, deneme, iade hakkı, ücretsiz iptal, denemesi, memnuniyet garantisi',
  free: 'ücretsiz, ücretsis, bedava, ücretsizdir, hızlı, aynı gün, ömür boyu, yıl, gün, koşulsuz, ay, saatte, içinde, dahil, ertesi gün, kolay',
  left: 'kaldı, adet kaldı, mevcut, stokta',
  limited:
    'son, sınırlı, sınırlı sayıda, ilk, stoklarla sınırlı, en az, sadece, adetle sınırlı, sınırlı üretim, yalnızca, kontenjan, sınırlı stok',
  pack: "'li paket, li paket, lu paket, 'lü set, kutu, paket, li set, 'lu, 'li, 'lı, 'lü, set, lı paket, şişe, koli, kavanoz, 'li set, 'lı set",
  piece:
    'adet, çift, parça, kutu, paket, şişe, kapsül, kişi, kişilik, tane, müşteri, yer, koltuk, gram, poşet, tablet, rulo, yıkama, dilim, fincan, bardak, oda, tabak, bilet, siparişe, adetle',
  code: 'kod, kodu, kupon, indirim kodu, koduyla, promosyon kodu, kupon kodu, kodunu',
  callToAction: 'cta, eylem çağrısı, buton, harekete geçirici mesaj, düğme, buton metni, kapanış',
  act: 'hemen, hemen satın al, hemen sipariş ver, hemen al, hemen keşfet, hemen rezervasyon yap, hemen indir, hemen incele, hemen dene, hemen kaydol, hemen başla, satın al, satın alın, sipariş ver, sipariş verin, siparişini ver, sipariş için, sipariş, keşfet, keşfedin, dene, deneyin, rezervasyon, rezervasyon yap, rezervasyon için, yerini ayırt, yerinizi ayırtın, randevu, randevu al, randevu alın, randevu için, indir, indirin, kaydol, kayıt ol, kayıt olun, kayıt için, ziyaret et, ziyaret edin, uğra, uğrayın, bize uğrayın, gel, gelin, bekleriz, bekliyoruz, takip et, takip edin, bizi takip edin, ara, arayın, bizi arayın, incele, inceleyin, şimdi al, şimdi sipariş ver, şimdi indir, şimdi keşfet, katıl, katılın, kaçırma, kaçırmayın, tıkla, tıklayın, ayrıntılı bilgi, detaylı bilgi, daha fazla bilgi, detaylar için, bilgi için, siparişleriniz için, dm, link biyografide, link bioda, linke tıkla, tadına bak, tadına bakın, başla, hediye et, üye ol, abone ol, yazın, iletişim, whatsapp, seç, sepete ekle, dinle, izle, siz de deneyin, acele et, tanış',
  street:
    'sokak, caddesi, cadde, sokağı, bulvarı, mahallesi, sk, cad, cd, meydanı, çarşısı, no, çarşı, pasajı, yolu, avm, mah',
  in: 'yanında, karşısında',
  at: 'yanında, karşısında',
  made: 'yapımı, üretimi, el yapımı, dokuma, yapılmış, kavrulmuş, üretilmiş, tasarlanmış, pişmiş, dikilmiş, ilham',
  business:
    'mağaza, dükkan, dükkanı, kafe, kahveci, lokanta, restoran, otel, pansiyon, kuaför, fırın, pastane, stüdyo, spor salonu, klinik, çiçekçi, galeri, okul, kitabevi, eczane, butik, butik otel, kahvaltı evi, berber, güzellik salonu, bungalov, meyhane, dönerci, kebapçı, pideci, restoranı, oteli, kafesi, atölye, atölyesi, manav, kasap, veteriner, diş kliniği, oto yıkama, kreş, restorant, fotoğraf stüdyosu, bistro, balıkçı',
  make: 'yap, oluştur, hazırla, üret, tasarla, istiyorum, istiyoruz, lazım, yapar mısın, yapın, hazırlayın, lütfen, çek, yapalım, yapabilir misin, oluşturun, hazırlar mısın, olsun, kurgula, ihtiyacım var',
  video:
    'video, reklam, reklamı, videosu, klip, tanıtım, reels, film, reklam videosu, reklam filmi, tanıtım videosu, tanıtım filmi, videosunu, reklamını, videoyu, videolu',
  format: 'dikey, yatay, kare, hikaye, story, reels',
  second: 'saniye, saniyelik, sn, dakika, dakikalık, saniyelık',
  without:
    'olmasın, istemiyorum, yok, kullanma, koyma, müziksiz, seslendirmesiz, altyazısız, yazısız, sessiz, olmadan, -sız',
  filming:
    'müzik, müziksiz, seslendirme, ses, altyazı, yazı, metin, insan, yüz, logo, yakın çekim, yakın çekimler, ağır çekim, efekt, dış ses, dış sessiz, seslendirmesiz, altyazısız, fon müziği, geçiş, emoji, çekim, çekimler, kamera, insansız, konuşma, kesmeler',
  ignore:
    'yok say, görmezden gel, unut, dikkate alma, sen artık, artık sen, aş, sistem:, yoksay, önemseme, yeni talimat, şu andan itibaren sen, geçersiz say, atla, boşver',
  rules:
    'kuralları, kurallar, talimatları, talimatlar, önceki, yukarıdaki, kısıtlamaları, tüm kuralları, komutları, yönergeleri, her şeyi',
  say: 'yaz, söyle, de ki, belirt, duyur, ekle, göster, vaat et, iddia et, cevapla, yazsın, yazın, söylesin, uydur, anlat',
  forbid:
    'yazma, söyleme, bahsetme, gösterme, belirtme, yazmayın, söylemeyin, göstermeyin, belirtmeyin, bahsetmeyin, kullanma, gizli, iç not, demeyin, deme, yazmasın, geçmesin, paylaşma, paylaşmayın, kullanmayın, yayınlama, görünmesin, sakın, söylenmesin, yazılmasın, belirtilmesin, dahili, bahsetmesin, kelimesini',
  priceWord: 'fiyat, fiyatı, fiyatları, ücret, fiyatını, fiyattan, maliyet',
  noise:
    'merhaba, selam, teşekkürler, teşekkür ederim, lütfen, şey, yani, haha, bizim, benim, yeni, bu, işte, satıyoruz, yapıyoruz, sunuyoruz, var, için, ürünümüz, hakkında, ürün, tanıtım için, sizlerle, kolay gelsin, iyi günler, karşınızda, açıklama, detaylar, geldi',
  small: 'ben, biz, siz, o, şu, ki, mi, mı',
  kind: `koşu ayakkabısı, ayakkabı, ayakkabıları, ayakkabısı, bot, sandalet, terlik, spor ayakkabı, kanepe, koltuk, köşe koltuk, sandalye, masa, yemek masası, çalışma masası, sehpa, kitaplık, dolap, yatak, yastık, battaniye, yorgan, nevresim, halı, kilim, perde, lamba, masa lambası, lambası, avize, ayna, vazo, saat, kol saati, mouse, klavye, monitör, bilgisayar, laptop, tablet, telefon, telefon kılıfı, kılıf, şarj aleti, powerbank, yazıcı, kamera, drone, kulaklık, hoparlör, pikap, gitar, piyano, bağlama, yüzücü gözlüğü, güneş gözlüğü, gözlük, akıllı saat, yüzük, kolye, küpe, bileklik, takı, parfüm, kolonya, serum, krem, el kremi, yüz kremi, nemlendirici, güneş kremi, yüz maskesi, tonik, sabun, sabunu, sabunlar, zeytinyağlı sabun, şampuan, diş macunu, diş fırçası, saç kurutma makinesi, ruj, maskara, oje, makyaj, takviye, vitamin, protein tozu, kahve, türk kahvesi, filtre kahve, kahve çekirdeği, çay, bitki çayı, meyve suyu, limonata, ayran, şarap, bira, rakı, su, maden suyu, granola, müsli, ekmek, simit, börek, baklava, lokum, kurabiye, pasta, kek, çikolata, bal, çam balı, reçel, pekmez, tahin, zeytinyağı, zeytin, sirke, sos, acı sos, salça, makarna, mantı, pirinç, pizza, hamburger, burger, kebap, döner, pide, lahmacun, köfte, kahvaltı, serpme kahvaltı, peynir, sucuk, pastırma, dondurma, tuz, baharat, kuruyemiş, fıstık, mama, köpek maması, kedi maması, kedi kumu, tasma, kedi yatağı, bebek arabası, oto koltuğu, bebek bezi, oyuncak, ahşap oyuncak, bloklar, yapboz, kutu oyunu, bebek, peluş, yağmurluk, ceket, mont, kaban, palto, kazak, hırka, gömlek, tişört, sweatshirt, bluz, elbise, elbiseler, elbiseleri, çocuk elbiseleri, gelinlik, etek, pantolon, kot, jean, tayt, çorap, iç çamaşırı, pijama, pijama takımı, mayo, bikini, şapka, bere, atkı, şal, eşarp, eldiven, kemer, takım elbise, önlük, çanta, çantası, sırt çantası, el çantası, bavul, valiz, cüzdan, cüzdanlar, deri cüzdanlar, kartlık, şemsiye, bisiklet, elektrikli bisiklet, scooter, elektrikli scooter, kask, kaykay, çadır, uyku tulumu, hamak, matara, termos, suluk, su şişesi, bardak, kupa, fincan, fincanı, kahve fincanı, çaydanlık, cezve, çay bardağı, kahve makinesi, kahve makinası, espresso makinesi, kahve değirmeni, blender, tost makinesi, fritöz, airfryer, fırın, mangal, tava, tencere, düdüklü tencere, bıçak, şef bıçağı, kesme tahtası, tabak, tabaklar, kase, yemek takımı, çatal bıçak, mum, mumlar, kokulu mum, oda kokusu, tütsü, hava temizleyici, vantilatör, ısıtıcı, süpürge, robot süpürge, çamaşır makinesi, bulaşık makinesi, buzdolabı, deterjan, temizleyici, çiçek, çiçekler, buket, saksı, bitki, tohum, toprak, matkap, şarjlı matkap, tornavida, testere, çekiç, alet çantası, merdiven, boya, duvar kağıdı, lastik, kış lastiği, araba, otomobil, motosiklet, karavan, yoga matı, mat, dambıl, koşu bandı, uygulama, uygulaması, yazılım, platform, site, kurs, kursu, online kurs, eğitim, atölye, seramik atölyesi, ders, dersleri, kitap, roman, çocuk kitabı, dergi, defter, ajanda, takvim, kalem, poster, tablo, plak, bilet, festival, konser, sergi, hediye kutusu, hediye seti, otel, butik otel, pansiyon, bungalov, oda, restoran, lokanta, kafe, fırın, pastane, kuaför, berber, güzellik salonu, spor salonu, klinik, diş kliniği, çiçekçi, kitabevi, sigorta, güneş paneli, dikiş makinesi, havlu, bornoz, peştemal, seramik, tepsi, sepet, örtü`,
  quality: `yeni, deri, hakiki, ahşap, meşe, çelik, paslanmaz, metal, bakır, demir, döküm, seramik, porselen, cam, kağıt, pamuk, pamuklu, keten, yün, ipek, kadife, altın, gümüş, pırlanta, siyah, beyaz, kırmızı, mavi, yeşil, sarı, pembe, mor, kahverengi, gri, bej, açık, koyu, mat, büyük, küçük, mini, kompakt, taşınabilir, katlanır, katlanabilir, hafif, ağır, yumuşak, sert, sıcak, soğuk, taze, kavrulmuş, tuzlu, tatlı, acı, doğal, organik, vegan, glutensiz, şekersiz, el yapımı, el, yapımı, ev yapımı, sürdürülebilir, geri dönüştürülmüş, ikinci el, vintage, retro, klasik, modern, rustik, geleneksel, sınırlı, özel, kişiye özel, lüks, premium, profesyonel, ucuz, en iyi, iyi, güzel, şık, rahat, dayanıklı, akıllı, kablosuz, elektrikli, dijital, otomatik, şarjlı, güneş, su geçirmez, yapışmaz, yıkanabilir, sessiz, hızlı, kolay, ergonomik, çocuk, çocuklar, bebek, kadın, erkek, unisex, köpek, kedi, bahçe, mutfak, ofis, ev, seyahat, kamp, spor, yaz, kış, hediye, yerel, italyan, fransız, türk, anadolu, japon, ege, karadeniz, saf, ince, ekstra, süper, ultra, çift, tek, yüz, vücut, saç, kokulu, lavanta, vanilya, limon, nane, online, iki, üç, dört, kişilik, dokuma, örgü, sızma, soğuk sıkım, günlük, naturel, kahve, yoga, koşu, masa, masası, tam, buğday`,
  is: 'adlı',
  and: 've, ile',
  or: 'veya, ya da',
  of: '',
  called:
    'adı, ismi, adlı, isimli, adıyla, markası, markamız, tanıtıyoruz, karşınızda, adında, isminde, marka, ürün adı, markalı, ürünün adı',
  correction:
    'pardon, yok, özür dilerim, düzeltme, yanlış, hayır, yanlış oldu, aslında, düzeltiyorum, daha doğrusu',
  by: 'markası, imzalı',
  slogan: 'slogan, sloganı, yorum, müşteri yorumu, slogan:, motto, bir müşterimiz, bir müşteri, sloganımız',
  says: 'diyor, dedi, yazmış, demiş, söylüyor, diye yazmış, diyorlar',
  subject: 'ürün, ürün:, konu, ürünümüz, ürünün adı',
  moodCue: 'ton, tarz, hava, atmosfer, stil, tonu, tarzı, havası, havada, tonda, tarzda, atmosferi',
  mood: 'karanlık, sinematik, dramatik, zarif, şık, lüks, zamansız, minimal, minimalist, sade, temiz, modern, cesur, enerjik, dinamik, sportif, hızlı, güçlü, eğlenceli, neşeli, komik, sevimli, renkli, aydınlık, canlı, taze, ferah, doğal, rustik, sıcak, samimi, huzurlu, sakin, dingin, yumuşak, yavaş, rahat, romantik, nostaljik, retro, vintage, sofistike, profesyonel, ciddi, ilham verici, fütüristik, gizemli, şenlikli, yazlık, içten, duygusal, pastel, epik, otantik, premium, keyifli, loş, mistik, tatlı, genç',
  for: 'için, özel',
  people:
    'kadınlar, erkekler, çocuklar, aileler, koşucular, herkes, cilt, ciltler, saç, bebekler, anneler, babalar, köpekler, kediler, öğrenciler, yeni başlayanlar, sporcular, gezginler, gençler, çocuk, hassas ciltler, kuru ciltler, çiftler, kahve sevenler, sevenler, doğaseverler, çalışanlar, kuru saçlar',
  intensifier: 'çok, biraz, oldukça, daha, hafif, gayet',
};
