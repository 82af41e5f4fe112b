import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { DISPLAY_FONT, registerFonts } from '../draw/fonts.ts';
import { toneCss, type Stage } from './stage.ts';

/** How far down its letters the product may cover the word: the upper halves of letters are what is read. */
const COVERED_SHARE = 0.2;

/**
 * The product's name set large behind it, high enough that four fifths of every letter stay visible.
 * Null when there is no room for that: no word is better than half a word.
 */
export function paintWord(
  stage: Stage,
  { lightness, chroma, alpha = 1 }: { lightness: number; chroma: number; alpha?: number },
): Canvas | null {
  const { word, canvas, width, height, product } = stage;
  if (!word) return null;
  registerFonts();
  const image = createCanvas(width, height);
  const context = image.getContext('2d');
  context.font = `100px ${DISPLAY_FONT}`;
  const measured = context.measureText(word);
  const capHeight = measured.actualBoundingBoxAscent;
  const top = product.baseY - product.height;
  const canvasTop = (height - canvas.height) / 2;
  const room = top - canvasTop - canvas.height * 0.05;
  const size =
    Math.min((canvas.width * 0.88) / measured.width, room / (capHeight * (1 - COVERED_SHARE))) * 100;
  const letterHeight = (capHeight * size) / 100;
  if ((measured.width * size) / 100 < canvas.width * 0.5) return null; // A word is large or absent.
  context.font = `${size}px ${DISPLAY_FONT}`;
  context.textAlign = 'center';
  context.fillStyle = toneCss(stage, lightness, chroma, alpha);
  context.fillText(word, width / 2, top + letterHeight * COVERED_SHARE);
  return image;
}
