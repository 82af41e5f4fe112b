import type { StudioBrief } from '../brief.ts';

export function matchIcon(_brief: StudioBrief): string {
  return 'wrapped-gift';
}
