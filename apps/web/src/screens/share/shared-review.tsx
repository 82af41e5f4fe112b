'use client';
import type { Comment, SharedAd } from '@spotsmith/contract/shares';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Mark } from '#src/components/shell/wordmark.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { CommentList, flagsOf } from '#src/screens/watch/comment-list.tsx';
import { FilmTable } from '#src/screens/watch/film-table.tsx';
import { usePlayback } from '#src/screens/watch/use-playback.ts';
import { ApprovePanel } from './approve-panel.tsx';
import { CommentForm } from './comment-form.tsx';
import { useVisitorName } from './visitor-name.ts';

/** Others who have the link write, too. */
const LOOK_AGAIN_MS = 20_000;

/** The ad for a visitor who may comment or approve. */
export function SharedReview({ token, initial }: { token: string; initial: SharedAd }) {
  const { t } = useTranslator();
  const client = useQueryClient();
  const path = `/api/shared/${token}`;
  const adKey = ['shared', token];
  const { data: ad } = useQuery({
    queryKey: adKey,
    queryFn: ({ signal }) => callApi<SharedAd>(path, { signal }),
    initialData: initial,
    refetchInterval: LOOK_AGAIN_MS,
  });
  const commentsKey = [...adKey, 'comments'];
  const { data: comments = [] } = useQuery({
    queryKey: commentsKey,
    queryFn: async ({ signal }) =>
      (await callApi<{ items: Comment[] }>(`${path}/comments`, { signal })).items,
    enabled: ad.allows_comments,
    refetchInterval: LOOK_AGAIN_MS,
  });
  const playback = usePlayback([ad.seconds]);
  const [selected, setSelected] = useState<string | null>(null);
  const select = (id: string, seconds: number | null) => {
    setSelected(id);
    playback.pause();
    if (seconds !== null) playback.seek(seconds);
  };
  const [name, setName] = useVisitorName();
  const [isNameMissing, setNameMissing] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const askName = () => {
    const given = name.trim();
    setNameMissing(given === '');
    if (given === '') nameField.current?.focus();
    return given === '' ? null : given;
  };

  return (
    <main className="flex min-h-dvh flex-col lg:grid lg:h-dvh lg:grid-cols-[minmax(0,1fr)_23.5rem]">
      <div className="z-20 flex flex-col bg-stage max-lg:sticky max-lg:top-0 lg:min-h-0">
        <header className="flex h-14 shrink-0 items-center gap-3 border-b bg-ground px-4 sm:px-6">
          <Mark />
          <h1 dir="auto" className="min-w-0 truncate text-base font-semibold">
            {ad.title}
          </h1>
          <span className="shrink-0 text-sm text-quiet">{t('review.version', { n: ad.version })}</span>
        </header>
        <FilmTable
          className="h-[46dvh] lg:h-auto lg:flex-1"
          films={[
            {
              id: `${ad.version}`,
              url: ad.video_url,
              poster: ad.poster_url,
              width: ad.width,
              height: ad.height,
              label: ad.title,
            },
          ]}
          playback={playback}
          flags={flagsOf(comments, ad.version, ({ author }) => t('review.by', { author }))}
          selected={selected}
          onFlag={({ id, seconds }) => select(id, seconds)}
        />
      </div>
      <aside className="flex flex-1 flex-col bg-surface lg:min-h-0 lg:border-s">
        <div className="flex flex-1 flex-col gap-5 p-5 lg:min-h-0 lg:overflow-y-auto">
          {(ad.allows_approval || ad.allows_comments) && (
            <Field label={t('review.name')} error={isNameMissing ? t('review.nameMissing') : undefined}>
              <Input
                ref={nameField}
                autoComplete="name"
                maxLength={60}
                value={name}
                onChange={({ target }) => {
                  setName(target.value);
                  setNameMissing(false);
                }}
              />
            </Field>
          )}
          {ad.allows_approval && (
            <ApprovePanel
              path={`${path}/approval`}
              ad={ad}
              askName={askName}
              onChange={() => void client.invalidateQueries({ queryKey: adKey })}
            />
          )}
          {ad.allows_comments && (
            <section className="flex flex-col gap-2">
              <h2 className="flex items-baseline gap-2 text-sm font-semibold">
                {t('review.comments')} <span className="figures text-quiet">{comments.length}</span>
              </h2>
              {comments.length === 0 && <p className="text-sm text-quiet">{t('review.none')}</p>}
              <CommentList
                comments={comments}
                version={ad.version}
                selected={selected}
                onSelect={({ id, at_seconds }) => select(id, at_seconds)}
              />
            </section>
          )}
        </div>
        {ad.allows_comments && (
          <div className="border-t bg-surface p-4 max-lg:sticky max-lg:bottom-0">
            <CommentForm
              path={`${path}/comments`}
              playback={playback}
              askName={askName}
              onSent={(comment) => {
                client.setQueryData<Comment[]>(commentsKey, (shown = []) => [...shown, comment]);
                setSelected(comment.id);
              }}
            />
          </div>
        )}
      </aside>
    </main>
  );
}
