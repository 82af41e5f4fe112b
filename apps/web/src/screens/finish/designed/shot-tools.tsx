'use client';
import { ArrowLeft, ArrowRight, Copy, Plus, Scissors, Trash2 } from 'lucide-react';
import type { PageCommand } from '#src/components/shell/page-commands.ts';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import type { Translator } from '#src/i18n/translator.ts';
import type { ShotActions } from './use-shot-actions.ts';

type ShotTool = PageCommand & { isPossible: boolean };

/** Opens what could stand behind the shot; null where the ad has no room for more. */
type Add = (() => void) | null;

function toolsFor(actions: ShotActions, add: Add, n: number, t: Translator['t']): ShotTool[] {
  const { can } = actions;
  return [
    {
      id: 'add',
      label: t('designed.addAfter', { n }),
      icon: Plus,
      shortcut: 'A',
      isPossible: add !== null,
      run: () => add?.(),
    },
    {
      id: 'split',
      label: t('designed.split', { n }),
      icon: Scissors,
      shortcut: 'S',
      isPossible: can.split,
      run: actions.split,
    },
    {
      id: 'duplicate',
      label: t('designed.duplicate', { n }),
      icon: Copy,
      shortcut: 'D',
      isPossible: can.duplicate,
      run: actions.duplicate,
    },
    {
      id: 'earlier',
      label: t('designed.earlier', { n }),
      icon: ArrowLeft,
      shortcut: 'Alt ←',
      isPossible: can.moveBy(-1),
      run: () => actions.move(-1),
    },
    {
      id: 'later',
      label: t('designed.later', { n }),
      icon: ArrowRight,
      shortcut: 'Alt →',
      isPossible: can.moveBy(1),
      run: () => actions.move(1),
    },
    {
      id: 'remove',
      label: t('designed.remove', { n }),
      icon: Trash2,
      shortcut: 'Del',
      isPossible: can.remove,
      run: actions.remove,
    },
  ];
}

/** What can be done to shot `n` now, for the command palette. */
export const shotCommands = (actions: ShotActions, add: Add, n: number, t: Translator['t']): PageCommand[] =>
  toolsFor(actions, add, n, t).filter(({ isPossible }) => isPossible);

/** What a finger does to the selected shot, and a mouse that does not drag. */
export function ShotTools({ n, actions, onAdd }: { n: number; actions: ShotActions; onAdd: Add }) {
  const { t } = useTranslator();
  return (
    <div role="toolbar" aria-label={t('designed.shotTools', { n })} className="flex items-center">
      {toolsFor(actions, onAdd, n, t).map(({ id, label, icon: Icon, shortcut = '', isPossible, run }) => (
        <IconButton key={id} label={label} shortcut={shortcut} disabled={!isPossible} onClick={run}>
          <Icon />
        </IconButton>
      ))}
    </div>
  );
}
