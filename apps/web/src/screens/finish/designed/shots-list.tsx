'use client';
import { layouts } from '@spotsmith/motion/layouts/layouts';
import { LayoutId, type Shot, type Storyboard } from '@spotsmith/motion/storyboard';
import { clsx } from 'clsx';
import { ArrowDown, ArrowUp, Copy, Minus, Plus, Trash2 } from 'lucide-react';
import { Input } from '#src/components/ui/input.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { WordSelect } from '#src/components/ui/word-select.tsx';
import { FilmStill } from '#src/film/film-still.tsx';
import type { OpenFilm } from '#src/film/open-film.ts';
import { settledFrame } from '#src/film/settled-frame.ts';
import { useSettled } from '#src/film/use-settled.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import type { StoryboardAnswer } from '#src/data/queries.ts';
import type { StoryboardChange } from './use-storyboard.ts';

const MIN_BEATS = 1;
const MAX_BEATS = 32;
const MAX_SHOTS = 24;

const layoutsOf = (shown: 'product' | 'picture') =>
  LayoutId.options.filter((layout) => layouts[layout].shows === shown);
const LAYOUTS = { product: layoutsOf('product'), picture: layoutsOf('picture'), any: LayoutId.options };

type ShotsListProps = {
  storyboard: Storyboard;
  opened: OpenFilm | null;
  hasCutout: boolean;
  pictures: StoryboardAnswer['pictures'];
  /** The shot that plays. */
  current: number;
  onChange: StoryboardChange;
  onShow: (index: number) => void;
};

/** The shots in playing order: what each shows, how long, and where. */
export function ShotsList({
  storyboard,
  opened,
  hasCutout,
  pictures,
  current,
  onChange,
  onShow,
}: ShotsListProps) {
  const { t, seconds } = useTranslator();
  const { shots, tempoBpm } = storyboard;
  const drawn = useSettled(opened);
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
              className="flex shrink-0 flex-col items-center gap-1 text-xs text-quiet hover:text-text"
              onClick={() => onShow(index)}
            >
              <span className="block size-20 overflow-hidden rounded-sm bg-raised">
                <FilmStill
                  opened={drawn}
                  frame={settledFrame(drawn?.film.shots[index])}
                  label={t('designed.showShot', { n: index + 1 })}
                />
              </span>
              <span className="figures">
                {index + 1} · {seconds((shot.beats * 60) / tempoBpm)}
              </span>
            </button>
            <div className="flex min-w-36 flex-1 flex-col gap-2">
              <WordSelect
                words={LAYOUTS[!hasCutout ? 'any' : shot.picture.kind === 'product' ? 'product' : 'picture']}
                value={shot.layout}
                inWords={(layout) => t(`layout.${layout}`)}
                onChoose={(layout) => patch(index, { layout })}
                aria-label={t('designed.layoutOf', { n: index + 1 })}
              />
              <PictureSelect
                label={t('designed.pictureOf', { n: index + 1 })}
                shot={shot}
                hasCutout={hasCutout}
                pictures={pictures}
                onChoose={(part) => patch(index, part)}
              />
              {typeof shot.copy.hook === 'string' && (
                <Input
                  dir="auto"
                  maxLength={200}
                  aria-label={t('designed.lineOf', { n: index + 1 })}
                  value={shot.copy.hook}
                  onChange={(event) => patch(index, { copy: { ...shot.copy, hook: event.target.value } })}
                />
              )}
              <div className="flex flex-wrap items-center">
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
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

type PictureSelectProps = Pick<ShotsListProps, 'hasCutout' | 'pictures'> & {
  label: string;
  shot: Shot;
  onChoose: (part: Pick<Shot, 'picture' | 'layout'>) => void;
};

/** What a shot shows: the cut-out, a photo, an image or a clip; a layout that cannot show it gives way. */
function PictureSelect({ label, shot, hasCutout, pictures, onChoose }: PictureSelectProps) {
  const { t } = useTranslator();
  const shown = shot.picture.kind === 'product' ? 'product' : shot.picture.assetId;
  const nameOf = (id: string) => {
    const found = pictures.find(({ asset_id }) => asset_id === id);
    if (found === undefined) return t('picture.product');
    const n = pictures.filter(({ kind }) => kind === found.kind).indexOf(found) + 1;
    return t(`picture.${found.kind}`, { n });
  };
  const choose = (id: string) => {
    const found = pictures.find(({ asset_id }) => asset_id === id);
    const isProduct = layouts[shot.layout].shows === 'product';
    if (found === undefined)
      return onChoose({ picture: { kind: 'product' }, layout: isProduct ? shot.layout : 'macro' });
    const { kind, asset_id: assetId } = found;
    onChoose({
      picture: kind === 'clip' ? { kind, assetId, inSeconds: 0 } : { kind, assetId },
      layout: isProduct && hasCutout ? (kind === 'clip' ? 'hero-clip' : 'full') : shot.layout,
    });
  };
  return (
    <WordSelect
      aria-label={label}
      words={[...(hasCutout ? ['product'] : []), ...pictures.map(({ asset_id }) => asset_id)]}
      value={shown}
      inWords={nameOf}
      onChoose={choose}
    />
  );
}
