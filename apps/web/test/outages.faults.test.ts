import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layCable, type Cable } from '../../server/test/support/lay-cable.ts';
import { startPostgres, type PostgresServer } from '../../server/test/support/start-postgres.ts';
import { breaches, CUP, nextButton, PATIENCE_MS, visit } from './support/drive.ts';
import { openBrowser } from './support/open-browser.ts';
import { openStudio, type Studio } from './support/open-studio.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const REAL_FFMPEG = process.env['FFMPEG_PATH'] ?? 'ffmpeg';
const EMAIL = 'owner@example.com';

let toolsDir: string;
/** While this file is there, FFmpeg dies of encoding. */
let doomed: string;
let postgres: PostgresServer;
let cable: Cable;
let studio: Studio;
let browser: Browser;
let page: Page;

/** The studio as a company runs it, on a PostgreSQL whose cable can be cut. */
beforeAll(async () => {
  toolsDir = await mkdtemp(join(tmpdir(), 'spotsmith-tools-'));
  doomed = join(toolsDir, 'doomed');
  postgres = await startPostgres();
  const direct = new URL(await postgres.createDatabase());
  cable = await layCable(Number(direct.port));
  direct.port = String(cable.port);
  studio = await openStudio({
    environment: { DATABASE_URL: direct.href, FFMPEG_PATH: await mortalFfmpeg() },
  });
  browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  page = await context.newPage();
  await signInAsOwner(direct.href);
});

afterAll(async () => {
  await browser?.close();
  await studio?.[Symbol.asyncDispose]();
  await cable?.close();
  await postgres?.stop();
  await rm(toolsDir, { recursive: true, force: true });
});

test('a photo that cannot be kept is sent again a few times, then the page says why, and no half-made ad stays', async () => {
  const mediaDir = join(studio.dataDir, 'media');
  await visit(page, `${studio.url}/ads/new`);
  await page.getByLabel('What do you want to advertise?').fill('Crema, an espresso cup. CTA: Taste it');
  await page.locator('input[type=file]').setInputFiles(CUP);
  await rename(mediaDir, `${mediaDir}-away`);
  await writeFile(mediaDir, 'A network drive that went away leaves no folder.');
  await page.getByRole('button', { name: 'Write the brief' }).click();
  await page.getByText('Media cannot be read or written (ENOTDIR). Check DATA_DIR.').waitFor();
  expect(await breaches(page)).toEqual([]);
  await rm(mediaDir);
  await rename(`${mediaDir}-away`, mediaDir);
  await visit(page, studio.url);
  await page.getByText('Make your first ad').waitFor();
});

test('while the database is away the page says so, and what was asked for meanwhile is done when it is back', async () => {
  await visit(page, `${studio.url}/ads/new`);
  await page.getByLabel('What do you want to advertise?').fill('Crema, an espresso cup. CTA: Taste it');
  await page.getByRole('radio', { name: '6s' }).click();
  await page.getByRole('radio', { name: '4', exact: true }).click();
  await page.getByRole('button', { name: 'Write the brief' }).click();
  const makeImages = await nextButton(page, 'brief');
  const banner = page.getByText('Connection lost. Reconnecting.');
  cable.cut();
  await banner.waitFor();
  expect(await breaches(page)).toEqual([]);
  await makeImages.click();
  cable.mend();
  await banner.waitFor({ state: 'detached' });
  await (await nextButton(page, 'images')).click();
  await (await nextButton(page, 'scenes')).click();
});

test('when the system ends FFmpeg the page says what helps, and a smaller ad is offered and marked', async () => {
  await (await nextButton(page, 'clips')).click();
  const makeAd = await nextButton(page, 'finish');
  await writeFile(doomed, '');
  await makeAd.click();
  await page.getByText('Composing ran out of memory', { exact: false }).first().waitFor();
  expect(await breaches(page)).toEqual([]);
  const smaller = page.getByRole('button', { name: 'Make it in 720p' });
  // Waited for while FFmpeg still dies: a try in between would end well and offer nothing.
  await smaller.waitFor();
  await rm(doomed);
  await smaller.click();
  await page.getByText('Composed at 720p instead of 1080p.').waitFor();
});

/** FFmpeg that dies of SIGKILL while it encodes, as when the memory runs out, as long as the file `doomed` is there. */
async function mortalFfmpeg(): Promise<string> {
  const ffmpegPath = join(toolsDir, 'ffmpeg');
  const fate = `case "$*" in *libx264*) [ -e '${doomed}' ] && kill -9 $$ ;; esac`;
  await writeFile(ffmpegPath, `#!/bin/sh\n${fate}\nexec '${REAL_FFMPEG}' "$@"\n`);
  await writeFile(
    join(toolsDir, 'ffprobe'),
    `#!/bin/sh\nexec '${REAL_FFMPEG.replace(/ffmpeg$/, 'ffprobe')}' "$@"\n`,
  );
  for (const name of ['ffmpeg', 'ffprobe']) await chmod(join(toolsDir, name), 0o755);
  return ffmpegPath;
}

async function signInAsOwner(databaseUrl: string): Promise<void> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['apps/server/src/cli/users.ts', 'add', EMAIL, '--owner'],
    { cwd: ROOT, env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: studio.dataDir } },
  );
  await visit(page, `${studio.url}/sign-in`);
  await page.getByLabel('Email').fill(EMAIL);
  await page.getByLabel('Password').fill(/Password: (\S+)/.exec(stdout)?.[1] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${studio.url}/`);
}
