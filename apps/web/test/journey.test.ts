import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  breaches,
  drawnCup,
  LOGO,
  nextButton,
  PATIENCE_MS,
  reload,
  scriptKilobytes,
  signIn,
  visit,
  type Step,
} from './support/drive.ts';
import { copyEmbedded } from '../../server/test/support/copy-embedded.ts';
import { testEditRoom } from './support/test-edit-room.ts';
import { openBrowser } from './support/open-browser.ts';
import { openStudio, type Studio } from './support/open-studio.ts';

let studio: Studio;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Another tab of the same person, opened in the middle of everything. */
let secondTab: Page;
let adUrl: string;
const consoleErrors: string[] = [];
const accessibilityFaults: string[] = [];

beforeAll(async () => {
  studio = await openStudio({ copyDatabase: copyEmbedded });
  browser = await openBrowser();
  // Without motion no colour is judged in the middle of a fade.
  context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  page = await context.newPage();
  secondTab = await context.newPage();
  for (const tab of [page, secondTab]) {
    tab.on('console', (message) => message.type() === 'error' && consoleErrors.push(message.text()));
    tab.on('pageerror', (error) => consoleErrors.push(error.message));
  }
});

afterAll(async () => {
  await browser?.close();
  await studio?.[Symbol.asyncDispose]();
});

/** What one button press costs a newcomer. */
let clicks = 0;
async function click(target: { click: () => Promise<void> }): Promise<void> {
  clicks += 1;
  await target.click();
}

async function lookForFaults(tab = page): Promise<void> {
  accessibilityFaults.push(...(await breaches(tab)));
}

/** The step that a tab shows, as its rail names it. */
async function expectStep(tab: Page, step: Step): Promise<void> {
  await tab.waitForURL(new RegExp(`/${step}$`));
  await tab.locator('[aria-current=step]', { hasText: new RegExp(step, 'i') }).waitFor();
}

describe('a newcomer', () => {
  test('gets from sign-in to a downloaded ad of the cup in at most 12 clicks, reloading in the middle of every step', async () => {
    await visit(page, studio.url);
    await lookForFaults();
    await click(page.getByRole('button', { name: 'Sign in' }));
    await page.getByRole('link', { name: 'Start with my product' }).waitFor();
    await lookForFaults();
    await click(page.getByRole('link', { name: 'Start with my product' }));
    await page
      .getByLabel('What do you want to advertise?')
      .fill('Morning Ritual, an espresso cup. Calm. CTA: Taste it');
    const choosing = page.waitForEvent('filechooser');
    await click(page.getByRole('button', { name: 'Choose photos' }));
    await (await choosing).setFiles(await drawnCup());
    await click(page.getByRole('radio', { name: '6s' }));
    await click(page.getByRole('radio', { name: '4', exact: true }));
    await lookForFaults();
    await click(page.getByRole('button', { name: 'Write the brief' }));

    const steps = ['brief', 'images', 'scenes', 'clips', 'finish', 'ad'] as const;
    for (const [index, step] of steps.entries()) {
      await page.waitForURL(new RegExp(`/${step}$`));
      adUrl = page.url().replace(/\/\w+$/, '');
      // While the machine works on it: a reload, and a second tab that is told no step.
      await reload(page);
      await visit(secondTab, adUrl);
      await expectStep(page, step);
      if (step === 'finish') await visit(secondTab, `${adUrl}/finish`);
      if (step !== 'ad') await nextButton(page, step);
      await secondTab.locator('[aria-current=step]').waitFor();
      await lookForFaults();
      const next = steps[index + 1];
      if (step !== 'ad' && next !== undefined) await click(await nextButton(page, step));
    }

    const link = page.getByRole('link', { name: 'Download MP4' });
    await link.waitFor();
    await secondTab.getByRole('link', { name: 'Download MP4' }).waitFor();
    const downloading = page.waitForEvent('download');
    await click(link);
    const file = await (await downloading).path();

    expect(clicks).toBeLessThanOrEqual(12);
    const ad = await probe(file);
    expect(ad.streams.map(({ codec_name: codec }) => codec).toSorted()).toEqual(['aac', 'h264']);
    expect(Number(ad.format.duration)).toBeGreaterThan(3);
    expect(consoleErrors).toEqual([]);
  });

  test('finds every step again by its address, and the one before by going back', async () => {
    for (const step of ['brief', 'images', 'scenes', 'clips', 'finish', 'ad'] as const) {
      await visit(secondTab, `${adUrl}/${step}`);
      await expectStep(secondTab, step);
      // Finish draws the ad itself: the renderer comes with it.
      expect(await scriptKilobytes(secondTab), step).toBeLessThan(step === 'finish' ? 400 : 300);
    }
    await secondTab.goBack();
    await expectStep(secondTab, 'finish');
  });

  testEditRoom(() => ({ page: secondTab, adUrl, dataDir: studio.dataDir, lookForFaults }));

  test('does and finds things by a few letters of their name', async () => {
    await visit(secondTab, `${adUrl}/finish`);
    await secondTab.getByRole('listbox', { name: 'Shots' }).press('Control+k');
    const search = secondTab.getByRole('combobox', { name: 'Search ads or do something' });
    await search.fill('safe');
    await secondTab.getByRole('option', { name: /^Safe zone/, selected: true }).waitFor();
    await lookForFaults(secondTab);
    await search.press('Enter');
    await secondTab.getByRole('button', { name: 'Safe zone', pressed: true }).waitFor();
    await secondTab.keyboard.press('Control+k');
    await search.fill('your ads');
    await search.press('Enter');
    await secondTab.waitForURL(`${studio.url}/`);
  });

  test('finds no accessibility fault on any screen, dark or light, and little script to load', async () => {
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await lookForFaults();
    for (const path of ['/', '/settings', '/nowhere', '/offline']) {
      await visit(page, `${studio.url}${path}`);
      await lookForFaults();
      if (path === '/') expect(await scriptKilobytes(page), 'dashboard').toBeLessThan(200);
    }
    expect(accessibilityFaults).toEqual([]);
  });

  test('shares the ad with somebody who has no account, until the link is ended', async () => {
    await visit(page, `${adUrl}/ad`);
    await page.getByRole('button', { name: 'Make a link' }).click();
    const shared = await page.getByLabel('Public link').inputValue();
    const visitor = await browser.newPage();
    await visitor.goto(shared);
    await visitor.locator('video').waitFor();
    const html = await visitor.content();
    expect(html).toMatch(/property="og:video" content="http:\/\//);
    expect(html).toMatch(/name="robots" content="noindex/);
    await lookForFaults(visitor);
    expect(accessibilityFaults).toEqual([]);
    const film = await visitor.request.get(`${shared}/video.mp4`, { headers: { range: 'bytes=0-99' } });
    expect(film.status()).toBe(206);

    await reload(page);
    await page.getByRole('button', { name: 'End this link' }).click();
    await page.getByRole('button', { name: 'Make a link' }).waitFor();
    expect((await visitor.goto(shared))?.status()).toBe(404);
    expect((await visitor.request.get(`${shared}/video.mp4`)).status()).toBe(404);
    await visitor.close();
  });

  test('hears from somebody without an account what is to be changed, and that it is approved', async () => {
    await visit(page, `${adUrl}/ad`);
    await page.getByRole('button', { name: 'Make a link' }).click();
    const shared = await page.getByLabel('Public link').inputValue();
    const allow = async (right: string) => {
      const kept = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
      await page.getByRole('switch', { name: right }).click();
      await kept;
    };
    await allow('Visitors may comment');
    await allow('Visitors may approve it');
    const visitor = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
    await visit(visitor, shared);
    await visitor.getByRole('slider', { name: 'Where the film is' }).press('Shift+ArrowRight');
    const writing = visitor.getByRole('textbox', { name: 'Say something here' });
    const words = '<img src=x onerror="document.title=1"> Larger, please';
    await writing.fill(words);
    await writing.press('Control+Enter');
    // Who says it is asked for first.
    const name = visitor.getByLabel('Your name');
    await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
    await name.fill('Noor');
    await writing.press('Control+Enter');
    await visitor.getByRole('listitem').filter({ hasText: words }).waitFor();
    await visitor.getByRole('button', { name: 'Comment by Noor', exact: true }).waitFor();
    await visitor.getByRole('button', { name: 'Approve version 1' }).click();
    await visitor.getByText('Noor approved version 1').waitFor();
    await lookForFaults(visitor);

    await reload(page);
    await page.getByText('Noor approved version 1').waitFor();
    await page.getByRole('button', { name: 'Comment by Noor', exact: true }).click();
    await page
      .getByRole('slider', { name: 'Where the film is' })
      .and(page.locator('[aria-valuenow="1"]'))
      .waitFor();
    await lookForFaults();
    await page.getByRole('button', { name: 'Mark as done: the comment by Noor' }).click();
    await page.getByText('0 open').waitFor();
    expect(accessibilityFaults).toEqual([]);

    await allow('Visitors may comment');
    await allow('Visitors may approve it');
    await visitor.goto(shared);
    await visitor.locator('video[controls]').waitFor();
    await page.getByRole('button', { name: 'End this link' }).click();
    await page.getByRole('button', { name: 'Make a link' }).waitFor();
    await visitor.close();
  });

  test('is told when another tab was first, and sees what it did', async () => {
    await Promise.all([visit(page, `${adUrl}/brief`), visit(secondTab, `${adUrl}/brief`)]);
    const nameIn = (tab: Page) => tab.getByLabel('Product name');
    const isKeep = (url: string, method: string) => url.endsWith('/brief') && method === 'PUT';
    // The second tab hears of the first one's change only after it has made its own.
    const wasSent = secondTab.waitForRequest((request) => isKeep(request.url(), request.method()));
    await secondTab.route('**/api/sessions/*', async (route) => {
      await wasSent;
      await route.continue();
    });
    const kept = page.waitForResponse((answer) => isKeep(answer.url(), answer.request().method()));
    await nameIn(page).fill('First');
    await nameIn(page).press('Tab');
    await kept;
    await nameIn(secondTab).fill('Second');
    await nameIn(secondTab).press('Tab');
    await secondTab.getByText('Another tab changed this ad').first().waitFor();
    await secondTab.unrouteAll({ behavior: 'wait' });
    await expect.poll(() => nameIn(secondTab).inputValue(), { timeout: PATIENCE_MS }).toBe('First');
  });

  test('may put only the embedded player into a frame', async () => {
    const policyOf = async (path: string) =>
      (await page.request.get(`${studio.url}${path}`)).headers()['content-security-policy'] ?? '';
    expect(await policyOf('/')).toContain("frame-ancestors 'none'");
    expect(await policyOf('/s/any')).toContain("frame-ancestors 'none'");
    expect(await policyOf('/embed/any')).toContain('frame-ancestors *');
    expect(await policyOf('/')).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  });

  test('takes everything home as a ZIP', async () => {
    await visit(page, `${adUrl}/ad`);
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download everything (ZIP)' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    expect(await download.failure()).toBeNull();
  });

  test('says what the brand looks like once, and new ads start from it', async () => {
    await visit(page, `${studio.url}/settings`);
    const buffer = await sharp(LOGO).png().toBuffer();
    const chooser = page.getByLabel('Add a logo');
    await chooser.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
    await page.getByRole('img', { name: 'Logo' }).waitFor();
    await page.getByRole('button', { name: 'Add a colour' }).click();
    await page.getByLabel('Typeface').selectOption('poppins');
    await page.getByLabel('Cap of a new ad, in dollars').fill('12');
    await page.getByLabel('Cap of a new ad, in dollars').press('Tab');
    await expect.poll(() => page.getByText('Saved').count(), { timeout: PATIENCE_MS }).toBe(2);
    await lookForFaults();
    expect(accessibilityFaults).toEqual([]);

    await reload(page);
    expect(await page.getByLabel('Typeface').inputValue()).toBe('poppins');
    expect(await page.getByLabel('Cap of a new ad, in dollars').inputValue()).toBe('12');
    await visit(page, `${studio.url}/ads/new`);
    await page.getByRole('switch', { name: 'Start from my brand kit', checked: true }).waitFor();
  });

  test('invites somebody by a link that works once, who signs in by it and leaves again', async () => {
    await visit(page, `${studio.url}/settings`);
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const inviting = page.getByRole('dialog');
    await inviting.getByLabel('Email').fill('grace@example.com');
    await inviting.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue();

    const guests = await browser.newContext({ reducedMotion: 'reduce' });
    const guest = await guests.newPage();
    guest.setDefaultTimeout(PATIENCE_MS);
    await visit(guest, link);
    await lookForFaults(guest);
    expect(accessibilityFaults).toEqual([]);
    await guest.getByLabel('Your name').fill('Grace Hopper');
    await guest.getByLabel('Password').fill('nanoseconds');
    await guest.getByRole('button', { name: 'Make my account' }).click();
    await guest.waitForURL(`${studio.url}/`);
    await guest.goto(link);
    await guest.getByRole('heading', { name: 'This invitation does not work any more' }).waitFor();
    await visit(guest, `${studio.url}/settings`);
    await guest.getByRole('button', { name: 'Delete my account' }).click();
    const leaving = guest.getByRole('dialog');
    await leaving.getByLabel('Current password').fill('nanoseconds');
    await leaving.getByRole('button', { name: 'Delete my account' }).click();
    await guest.waitForURL(/\/sign-in/);
    await guests.close();
  });

  test('can delete an ad and take it back', async () => {
    await visit(page, studio.url);
    await page
      .getByRole('article')
      .first()
      .getByRole('button', { name: /^More for/ })
      .click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('article').first().waitFor();
  });

  test('reads the studio in Arabic from right to left', async () => {
    await context.addCookies([{ name: 'spotsmith_language', value: 'ar', url: studio.url }]);
    await visit(page, `${adUrl}/images`);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    const rail = await page.getByRole('navigation').boundingBox();
    expect(rail?.x).toBeGreaterThan(640);
    await context.clearCookies({ name: 'spotsmith_language' });
  });

  test('is asked to sign in again after signing out', async () => {
    await visit(page, studio.url);
    await page.getByRole('button', { name: /^Menu of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in/);
    await page.goto(`${adUrl}/ad`);
    expect(page.url()).toContain('/sign-in?next=');
    await signIn(page, studio.url);
  });
});

type Probed = { streams: { codec_name: string }[]; format: { duration: string } };

async function probe(file: string): Promise<Probed> {
  const { stdout } = await promisify(execFile)('ffprobe', [
    ...['-v', 'error', '-of', 'json'],
    ...['-show_entries', 'stream=codec_name,width,height:format=duration'],
    file,
  ]);
  return JSON.parse(stdout) as Probed;
}
