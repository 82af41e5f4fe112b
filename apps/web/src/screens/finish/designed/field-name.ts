import type { Translator } from '#src/i18n/translator.ts';
import { LINES, type ShotField } from './shot-fields.ts';

/** What a field is called where it is written. */
export function fieldName(t: Translator['t'], field: ShotField): string {
  const line = LINES.find((each) => each === field);
  return line === undefined ? t('copy.benefit', { n: Number(field.at(-1)) + 1 }) : t(`copy.${line}`);
}
