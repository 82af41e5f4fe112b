'use client';
import { Plus, X } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';

const MOST = 5;

type PaletteFieldProps = {
  label: string;
  /** Said while there are none. */
  emptyHint: string;
  colours: string[];
  onChange: (colours: string[]) => void;
};

/** Up to five colours that the pictures lean on. */
export function PaletteField({ label, emptyHint, colours, onChange }: PaletteFieldProps) {
  const { t } = useTranslator();
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium">{label}</span>
      <div className="flex flex-wrap items-center gap-2">
        {colours.map((colour, index) => (
          <span key={`${index}-${colour}`} className="group relative">
            <input
              type="color"
              defaultValue={colour}
              aria-label={t('brief.colour', { n: index + 1, colour })}
              onBlur={(event) => {
                const chosen = event.currentTarget.value;
                if (chosen !== colour) onChange(colours.with(index, chosen));
              }}
              className="size-10 cursor-pointer rounded-control border border-edge bg-ground p-1"
            />
            <button
              type="button"
              aria-label={t('brief.removeColour', { colour })}
              onClick={() => onChange(colours.toSpliced(index, 1))}
              className="absolute -end-1.5 -top-1.5 grid size-6 place-items-center rounded-full border border-line bg-raised text-quiet opacity-0 transition-opacity focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
            >
              <X aria-hidden className="size-3.5 stroke-[1.5]" />
            </button>
          </span>
        ))}
        {colours.length < MOST && (
          <Button
            look="quiet"
            size="icon"
            aria-label={t('brief.addColour')}
            onClick={() => onChange([...colours, '#d98a4b'])}
          >
            <Plus />
          </Button>
        )}
        {colours.length === 0 && <span className="text-xs text-quiet">{emptyHint}</span>}
      </div>
    </div>
  );
}
