import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '#src/config.ts';
import { Transient } from '#src/domain/faults.ts';
import { PROVIDER_FACTS } from '#src/domain/providers.ts';
import { openEncoder } from '#src/open-encoder.ts';
import { openStorage } from '#src/open-storage.ts';
import {
  checkCards,
  checkDatabase,
  checkFonts,
  checkKey,
  checkLanguageModel,
  findRunningServer,
} from '#src/open-checks.ts';

/** `weak` works, but not as well as it could. */
export type Finding = { state: 'good' | 'weak' | 'bad'; name: string; message: string };
type Check = (config: Config) => Promise<Omit<Finding, 'name'>>;

const GIGABYTE = 1_000_000_000;
const LITTLE_SPACE = 2 * GIGABYTE;

/** Everything an installation stands on, in the order in which it is needed. */
const CHECKS: Record<string, Check> = {
  Node: async () => {
    const isRight = Number.parseInt(process.versions.node, 10) >= 24;
    return isRight
      ? good(process.versions.node)
      : bad(`This is Node ${process.versions.node}. Run it as npm run doctor, which brings Node 24.`);
  },
  FFmpeg: async ({ ffmpegPath }) => {
    const { stdout } = await promisify(execFile)(ffmpegPath ?? 'ffmpeg', ['-version']);
    return good(stdout.split('\n', 1)[0] ?? '');
  },
  Encoder: async (config) => {
    const { name, refused } = await openEncoder({ ...config, role: 'worker' });
    const others = refused.map((chip) => `${chip.name} is not used: ${chip.why}`).join(' ');
    return good(
      `films are encoded by ${name}, ${name === 'libx264' ? 'in software' : 'on a chip'}. ${others}`.trim(),
    );
  },
  Fonts: async () => good(`${checkFonts()} families for text on ads`),
  'Cut-out': async () => {
    try {
      createRequire(import.meta.url).resolve('@imgly/background-removal-data/package.json');
      return good('The neural cut-out is installed.');
    } catch {
      return weak(
        'Only plain backdrops can be cut out. For busy photos: npm install @imgly/background-removal-data',
      );
    }
  },
  Data: async ({ dataDir }) => {
    await mkdir(dataDir, { recursive: true });
    const probe = await mkdtemp(join(dataDir, '.doctor-'));
    await writeFile(join(probe, 'file'), 'x');
    await rm(probe, { recursive: true });
    return good(`${dataDir} can be written to`);
  },
  'Disk space': async ({ dataDir }) => {
    const { bavail, bsize } = await statfs(dataDir);
    const free = bavail * bsize;
    const words = `${(free / GIGABYTE).toFixed(1)} GB free`;
    return free < LITTLE_SPACE ? weak(`${words}. An ad needs up to 0.3 GB; make room.`) : good(words);
  },
  Database: async (config) => {
    const running = findRunningServer(config);
    if (running !== null) return good(`in use by the server at ${running.url}`);
    await checkDatabase(config);
    return good(config.database.kind === 'embedded' ? 'embedded, sound' : 'PostgreSQL, reachable');
  },
  Storage: async (config) => {
    if (config.storage.kind === 'disk') return good(config.storage.directory);
    const { files } = await openStorage(config);
    await files.size('doctor/probe');
    return good(`the bucket ${config.storage.bucket}, reachable`);
  },
};

/** The key of one provider, by a call that costs nothing. */
async function examineKey(settings: Config['hosted'][number], isOffline: boolean): Promise<Finding> {
  const { name, keyName } = PROVIDER_FACTS[settings.provider];
  if (isOffline) return { name, ...good(`${keyName} is set; not tried.`) };
  try {
    return { name, ...good(`${keyName} is the key of ${await checkKey(settings)}.`) };
  } catch (error) {
    if (error instanceof Transient)
      return { name, ...weak(`${error.message} ${keyName} is set; not tried.`) };
    return { name, ...bad(error instanceof Error ? error.message : String(error)) };
  }
}

/** The language model, by the cheapest question. */
async function examineLanguageModel(
  { languageModel, hosted }: Config,
  isOffline: boolean,
): Promise<Finding[]> {
  if (languageModel === null) return [];
  const name = 'Language';
  if (isOffline) return [{ name, ...good('LLM_MODEL is set; not tried.') }];
  try {
    return [{ name, ...good(await checkLanguageModel(languageModel, hosted)) }];
  } catch (error) {
    const message = `${error instanceof Error ? error.message : String(error)} Until then rules write the words.`;
    return [{ name, ...(error instanceof Transient ? weak(message) : bad(message)) }];
  }
}

/** Every graphics card: reached, its version, devices and memory, and which of our workflows it has the models for. */
async function examineCards(
  settings: Extract<Config['hosted'][number], { provider: 'comfyui' }>,
  isOffline: boolean,
): Promise<Finding[]> {
  const { name, keyName } = PROVIDER_FACTS.comfyui;
  if (isOffline) return [{ name, ...good(`${keyName} is set; not tried.`) }];
  const findings = (await checkCards(settings)).flatMap((card) => {
    if (!('told' in card)) return [card instanceof Transient ? weak(card.message) : bad(card.message)];
    const ready = card.missing.filter(({ parts }) => parts.length === 0).map((workflow) => workflow.name);
    const lacking = card.missing.filter(({ parts }) => parts.length > 0);
    const able =
      ready.length > 0
        ? `It has the models of ${ready.join(', ')}.`
        : 'It has the models of no workflow of ours.';
    return [
      ready.length > 0 ? good(`${card.told}. ${able}`) : weak(`${card.told}. ${able}`),
      ...lacking.map((workflow) => weak(`${workflow.name}: ${workflow.parts.join(' ')}`)),
    ];
  });
  return findings.map((finding) => ({ name, ...finding }));
}

/** Runs every check, whatever the others find. `isOffline` asks nobody outside. */
export async function examine(config: Config, { isOffline }: { isOffline: boolean }): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    const finding = await check(config).catch((error: unknown) =>
      bad(error instanceof Error ? error.message : String(error)),
    );
    findings.push({ name, ...finding });
  }
  findings.push(...(await examineLanguageModel(config, isOffline)));
  if (config.hosted.length === 0) {
    const message = 'none: the local studio makes everything, at no cost';
    return [...findings, { name: 'Hosted keys', ...good(message) }];
  }
  const keys = await Promise.all(
    config.hosted.map(async (settings) =>
      settings.provider === 'comfyui'
        ? examineCards(settings, isOffline)
        : [await examineKey(settings, isOffline)],
    ),
  );
  return [...findings, ...keys.flat()];
}

function good(message: string): Omit<Finding, 'name'> {
  return { state: 'good', message };
}

function weak(message: string): Omit<Finding, 'name'> {
  return { state: 'weak', message };
}

function bad(message: string): Omit<Finding, 'name'> {
  return { state: 'bad', message };
}
