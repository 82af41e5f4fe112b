import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breaches, CUP, nextButton, PATIENCE_MS, signIn, type Step } from './support/drive.ts';
import { openBrowser } from './support/open-browser.ts';
import { openStudio, type Studio } from './support/open-studio.ts';

let studio: Studio;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let adUrl: string;
const consoleErrors: string[] = [];

beforeAll(async () => {
  studio = await openStudio();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('console', (message) => message.type() === 'error' && consoleErrors.push(message.text()));
  page.on('pageerror', (error) => consoleErrors.push(error.message));
}, 180_000);

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

async function atStep(step: Step): Promise<void> {
  await page.waitForURL(new RegExp(`/${step}$`), { timeout: PATIENCE_MS });
}

describe('a newcomer', () => {
  test(
    'gets from sign-in to a downloaded ad of the cup in at most 12 clicks',
    { timeout: 900_000 },
    async () => {
      await page.goto(studio.url);
      await click(page.locator('button[type=submit]:enabled'));
      await click(page.getByRole('link', { name: 'Start with my product' }));
      await page
        .getByLabel('What do you want to advertise?')
        .fill('Morning Ritual, an espresso cup. Calm. CTA: Taste it');
      const choosing = page.waitForEvent('filechooser');
      await click(page.getByRole('button', { name: 'Choose photos' }));
      await (await choosing).setFiles(CUP);
      await click(page.getByRole('radio', { name: '6s' }));
      await click(page.getByRole('radio', { name: '4', exact: true }));
      await click(page.getByRole('button', { name: 'Write the brief' }));
      for (const step of ['brief', 'images', 'scenes', 'clips', 'finish'] as const) {
        await click(await nextButton(page, step));
      }
      await atStep('ad');
      adUrl = page.url().replace(/\/ad$/, '');
      const link = page.getByRole('link', { name: 'Download MP4' });
      await link.waitFor({ timeout: PATIENCE_MS });
      const downloading = page.waitForEvent('download');
      await click(link);
      const file = await (await downloading).path();

      expect(clicks).toBeLessThanOrEqual(12);
      const { stdout } = await promisify(execFile)('ffprobe', [
        ...[
          '-v',
          'error',
          '-of',
          'json',
          '-show_entries',
          'stream=codec_name,width,height:format=duration',
          file,
        ],
      ]);
      const { streams, format } = JSON.parse(stdout) as {
        streams: { codec_name: string }[];
        format: { duration: string };
      };
      expect(streams.map(({ codec_name: codec }) => codec).toSorted()).toEqual(['aac', 'h264']);
      expect(Number(format.duration)).toBeGreaterThan(3);
      expect(consoleErrors).toEqual([]);
    },
  );

  test('sees the same ad at the same step after a reload and in a second tab', async () => {
    const second = await context.newPage();
    for (const step of ['brief', 'images', 'scenes', 'clips', 'finish', 'ad'] as const) {
      await second.goto(`${adUrl}/${step}`);
      await second.locator('[aria-current=step]', { hasText: new RegExp(step, 'i') }).waitFor();
    }
    await second.goBack();
    await second.waitForURL(`${adUrl}/finish`);
    await second.close();
  });

  test('finds no accessibility fault on any screen, dark or light', { timeout: 300_000 }, async () => {
    const found: string[] = [];
    for (const theme of ['dark', 'light']) {
      await context.addCookies([{ name: 'spotsmith_theme', value: theme, url: studio.url }]);
      const screens = ['brief', 'images', 'scenes', 'clips', 'finish', 'ad'].map(
        (step) => `${adUrl}/${step}`,
      );
      for (const url of ['/', '/ads/new', '/settings', '/nowhere', '/offline', ...screens]) {
        await page.goto(new URL(url, studio.url).href);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        // Colours are judged when everything has arrived.
        await page.waitForTimeout(400);
        found.push(...(await breaches(page)));
      }
    }
    expect(found).toEqual([]);
  });

  test('is told when another tab was first, and sees what it did', async () => {
    const second = await context.newPage();
    await Promise.all([page.goto(`${adUrl}/brief`), second.goto(`${adUrl}/brief`)]);
    await page.getByLabel('Product name').fill('First');
    await page.getByLabel('Product name').press('Tab');
    await page.waitForResponse(
      (answer) => answer.url().endsWith('/brief') && answer.request().method() === 'PUT',
    );
    await second.getByLabel('Product name').fill('Second');
    await second.getByLabel('Product name').press('Tab');
    await second.getByText('Another tab changed this ad').first().waitFor();
    await expect
      .poll(() => second.getByLabel('Product name').inputValue(), { timeout: 30_000 })
      .toBe('First');
    await second.close();
  });

  test('shares the ad with somebody who has no account, until the link is ended', async () => {
    await page.goto(`${adUrl}/ad`);
    await page.getByRole('button', { name: 'Make a link' }).click();
    const shared = await page.getByLabel('Public link').inputValue();
    const visitor = await (await browser.newContext()).newPage();
    await visitor.goto(shared);
    await visitor.locator('video').waitFor();
    const html = await visitor.content();
    expect(html).toContain('property="og:video"');
    expect(html).toMatch(/name="robots" content="noindex/);
    const film = await visitor.request.get(`${shared}/video.mp4`, { headers: { range: 'bytes=0-99' } });
    expect(film.status()).toBe(206);

    await page.reload();
    await page.getByRole('button', { name: 'End this link' }).click();
    await page.getByRole('button', { name: 'Make a link' }).waitFor();
    expect((await visitor.goto(shared))?.status()).toBe(404);
    expect((await visitor.request.get(`${shared}/video.mp4`)).status()).toBe(404);
    await visitor.context().close();
  });

  test('may put only the embedded player into a frame', async () => {
    const policyOf = async (path: string) =>
      (await page.request.get(new URL(path, studio.url).href)).headers()['content-security-policy'] ?? '';
    expect(await policyOf('/')).toContain("frame-ancestors 'none'");
    expect(await policyOf('/s/any')).toContain("frame-ancestors 'none'");
    expect(await policyOf('/embed/any')).toContain('frame-ancestors *');
    expect(await policyOf('/')).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  });

  test('can delete an ad and take it back', async () => {
    await page.goto(studio.url);
    const card = page.getByRole('article').first();
    await card.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('article').first().waitFor();
  });

  test('reads the studio in Arabic from right to left', async () => {
    await context.addCookies([{ name: 'spotsmith_language', value: 'ar', url: studio.url }]);
    await page.goto(`${adUrl}/images`);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    const rail = await page.getByRole('navigation').boundingBox();
    expect(rail?.x).toBeGreaterThan(640);
    await context.clearCookies({ name: 'spotsmith_language' });
  });

  test('is asked to sign in again after signing out', async () => {
    await signIn(page, studio.url).catch(() => undefined);
    await page.goto(studio.url);
    await page.getByRole('button', { name: /^Menu of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in/);
    await page.goto(`${adUrl}/ad`);
    expect(page.url()).toContain('/sign-in?next=');
  });
});
