import { join } from 'node:path';
import type { Session } from '@spotsmith/contract/sessions';
import { makeAd } from '#src/cli/make-ad.ts';
import { brokenInvariants } from './check-invariants.ts';
import { copyEmbedded } from './copy-embedded.ts';
import { openStoryWorld, SMALL_AD, SMALL_WISHES, type StoryWorld } from './story-world.ts';

/** An ad of some provider that is begun, driven into crashes, and driven to its end. */
export type CrashingAd = {
  world: StoryWorld;
  /** Goes on until the server dies at the failpoint. Returns how it died, and the ad as it stood when it was taken up. */
  driveUntilCrash(failpoint: string): Promise<{ how: unknown; before: Session }>;
  driveToTheEnd(): Promise<Session>;
  /** What does not fit together in the database and the files. */
  broken(): Promise<string[]>;
};

/** Creates a small ad with its photo and stops the server again. `environment` names its provider. */
export async function beginCrashingAd(
  environment: Record<string, string>,
  options: { provider?: 'comfyui' } = {},
): Promise<CrashingAd> {
  const world = await openStoryWorld();
  const directory = join(world.dataDir, 'database');
  await copyEmbedded(directory);
  const first = await world.start(environment);
  const { id } = await first.api.createSession({ ...SMALL_AD, ...options });
  await first.api.uploadPhoto(id, world.photoPath);
  await first.stop('SIGTERM');
  return {
    world,
    async driveUntilCrash(failpoint) {
      const server = await world.start({ ...environment, FAILPOINT: failpoint });
      const before = await server.api.getSession(id);
      const driven = makeAd(server.api, id, SMALL_WISHES, () => undefined).catch(() => null);
      const how = await server.ended;
      await driven;
      return { how, before };
    },
    async driveToTheEnd() {
      const server = await world.start(environment);
      const session = await makeAd(server.api, id, SMALL_WISHES, () => undefined);
      await server.stop('SIGTERM');
      return session;
    },
    broken: () => brokenInvariants({ kind: 'embedded', directory }, join(world.dataDir, 'media')),
  };
}
