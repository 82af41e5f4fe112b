import { z } from 'zod';
import { Id, plainText } from './common.ts';
import { MAX_CLIP_SECONDS, MIN_CLIP_SECONDS } from './limits.ts';
import { CAMERA_MOVES, SCENE_ROLES, SHOTS } from './words.ts';

/** One scene of the plan: the direction for one clip, made from one approved image. */
export const SceneDirection = z.object({
  role: z.enum(SCENE_ROLES),
  shot: z.enum(SHOTS),
  camera: z.enum(CAMERA_MOVES),
  motion_prompt: plainText(0, 500),
  /** 0 is nearly still, 1 is as much motion as good taste allows. */
  motion_intensity: z.number().min(0).max(1),
  seconds: z.number().min(MIN_CLIP_SECONDS).max(MAX_CLIP_SECONDS),
  on_screen_text: plainText(0, 40),
});
export type SceneDirection = z.infer<typeof SceneDirection>;

export const Scene = SceneDirection.extend({ id: Id, image_id: Id, position: z.int().min(0) });
export type Scene = z.infer<typeof Scene>;

/** The edited list, in playing order. A scene without `id` is new. */
export const SceneEdit = z.strictObject({ ...SceneDirection.shape, id: Id.optional(), image_id: Id });
export type SceneEdit = z.infer<typeof SceneEdit>;
