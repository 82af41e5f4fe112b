import type { Provider } from '@spotsmith/contract/words';
import type { Ports } from '../../ports/ports.ts';
import { startWork } from '../flow/start-work.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';
import { findCurrent, replaceClip } from '../flow/replace-asset.ts';

/** Makes one clip again, with another motion prompt if one is given. The old one is kept as a version. */
export async function remakeClip(
  { store, limits }: Pick<Ports, 'store' | 'limits'>,
  input: SessionRef & { assetId: string; prompt?: string | undefined; provider?: Provider | undefined },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    const clip = await findCurrent(tx, session, 'clip', input.assetId);
    const prompt = input.prompt ?? clip.prompt;
    await replaceClip(tx, clip, {
      prompt,
      direction: { ...clip.direction, motion_prompt: prompt },
      provider: input.provider ?? null,
    });
    if (input.prompt !== undefined && clip.sceneId !== null) {
      const scenes = await tx.scenes.ofSession(session.id);
      const motionPrompt = input.prompt;
      await tx.scenes.replaceAll(
        session.id,
        scenes.map((scene) =>
          scene.id === clip.sceneId ? { ...scene, motion_prompt: motionPrompt } : scene,
        ),
      );
    }
    await startWork(tx, limits, session, 'remake_clip');
  });
}
