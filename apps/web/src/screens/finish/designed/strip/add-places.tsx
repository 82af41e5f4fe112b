'use client';
import { Plus } from 'lucide-react';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/** On the cuts, at their heads: a shot can be added there. A and the toolbar do the same, so these are no stops of Tab. */
export function AddBetween({ cuts, onAdd }: { cuts: readonly number[]; onAdd: (place: number) => void }) {
  const { t } = useTranslator();
  return cuts.map((share, index) => (
    <button
      key={share}
      type="button"
      tabIndex={-1}
      aria-label={t('designed.addAfter', { n: index + 1 })}
      title={t('designed.addAfter', { n: index + 1 })}
      onClick={() => onAdd(index + 1)}
      className="absolute top-0.5 z-40 flex size-7 -translate-1/2 items-center justify-center opacity-0 transition-opacity group-hover/strip:opacity-100 hover:[&>span]:scale-115 pointer-coarse:hidden"
      style={{ left: `${share * 100}%` }}
    >
      <span className="flex size-4.5 items-center justify-center rounded-full bg-text text-ground transition-transform [&_svg]:size-3 [&_svg]:stroke-[2.5]">
        <Plus />
      </span>
    </button>
  ));
}

/** Behind the last shot. */
export function AddAtEnd({ isPossible, onAdd }: { isPossible: boolean; onAdd: () => void }) {
  const { t } = useTranslator();
  return (
    <div className="flex pt-6 lg:ps-2">
      <IconButton
        label={t('designed.add')}
        disabled={!isPossible}
        onClick={onAdd}
        className="h-18! w-full! rounded-sm border border-dashed border-edge"
      >
        <Plus />
      </IconButton>
    </div>
  );
}
