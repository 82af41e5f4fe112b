import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NEXT, nextButton, PATIENCE_MS, visit } from './support/drive.ts';
import { copyEmbedded } from '../../server/test/support/copy-embedded.ts';
import { openBrowser } from './support/open-browser.ts';
import { openStudio, type Studio } from './support/open-studio.ts';

let studio: Studio;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({ copyDatabase: copyEmbedded });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(PATIENCE_MS);
});

afterAll(async () => {
  await browser?.close();
  await studio?.[Symbol.asyncDispose]();
});

const MOST_TABS = 200;
const STYLE = /^(Bold|Luxury|Minimal|Playful|Tech|Organic|Retro|Sale|Editorial)$/;

/** Goes on with Tab until what has the focus is called like this, as somebody without a mouse does. */
async function tabTo(name: RegExp): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      const ring = getComputedStyle(element);
      return {
        name: (element.getAttribute('aria-label') ?? label ?? element.textContent).trim(),
        hasRing: ring.outlineStyle !== 'none' && ring.outlineWidth !== '0px',
      };
    });
    if (focused === null) continue;
    if (name.test(focused.name)) {
      expect(focused.hasRing, `${focused.name} shows where the focus is`).toBe(true);
      return;
    }
  }
  throw new Error(`Tab never reached ${name.source}.`);
}

test('the keyboard alone leads from sign-in to the download', async () => {
  await visit(page, studio.url);
  await tabTo(/^Sign in$/);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Make a sample ad' }).waitFor();
  await tabTo(/^Make a sample ad$/);
  await page.keyboard.press('Enter');

  await nextButton(page, 'brief');
  await tabTo(NEXT.brief);
  await page.keyboard.press('Enter');

  await nextButton(page, 'images');
  await tabTo(/^Image 1, /);
  await page.keyboard.press('a');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('a');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Continue with 2 images' }).waitFor();
  await tabTo(NEXT.images);
  await page.keyboard.press('Enter');

  await nextButton(page, 'scenes');
  const orderOf = () =>
    page
      .getByRole('listitem')
      .getByRole('combobox')
      .evaluateAll((boxes) =>
        boxes.filter((_, index) => index % 3 === 2).map((box) => (box as HTMLSelectElement).value),
      );
  const [first, second] = await orderOf();
  await tabTo(/^Move: Scene 1$/);
  // What a screen reader would say after each key.
  const said = (sentence: RegExp) => page.getByText(sentence).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  await said(/^Picked up scene 1 of 2|^The scene is over place 1/);
  await page.keyboard.press('ArrowDown');
  await said(/^The scene is over place 2/);
  await page.keyboard.press('Space');
  if (first !== second) await expect.poll(orderOf, { timeout: PATIENCE_MS }).toEqual([second, first]);
  await tabTo(NEXT.scenes);
  await page.keyboard.press('Enter');

  await nextButton(page, 'clips');
  await tabTo(NEXT.clips);
  await page.keyboard.press('Enter');

  await nextButton(page, 'finish');
  // Tabs are one stop: arrows go among them.
  await tabTo(/^Shot$/);
  await page.keyboard.press('ArrowRight');
  await tabTo(STYLE);
  const chosen = () => page.getByRole('radio', { checked: true, name: STYLE }).getAttribute('aria-label');
  const before = await chosen();
  await page.keyboard.press('ArrowRight');
  await expect.poll(chosen, { timeout: PATIENCE_MS }).not.toBe(before);
  await tabTo(NEXT.finish);
  await page.keyboard.press('Enter');

  await page.getByRole('link', { name: 'Download MP4' }).waitFor();
  await tabTo(/^Download MP4$/);
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await downloading).suggestedFilename()).toMatch(/\.mp4$/);
});
