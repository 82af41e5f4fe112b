import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { callOf, type ProviderCall } from './hosted-provider.ts';

/** By then it is stored, or somebody has been asked about it. */
const KEPT_MS = 24 * 60 * 60_000;
const NAME = /^[\w-]{1,100}$/;

/** As much of an answer as has to outlive the process that got it. */
const Answer = z.object({
  status: z.enum(['succeeded', 'failed', 'expired']),
  fileUrls: z.array(z.string()),
  error: z.string(),
  isFree: z.boolean().optional(),
  facts: z.object({
    pictureTokens: z
      .object({ text_in: z.int(), picture_in: z.int(), text_out: z.int(), picture_out: z.int() })
      .optional(),
  }),
});
export type KeptAnswer = z.infer<typeof Answer>;

export type KeptAnswers = {
  keep(id: string, answer: KeptAnswer): Promise<ProviderCall>;
  /** Null when none was kept under this id. */
  find(id: string): Promise<ProviderCall | null>;
  forget(id: string): Promise<void>;
};

/**
 * What providers without a memory of their own answered, kept whole in this directory for a day: the next try finds what was paid
 * for, even after a crash. When the disk takes nothing more, this process remembers it.
 */
export function keptAnswers(dir: string): KeptAnswers {
  const remembered = new Map<string, KeptAnswer>();
  const pathOf = (id: string) => join(dir, `${id}.json`);

  async function write(id: string, answer: KeptAnswer): Promise<void> {
    await mkdir(dir, { recursive: true });
    await removeOld(dir);
    const part = `${pathOf(id)}.part`;
    await writeFile(part, JSON.stringify(answer), { flush: true, mode: 0o600 });
    await rename(part, pathOf(id));
  }

  return {
    async keep(id, answer) {
      await write(id, answer).catch(() => remembered.set(id, answer));
      return callFrom(id, answer);
    },

    async find(id) {
      const known = remembered.get(id);
      if (known !== undefined) return callFrom(id, known);
      if (!NAME.test(id)) return null;
      const text = await readFile(pathOf(id), 'utf8').catch(() => null);
      const answer = text === null ? undefined : Answer.safeParse(JSON.parse(text)).data;
      return answer === undefined ? null : callFrom(id, answer);
    },

    async forget(id) {
      remembered.delete(id);
      await rm(pathOf(id), { force: true });
    },
  };
}

function callFrom(id: string, { status, fileUrls, error, isFree, facts }: KeptAnswer): ProviderCall {
  return { ...callOf(id, status), fileUrls, error, facts, ...(isFree && { isFree }) };
}

async function removeOld(dir: string): Promise<void> {
  const before = Date.now() - KEPT_MS;
  for (const name of await readdir(dir)) {
    const path = join(dir, name);
    const seen = await stat(path).catch(() => null);
    if (seen !== null && seen.mtimeMs < before) await rm(path, { force: true });
  }
}
