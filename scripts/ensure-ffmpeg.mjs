import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findOnPath } from './find-on-path.mjs';
import { installHint, installPackage } from './install-package.mjs';
import { output, SetUpError } from './run-command.mjs';

/** FFmpeg 5.1 came with libavfilter 8.44; builds from git have no other version number that can be compared. */
const oldestLibavfilter = 8_044;

/** Builds are made without some of them; no ad can be made then. */
const encodersNeeded = ['libx264', 'aac'];
const filtersNeeded = ['xfade', 'ebur128', 'alimiter'];

/**
 * Finds an FFmpeg that can make ads: FFMPEG_PATH, else the one on the PATH, else one that the system's package manager
 * installs without a password. What was checked once is remembered by path and time of change.
 * @param {string} root
 */
export async function ensureFfmpeg(root) {
  const chosen = process.env.FFMPEG_PATH ?? fromDotEnv(root);
  const path = chosen ?? findOnPath('ffmpeg');
  if (path) return checked(root, path, chosen ? 'FFMPEG_PATH' : 'PATH');

  if (await installPackage('ffmpeg')) {
    const installed = findOnPath('ffmpeg');
    if (installed) return `${checked(root, installed, 'PATH')} installed`;
  }
  throw new SetUpError(
    `FFmpeg is missing. Type: ${installHint('ffmpeg') ?? 'see https://ffmpeg.org/download.html'}, or set FFMPEG_PATH to an FFmpeg 5.1 or newer.`,
  );
}

/** @param {string} root @param {string} path @param {'FFMPEG_PATH' | 'PATH'} from */
function checked(root, path, from) {
  const stamp = join(root, 'node_modules/.cache/spotsmith/ffmpeg');
  const file = statSync(path, { throwIfNoEntry: false });
  const needs = [...encodersNeeded, ...filtersNeeded];
  const key = JSON.stringify([path, file?.mtimeMs, file?.size, needs]);
  const [knownKey, knownName] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : [];
  if (knownKey === key && knownName) return knownName;

  const problem = problemOf(path);
  if (problem) {
    throw new SetUpError(
      from === 'PATH'
        ? `FFmpeg at ${path} ${problem}. Install FFmpeg 5.1 or newer, or set FFMPEG_PATH to one.`
        : `FFMPEG_PATH is ${path}, which ${problem}. Set it to an FFmpeg 5.1 or newer, or unset it.`,
    );
  }
  const name = `FFmpeg ${output(path, ['-version'])?.split(' ')[2]}`;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${key}\n${name}\n`);
  return name;
}

/** Why this FFmpeg cannot make ads, as the end of a sentence; null when it can. @param {string} path */
function problemOf(path) {
  const version = output(path, ['-version']);
  if (version === null) return 'does not run';
  const [, major, minor] = /libavfilter +(\d+)\. *(\d+)/.exec(version) ?? [];
  if (!(Number(major) * 1_000 + Number(minor) >= oldestLibavfilter)) {
    return `is version ${version.split(' ')[2]}, and 5.1 is the oldest that will do`;
  }

  const encoders = output(path, ['-hide_banner', '-encoders']) ?? '';
  const filters = output(path, ['-hide_banner', '-filters']) ?? '';
  const missing = [
    ...encodersNeeded.filter((encoder) => !new RegExp(`^ [VA]\\S+ ${encoder} `, 'm').test(encoders)),
    ...filtersNeeded.filter((filter) => !new RegExp(`^ \\S+ ${filter} `, 'm').test(filters)),
  ];
  if (missing.length) return `was built without ${missing.join(', ')}`;
  const ffprobe = join(dirname(path), 'ffprobe');
  return existsSync(ffprobe) || findOnPath('ffprobe') ? null : 'has no ffprobe beside it';
}

/** The server reads `.env` too, and what is set there must count here. @param {string} root */
function fromDotEnv(root) {
  const file = join(root, '.env');
  if (!existsSync(file)) return undefined;
  return /^\s*FFMPEG_PATH\s*=\s*["']?(.+?)["']?\s*$/m.exec(readFileSync(file, 'utf8'))?.[1];
}
