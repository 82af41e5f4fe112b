import type { Context2D } from '../canvas.ts';

/** A sequence that begins with a sign which is text by default and goes on with a picture: ❤️‍🔥, 🏳️‍🌈, ⛓️‍💥. */
const parted = /^(?!\p{Emoji_Presentation})\p{Emoji}\ufe0f?\u200d\p{Emoji_Presentation}/u;
/** Any emoji that is a picture by default, narrow or wide. */
const LEAD = '🏴';
const FAR_PX = 1e5;

/**
 * Makes Skia's paragraph shaper (in `@napi-rs/canvas`) keep such sequences whole. It takes their first sign for text and
 * the rest for an emoji, and draws two pictures; behind an emoji it sees one. So one stands before them, clipped away.
 */
export function joinEmoji(context: Context2D): Context2D {
  const measure = context.measureText.bind(context);
  const fill = context.fillText.bind(context);
  context.measureText = (text) => {
    if (!parted.test(text)) return measure(text);
    const lead = measure(LEAD).width;
    const { width, actualBoundingBoxRight, ...rest } = sizesOf(measure(LEAD + text));
    return { ...rest, width: width - lead, actualBoundingBoxRight: actualBoundingBoxRight - lead };
  };
  context.fillText = (text, x, y) => {
    if (!parted.test(text)) {
      fill(text, x, y);
      return;
    }
    context.save();
    context.beginPath();
    context.rect(x, -FAR_PX, FAR_PX, 2 * FAR_PX);
    context.clip();
    fill(LEAD + text, x - measure(LEAD).width, y);
    context.restore();
  };
  return context;
}

/** The native object's fields are getters: a spread would lose them. */
const sizesOf = (measured: ReturnType<Context2D['measureText']>) => ({
  width: measured.width,
  actualBoundingBoxLeft: measured.actualBoundingBoxLeft,
  actualBoundingBoxRight: measured.actualBoundingBoxRight,
  actualBoundingBoxAscent: measured.actualBoundingBoxAscent,
  actualBoundingBoxDescent: measured.actualBoundingBoxDescent,
});
