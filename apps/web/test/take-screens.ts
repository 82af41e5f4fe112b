/** `npm run screens`: pictures of every screen, of ads made for the purpose, into `docs/screens/`. */
import { startEmulator } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { CUP, LOGO, NEXT, nextButton, PATIENCE_MS, signIn, startCupAd, visit } from './support/drive.ts';
import { openBrowser } from './support/open-browser.ts';
import { openStudio } from './support/open-studio.ts';

const FOLDER = resolve(import.meta.dirname, '../../../docs/screens');
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const WALL = { width: 1920, height: 1080 };
const QUALITY = 78;

type Take = {
  sizes?: readonly { width: number; height: number }[];
  /** The page from top to bottom instead of what the window shows of it. */
  isWhole?: boolean;
};

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
await using browser = await openBrowser();
await takeJourney();
await takeTrouble();

/** The whole way with the local studio, then everything around it. */
async function takeJourney(): Promise<void> {
  await using studio = await openStudio({ canvasScale: 0.5 });
  const page = await newPage();
  await visit(page, `${studio.url}/sign-in`);
  await take(page, 'sign-in');
  await signIn(page, studio.url);
  await take(page, 'first-run');
  await takeNewAd(page, studio.url);
  await visit(page, studio.url);
  await page.getByRole('button', { name: 'Make a sample ad' }).click();
  for (const step of Object.keys(NEXT) as (keyof typeof NEXT)[]) {
    const next = await nextButton(page, step);
    await take(page, step);
    if (step === 'images') await takeImageDetails(page);
    await next.click();
    if (step === 'brief' || step === 'scenes') {
      const making = step === 'brief' ? 'images' : 'clips';
      await page.locator(`[aria-current=step][href$="/${making}"]`).waitFor();
      await page.getByRole('button', { name: 'Stop' }).waitFor();
      await take(page, `${making}-making`, { sizes: [PHONE, DESK] });
    }
  }
  await page.getByRole('link', { name: 'Download MP4' }).waitFor();
  await take(page, 'ad');
  const adUrl = page.url().replace(/\/ad$/, '');
  const invitation = await furnish(page, studio.url);
  await takeOtherPages(page, studio.url, invitation);
  await visit(page, `${adUrl}/ad`);
  await page.getByRole('button', { name: 'Make a link' }).click();
  const shared = await page.getByLabel('Public link').inputValue();
  await page.goto(shared);
  await take(page, 'share', { sizes: [PHONE, DESK] });
  await takeLightAndArabic(page, studio.url, adUrl);
}

/** The form as it opens, and filled in. */
async function takeNewAd(page: Page, url: string): Promise<void> {
  await visit(page, `${url}/ads/new`);
  await take(page, 'new-ad');
  await page
    .getByLabel('What do you want to advertise?')
    .fill('Crema, a deep-red espresso cup. Warm morning light. CTA: Taste it');
  await page.locator('input[type=file]').setInputFiles(CUP);
  await take(page, 'new-ad-filled', { sizes: [PHONE, DESK] });
}

/** One image beside the photo it comes from; and on a phone, the sheet with its prompt. */
async function takeImageDetails(page: Page): Promise<void> {
  const image = page.getByRole('list', { name: 'Images' }).getByRole('button').first();
  await image.click();
  await page.getByRole('button', { name: 'Compare with the photo' }).click();
  await take(page, 'image-compared', { sizes: [PHONE, DESK] });
  await page.getByRole('button', { name: 'Close' }).click();
  await page.setViewportSize(PHONE);
  await page
    .getByRole('button', { name: /^Details/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  // The desk that follows has the sheet's content at its side, so that the sheet is gone.
  await take(page, 'image-details', { sizes: [PHONE] });
}

/** A brand, so that its settings show what they are for; and somebody who is invited. Gives the address for them. */
async function furnish(page: Page, url: string): Promise<string> {
  const headers = { origin: url };
  const logo = await sharp(LOGO).png().toBuffer();
  await page.request.post(`${url}/api/brand-kit/logo`, {
    headers,
    multipart: { file: { name: 'logo.png', mimeType: 'image/png', buffer: logo } },
  });
  await page.request.put(`${url}/api/brand-kit`, {
    headers,
    data: {
      colours: ['#8c2f1b', '#e8c9a0', '#1c7c7d'],
      call_to_action_colour: '#e8c9a0',
      font: 'playfair-display',
      logo_corner: 'top-left',
      url: 'ritual.example',
      has_end_card: true,
    },
  });
  const invited = await page.request.post(`${url}/api/invitations`, {
    headers,
    data: { email: 'grace@example.com' },
  });
  const { url: invitation } = (await invited.json()) as { url: string };
  return invitation.replace(/^https?:\/\/[^/]+/, url);
}

async function takeOtherPages(page: Page, url: string, invitation: string): Promise<void> {
  await visit(page, url);
  await take(page, 'dashboard');
  await page.getByPlaceholder('Search').fill('teapot');
  await page.getByText('No ad is called').waitFor();
  await take(page, 'dashboard-none-found', { sizes: [PHONE, DESK] });
  await visit(page, `${url}/settings`);
  await take(page, 'settings', { isWhole: true });
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await take(page, 'invite-user', { sizes: [PHONE, DESK] });
  const pages = {
    invite: invitation,
    'invite-gone': `${url}/invite/nothing`,
    'not-found': `${url}/nowhere`,
    offline: `${url}/offline`,
  };
  for (const [name, address] of Object.entries(pages)) {
    await visit(page, address);
    await take(page, name);
  }
}

async function takeLightAndArabic(page: Page, url: string, adUrl: string): Promise<void> {
  await prefer(page, url, 'light', 'en');
  await visit(page, url);
  await take(page, 'dashboard-light', { sizes: [DESK] });
  await visit(page, `${url}/settings`);
  await take(page, 'settings-light', { sizes: [DESK], isWhole: true });
  await visit(page, `${url}/ads/new`);
  await take(page, 'new-ad-light', { sizes: [DESK] });
  for (const step of ['brief', 'images', 'scenes', 'clips', 'finish', 'ad']) {
    await visit(page, `${adUrl}/${step}`);
    await take(page, `${step}-light`, { sizes: [DESK] });
  }
  await prefer(page, url, 'dark', 'ar');
  await visit(page, `${url}/settings`);
  await take(page, 'settings-arabic', { sizes: [DESK], isWhole: true });
  for (const step of ['brief', 'images', 'scenes', 'finish', 'ad']) {
    await visit(page, `${adUrl}/${step}`);
    await take(page, `${step}-arabic`, { sizes: [PHONE, DESK] });
  }
}

/** What goes wrong with hosted models, and what mends it; the provider is the emulator. */
async function takeTrouble(): Promise<void> {
  const emulator = await startEmulator({ media: sketchMedia(), speed: 20, scale: 0.25 });
  await using _closing = { [Symbol.asyncDispose]: () => emulator.close() };
  await using studio = await openStudio({
    environment: { REPLICATE_API_TOKEN: 'r8_for_the_emulator', REPLICATE_BASE_URL: emulator.baseUrl },
  });
  const page = await newPage();
  await signIn(page, studio.url);
  await visit(page, `${studio.url}/ads/new`);
  await page.getByRole('radio', { name: 'Replicate' }).click();
  await take(page, 'new-ad-hosted', { sizes: [PHONE, DESK] });
  await startCupAd(page, studio.url, { hostedCapUsd: '0.35', photo: CUP });
  await take(page, 'brief-hosted', { sizes: [PHONE, DESK] });

  emulator.faults.arm('create', 'throttled-small-account');
  emulator.faults.arm('create', 'out-of-credit');
  await (await nextButton(page, 'brief')).click();
  await page.getByText(/Busy, retrying in/).waitFor();
  await take(page, 'images-busy', { sizes: [PHONE, DESK] });
  const toScenes = await nextButton(page, 'images');
  await take(page, 'images-one-failed');
  await toScenes.click();
  await (await nextButton(page, 'scenes')).click();
  await page.getByText('Paused at the spending cap').waitFor();
  await take(page, 'clips-paused', { sizes: [PHONE, DESK] });
  await visit(page, `${studio.url}/settings`);
  await take(page, 'settings-hosted', { sizes: [PHONE, DESK], isWhole: true });

  await startCupAd(page, studio.url, { hostedCapUsd: '9', photo: CUP });
  emulator.faults.arm('create', 'out-of-credit', 4);
  await (await nextButton(page, 'brief')).click();
  await page.getByText('This step did not succeed').waitFor();
  await take(page, 'images-failed', { sizes: [PHONE, DESK] });
  await studio.kill();
  await page.getByText('Connection lost. Reconnecting.').waitFor();
  await take(page, 'connection-lost', { sizes: [PHONE, DESK] });
}

async function newPage(): Promise<Page> {
  const page = await browser.newPage({ viewport: DESK, reducedMotion: 'reduce' });
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

async function take(page: Page, name: string, { sizes = [PHONE, DESK, WALL], isWhole = false }: Take = {}) {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready);
    const picture = await page.screenshot({ fullPage: isWhole });
    await sharp(picture)
      .webp({ quality: QUALITY })
      .toFile(join(FOLDER, `${name}-${size.width}.webp`));
  }
  await page.setViewportSize(DESK);
}

async function prefer(page: Page, url: string, theme: 'dark' | 'light', language: 'en' | 'ar') {
  await page.context().addCookies([
    { name: 'spotsmith_theme', value: theme, url },
    { name: 'spotsmith_language', value: language, url },
  ]);
}
