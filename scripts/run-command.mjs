import { spawn, spawnSync } from 'node:child_process';

/** Something that set-up cannot mend; the message says what happened and what to type. */
export class SetUpError extends Error {}

/**
 * Runs a program quietly and answers what it printed, or null when it is missing or fails.
 * @param {string} command
 * @param {string[]} args
 */
export function output(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 16 << 20 });
  return status === 0 ? stdout : null;
}

/**
 * Runs a program in view of the user (on standard error, so that `--json` answers stay clean) and tells whether it
 * succeeded. It gets no input: nothing may ask.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<boolean>}
 */
export function runInView(command, args, { cwd, env } = {}) {
  process.stderr.write(`> ${[command, ...args].join(' ')}\n`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 2, 2] });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
