import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyEmbedded } from '../../server/test/support/copy-embedded.ts';
import { breaches, drawnCup, nextButton, PATIENCE_MS, reload, signIn, startCupAd } from './support/drive.ts';
import { openBrowser } from './support/open-browser.ts';
import { openStudio, type Studio } from './support/open-studio.ts';

/** Clips of hosted models need seconds, as in life, so that there is something to interrupt. */
const SPEED = 10;
/** Enough for the images and what goes wrong with them, too little for a clip. */
const CAP_USD = '0.35';

let emulator: Emulator;
let studio: Studio;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  emulator = await startEmulator({ media: sketchMedia(), speed: SPEED, scale: 0.25 });
  studio = await openStudio({
    copyDatabase: copyEmbedded,
    environment: { REPLICATE_API_TOKEN: 'r8_for_the_emulator', REPLICATE_BASE_URL: emulator.baseUrl },
  });
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE_MS);
  page = await context.newPage();
  await signIn(page, studio.url);
  await startCupAd(page, studio.url, { hostedCapUsd: CAP_USD, photo: await drawnCup() });
});

afterAll(async () => {
  await browser?.close();
  await studio?.[Symbol.asyncDispose]();
  await emulator?.close();
});

const connectionBanner = 'Connection lost. Reconnecting.';
const picturesOf = (list: string) => page.getByRole('list', { name: list }).locator('img, video');

test('a busy provider is waited for, a network that is cut says so, and what was missed is there when it returns', async () => {
  emulator.faults.arm('create', 'throttled-small-account');
  emulator.faults.arm('create', 'out-of-credit');
  emulator.faults.arm('run', 'nsfw');
  await (await nextButton(page, 'brief')).click();
  await page
    .getByText(/Busy, retrying in \d+ ?s/)
    .first()
    .waitFor();
  await context.setOffline(true);
  await page.getByText('You are offline.', { exact: false }).waitFor();
  await context.setOffline(false);
  await page.getByText('You are offline.', { exact: false }).waitFor({ state: 'detached' });
  await nextButton(page, 'images');
  await page.getByText(connectionBanner).waitFor({ state: 'detached' });
  expect(await picturesOf('Images').count()).toBe(3);
});

test('an image that failed says why on its card, and is made again or left out', async () => {
  await page.getByRole('button', { name: 'Continue with 3 images' }).waitFor();
  await page.getByText('The account at the provider is out of credit.', { exact: false }).first().waitFor();
  expect(await breaches(page)).toEqual([]);
  await page.getByRole('button', { name: 'Try the failed ones again' }).click();
  await page.getByRole('button', { name: 'Continue with all 4 images' }).waitFor();
  expect(await picturesOf('Images').count()).toBe(4);
});

test('a prompt that was refused is softened, and the image says what was changed', async () => {
  await page
    .getByText(/safety check stopped the first try; it was drawn again/)
    .first()
    .waitFor();
});

test('an image is drawn again, and the version before it is used after all', async () => {
  const earlier = page.getByRole('button', { name: /^Version \d+$/ });
  await page.getByRole('button', { name: 'Redraw', exact: true }).last().click();
  await earlier.first().click();
  await page.getByRole('button', { name: 'Use this version' }).click();
  await expect.poll(() => earlier.count(), { timeout: PATIENCE_MS }).toBe(2);
  await page.getByRole('button', { name: 'Continue with all 4 images' }).waitFor();
  expect(await breaches(page)).toEqual([]);
});

test('work pauses at the cap and goes on when the cap is raised', async () => {
  await (await nextButton(page, 'images')).click();
  await (await nextButton(page, 'scenes')).click();
  await page.getByText('Paused at the spending cap').waitFor();
  await reload(page);
  await page.getByText('Everything made so far is kept.', { exact: false }).waitFor();
  expect(await breaches(page)).toEqual([]);
  // One clip will find no credit any more.
  emulator.faults.arm('create', 'out-of-credit');
  // Another one is never taken up by a machine.
  emulator.faults.arm('run', 'start-timeout');
  await page.getByLabel('New cap in dollars').fill('9');
  await page.getByRole('button', { name: 'Raise the cap and go on' }).click();
  await page.getByText('Paused at the spending cap').waitFor({ state: 'detached' });
});

test('a provider that takes too long is tried again, and the page says when', async () => {
  await page.getByText(/Retrying in \d+ s/).waitFor();
});

test('clips go on when the server dies in the middle and comes back, with the page left open', async () => {
  await page.getByText(/of 4 clips (is|are) ready/).waitFor();
  await studio.kill();
  await page.getByText(connectionBanner).waitFor();
  await studio.start();
  await nextButton(page, 'clips');
  await page.getByText(connectionBanner).waitFor({ state: 'detached' });
  expect(await picturesOf('Clips').count()).toBe(3);
});

test('the local studio stands in for a clip that failed, and the clip says so', async () => {
  await page.getByRole('button', { name: 'Use the local studio' }).click();
  await page.getByRole('button', { name: 'Continue with 4 clips' }).waitFor();
  await page.getByRole('list', { name: 'Clips' }).getByText('Local studio').waitFor();
  expect(await breaches(page)).toEqual([]);
});
