'use client';
import { type Film, framesPerSecond, joinAt } from '@spotsmith/motion/film';
import type { TextLayer } from '@spotsmith/motion/layer';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { clsx } from 'clsx';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { boxOnFilm } from '#src/film/box-on-film.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { fieldName } from './field-name.ts';
import { placeWords, wordsBoxOf } from './place-words.ts';
import { placedFields, setShotWords, type ShotField, shotWords } from './shot-fields.ts';
import type { StoryboardChange } from './use-storyboard.ts';
import { WordsFrame } from './words-frame.tsx';

/** Words have come so long after they began to. */
const ARRIVED_SECONDS = 0.6;

type WordsOnPictureProps = {
  film: Film;
  storyboard: Storyboard;
  /** The selected shot. */
  index: number;
  frame: number;
  /** What is being written, and where it stood when that began. */
  editing: { field: ShotField; layer: TextLayer } | null;
  onEdit: (editing: { field: ShotField; layer: TextLayer } | null) => void;
  onChange: StoryboardChange;
};

/**
 * The words of the shot that stands still, where they stand: a double click, or Enter on one, writes it in place;
 * dragged, they go elsewhere. Lies over the film at any size.
 */
export function WordsOnPicture(props: WordsOnPictureProps) {
  const { film, storyboard, index, frame, editing, onEdit, onChange } = props;
  const { t } = useTranslator();
  const shot = film.shots[index];
  const edited = storyboard.shots[index];
  if (shot === undefined || edited === undefined) return null;
  const placed = placedFields(storyboard, index, shot);
  if (editing !== null) {
    // While nothing is written there, it stays where it was.
    const { layer } = placed.find(({ field }) => field === editing.field) ?? editing;
    return (
      <WordsEditor
        film={film}
        layer={layer}
        label={fieldName(t, editing.field)}
        words={shotWords(storyboard, index, editing.field)}
        onWrite={(words) =>
          onChange(`${editing.field}-${edited.id}`, (now) => setShotWords(now, index, editing.field, words))
        }
        onEnd={() => onEdit(null)}
      />
    );
  }
  const seconds = (frame - shot.startFrame) / framesPerSecond;
  const isAtRest = seconds >= ARRIVED_SECONDS && seconds < shot.frames / framesPerSecond;
  if (!isAtRest || joinAt(film, frame) !== undefined) return null;
  const words = placed.map(({ field, layer }) => (
    <button
      key={field}
      type="button"
      aria-label={t('designed.editOnPicture', { line: fieldName(t, field) })}
      title={t('designed.editHint')}
      className="absolute cursor-move rounded-[2px] hover:outline-2 hover:outline-offset-2 hover:outline-white/80 focus-visible:outline-2 focus-visible:outline-offset-2"
      style={boxOnFilm(film, layer.box)}
      onClick={(event) => {
        event.stopPropagation();
        // Keys press once; a mouse selects first.
        if (event.detail === 0) onEdit({ field, layer });
      }}
      onDoubleClick={() => onEdit({ field, layer })}
      onKeyDown={(event) => [' ', 'Enter'].includes(event.key) && event.stopPropagation()}
    />
  ));
  const box = wordsBoxOf(shot);
  if (box === null) return words;
  return (
    <WordsFrame
      key={shot.id}
      film={film}
      box={box}
      place={edited.words ?? {}}
      onPlace={(place) => onChange(`place-${edited.id}`, (now) => placeWords(now, index, place))}
    >
      {words}
    </WordsFrame>
  );
}

type WordsEditorProps = {
  film: Film;
  layer: TextLayer;
  label: string;
  words: string;
  onWrite: (words: string) => void;
  onEnd: () => void;
};

/** A line as it is written: in its own face, size and colour, where it stands. */
function WordsEditor({ film, layer, label, words, onWrite, onEnd }: WordsEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const { block, fill, rowFills } = layer;
  const shown = brokenAs(
    words,
    block.rows.map(({ text }) => text),
  );
  // Rows break elsewhere a moment after a letter was typed; the caret stays at its letter.
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current !== null) field.current?.setSelectionRange(caret.current, caret.current);
  }, [shown]);
  const [row] = block.rows;
  const run = row?.runs[0];
  if (row === undefined || run === undefined) return null;
  const color = rowFills?.[0] ?? fill;
  const sizePx = Math.min(...block.rows.map((each) => each.sizePx));
  const place = boxOnFilm(film, layer.box);
  const pitchPx = block.height / block.rows.length;
  // Rows that begin together begin there; others are set about the middle.
  const starts = block.rows.map(({ x }) => x);
  const isMiddled = block.rows.length > 1 && Math.max(...starts) - Math.min(...starts) > sizePx * 0.1;
  const onKeyDown = (event: KeyboardEvent) => {
    // The player's keys are letters here.
    event.stopPropagation();
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.preventDefault();
    onEnd();
  };
  return (
    <textarea
      ref={field}
      aria-label={label}
      dir={block.direction}
      maxLength={200}
      value={shown}
      onChange={({ target }) => {
        caret.current = target.selectionEnd;
        onWrite(target.value.replaceAll('\n', ' '));
      }}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
      onBlur={onEnd}
      className={clsx(
        'absolute [field-sizing:content] resize-none overflow-hidden whitespace-pre bg-transparent outline-2 outline-offset-4 outline-white selection:bg-[color-mix(in_oklch,var(--focus)_45%,transparent)] selection:text-current',
        isMiddled && 'text-center',
      )}
      style={{
        left: place.left,
        top: place.top,
        minWidth: place.width,
        minHeight: place.height,
        color: typeof color === 'string' ? color : '#ffffff',
        caretColor: 'currentcolor',
        fontFamily: run.cssFamilies,
        fontWeight: run.weight,
        fontStretch: run.stretch,
        fontSize: `${(sizePx / film.width) * 100}cqw`,
        lineHeight: `${(Math.max(pitchPx, sizePx) / film.width) * 100}cqw`,
        letterSpacing: `${run.trackingEm}em`,
        textTransform: row.face.isCaps === true ? 'uppercase' : 'none',
      }}
    />
  );
}

/** Words with their breaks where they are set in rows; as they are while they are not set yet. */
function brokenAs(words: string, rows: readonly string[]): string {
  const counts = rows.map((row) => row.trim().split(/\s+/).length);
  const pieces = words.split(' ');
  if (pieces.length !== counts.reduce((sum, count) => sum + count, 0)) return words;
  let taken = 0;
  return counts
    .map((count) => {
      taken += count;
      return pieces.slice(taken - count, taken).join(' ');
    })
    .join('\n');
}
