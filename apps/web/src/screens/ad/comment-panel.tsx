'use client';
import type { Comment } from '@spotsmith/contract/shares';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { CommentList } from '#src/screens/watch/comment-list.tsx';

type CommentPanelProps = {
  comments: readonly Comment[];
  version: number;
  selected: string | null;
  onSelect: (comment: Comment) => void;
};

/** What visitors of the links said: to go to its moment, to tick off, to remove. What is open comes first. */
export function CommentPanel({ comments, version, selected, onSelect }: CommentPanelProps) {
  const { t } = useTranslator();
  const { session } = useAd();
  const inWords = useProblemWords();
  const client = useQueryClient();
  const { queryKey } = queries.comments(session.id);
  const path = `/api/sessions/${session.id}/comments`;
  const resolve = useMutation({
    mutationFn: ({ id, is_done }: Comment) =>
      callApi(`${path}/${id}`, { method: 'PATCH', body: { is_done: !is_done } }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const remove = useMutation({
    mutationFn: ({ id }: Comment) => callApi(`${path}/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const error = resolve.error ?? remove.error;
  const open = comments.filter(({ is_done }) => !is_done).length;
  if (comments.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="flex items-baseline gap-2 text-base font-semibold">
        {t('review.comments')}
        <span role="status" className="figures text-sm font-normal text-quiet">
          {t('review.open', { count: open })}
        </span>
      </h3>
      {error !== null && <Notice tone="danger">{inWords(error)}</Notice>}
      <CommentList
        comments={comments.toSorted((a, b) => Number(a.is_done) - Number(b.is_done))}
        version={version}
        selected={selected}
        onSelect={onSelect}
        actions={(comment) => (
          <>
            <Button
              size="small"
              look="quiet"
              aria-label={t(comment.is_done ? 'review.reopenOf' : 'review.resolveOf', {
                author: comment.author,
              })}
              onClick={() => resolve.mutate(comment)}
            >
              {t(comment.is_done ? 'review.reopen' : 'review.resolve')}
            </Button>
            <IconButton
              label={t('review.removeOf', { author: comment.author })}
              onClick={() => remove.mutate(comment)}
            >
              <Trash2 />
            </IconButton>
          </>
        )}
      />
    </section>
  );
}
