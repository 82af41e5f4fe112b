import type { Brief, BriefEdit } from '@spotsmith/contract/brief';

/** The brief as it will be after the edit, to show before the server has answered. */
export function editBrief(brief: Brief, edit: BriefEdit): Brief {
  return {
    ...brief,
    audience: edit.audience ?? brief.audience,
    tone: edit.tone ?? brief.tone,
    palette: edit.palette ?? brief.palette,
    call_to_action: edit.call_to_action ?? brief.call_to_action,
    image_prompts: edit.image_prompts ?? brief.image_prompts,
    ...(edit.facts && { facts: edit.facts }),
    product: {
      name: edit.product_name ?? brief.product.name,
      category: edit.category ?? brief.product.category,
      description: edit.description ?? brief.product.description,
    },
  };
}
