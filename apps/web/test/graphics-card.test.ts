import { type ComfyuiEmulator, startComfyui } from '@spotsmith/provider-emulators/comfyui/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyEmbedded } from '../../server/test/support/copy-embedded.ts';
import { breaches, drawnCup, nextButton, PATIENCE_MS, signIn, visit } from './support/drive.ts';
import { openBrowser } from './support/open-browser.ts';
import { openStudio, type Studio } from './support/open-studio.ts';

/** A work takes seconds, so that there is something to look at. */
const SPEED = 3;

let card: ComfyuiEmulator;
let studio: Studio;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  card = await startComfyui({ media: sketchMedia(), speed: SPEED, scale: 0.3 });
  studio = await openStudio({
    copyDatabase: copyEmbedded,
    environment: { COMFYUI_URL: card.baseUrl },
  });
  browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  page = await context.newPage();
  await signIn(page, studio.url);
});

afterAll(async () => {
  await browser?.close();
  await studio?.[Symbol.asyncDispose]();
  await card?.close();
});

const trialOf = (name: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });

test('an owner tries a workflow in the settings, watches it at work, stops one, and sees what went wrong with one', async () => {
  await visit(page, `${studio.url}/settings`);
  const images = trialOf('Qwen-Image-Edit');
  await images.getByRole('button', { name: /^Try it/ }).click();
  await images.getByRole('img', { name: 'How it looks so far' }).waitFor();
  await images.getByText(/\d+ of 20/).waitFor();
  expect(await breaches(page)).toEqual([]);
  await images.getByRole('img', { name: 'Result of Qwen-Image-Edit' }).waitFor();
  await images.getByText(/of 12 ?GB of memory in use/).waitFor();
  expect(await breaches(page)).toEqual([]);

  await images.getByRole('button', { name: /^Try it/ }).click();
  await images.getByText(/\d+ of 20/).waitFor();
  await images.getByRole('button', { name: 'Stop' }).click();
  await images.getByRole('button', { name: /^Try it/ }).waitFor();
  await expect.poll(() => card.interrupts().length, { timeout: PATIENCE_MS }).toBe(1);
  expect(card.interrupts()).not.toContain(null);

  card.faults.arm('run-out-of-memory');
  await expect
    .poll(
      async () => {
        await images.getByRole('button', { name: /^Try it/ }).click();
        return images.getByRole('alert').innerText();
      },
      { timeout: PATIENCE_MS },
    )
    .toContain('ran out of memory');
});

test('an ad of the cup comes from the graphics card, seen at work on every card, at no cost', async () => {
  await visit(page, `${studio.url}/ads/new`);
  await page
    .getByLabel('What do you want to advertise?')
    .fill('Morning Ritual, an espresso cup. Calm. CTA: Taste it');
  await page.locator('input[type=file]').setInputFiles(await drawnCup());
  await page.getByRole('radio', { name: '6s' }).click();
  await page.getByRole('radio', { name: '4', exact: true }).click();
  await page.getByRole('radio', { name: 'Your graphics card' }).click();
  await page.getByRole('button', { name: 'Write the brief' }).click();
  await (await nextButton(page, 'brief')).click();
  const images = page.getByRole('list', { name: 'Images' });
  await images.getByText('1 before it on the graphics card').first().waitFor();
  await images.getByRole('img', { name: 'How it looks so far' }).first().waitFor();
  await images
    .getByText(/\d+ of 20/)
    .first()
    .waitFor();
  expect(await breaches(page)).toEqual([]);
  // The images before it tell how long the next one takes.
  await images
    .getByText(/About \d+ ?s left/)
    .first()
    .waitFor();
  await (await nextButton(page, 'images')).click();
  await (await nextButton(page, 'scenes')).click();
  const clips = page.getByRole('list', { name: 'Clips' });
  await clips.getByRole('img', { name: 'How it looks so far' }).first().waitFor();
  await (await nextButton(page, 'clips')).click();
  await (await nextButton(page, 'finish')).click();
  await page.getByRole('link', { name: 'Download MP4' }).waitFor();
  await page.getByText('$0.00', { exact: false }).first().waitFor();
  const ran = card.runs();
  expect(new Set(ran).size).toBe(ran.length);
});
