import { readFile, writeFile } from 'node:fs/promises';
import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { beforeAll, expect, test } from 'vitest';
import type { TextSprite } from '../sprites/sprite-spec.ts';
import { drawText } from './draw-text.ts';

const scripts = {
  Latin: 'Ålesund & Žluťoučký: “50% off”',
  Cyrillic: 'Купите сейчас — скидка',
  Greek: 'Αγοράστε τώρα με έκπτωση',
  Arabic: 'تسوّق الآن — خصم 20%',
  Hebrew: 'קנו עכשיו במבצע 3:1',
  Devanagari: 'अभी खरीदें क्षत्रिय',
  Bengali: 'এখনই কিনুন ক্রেতা',
  Tamil: 'இப்போது வாங்கு',
  Thai: 'ซื้อเลยวันนี้ ลดราคา',
  Japanese: '今すぐ購入 ガジェット',
  Chinese: '立即购买 限时优惠',
  Korean: '지금 구매하세요',
  emoji: 'Go 🛍️ 👩‍👩‍👧‍👦 🇫🇷 ✅ 👍🏽 1️⃣',
};
const names = Object.keys(scripts) as (keyof typeof scripts)[];

const row = { width: 480, height: 52 };
/** Drawn by these fonts and looked at by people who read them or compared with other renderers. */
const reference = new URL('../../test/golden/scripts.png', import.meta.url);

async function drawRow(text: string): Promise<Uint8Array> {
  const sprite: TextSprite = {
    type: 'text',
    text,
    font: 'inter',
    language: 'und',
    sizePx: 30,
    color: '#ffffff',
    align: 'center',
    anchor: 'middle',
    legibility: 'none',
    canvas: row,
    rect: { x: 0, y: 0, ...row },
    box: { x: 4, y: 4, width: row.width - 8, height: row.height - 8 },
    backdrops: [],
  };
  return (await drawText(sprite, [])).png;
}

let sheet: SKRSContext2D;
let wanted: SKRSContext2D;

beforeAll(async () => {
  sheet = createCanvas(row.width, row.height * names.length).getContext('2d');
  sheet.fillStyle = '#202020';
  sheet.fillRect(0, 0, row.width, row.height * names.length);
  for (const [index, name] of names.entries()) {
    sheet.drawImage(await loadImage(Buffer.from(await drawRow(scripts[name]))), 0, index * row.height);
  }
  // To draw the reference anew: delete the file, run the test, look at the picture.
  const stored = await readFile(reference).catch(async () => {
    const drawn = await sheet.canvas.encode('png');
    await writeFile(reference, drawn);
    return drawn;
  });
  wanted = createCanvas(row.width, row.height * names.length).getContext('2d');
  wanted.drawImage(await loadImage(stored), 0, 0);
});

function difference(index: number, against: number): number {
  const a = sheet.getImageData(0, index * row.height, row.width, row.height).data;
  const b = wanted.getImageData(0, against * row.height, row.width, row.height).data;
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

test.for(names.map((name, index) => [name, index] as const))(
  '%s is drawn as in the reference picture',
  ([, index]) => {
    expect(difference(index, index)).toBeLessThan(1.5);
    // The comparison can tell: another line of the same length looks different.
    expect(difference(index, (index + 1) % names.length)).toBeGreaterThan(5);
  },
);
