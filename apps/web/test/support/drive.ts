import AxeBuilder from '@axe-core/playwright';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';

/** The CC0 cup that also is the sample of the first run. */
export const CUP = resolve(import.meta.dirname, '../../public/samples/espresso-cup.jpg');

/** Making media takes as long as the machine needs; this only catches what hangs. */
export const PATIENCE_MS = 300_000;

export type Step = 'brief' | 'images' | 'scenes' | 'clips' | 'finish' | 'ad';

/** The buttons that lead from step to step, in order. */
export const NEXT = {
  brief: /^Make images$/,
  images: /^Continue with (all )?\d+ images?$/,
  scenes: /^Make clips$/,
  clips: /^Continue with \d+ clips?$/,
  finish: /^Make (the ad|it again)$/,
} as const;

/** Waits until the step's next thing can be done. */
export async function nextButton(page: Page, step: keyof typeof NEXT) {
  await page.waitForURL(new RegExp(`/${step}$`), { timeout: PATIENCE_MS });
  const button = page.getByRole('button', { name: NEXT[step] }).and(page.locator(':enabled'));
  await button.waitFor({ timeout: PATIENCE_MS });
  return button;
}

export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.locator('button[type=submit]:enabled').click();
  await page.waitForURL(`${url}/`);
}

/** A short ad of the cup with four images, up to its brief. Gives the ad's address without the step. */
export async function startCupAd(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/ads/new`);
  await page
    .getByLabel('What do you want to advertise?')
    .fill('Morning Ritual, an espresso cup. Calm. CTA: Taste it');
  await page.locator('input[type=file]').setInputFiles(CUP);
  await page.getByRole('radio', { name: '6s' }).click();
  await page.getByRole('radio', { name: '4', exact: true }).click();
  await page.getByRole('button', { name: 'Write the brief' }).click();
  await nextButton(page, 'brief');
  return page.url().replace(/\/brief$/, '');
}

/** Breaches of accessibility on the page as it is shown, one sentence each. */
export async function breaches(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}
