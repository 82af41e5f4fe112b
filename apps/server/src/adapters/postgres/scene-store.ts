import { and, asc, eq, notInArray, sql } from './drizzle.ts';
import { NotFound } from '#src/domain/faults.ts';
import type { SceneReader, SceneWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { scenes } from './tables/assets.ts';

export function sceneReader(db: Handle): SceneReader {
  return {
    async ofSession(sessionId) {
      return db
        .select()
        .from(scenes)
        .where(eq(scenes.sessionId, sessionId))
        .orderBy(asc(scenes.position), asc(scenes.id));
    },
  };
}

export function sceneWriter(tx: Handle): SceneWriter {
  return {
    ...sceneReader(tx),

    async replaceAll(sessionId, wanted) {
      const ids = wanted.map(({ id }) => id);
      await tx.delete(scenes).where(and(eq(scenes.sessionId, sessionId), notInArray(scenes.id, ids)));
      if (wanted.length === 0) return;
      const written = await tx
        .insert(scenes)
        .values(wanted.map((scene) => ({ ...scene, sessionId })))
        .onConflictDoUpdate({
          target: scenes.id,
          set: {
            imageId: sql`excluded.image_id`,
            position: sql`excluded.position`,
            role: sql`excluded.role`,
            shot: sql`excluded.shot`,
            camera: sql`excluded.camera`,
            motion_prompt: sql`excluded.motion_prompt`,
            motion_intensity: sql`excluded.motion_intensity`,
            seconds: sql`excluded.seconds`,
            on_screen_text: sql`excluded.on_screen_text`,
          },
          // An id of another ad's scene must not drag that scene over here.
          setWhere: eq(scenes.sessionId, sessionId),
        })
        .returning({ id: scenes.id });
      if (written.length < wanted.length) {
        throw new NotFound('scene_not_found', 'One of these scenes does not belong to this ad.');
      }
    },
  };
}
