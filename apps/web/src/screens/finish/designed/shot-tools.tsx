'use client';
import { ArrowLeft, ArrowRight, Copy, Scissors, Trash2 } from 'lucide-react';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import type { ShotActions } from './use-shot-actions.ts';

/** What a finger does to the selected shot, and a mouse that does not drag. */
export function ShotTools({ n, actions }: { n: number; actions: ShotActions }) {
  const { t } = useTranslator();
  return (
    <div role="toolbar" aria-label={t('designed.shotTools', { n })} className="flex items-center">
      <IconButton
        label={t('designed.split', { n })}
        shortcut="S"
        disabled={!actions.can.split}
        onClick={actions.split}
      >
        <Scissors />
      </IconButton>
      <IconButton
        label={t('designed.duplicate', { n })}
        shortcut="D"
        disabled={!actions.can.duplicate}
        onClick={actions.duplicate}
      >
        <Copy />
      </IconButton>
      <IconButton
        label={t('designed.earlier', { n })}
        shortcut="Alt ←"
        disabled={!actions.can.moveBy(-1)}
        onClick={() => actions.move(-1)}
      >
        <ArrowLeft />
      </IconButton>
      <IconButton
        label={t('designed.later', { n })}
        shortcut="Alt →"
        disabled={!actions.can.moveBy(1)}
        onClick={() => actions.move(1)}
      >
        <ArrowRight />
      </IconButton>
      <IconButton
        label={t('designed.remove', { n })}
        shortcut="Del"
        disabled={!actions.can.remove}
        onClick={actions.remove}
      >
        <Trash2 />
      </IconButton>
    </div>
  );
}
