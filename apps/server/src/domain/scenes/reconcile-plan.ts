import { tracedOnly } from '#src/domain/brief/traced.ts';
import { planFromDraft, type PlanDraft, type PlanRequest, type ScenePlan } from './plan-draft.ts';
import { planScenesByRules } from './plan-scenes-by-rules.ts';

/**
 * A language model's plan, held against the brief: pictures it forgot are planned by the rules, before the end, and
 * words on screen and of movement may hold only figures, offers and claims that the user made. Throws RangeError when it uses none of the pictures.
 */
export function reconcilePlan(draft: PlanDraft, request: PlanRequest): ScenePlan {
  const used = new Set(draft.scenes.map(({ image_id }) => image_id));
  if (!request.images.some(({ id }) => used.has(id))) {
    throw new RangeError('The plan uses none of the pictures.');
  }
  const byRules = planScenesByRules(request).scenes;
  const forgotten = byRules.filter(({ image_id }) => !used.has(image_id));
  const said = saidIn(request.brief);
  const scenes = [...draft.scenes.slice(0, -1), ...forgotten, ...draft.scenes.slice(-1)].map((scene) => ({
    ...scene,
    motion_prompt:
      tracedOnly(scene.motion_prompt, said) ||
      (byRules.find(({ image_id }) => image_id === scene.image_id)?.motion_prompt ?? ''),
    on_screen_text: tracedOnly(scene.on_screen_text, said),
  }));
  return planFromDraft({ ...draft, scenes }, request);
}

function saidIn({ product, claims, facts, call_to_action }: PlanRequest['brief']): string {
  return [product.name, ...claims, JSON.stringify(facts ?? {}), call_to_action].join(' | ');
}
