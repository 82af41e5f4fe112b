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
  hook, fresh, any: صباح الخير
  hook, fresh, outdoor: في الهواء الطلق
  hook, fresh, drink: رشفة أولًا
  hook, fresh, food: ماذا نأكل اليوم؟
  name, any, any: نظرة أولى.
  name, playful, any: شاهد هذا.
  name, professional, any: اسمح لنا بالتعريف:
  detail, any, any: عن قرب.
  detail, luxurious, any: أقرب قليلًا.
  detail, cinematic, any: لاحظ الضوء.
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
