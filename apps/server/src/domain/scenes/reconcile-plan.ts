import { isCheckable } from '#src/domain/brief/checkable.ts';
import { plainWords } from '#src/domain/brief/plain-words.ts';
import { planFromDraft, type PlanDraft, type PlanRequest, type ScenePlan } from './plan-draft.ts';
import { planScenesByRules } from './plan-scenes-by-rules.ts';

/**
 * A language model's plan, held against the brief: pictures it forgot are planned by the rules, before the end, and
 * words on screen may claim only what the brief claims. Throws RangeError when it uses none of the pictures.
 */
export function reconcilePlan(draft: PlanDraft, request: PlanRequest): ScenePlan {
  const used = new Set(draft.scenes.map(({ image_id }) => image_id));
  if (!request.images.some(({ id }) => used.has(id))) {
    throw new RangeError('The plan uses none of the pictures.');
  }
  const forgotten = planScenesByRules(request).scenes.filter(({ image_id }) => !used.has(image_id));
  const said = plainWords([request.brief.product.name, ...request.brief.claims].join(' | ')).toLowerCase();
  const scenes = [...draft.scenes.slice(0, -1), ...forgotten, ...draft.scenes.slice(-1)].map((scene) => ({
    ...scene,
    on_screen_text: isBacked(scene.on_screen_text, said) ? scene.on_screen_text : '',
  }));
  return planFromDraft({ ...draft, scenes }, request);
}

function isBacked(text: string, said: string): boolean {
  return !isCheckable(text) || said.includes(plainWords(text).toLowerCase());
}
