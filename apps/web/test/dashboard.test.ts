import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyEmbedded } from '../../server/test/support/copy-embedded.ts';
import { breaches, PATIENCE_MS, signIn, visit } from './support/drive.ts';
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
  await signIn(page, studio.url);
  for (const [title, aspect_ratio] of [
    ['Banana', '9:16'],
    ['Apple', '16:9'],
    ['Cherry', '1:1'],
  ])
    await page.request.post(`${studio.url}/api/sessions`, {
      headers: { origin: studio.url },
      data: { prompt: `${title}, a fruit to be sold`, title, aspect_ratio },
    });
});

afterAll(async () => {
  await browser?.close();
  await studio?.[Symbol.asyncDispose]();
});

const titles = () => page.getByRole('article').getByRole('heading').allTextContents();
const group = (name: RegExp) =>
  page.getByRole('navigation', { name: 'Which ads' }).getByRole('link', { name });

test('sorts and shows ads as a list, and finds all of it again by its address', async () => {
  await visit(page, studio.url);
  expect(await titles()).toEqual(['Cherry', 'Apple', 'Banana']);
  expect(await breaches(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Name');
  await expect.poll(titles, { timeout: PATIENCE_MS }).toEqual(['Apple', 'Banana', 'Cherry']);
  await page.getByRole('button', { name: 'Show as a list' }).click();
  await page.waitForURL(/\?sort=title&view=list$/);
  await visit(page, page.url());
  expect(await titles()).toEqual(['Apple', 'Banana', 'Cherry']);
  await page.getByRole('button', { name: 'Show as pictures' }).waitFor();
  expect(await breaches(page)).toEqual([]);
  await page.goBack();
  await page.getByRole('button', { name: 'Show as a list' }).waitFor();
});

test('shows one group of ads with how many there are, and says when it is empty', async () => {
  await visit(page, studio.url);
  await group(/^Waiting for you 3$/).click();
  await page.waitForURL(/\?show=waiting$/);
  await group(/^Finished 0$/).click();
  await page.getByText('No ad is here now.').waitFor();
  await page.getByRole('button', { name: 'Show all ads' }).click();
  await expect.poll(titles, { timeout: PATIENCE_MS }).toHaveLength(3);
});

test('finds ads while somebody types, letter by letter, and finds the same again by the address', async () => {
  await visit(page, studio.url);
  const search = page.getByRole('searchbox', { name: 'Search ads' });
  await search.pressSequentially('banana');
  await expect.poll(titles, { timeout: PATIENCE_MS }).toEqual(['Banana']);
  expect(await search.inputValue()).toBe('banana');
  await visit(page, `${studio.url}/?q=banana`);
  expect(await titles()).toEqual(['Banana']);
  await search.fill('teapot');
  await page.getByText('No ad is called “teapot”.').waitFor();
  await page.getByRole('button', { name: 'Show all ads' }).click();
  await expect.poll(titles, { timeout: PATIENCE_MS }).toHaveLength(3);
  expect(await search.inputValue()).toBe('');
});

test('deletes several ads by keyboard, takes it back, and restores them from the deleted ones', async () => {
  await visit(page, studio.url);
  await page.getByRole('link', { name: /^Apple/ }).press('x');
  await page.getByRole('link', { name: /^Banana/ }).press('x');
  await page.getByText('2 ads chosen').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('2 ads chosen').waitFor({ state: 'detached' });

  await page.getByRole('checkbox', { name: 'Choose “Cherry”' }).press('Space');
  await page.getByRole('checkbox', { name: 'Choose “Banana”' }).click({ modifiers: ['Shift'] });
  await page.getByText('3 ads chosen').waitFor();
  await page.getByRole('checkbox', { name: 'Choose “Cherry”' }).press('Space');
  expect(await breaches(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await expect.poll(titles, { timeout: PATIENCE_MS }).toEqual(['Cherry']);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.getByText('2 ads are deleted').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(titles, { timeout: PATIENCE_MS }).toHaveLength(3);

  await page.getByRole('link', { name: /^Cherry/ }).press('Control+a');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await group(/^Deleted 3$/).click();
  await page.waitForURL(/\?show=deleted$/);
  await page.getByRole('checkbox', { name: 'Choose “Apple”' }).click();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await group(/^All 1$/).click();
  await expect.poll(titles, { timeout: PATIENCE_MS }).toEqual(['Apple']);
});
