/** `npm run screens`: pictures of every screen, of an ad made for the purpose, into `docs/screens/`. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { NEXT, nextButton, PATIENCE_MS, signIn } from './support/drive.ts';
import { openBrowser } from './support/open-browser.ts';
import { openStudio } from './support/open-studio.ts';

const FOLDER = resolve(import.meta.dirname, '../../../docs/screens');
const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

await using studio = await openStudio({ canvasScale: 0.5 });
await using browser = await openBrowser();
await mkdir(FOLDER, { recursive: true });

const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
page.setDefaultTimeout(PATIENCE_MS);

async function take(name: string, sizes = SIZES): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    // Pictures fade in; fonts and posters arrive.
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(FOLDER, `${name}-${size.width}.jpg`), type: 'jpeg', quality: 80 });
  }
}

await page.goto(`${studio.url}/sign-in`);
await take('sign-in');
await signIn(page, studio.url);
await take('first-run');
await page.goto(`${studio.url}/ads/new`);
await take('new-ad');
await page.goto(studio.url);
await page.setViewportSize({ width: 1280, height: 800 });
await page.getByRole('button', { name: 'Make a sample ad' }).click();
for (const step of Object.keys(NEXT) as (keyof typeof NEXT)[]) {
  const next = await nextButton(page, step);
  await take(step);
  await page.setViewportSize({ width: 1280, height: 800 });
  await next.click();
  if (step === 'brief' || step === 'scenes') await take(`${step === 'brief' ? 'images' : 'clips'}-making`);
}
await page.getByRole('link', { name: 'Download MP4' }).waitFor();
await take('ad');
const adUrl = page.url().replace(/\/ad$/, '');

await page.goto(studio.url);
await take('dashboard');
await page.goto(`${studio.url}/settings`);
await take('settings');
await page.goto(`${studio.url}/nowhere`);
await take('not-found');
await page.goto(`${studio.url}/offline`);
await take('offline');

const DESK = [{ width: 1280, height: 800 }];
await page.context().addCookies([{ name: 'spotsmith_theme', value: 'light', url: studio.url }]);
for (const step of ['brief', 'images', 'scenes', 'clips', 'finish', 'ad']) {
  await page.goto(`${adUrl}/${step}`);
  await take(`${step}-light`, DESK);
}
await page.context().addCookies([
  { name: 'spotsmith_theme', value: 'dark', url: studio.url },
  { name: 'spotsmith_language', value: 'ar', url: studio.url },
]);
for (const step of ['images', 'scenes', 'finish']) {
  await page.goto(`${adUrl}/${step}`);
  await take(`${step}-arabic`, DESK);
}
