import { MAX_CLIP_SECONDS, MAX_SCENES, MIN_CLIP_SECONDS } from '@spotsmith/contract/limits';
import type { Brief } from '@spotsmith/contract/brief';
import type { SceneDirection } from '@spotsmith/contract/scene';
import {
  CAMERA_MOVES,
  type CameraMove,
  type MusicMood,
  type SceneRole,
  type View,
} from '@spotsmith/contract/words';
import { shortText } from '#src/domain/brief/brief-draft.ts';

/** What the scenes are planned from. */
export type PlanRequest = {
  brief: Brief;
  images: readonly { id: string; view: View | null }[];
  scenePrompt: string;
  /** Null lets the planner share out the target length. */
  clipSeconds: number | null;
  targetSeconds: number;
  seed: number;
};

/** A plan as its writer (the rules or a language model) proposes it; `seconds` only weigh scenes against each other. */
export type PlanDraft = { scenes: readonly (SceneDirection & { image_id: string })[]; musicMood: MusicMood };
export type ScenePlan = { scenes: (SceneDirection & { image_id: string })[]; musicMood: MusicMood };

/**
 * Turns any draft into a plan that keeps the house's rules, whoever wrote it: each approved image at most once and only
 * those, hook first, exactly one call to action and it is last, never the same camera move twice running, plain short
 * text, and seconds that add up to the target (or are all `clipSeconds`).
 * Throws RangeError when the draft uses none of the images.
 */
export function planFromDraft(draft: PlanDraft, request: PlanRequest): ScenePlan {
  const drafted = distinctScenes(draft.scenes, request);
  if (drafted.length === 0)
    throw new RangeError('A plan needs at least one scene made from an approved image.');
  const seconds = shareSeconds(
    drafted.map((scene) => scene.seconds),
    request,
  );
  let previous: CameraMove | null = null;
  const scenes = drafted.map((scene, index) => {
    const role = roleAt(scene.role, index, drafted.length);
    const camera = scene.camera === previous ? anotherCamera(scene.camera) : scene.camera;
    previous = camera;
    return {
      image_id: scene.image_id,
      role,
      shot: scene.shot,
      camera,
      motion_prompt: shortText(scene.motion_prompt, 500),
      motion_intensity: Math.round(Math.min(1, Math.max(0, scene.motion_intensity)) * 100) / 100,
      seconds: seconds[index] ?? MIN_CLIP_SECONDS,
      on_screen_text: shortText(role === 'cta' ? request.brief.call_to_action : scene.on_screen_text, 40),
    };
  });
  return { scenes, musicMood: draft.musicMood };
}

/** How many scenes fit: one per image, at most six, and none shorter than two seconds. */
export function sceneCount(request: PlanRequest): number {
  const thatFit =
    request.clipSeconds === null ? Math.floor(request.targetSeconds / MIN_CLIP_SECONDS) : MAX_SCENES;
  return Math.min(request.images.length, MAX_SCENES, Math.max(1, thatFit));
}

function distinctScenes(scenes: PlanDraft['scenes'], request: PlanRequest): PlanDraft['scenes'] {
  const approved = new Set(request.images.map((image) => image.id));
  const kept = scenes.filter((scene) => approved.delete(scene.image_id));
  const count = sceneCount(request);
  // The end stays: it carries the call to action.
  return kept.length <= count ? kept : [...kept.slice(0, count - 1), ...kept.slice(-1)];
}

function roleAt(wished: SceneRole, index: number, count: number): SceneRole {
  if (index === count - 1) return 'cta';
  if (index === 0) return 'hook';
  return wished === 'cta' || wished === 'hook' ? 'benefit' : wished;
}

/**
 * Shares the target out by weight in tenths of a second, every scene 2–6 s; the sum is the target wherever these
 * limits allow.
 */
function shareSeconds(
  weights: readonly number[],
  request: Pick<PlanRequest, 'clipSeconds' | 'targetSeconds'>,
): number[] {
  const clamp = (value: number) => Math.min(MAX_CLIP_SECONDS * 10, Math.max(MIN_CLIP_SECONDS * 10, value));
  const { clipSeconds } = request;
  if (clipSeconds !== null) return weights.map(() => clamp(Math.round(clipSeconds * 10)) / 10);
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const tenths = weights.map((weight) => clamp(Math.round((weight / total) * request.targetSeconds * 10)));
  let missing = Math.round(request.targetSeconds * 10) - tenths.reduce((sum, value) => sum + value, 0);
  // Whole rounds of one tenth each, last scene first, until the sum fits or no scene can give or take any more.
  while (missing !== 0) {
    const step = Math.sign(missing);
    const before = missing;
    for (let index = tenths.length - 1; index >= 0 && missing !== 0; index--) {
      const value = tenths[index] ?? 0;
      if (clamp(value + step) === value) continue;
      tenths[index] = value + step;
      missing -= step;
    }
    if (missing === before) break;
  }
  return tenths.map((value) => value / 10);
}

function anotherCamera(camera: CameraMove): CameraMove {
  const next = CAMERA_MOVES[(CAMERA_MOVES.indexOf(camera) + 1) % CAMERA_MOVES.length];
  return next ?? 'push-in';
}
