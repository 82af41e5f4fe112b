'use client';
import { Check } from 'lucide-react';
import { Notice } from '#src/components/ui/notice.tsx';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/** Says that a change was kept, or why not. */
export function KeptStatus({ isKept, error }: { isKept: boolean; error: Error | null }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  return (
    <div role="status">
      {error !== null && <Notice tone="danger">{inWords(error)}</Notice>}
      {isKept && (
        <p className="flex animate-arrive items-center gap-1.5 text-xs text-positive">
          <Check aria-hidden className="size-3.5 stroke-[1.5]" />
          {t('settings.saved')}
        </p>
      )}
    </div>
  );
}
