'use client';
import { type Join, joinIds, type Shot } from '@spotsmith/motion/storyboard';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { arrowStep } from './arrow-step.ts';
import { JoinGlyph } from './join-glyph.tsx';

type JoinPickerProps = {
  /** Of the shot it leads into. */
  n: number;
  /** Null: as the style does. */
  chosen: Join['type'] | null;
  /** What is seen now. */
  shown: Join['type'];
  onChoose: (type: Join['type'] | null) => void;
};

export const JOIN_PICKER_ID = 'join-picker';

/** How the selected shot becomes the next one. */
export function JoinPicker({ n, chosen, shown, onChoose }: JoinPickerProps) {
  const { t } = useTranslator();
  const types = [null, ...joinIds];
  return (
    <section id={JOIN_PICKER_ID} className="flex scroll-my-16 flex-col gap-2">
      <h3 className="flex gap-2 text-sm font-medium">
        {t('designed.join')} <span className="text-quiet">{t('designed.joinInto', { n })}</span>
      </h3>
      <div
        role="radiogroup"
        aria-label={t('designed.joinInto', { n })}
        className="grid grid-cols-5 gap-1"
        onKeyDown={(event) => arrowStep(event, types.indexOf(chosen))}
      >
        {types.map((type) => (
          <Tile
            key={type ?? 'style'}
            isChosen={type === chosen}
            label={t(type === null ? 'join.style' : `join.${type}`)}
            onChoose={() => onChoose(type)}
          >
            <JoinGlyph type={type ?? shown} />
          </Tile>
        ))}
      </div>
    </section>
  );
}

type TileProps = { isChosen: boolean; label: string; onChoose: () => void; children: ReactNode };

function Tile({ isChosen, label, onChoose, children }: TileProps) {
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onClick={onChoose}
      className={clsx(
        'flex min-h-13 flex-col items-center justify-center gap-1.5 rounded-control px-0.5 text-center text-xs leading-3.5',
        isChosen
          ? 'bg-raised text-text ring-[1.5px] ring-text'
          : 'text-quiet hover:bg-raised hover:text-text',
      )}
    >
      {children}
      {label}
    </button>
  );
}

/** A shot with another way into it; null gives it back to the style. */
export function withJoin(shot: Shot, type: Join['type'] | null): Shot {
  const { join: _, ...rest } = shot;
  return type === null ? rest : { ...rest, join: { type } };
}
