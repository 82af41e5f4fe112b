import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextButton, PATIENCE_MS, signIn, startCupAd } from './support/drive.ts';
import { openBrowser } from './support/open-browser.ts';
import { openStudio, type Studio } from './support/open-studio.ts';

let studio: Studio;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  studio = await openStudio();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await signIn(page, studio.url);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await studio?.[Symbol.asyncDispose]();
});

const banner = 'Connection lost. Reconnecting.';

test(
  'images go on and appear when the server dies in the middle and comes back, with the page left open',
  { timeout: 600_000 },
  async () => {
    await startCupAd(page, studio.url);
    await (await nextButton(page, 'brief')).click();
    await page.waitForURL(/\/images$/);
    await studio.kill();
    await page.getByText(banner).waitFor();
    await studio.start();
    await nextButton(page, 'images');
    await page.getByText(banner).waitFor({ state: 'detached' });
    expect(await page.getByRole('list', { name: 'Images' }).locator('img').count()).toBe(4);
  },
);

test(
  'a network that is cut says so, and what was missed is there when it returns',
  { timeout: 600_000 },
  async () => {
    await (await nextButton(page, 'images')).click();
    await (await nextButton(page, 'scenes')).click();
    await page.waitForURL(/\/clips$/);
    await context.setOffline(true);
    await page.getByText('You are offline.', { exact: false }).waitFor();
    await page.waitForTimeout(2000);
    await context.setOffline(false);
    await nextButton(page, 'clips');
    expect(await page.getByRole('list', { name: 'Clips' }).locator('video').count()).toBe(4);
  },
);
