/** `npm run screens`: pictures of every screen, of an ad made for the purpose, into `docs/screens/`. */
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { LOGO, NEXT, nextButton, PATIENCE_MS, signIn, visit } from './support/drive.ts';
import { openBrowser } from './support/open-browser.ts';
import { openStudio } from './support/open-studio.ts';

const FOLDER = resolve(import.meta.dirname, '../../../docs/screens');
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const WALL = { width: 1920, height: 1080 };
const QUALITY = 78;

await using studio = await openStudio({ canvasScale: 0.5 });
await using browser = await openBrowser();
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });

const page = await browser.newPage({ viewport: DESK, reducedMotion: 'reduce' });
page.setDefaultTimeout(PATIENCE_MS);

async function take(name: string, sizes = [PHONE, DESK, WALL]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready);
    const picture = await page.screenshot();
    await sharp(picture)
      .webp({ quality: QUALITY })
      .toFile(join(FOLDER, `${name}-${size.width}.webp`));
  }
  await page.setViewportSize(DESK);
}

async function show(theme: 'dark' | 'light', language: 'en' | 'ar' = 'en'): Promise<void> {
  await page.context().addCookies([
    { name: 'spotsmith_theme', value: theme, url: studio.url },
    { name: 'spotsmith_language', value: language, url: studio.url },
  ]);
}

await visit(page, `${studio.url}/sign-in`);
await take('sign-in');
await signIn(page, studio.url);
await take('first-run');
await visit(page, `${studio.url}/ads/new`);
await take('new-ad');
await visit(page, studio.url);
await page.getByRole('button', { name: 'Make a sample ad' }).click();
for (const step of Object.keys(NEXT) as (keyof typeof NEXT)[]) {
  const next = await nextButton(page, step);
  await take(step);
  await next.click();
  if (step === 'brief' || step === 'scenes') {
    const making = step === 'brief' ? 'images' : 'clips';
    await page.locator(`[aria-current=step][href$="/${making}"]`).waitFor();
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await take(`${making}-making`, [PHONE, DESK]);
  }
}
await page.getByRole('link', { name: 'Download MP4' }).waitFor();
await take('ad');
const adUrl = page.url().replace(/\/ad$/, '');

// A brand, so that its settings show what they are for; and somebody who is invited.
const headers = { origin: studio.url };
const logo = await sharp(LOGO).png().toBuffer();
await page.request.post(`${studio.url}/api/brand-kit/logo`, {
  headers,
  multipart: { file: { name: 'logo.png', mimeType: 'image/png', buffer: logo } },
});
await page.request.put(`${studio.url}/api/brand-kit`, {
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
const invited = await page.request.post(`${studio.url}/api/invitations`, {
  headers,
  data: { email: 'grace@example.com' },
});
const { url: invitation } = (await invited.json()) as { url: string };

const pages = {
  dashboard: studio.url,
  settings: `${studio.url}/settings`,
  invite: invitation.replace(/^https?:\/\/[^/]+/, studio.url),
  'invite-gone': `${studio.url}/invite/nothing`,
  'not-found': `${studio.url}/nowhere`,
  offline: `${studio.url}/offline`,
};
for (const [name, url] of Object.entries(pages)) {
  await visit(page, url);
  await take(name);
}

await visit(page, `${adUrl}/ad`);
await page.getByRole('button', { name: 'Make a link' }).click();
const shared = await page.getByLabel('Public link').inputValue();
await page.goto(shared);
await take('share', [PHONE, DESK]);

await show('light');
for (const name of ['dashboard', 'settings'] as const) {
  await visit(page, pages[name]);
  await take(`${name}-light`, [DESK]);
}
await visit(page, `${studio.url}/ads/new`);
await take('new-ad-light', [DESK]);
for (const step of ['brief', 'images', 'scenes', 'clips', 'finish', 'ad']) {
  await visit(page, `${adUrl}/${step}`);
  await take(`${step}-light`, [DESK]);
}
await show('dark', 'ar');
await visit(page, pages.settings);
await take('settings-arabic', [DESK]);
for (const step of ['images', 'scenes', 'finish']) {
  await visit(page, `${adUrl}/${step}`);
  await take(`${step}-arabic`, [DESK]);
}
