import type { BriefDraft, BriefRequest } from './brief-draft.ts';
import { readCallToAction } from './calls-to-action.ts';
import { detectLanguage } from './language.ts';
import { draftByRules } from './write-brief-by-rules.ts';

const URLS = /(?:https?:\/\/|www\.)\S+/giu;

/**
 * A language model's draft, held against the prompt: where the prompt is plain about the name, the call to action or
 * the language, the prompt is right; a name that does not stand in it is invented; addresses are cut out. What the
 * model left empty is filled by the rules.
 */
export function reconcileDraft(draft: BriefDraft, request: BriefRequest): BriefDraft {
  const byRules = draftByRules(request);
  const prompt = request.prompt.toLowerCase();
  const isNamed = draft.productName.trim() !== '' && prompt.includes(draft.productName.trim().toLowerCase());
  const language = detectLanguage(request.prompt);
  return {
    productName: isNamed ? draft.productName : byRules.productName,
    category: cleaned(draft.category) || byRules.category,
    description: cleaned(draft.description) || byRules.description,
    audience: cleaned(draft.audience) || byRules.audience,
    tone: draft.tone,
    palette: draft.palette.length > 0 ? draft.palette : byRules.palette,
    callToAction: readCallToAction(request.prompt) ?? (cleaned(draft.callToAction) || byRules.callToAction),
    language: language.isSure ? language.tag : draft.language,
    claims: draft.claims,
    assumptions: draft.assumptions.map(cleaned),
    settings: draft.settings.map(cleaned),
  };
}

function cleaned(text: string): string {
  return text.replace(URLS, ' ').trim();
}
