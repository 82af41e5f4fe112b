import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { planScenesByRules } from '#src/domain/scenes/plan-scenes-by-rules.ts';
import type { Made, TextModel } from '#src/ports/makers.ts';

const MADE: Made = { provider: 'studio', model: 'rules', actualMicros: 0, warnings: [] };

/** Writes brief and plan by rules: no key, no network, no cost, at once, and always the same for the same request. */
export const rulesTextModel: TextModel = {
  quote: { provider: 'studio', model: 'rules', maxMicros: 0, units: 1, unitName: 'text' },
  seesPhoto: false,
  writeBrief: async (request) => ({ ...MADE, brief: writeBriefByRules(request) }),
  planScenes: async (request) => ({ ...MADE, plan: planScenesByRules(request) }),
};
