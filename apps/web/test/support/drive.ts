import AxeBuilder from '@axe-core/playwright';
import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';

/** The CC0 cup that also is the sample of the first run. */
export const CUP = resolve(import.meta.dirname, '../../public/samples/espresso-cup.jpg');

/** A cup on a transparent ground, which no neural network has to cut out: for tests that look at something else. */
export async function drawnCup(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await sharp(resolve(import.meta.dirname, 'cup.svg'))
    .png()
    .toBuffer();
  return { name: 'cup.png', mimeType: 'image/png', buffer };
}

/** The logo of the cup's brand, on a transparent ground. */
export const LOGO = resolve(import.meta.dirname, 'logo.svg');

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

/** Waits until the step's next thing can be done. Throws with what the page says when the work stopped instead. */
export async function nextButton(page: Page, step: keyof typeof NEXT) {
  await page.locator(`[aria-current=step][href$="/${step}"]`).waitFor({ timeout: PATIENCE_MS });
  const button = page.getByRole('button', { name: NEXT[step] }).and(page.locator(':enabled'));
  const stopped = page.getByRole('alert').filter({ hasText: 'This step did not succeed' });
  await button.or(stopped).first().waitFor({ timeout: PATIENCE_MS });
  if (await stopped.isVisible()) throw new Error(`Stopped before ${step}: ${await stopped.innerText()}`);
  return button;
}

/** Opens an address and waits until the page's script has taken over: before that, nothing on it answers. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await untilItAnswers(page);
}

export async function reload(page: Page): Promise<void> {
  await page.reload();
  await untilItAnswers(page);
}

/** React marks every element it has taken over. Parts of a page are taken over one by one. */
async function untilItAnswers(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const controls = [...document.querySelectorAll('button, input, a')];
    return (
      controls.length > 0 &&
      controls.every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps$')))
    );
  });
}

export async function signIn(page: Page, url: string): Promise<void> {
  await visit(page, `${url}/sign-in`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${url}/`);
  await untilItAnswers(page);
}

/** A short ad of the cup with four images by hosted models, up to its brief. */
export async function startCupAd(
  page: Page,
  url: string,
  { hostedCapUsd, photo }: { hostedCapUsd: string; photo: Parameters<Locator['setInputFiles']>[0] },
): Promise<void> {
  await visit(page, `${url}/ads/new`);
  await page
    .getByLabel('What do you want to advertise?')
    .fill('Morning Ritual, an espresso cup. Calm. CTA: Taste it');
  await page.locator('input[type=file]').setInputFiles(photo);
  await page.getByRole('radio', { name: '6s' }).click();
  await page.getByRole('radio', { name: '4', exact: true }).click();
  await page.getByRole('radio', { name: 'Replicate' }).click();
  await page.getByLabel('Spending cap in dollars').fill(hostedCapUsd);
  await page.getByRole('button', { name: 'Write the brief' }).click();
  await nextButton(page, 'brief');
}

/**
 * Breaches of accessibility on the page as it is shown, in both themes, one sentence each. The themes differ in colours
 * only, so the second look is at contrast alone.
 */
export async function breaches(page: Page): Promise<string[]> {
  // Legacy mode looks at this page alone, which has no frames, without opening another one.
  const axe = () => new AxeBuilder({ page }).setLegacyMode();
  const found = await axe().analyze();
  const light = await inTheOtherTheme(page, () => axe().withRules(['color-contrast']).analyze());
  return [...found.violations, ...light.violations].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${page.url()} ${id}: ${html} ${failureSummary}`),
  );
}

async function inTheOtherTheme<Result>(page: Page, look: () => Promise<Result>): Promise<Result> {
  const show = (theme: string) =>
    page.evaluate(async (word) => {
      document.documentElement.dataset['theme'] = word;
      // Colours fade into each other, if only for a frame. What turns for ever is not waited for.
      const fading = document
        .getAnimations()
        .filter((animation) => Number.isFinite(Number(animation.effect?.getComputedTiming().endTime)))
        .filter(({ playState }) => playState === 'running');
      await Promise.allSettled(fading.map(({ finished }) => finished));
    }, theme);
  await show('light');
  try {
    return await look();
  } finally {
    await show('dark');
  }
}

/** How much script the page that is open has loaded so far, compressed as it was sent, in kilobytes of 1000 bytes. */
export function scriptKilobytes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const loaded = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'));
    return loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000;
  });
}
