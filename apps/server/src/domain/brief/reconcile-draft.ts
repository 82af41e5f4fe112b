import { understand } from '#src/domain/understanding/understand.ts';
import type { BriefDraft, BriefRequest } from './brief-draft.ts';
import { tracedOnly } from './traced.ts';
import { draftByRules } from './write-brief-by-rules.ts';

const URLS = /(?:https?:\/\/|www\.)\S+/giu;

/**
 * A language model's draft, traced to the prompt: facts, language and call to action are read out of the prompt by
 * the rules, whatever the model says of them; a name that stands neither in what the prompt says of the product nor on the
 * product itself is invented; no line that reaches the screen or a picture may hold a figure, an offer or a claim that the
 * user did not make. What the model left empty is filled by the rules.
 */
export function reconcileDraft(draft: BriefDraft, request: BriefRequest): BriefDraft {
  const understood = understand(request.prompt);
  const byRules = draftByRules(request);
  const said = [...understood.benefits, understood.what ?? '', understood.quote ?? '']
    .join(' | ')
    .toLowerCase();
  const own = (line: string) => tracedOnly(cleaned(line), request.prompt);
  const name = own(draft.productName);
  const isNamed = name !== '' && said.includes(name.toLowerCase());
  const isOnLabel = name !== '' && request.photoCount > 0 && (draft.label ?? '').includes(name);
  const isFound = understood.name === null && (isNamed || isOnLabel);
  const callToAction = understood.cta === null ? own(draft.callToAction) : '';
  return {
    productName: isFound ? name : byRules.productName,
    category: own(draft.category) || byRules.category,
    description: own(draft.description) || byRules.description,
    audience: own(draft.audience) || byRules.audience,
    tone: draft.tone,
    palette: draft.palette.length > 0 ? draft.palette : byRules.palette,
    callToAction: callToAction || byRules.callToAction,
    language: byRules.language,
    claims: draft.claims.filter((claim) =>
      byRules.claims.some((told) => told.includes(claim) || claim.includes(told)),
    ),
    facts: byRules.facts,
    assumptions: [
      ...(isFound && !isNamed ? [`The name “${name}” was read on the product in the photo.`] : []),
      ...draft.assumptions.map(own).filter(Boolean),
    ],
    settings: draft.settings.map(own),
    lines: draft.lines,
  };
}

function cleaned(text: string): string {
  return text.replace(URLS, ' ').trim();
}
