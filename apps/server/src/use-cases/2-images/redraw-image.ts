import type { Brief } from '@spotsmith/contract/brief';
import type { Provider } from '@spotsmith/contract/words';
import type { Ports } from '../../ports/ports.ts';
import { startWork } from '../flow/start-work.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';
import { findCurrent, replaceStill } from '../flow/replace-asset.ts';

/** Draws one image again, with another prompt if one is given. The old one is kept as a version. */
export async function redrawImage(
  { store, limits }: Pick<Ports, 'store' | 'limits'>,
  input: SessionRef & { assetId: string; prompt?: string | undefined; provider?: Provider | undefined },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    const image = await findCurrent(tx, session, 'image', input.assetId);
    const prompt = input.prompt ?? image.prompt;
    await replaceStill(tx, image, { prompt, provider: input.provider ?? null });
    const brief = session.brief === null ? null : withPrompt(session.brief, image.position, prompt);
    await startWork(tx, limits, session, 'redraw_image', { brief });
  });
}

/** The brief keeps saying what the pictures are made from. */
function withPrompt(brief: Brief, position: number, prompt: string): Brief {
  return {
    ...brief,
    image_prompts: brief.image_prompts.map((image, index) =>
      index === position ? { ...image, prompt } : image,
    ),
  };
}
