'use client';
import type { SessionSummary } from '@spotsmith/contract/sessions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, Trash2, Undo2, X } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { useToast } from '#src/components/ui/toaster.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import type { Selection } from './use-selection.ts';

type BulkBarProps = { ads: readonly SessionSummary[]; selection: Selection };

/** What can be done to the chosen ads together. Deleting asks nothing and can be taken back. */
export function BulkBar({ ads, selection }: BulkBarProps) {
  const { t } = useTranslator();
  const client = useQueryClient();
  const toast = useToast();
  const inWords = useProblemWords();
  const chosen = ads.filter(({ id }) => selection.has(id));
  const gone = chosen.filter(({ deleted_at }) => deleted_at !== null);
  const finished = chosen.filter(({ video_url, deleted_at }) => video_url !== null && deleted_at === null);

  const clear = () => {
    selection.clear();
    // The bar goes; whoever uses the keyboard goes on from the list.
    document.getElementById('main')?.focus({ preventScroll: true });
  };

  const tellOf = async (done: PromiseSettledResult<unknown>[]) => {
    await client.invalidateQueries({ queryKey: ['sessions'] });
    const failed = done.find((each) => each.status === 'rejected');
    if (failed !== undefined) toast({ title: t('problem.title'), detail: inWords(failed.reason) });
  };
  const restore = useMutation({
    mutationFn: (ids: readonly string[]) =>
      Promise.allSettled(ids.map((id) => callApi(`/api/sessions/${id}/restore`, { method: 'POST' }))),
    onSuccess: tellOf,
  });
  const remove = useMutation({
    mutationFn: (ids: readonly string[]) =>
      Promise.allSettled(ids.map((id) => callApi(`/api/sessions/${id}`, { method: 'DELETE' }))),
    onSuccess: async (done, ids) => {
      const deleted = ids.filter((_, index) => done[index]?.status === 'fulfilled');
      if (deleted.length > 0)
        toast({
          title: t('dashboard.deletedMany', { count: deleted.length }),
          action: { label: t('action.undo'), run: () => restore.mutate(deleted) },
        });
      clear();
      await tellOf(done);
    },
  });
  const download = () => {
    for (const { id } of finished) {
      const link = document.createElement('a');
      link.href = `/api/sessions/${id}/download`;
      link.download = '';
      link.click();
    }
  };
  if (chosen.length === 0) return null;
  const ids = chosen.map(({ id }) => id);
  return (
    <div className="sticky bottom-4 z-30 mx-auto mt-auto flex w-fit max-w-full animate-rise flex-wrap items-center gap-2 rounded-media border border-line bg-surface p-2 ps-4 shadow-float max-sm:w-full">
      <p role="status" className="figures me-2 text-sm font-medium max-sm:flex-1">
        {t('dashboard.chosen', { count: chosen.length })}
      </p>
      {finished.length > 0 && (
        <Button onClick={download}>
          <Download />
          {t('dashboard.downloadMany', { count: finished.length })}
        </Button>
      )}
      {gone.length > 0 ? (
        <Button
          disabled={restore.isPending}
          onClick={() => {
            restore.mutate(gone.map(({ id }) => id));
            clear();
          }}
        >
          <Undo2 />
          {t('dashboard.restore')}
        </Button>
      ) : (
        <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate(ids)}>
          <Trash2 />
          {t('action.delete')}
        </Button>
      )}
      <IconButton label={t('dashboard.chooseNone')} shortcut="Esc" onClick={clear}>
        <X />
      </IconButton>
    </div>
  );
}
