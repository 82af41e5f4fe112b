'use client';
import type { Comment } from '@spotsmith/contract/shares';
import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { timecode } from '#src/film/timecode.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { type Flag, frameOf } from './scrub-bar.tsx';

type CommentListProps = {
  comments: readonly Comment[];
  /** Of the films that are shown: what was said of others says so. */
  version: number;
  selected: string | null;
  onSelect: (comment: Comment) => void;
  /** What can be done about one. */
  actions?: (comment: Comment) => ReactNode;
};

const letters = new Intl.Segmenter();
const initialOf = (name: string) =>
  letters.segment(name.trim()).containing(0)?.segment.toLocaleUpperCase() ?? '?';

/** What was said, in the order of time, each with the moment it is about. */
export function CommentList({ comments, version, selected, onSelect, actions }: CommentListProps) {
  const { t, instant } = useTranslator();
  return (
    <ol className="flex flex-col gap-1">
      {comments.map((comment) => (
        <li
          key={comment.id}
          className={clsx(
            '-mx-3 flex gap-3 rounded-control px-3 py-2.5',
            comment.id === selected && 'bg-raised',
          )}
        >
          <span
            aria-hidden
            className="flex size-8 shrink-0 items-center justify-center rounded-full bg-raised text-xs font-semibold ring-1 ring-line"
          >
            {comment.is_done ? <Check className="size-4 text-positive" /> : initialOf(comment.author)}
          </span>
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
              <bdi className="min-w-0 truncate font-semibold">{comment.author}</bdi>
              {comment.at_seconds !== null && comment.version === version ? (
                <button
                  type="button"
                  aria-label={t('review.goTo', { time: timecode(frameOf(comment.at_seconds)) })}
                  onClick={() => onSelect(comment)}
                  className="figures rounded-sm bg-hover px-2 py-0.5 text-xs font-medium hover:brightness-115"
                >
                  {timecode(frameOf(comment.at_seconds))}
                </button>
              ) : (
                comment.at_seconds !== null && (
                  <span className="figures text-xs text-quiet">{timecode(frameOf(comment.at_seconds))}</span>
                )
              )}
              {comment.version !== version && (
                <span className="text-xs text-quiet">{t('review.version', { n: comment.version })}</span>
              )}
              {comment.is_done && <span className="text-xs text-positive">{t('review.done')}</span>}
            </p>
            <p dir="auto" className="mt-1 text-sm leading-relaxed break-words whitespace-pre-wrap">
              {comment.text}
            </p>
            <div className="mt-1 flex items-center gap-1">
              <time dateTime={comment.created_at} className="me-auto text-xs text-quiet">
                {instant(comment.created_at)}
              </time>
              {actions?.(comment)}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Those about a moment of the film that is shown, as marks on its bar. */
export function flagsOf(
  comments: readonly Comment[],
  version: number,
  inWords: (comment: Comment) => string,
): Flag[] {
  return comments.flatMap((comment) =>
    comment.at_seconds === null || comment.version !== version
      ? []
      : [
          {
            id: comment.id,
            seconds: comment.at_seconds,
            initial: initialOf(comment.author),
            label: inWords(comment),
            isDone: comment.is_done,
          },
        ],
  );
}
