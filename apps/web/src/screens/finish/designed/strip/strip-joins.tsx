'use client';
import type { Film } from '@spotsmith/motion/film';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { JoinGlyph } from '../join-glyph.tsx';

type StripJoinsProps = {
  film: Film | null;
  selected: number;
  /** Opens the join out of this shot. */
  onOpen: (index: number) => void;
};

/**
 * What lies between shots, on their boundaries. Beside the selected shot its edges are in the way; its own join is in
 * the inspector already. Keys reach joins from the strip (J), so these are no stops of Tab.
 */
export function StripJoins({ film, selected, onOpen }: StripJoinsProps) {
  const { t } = useTranslator();
  if (film === null) return null;
  return film.joins.map(({ type, shot, cutFrame }) =>
    shot - 1 === selected || shot === selected ? null : (
      <button
        key={shot}
        type="button"
        tabIndex={-1}
        aria-label={t('strip.join', { n: shot, next: shot + 1, join: t(`join.${type}`) })}
        title={t(`join.${type}`)}
        onClick={() => onOpen(shot - 1)}
        className="group absolute top-9 z-20 flex size-8 -translate-1/2 items-center justify-center"
        style={{ left: `${(cutFrame / film.totalFrames) * 100}%` }}
      >
        <span className="flex size-6 items-center justify-center rounded-full bg-ground text-text ring-1 ring-line group-hover:bg-raised group-hover:ring-edge [&_svg]:h-2 [&_svg]:w-3">
          <JoinGlyph type={type} />
        </span>
      </button>
    ),
  );
}
