import { readBank } from '../line-bank.ts';

/** Speaks to the masculine singular, as is usual in ads. No line says anything about the product. */
export const arabic = readBank(`
  hook, energetic, any: جاهزون؟ هيا بنا
  hook, energetic, move: على إيقاعك
  hook, energetic, shoes: خطوة ثم خطوة
  hook, energetic, audio: ارفع الصوت
  hook, energetic, outdoor: هيا إلى الخارج
  hook, calm, beauty: لحظة لك وحدك
  hook, calm, any: خذ نفسًا عميقًا
  hook, calm, candle: أضواء خافتة
  hook, calm, home: بكل هدوء
  hook, calm, any: لا داعي للعجلة
  hook, luxurious, place: طاولة لشخصين
  hook, luxurious, wear: الليلة موعدنا
  hook, luxurious, jewellery: انظر عن قرب
  hook, luxurious, any: ليبقَ الأمر بيننا
  hook, luxurious, perfume: حين يحل المساء
  hook, playful, pets: احزر من وصل
  hook, playful, food: من أكل الأخيرة؟
  hook, playful, toy: اللعب أولًا
  hook, playful, home: مفاجأة في البيت
  hook, playful, any: قل مرحبًا
  hook, professional, office: صباح العمل
  hook, professional, any: لندخل في الموضوع
  hook, professional, tools: إلى العمل
  hook, professional, tools: مشروعك القادم
  hook, professional, service: هذه هي الخطة
  hook, cinematic, any: أولًا، الضوء
  hook, cinematic, any: بعد منتصف الليل
  hook, cinematic, move: الطريق بانتظارنا
  hook, cinematic, any: تخفت الأضواء
  hook, cinematic, any: ثم ساد الصمت
  hook, relaxed, furniture: اجلس قليلًا
  hook, relaxed, coffee: فنجان آخر؟
  hook, relaxed, any: اليوم بلا خطط
  hook, relaxed, coffee: صباح بلا منبّه
  hook, relaxed, place: تفضل بالدخول
  hook, fresh, home: افتح النافذة
  hook, fresh, outdoor: في الهواء الطلق
  hook, fresh, drink: رشفة أولًا
  hook, fresh, food: ماذا نأكل اليوم؟
  hook, any, any: هل رأيته؟ > الآن نعم
  hook, any, any: انظر هنا
  hook, any, quiet: هل تسمع؟ > ولا أنا
  hook, any, lasting: وما زال يعمل > وما زال
  hook, any, wet: دع المطر يهطل > لا بأس
  hook, any, weight: ارفعه بيدك
  hook, any, handmade: انظر جيدا
  hook, any, warm: برد في الخارج؟ > ليس هنا
  hook, any, cold: ابق منتعشًا
  hook, any, quick: مستعجل؟ > انتهى الأمر
  hook, any, small: اطوه وضعه جانبًا
  hook, any, deal: في وقته تمامًا
  hook, any, desk: إلى العمل > إلى الغد
  hook, professional, desk: إلى العمل
  hook, cinematic, desk: آخر الليل
  hook, any, light: أشعل الضوء > مساء الخير
  hook, calm, light: فصل آخر
  hook, relaxed, light: وأخيرًا المساء
  hook, any, rain: دع المطر يهطل > لا بأس
  hook, playful, rain: بركة ماء؟ هيا
  hook, any, kitchen: ماذا نطبخ؟ > إلى المائدة
  hook, energetic, kitchen: ارفع النار
  hook, calm, kitchen: على نار هادئة
  hook, any, garden: إلى الحديقة > نلتقي هناك
  hook, playful, garden: اليدان في التراب
  hook, any, baby: أهلًا يا صغيري > أحلامًا سعيدة
  hook, playful, baby: أهلًا بالأيدي الصغيرة
  hook, any, sleep: تصبح على خير > صباح الخير
  hook, calm, sleep: خمس دقائق أخرى
  hook, luxurious, sleep: ابق في السرير
  hook, any, sport: استعد > انطلق
  hook, energetic, sport: جولة أخرى
  hook, any, travel: احزم حقيبتك > أرسل بطاقة
  hook, energetic, travel: النداء الأخير
  hook, luxurious, travel: مقعد بجوار النافذة
  hook, cinematic, travel: في مكان آخر
  hook, any, book: الفصل الأول > يتبع
  hook, playful, book: ثم المفاجأة
  hook, any, bath: افتح الماء > يرجى عدم الإزعاج
  hook, any, clean: شمّر عن ساعديك > انتهينا
  hook, playful, clean: وداعًا للفتات
  hook, any, tea: ضع الإبريق > اجلس
  hook, calm, tea: انتظر ثم اشرب
  hook, any, car: خذ الطريق الطويل > على مهل
  hook, energetic, car: مفتاح. محرك. انطلق.
  hook, cinematic, car: الأضواء مضاءة
  hook, any, bike: اركب دراجتك > نلتقي هناك
  hook, relaxed, bike: طريق العودة الطويل
  hook, any, app: افتحه
  hook, playful, app: انقر، انقر
  hook, any, course: مستعد للتعلم؟ > نلتقي في الدرس
  hook, playful, course: بدأ الدرس
  hook, any, health: عادة يومية > إلى الغد
  hook, any, camera: لا تتحرك > التقطناها
  hook, cinematic, camera: ضوء. إطار. لقطة.
  hook, playful, camera: ابتسم
  hook, any, audio: اضغط تشغيل > مرة أخرى
  hook, cinematic, audio: أغمض عينيك
  hook, any, watch: حان الوقت > وقتك
  hook, energetic, watch: تيك، تاك، هيا
  hook, any, phone: أمسكه بيدك
  hook, any, shoes: خطوة بعد خطوة > وخطوة أخرى
  hook, luxurious, shoes: ادخل بهدوء
  hook, fresh, shoes: الخطوات الأولى
  hook, any, wear: جرّبه
  hook, energetic, wear: ارتد وانطلق
  hook, fresh, wear: ماذا ألبس؟ > هذا
  hook, any, beauty: البشرة أولًا > ثم العالم
  hook, fresh, beauty: ماء على الوجه
  hook, any, perfume: قطرة واحدة > ثم انطلق
  hook, any, candle: أشعل شمعة > ابق قليلًا
  hook, any, home: أهلًا بك > ابق قليلًا
  hook, any, furniture: اجلس > ابق قليلًا
  hook, playful, furniture: المقعد لك
  hook, luxurious, furniture: خذ مكانك
  hook, any, coffee: القهوة أولًا > ثم اليوم
  hook, energetic, coffee: استيقظ
  hook, fresh, coffee: صباح الخير
  hook, calm, coffee: قبل أن يبدأ اليوم
  hook, luxurious, coffee: صب على مهل
  hook, cinematic, coffee: قبل الفجر
  hook, any, drink: عطشان؟ > هنيئًا
  hook, any, food: جائع؟ > تفضل
  hook, calm, food: اجلس وكل
  hook, luxurious, food: اترك مكانًا
  hook, relaxed, food: مرر الطبق
  hook, any, pets: من هنا؟
  hook, energetic, pets: وقت النزهة!
  hook, any, toy: وقت اللعب > مرة أخرى
  hook, any, tools: القفازات أولًا > انتهينا
  hook, any, outdoor: الباب مفتوح > نلتقي هناك
  hook, calm, outdoor: أنت والشجر
  hook, any, place: تفضل بالدخول > إلى اللقاء
  hook, any, service: اتركه علينا > إلى اللقاء
  hook, any, jewellery: انظر عن قرب > أقرب
  hook, any, move: هيا بنا
  hook, any, eyewear: الشمس طلعت > أين النظارة؟
  hook, playful, eyewear: الضوء ساطع؟
  hook, luxurious, eyewear: انظر إلى هنا
  hook, any, plant: مكان لتنمو
  hook, calm, plant: لمسة خضراء
  hook, playful, plant: رفيقك الأخضر
  hook, any, table: السفرة جاهزة > بالهناء
  hook, luxurious, table: العشاء في الثامنة
  hook, any, bag: احملها وانطلق > هل نسيت شيئًا؟
  hook, luxurious, bag: على ذراعك
  hook, any, makeup: المرآة من فضلك > ها أنت
  hook, luxurious, makeup: نظرة أخيرة
  hook, any, hair: شعرك اليوم
  hook, any, music: صِلها واعزف
  hook, energetic, music: واحد، اثنان، ثلاثة
  hook, calm, music: اعزف بهدوء
  hook, any, bottle: املأها من جديد
  hook, energetic, bottle: رشفة وانطلق
  hook, fresh, home: شيء للبيت
  hook, playful, desk: أشِر وانقر
  hook, any, clock: حان وقت الاستيقاظ > صباح الخير
  hook, any, cuddle: وقت العناق > أحلامًا سعيدة
  hook, any, hat: البس قبعتك > إلى الخارج
  name, any, any: نظرة أولى.
  name, playful, any: شاهد هذا.
  name, professional, any: اسمح لنا بالتعريف:
  detail, any, any: ألقِ نظرة.
  detail, luxurious, any: أقرب قليلًا.
  detail, cinematic, any: لاحظ الضوء.
  detail, any, any: انظر بنفسك
  detail, any, any: من كل جانب
  benefit, any, any: باختصار:
  benefit, any, any: للعلم:
  benefit, professional, any: الحقائق:
  offer, any, any: العرض:
  offer, any, any: السعر:
  quote, any, any: كما قيل:
  cta, playful, any: دورك الآن.
  cta, relaxed, any: نراك هناك.
  cta, professional, any: الخطوة التالية:
`);
