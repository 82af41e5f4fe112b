'use client';
import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import type { Selection } from './use-selection.ts';

type ChooseBoxProps = { id: string; title: string; selection: Selection; className?: string };

/** Chooses one ad for what is done to several. Over a picture it shows when that is pointed at, or one is chosen. */
export function ChooseBox({ id, title, selection, className }: ChooseBoxProps) {
  const { t } = useTranslator();
  const isChosen = selection.has(id);
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isChosen}
      aria-label={t('dashboard.choose', { title })}
      onClick={({ shiftKey }) => selection.toggle(id, shiftKey)}
      className={clsx('flex size-10 items-center justify-center rounded-control', className)}
    >
      <span
        className={clsx(
          'flex size-6 items-center justify-center rounded-[6px] border-2 [&_svg]:size-4 [&_svg]:stroke-[2.5]',
          isChosen ? 'border-text bg-text text-ground' : 'border-edge bg-ground',
        )}
      >
        {isChosen && <Check />}
      </span>
    </button>
  );
}
