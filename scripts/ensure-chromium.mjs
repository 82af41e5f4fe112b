import { findOnPath } from './find-on-path.mjs';
import { installHint, installPackage } from './install-package.mjs';
import { SetUpError } from './run-command.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Finds the browser that the browser tests drive, or installs it without a password. */
export async function ensureChromium() {
  if (process.env.CHROMIUM_PATH || names.some(findOnPath)) return 'Chromium';
  if ((await installPackage('chromium')) && names.some(findOnPath)) return 'Chromium installed';
  throw new SetUpError(
    `Chromium is missing; the tests of the web studio drive it. Type: ${installHint('chromium') ?? 'see https://www.chromium.org'}, or set CHROMIUM_PATH.`,
  );
}
