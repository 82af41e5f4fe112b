import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Chromium as it is installed on this machine: CHROMIUM_PATH, else the PATH. */
function chromiumPath(): string {
  const wished = process.env['CHROMIUM_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found =
    wished ?? folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  if (found === undefined)
    throw new Error('No Chromium here. Install it (apt-get install chromium) or set CHROMIUM_PATH.');
  return found;
}

const origin = 'http://motion.test';
const root = fileURLToPath(new URL('../../', import.meta.url));

const types: readonly (readonly [ending: RegExp, type: string])[] = [
  [/\.(ts|m?js)$/, 'text/javascript'],
  [/\.json$/, 'application/json'],
  [/\.html$/, 'text/html'],
  [/\.woff2$/, 'font/woff2'],
];

const page = `<!doctype html><script type="importmap">${JSON.stringify({
  imports: { 'bidi-js': '/packages/bidi-js/dist/bidi.mjs' },
})}</script><script type="module" src="/test/support/draw-in-page.mjs"></script>`;

/** What the browser asks for: the page, motion's own files without their types, and files of packages by path. */
function answer(path: string): { body: string | Buffer; contentType: string } {
  const contentType = types.find(([ending]) => ending.test(path))?.[1] ?? 'application/octet-stream';
  if (path === '/index.html') return { body: page, contentType };
  if (path.startsWith('/file/'))
    return { body: readFileSync(decodeURIComponent(path.slice('/file'.length))), contentType };
  const inPackages = path.startsWith('/packages/');
  const file = inPackages
    ? fileURLToPath(import.meta.resolve(path.slice('/packages/'.length)))
    : join(root, path);
  const body = readFileSync(file);
  return { body: path.endsWith('.ts') ? stripTypeScriptTypes(body.toString()) : body, contentType };
}

/** A page of Chromium that can import motion's files as they are, as `/src/…`; it reaches nothing else. */
export async function openMotionPage(): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
  const opened = await browser.newPage();
  await opened.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill(answer(pathname));
  });
  opened.on('pageerror', (error) => console.error(error));
  await opened.goto(`${origin}/index.html`);
  await opened.waitForFunction('globalThis.motionPage !== undefined');
  return { browser, page: opened };
}

/** Where the page finds a file of this machine. */
export const fileUrl = (path: string) => `/file${path.split('/').map(encodeURIComponent).join('/')}`;
