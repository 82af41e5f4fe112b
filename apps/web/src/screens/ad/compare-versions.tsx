'use client';
import { useState } from 'react';
import { Choice } from '#src/components/ui/choice.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { WordSelect } from '#src/components/ui/word-select.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { FilmTable } from '#src/screens/watch/film-table.tsx';
import { usePlayback } from '#src/screens/watch/use-playback.ts';
import { commonFormats, filmOf, type Version } from './versions.ts';

type CompareVersionsProps = { versions: readonly Version[]; title: string; onClose: () => void };

/** Two versions of an ad side by side, playing in step from one bar, and what can be told of each. */
export function CompareVersions({ versions, title, onClose }: CompareVersionsProps) {
  const { t, instant, seconds, maybe } = useTranslator();
  const [left, setLeft] = useState(versions[1]?.n ?? 0);
  const [right, setRight] = useState(versions[0]?.n ?? 0);
  const [heard, setHeard] = useState<'left' | 'right'>('right');
  const [format, setFormat] = useState<string>();
  const pair = [left, right].flatMap((n) => versions.find((version) => version.n === n) ?? []);
  const [one, other] = pair;
  const formats = one === undefined || other === undefined ? [] : commonFormats(one, other);
  const shown = formats.find((each) => each === format) ?? formats[0];
  const films = pair.flatMap((version, index) => {
    const film = filmOf(version, shown);
    return film === undefined
      ? []
      : [{ ...film, n: version.n, side: index === 0 ? ('left' as const) : ('right' as const) }];
  });
  const playback = usePlayback(films.map((film) => film.seconds ?? 0));
  const words = versions.map(({ n }) => `${n}`);
  const inWords = (n: string) => t('review.version', { n });
  const rows = [
    { id: 'made', label: t('versions.made'), of: (film: (typeof films)[number]) => instant(film.created_at) },
    {
      id: 'length',
      label: t('versions.length'),
      of: (film: (typeof films)[number]) => seconds(film.seconds ?? 0),
    },
    {
      id: 'verdict',
      label: t('versions.verdict'),
      of: ({ verdict }: (typeof films)[number]) =>
        verdict === null ? '–' : (maybe(`verdict.${verdict.verdict}`) ?? '–'),
    },
  ];
  return (
    <Dialog isOpen onClose={onClose} title={t('versions.compare')} shape="stage">
      <div className="flex min-h-0 flex-1 flex-col gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <WordSelect
            aria-label={t('versions.left')}
            words={words}
            value={`${left}`}
            inWords={inWords}
            onChoose={(n) => setLeft(Number(n))}
            className="w-auto!"
          />
          <span className="text-sm text-quiet">{t('versions.with')}</span>
          <WordSelect
            aria-label={t('versions.right')}
            words={words}
            value={`${right}`}
            inWords={inWords}
            onChoose={(n) => setRight(Number(n))}
            className="w-auto!"
          />
          {formats.length > 1 && (
            <Choice
              isLabelHidden
              label={t('options.format')}
              value={shown ?? ''}
              options={formats.map((value) => ({ value, label: value }))}
              onChange={setFormat}
            />
          )}
          <div className="sm:ms-auto">
            <Choice
              isLabelHidden
              label={t('versions.sound')}
              value={heard}
              options={films.map(({ n, side }) => ({
                value: side,
                label: t('versions.soundOf', { n }),
              }))}
              onChange={setHeard}
            />
          </div>
        </div>
        <FilmTable
          className="-mx-5 min-h-64 flex-1"
          films={films.map((film) => ({
            id: `${film.side} ${film.id}`,
            url: film.url,
            poster: film.poster_url,
            width: film.width ?? 16,
            height: film.height ?? 9,
            label: `${title}, ${t('review.version', { n: film.n })}`,
            caption: <span className="font-semibold">{t('review.version', { n: film.n })}</span>,
          }))}
          playback={playback}
          heard={heard === 'left' ? 0 : 1}
        />
        <table className="figures w-full text-sm">
          <thead className="sr-only">
            <tr>
              <td />
              {films.map(({ side, n }) => (
                <th key={side} scope="col">
                  {t('review.version', { n })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, of }) => (
              <tr key={id} className="border-b last:border-0">
                <th scope="row" className="w-24 py-1.5 text-start font-normal text-quiet">
                  {label}
                </th>
                {films.map((film) => (
                  <td key={film.side} className="py-1.5">
                    {of(film)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
