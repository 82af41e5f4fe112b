import { understand } from '#src/domain/understanding/understand.ts';
import type { BriefDraft, BriefRequest } from './brief-draft.ts';
import { isCheckable } from './checkable.ts';
import { draftByRules } from './write-brief-by-rules.ts';

const URLS = /(?:https?:\/\/|www\.)\S+/giu;

/**
 * A language model's draft, traced to the prompt: facts, language and call to action are read out of the prompt by
 * the rules, whatever the model says of them; a name that does not stand in what the prompt says of the product is
 * invented; lines of its own may hold no figure and no claim. What the model left empty is filled by the rules.
 */
export function reconcileDraft(draft: BriefDraft, request: BriefRequest): BriefDraft {
  const understood = understand(request.prompt);
  const byRules = draftByRules(request);
  const said = [...understood.benefits, understood.what ?? '', understood.quote ?? '']
    .join(' | ')
    .toLowerCase();
  const name = draft.productName.trim();
  const isNamed = name !== '' && said.includes(name.toLowerCase());
  const ownAction = cleaned(draft.callToAction);
  return {
    productName: understood.name === null && isNamed ? name : byRules.productName,
    category: cleaned(draft.category) || byRules.category,
    description: cleaned(draft.description) || byRules.description,
    audience: unclaiming(draft.audience) || byRules.audience,
    tone: draft.tone,
    palette: draft.palette.length > 0 ? draft.palette : byRules.palette,
    callToAction: understood.cta === null && unclaiming(ownAction) !== '' ? ownAction : byRules.callToAction,
    language: byRules.language,
    claims: draft.claims.filter((claim) =>
      byRules.claims.some((own) => own.includes(claim) || claim.includes(own)),
    ),
    facts: byRules.facts,
    assumptions: draft.assumptions.map(cleaned),
    settings: draft.settings.map(cleaned),
  };
}

/** A line that asserts nothing of its own; else nothing. */
function unclaiming(line: string): string {
  return isCheckable(line) ? '' : cleaned(line);
}

function cleaned(text: string): string {
  return text.replace(URLS, ' ').trim();
}
