'use client';
import { type LayoutId, layoutIds, type Shot, type Storyboard } from '@spotsmith/motion/storyboard';
import { clsx } from 'clsx';
import { ArrowDown, ArrowUp, Copy, Minus, Plus, Trash2 } from 'lucide-react';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { WordSelect } from '#src/components/ui/word-select.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import type { StoryboardChange } from './use-storyboard.ts';

const MIN_BEATS = 1;
const MAX_BEATS = 32;
const MAX_SHOTS = 24;

/** Layouts that show a whole picture: of no use to a shot that shows the cut-out. */
const WHOLE_PICTURE: readonly LayoutId[] = ['hero-clip', 'frame', 'full', 'window', 'block', 'classic'];
const PRODUCT_LAYOUTS = layoutIds.filter((layout) => !WHOLE_PICTURE.includes(layout));

type ShotsListProps = {
  storyboard: Storyboard;
  /** The shot that plays. */
  current: number;
  onChange: StoryboardChange;
  onShow: (index: number) => void;
};

/** The shots in playing order: what each shows, how long, and where. */
export function ShotsList({ storyboard, current, onChange, onShow }: ShotsListProps) {
  const { t, seconds } = useTranslator();
  const { shots, tempoBpm } = storyboard;
  const edit = (about: string, change: (list: Shot[]) => Shot[]) =>
    onChange(about, (shown) => ({ ...shown, shots: change([...shown.shots]) }));
  const patch = (index: number, part: Partial<Shot>) =>
    edit(`shot-${index}`, (list) =>
      list.map((shot, place) => (place === index ? { ...shot, ...part } : shot)),
    );
  const move = (from: number, by: 1 | -1) =>
    edit('order', (list) => {
      const [shot] = list.splice(from, 1);
      if (shot !== undefined) list.splice(from + by, 0, shot);
      return list;
    });
  const duplicate = (index: number) =>
    edit('duplicate', (list) => {
      const shot = list[index];
      if (shot !== undefined) list.splice(index + 1, 0, { ...shot, id: crypto.randomUUID() });
      return list;
    });
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-base font-semibold">{t('designed.shots')}</h3>
      <ol className="flex flex-col gap-2">
        {shots.map((shot, index) => (
          <li
            key={shot.id}
            className={clsx(
              'flex flex-wrap items-center gap-2 rounded-control border p-2',
              index === current ? 'border-text' : 'border-line',
            )}
          >
            <button
              type="button"
              className="figures w-14 shrink-0 text-start text-sm text-quiet hover:text-text"
              onClick={() => onShow(index)}
              aria-label={t('designed.showShot', { n: index + 1 })}
            >
              {index + 1} · {seconds((shot.beats * 60) / tempoBpm)}
            </button>
            <div className="min-w-36 flex-1">
              <WordSelect
                words={shot.picture.kind === 'product' ? PRODUCT_LAYOUTS : WHOLE_PICTURE}
                value={shot.layout}
                inWords={(layout) => t(`layout.${layout}`)}
                onChoose={(layout) => patch(index, { layout })}
                aria-label={t('designed.layoutOf', { n: index + 1 })}
              />
            </div>
            <div className="flex items-center">
              <IconButton
                label={t('designed.shorter', { n: index + 1 })}
                disabled={shot.beats <= MIN_BEATS}
                onClick={() => patch(index, { beats: shot.beats - 1 })}
              >
                <Minus />
              </IconButton>
              <IconButton
                label={t('designed.longer', { n: index + 1 })}
                disabled={shot.beats >= MAX_BEATS}
                onClick={() => patch(index, { beats: shot.beats + 1 })}
              >
                <Plus />
              </IconButton>
              <IconButton
                label={t('designed.earlier', { n: index + 1 })}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={t('designed.later', { n: index + 1 })}
                disabled={index === shots.length - 1}
                onClick={() => move(index, 1)}
              >
                <ArrowDown />
              </IconButton>
              <IconButton
                label={t('designed.duplicate', { n: index + 1 })}
                disabled={shots.length >= MAX_SHOTS}
                onClick={() => duplicate(index)}
              >
                <Copy />
              </IconButton>
              <IconButton
                label={t('designed.remove', { n: index + 1 })}
                disabled={shots.length === 1}
                onClick={() => edit('remove', (list) => list.filter((_, place) => place !== index))}
              >
                <Trash2 />
              </IconButton>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
