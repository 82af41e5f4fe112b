'use client';
import { ChevronDown } from 'lucide-react';
import { Field } from '#src/components/ui/field.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { FACT_LENGTHS, type FactLine, type FactLines } from './facts.ts';

const LINES = Object.keys(FACT_LENGTHS) as FactLine[];
const LONG_LINES: ReadonlySet<FactLine> = new Set([
  'shipping',
  'benefit1',
  'benefit2',
  'benefit3',
  'quote',
  'url',
]);
const BENEFIT = /^benefit(\d)$/;

type FactsFormProps = { lines: FactLines; onChange: (lines: FactLines) => void };

/** Facts that the sentence need not carry. Folded away: the sentence is enough. */
export function FactsForm({ lines, onChange }: FactsFormProps) {
  const { t } = useTranslator();
  const labelOf = (line: FactLine) => {
    const benefit = BENEFIT.exec(line)?.[1];
    return benefit === undefined
      ? t(`copy.${line as Exclude<FactLine, `benefit${number}`>}`)
      : t('copy.benefit', { n: Number(benefit) });
  };
  return (
    <details className="group rounded-media border border-line open:bg-surface" open={isTyped(lines)}>
      <summary className="flex h-12 cursor-pointer list-none items-center gap-2 px-4 text-sm font-medium [&::-webkit-details-marker]:hidden">
        <ChevronDown
          aria-hidden
          className="size-4 -rotate-90 stroke-[1.5] group-open:rotate-0 rtl:rotate-90"
        />
        {t('newAd.facts')}
      </summary>
      <div className="grid grid-cols-2 gap-4 p-4 pt-1">
        <p className="col-span-2 text-sm text-quiet">{t('newAd.factsHint')}</p>
        {LINES.map((line) => (
          <div key={line} className={LONG_LINES.has(line) ? 'col-span-2' : undefined}>
            <Field label={labelOf(line)}>
              <Input
                dir="auto"
                maxLength={FACT_LENGTHS[line]}
                value={lines[line] ?? ''}
                onChange={(event) => onChange({ ...lines, [line]: event.target.value })}
              />
            </Field>
          </div>
        ))}
      </div>
    </details>
  );
}

/** Whether it opens by itself: what was typed before must not be hidden. */
function isTyped(lines: FactLines): boolean | undefined {
  return Object.values(lines).some((text) => text !== '') || undefined;
}
