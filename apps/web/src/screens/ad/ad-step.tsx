'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { Session } from '@spotsmith/contract/sessions';
import type { Comment } from '@spotsmith/contract/shares';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Copy, Download, Type } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { preload } from 'react-dom';
import { MediaFrame } from '#src/components/media-frame.tsx';
import { usePageCommands } from '#src/components/shell/page-commands.ts';
import { Button } from '#src/components/ui/button.tsx';
import { Choice } from '#src/components/ui/choice.tsx';
import { ProgressBar } from '#src/components/ui/progress-bar.tsx';
import { useArrival } from '#src/components/use-arrival.ts';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { NextBar } from '#src/screens/ad-studio/next-bar.tsx';
import { useProgressSentence } from '#src/screens/ad-studio/progress-sentence.ts';
import { Stage } from '#src/screens/ad-studio/stage.tsx';
import { flagsOf } from '#src/screens/watch/comment-list.tsx';
import { FilmTable } from '#src/screens/watch/film-table.tsx';
import { usePlayback } from '#src/screens/watch/use-playback.ts';
import { CommentPanel } from './comment-panel.tsx';
import { CostTable } from './cost-table.tsx';
import { FileList } from './file-list.tsx';
import { SharePanel } from './share-panel.tsx';
import { VersionPanel } from './version-panel.tsx';
import { VerdictPanel } from './verdict-panel.tsx';

/** The finished film and everything to do with it. */
export function AdStep() {
  const { t } = useTranslator();
  const { session } = useAd();
  const [format, setFormat] = useState<string>();
  const finals = newestRound(session.finals);
  const final = finals.find(({ aspect_ratio }) => aspect_ratio === format) ?? finals[0];
  const { data: comments = [] } = useQuery({
    ...queries.comments(session.id),
    enabled: session.finals.length > 0,
  });
  const [selected, setSelected] = useState<string | null>(null);
  const isComposing = session.status === 'composing';

  return (
    <>
      <Stage
        title={t(isComposing ? 'ad.composing' : 'ad.ready')}
        lead={isComposing ? t('ad.composingLead') : undefined}
        aside={
          finals.length > 1 ? (
            <Choice
              isLabelHidden
              label={t('options.format')}
              value={final?.aspect_ratio ?? ''}
              options={finals.map(({ aspect_ratio }) => ({
                value: aspect_ratio ?? '',
                label: aspect_ratio ?? '',
              }))}
              onChange={setFormat}
            />
          ) : null
        }
      >
        <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-6">
            {final?.url != null ? (
              <Player
                key={final.id}
                final={final}
                url={final.url}
                comments={comments}
                selected={selected}
                onSelect={setSelected}
              />
            ) : (
              <Composing />
            )}
            {final?.verdict != null && <VerdictPanel verdict={final.verdict} />}
          </div>
          <div className="flex flex-col gap-8">
            {finals.some(({ url }) => url !== null) && (
              <>
                <FileList finals={finals} />
                <VersionPanel finals={session.finals} />
                <CommentPanel
                  comments={comments}
                  version={final?.version_number ?? 0}
                  selected={selected}
                  onSelect={({ id }) => setSelected(id)}
                />
                <SharePanel />
              </>
            )}
            <CostTable />
          </div>
        </div>
      </Stage>
      {final?.url != null && <Downloads final={final} isOnly={finals.length === 1} />}
    </>
  );
}

/** Above and below the film. */
const AROUND_REM = 20;

type PlayerProps = {
  final: Asset;
  url: string;
  comments: readonly Comment[];
  /** The comment at whose moment the film stands. */
  selected: string | null;
  onSelect: (id: string) => void;
};

function Player({ final, url, comments, selected, onSelect }: PlayerProps) {
  const { t } = useTranslator();
  const { session } = useAd();
  const arrival = useArrival();
  const playback = usePlayback([final.seconds ?? 0]);
  const { pause, seek } = playback;
  const wanted = comments.find(({ id }) => id === selected);
  useEffect(() => {
    if (wanted?.at_seconds == null || wanted.version !== final.version_number) return;
    pause();
    seek(wanted.at_seconds);
    // When another one is chosen.
  }, [wanted?.id]);
  // The largest thing of the first paint: asked for with the page itself.
  if (final.poster_url !== null) preload(final.poster_url, { as: 'image', fetchPriority: 'high' });
  return (
    <FilmTable
      className={clsx('h-[max(20rem,100dvh-20rem)] overflow-hidden rounded-media', arrival)}
      films={[
        {
          id: final.id,
          url,
          poster: final.poster_url,
          width: final.width ?? 16,
          height: final.height ?? 9,
          label: session.title,
        },
      ]}
      playback={playback}
      flags={flagsOf(comments, final.version_number, ({ author }) => t('review.by', { author }))}
      selected={selected}
      onFlag={({ id }) => onSelect(id)}
    />
  );
}

/** The frame of the film while it is being composed, with the last still under it. */
function Composing() {
  const { session, live } = useAd();
  const sentence = useProgressSentence();
  const still = session.clips.find(({ poster_url }) => poster_url !== null)?.poster_url;
  return (
    <MediaFrame aspectRatio={session.options.aspect_ratio} spareRem={AROUND_REM}>
      {still != null && <img src={still} alt="" className="size-full object-cover opacity-40" />}
      <div className="shimmer absolute inset-0 opacity-50" />
      <div className="absolute inset-x-6 bottom-6 flex flex-col gap-2">
        <p className="text-sm font-medium">{sentence}</p>
        <ProgressBar
          label={sentence}
          percent={live.progress.stage === 'composition' ? live.progress.progress : 0}
        />
      </div>
    </MediaFrame>
  );
}

function Downloads({ final, isOnly }: { final: Asset; isOnly: boolean }) {
  const { t } = useTranslator();
  const { session, goTo } = useAd();
  const router = useRouter();
  const duplicate = useSessionAction<void>(session.id, {
    send: async (shown) => {
      const copy = await callApi<Session>(`/api/sessions/${session.id}/duplicate`, { method: 'POST' });
      router.push(`/ads/${copy.id}`);
      return shown;
    },
  });
  const path = `/api/sessions/${session.id}/download?asset_id=${final.id}`;
  const name = isOnly ? t('ad.download') : t('ad.downloadFormat', { format: final.aspect_ratio ?? '' });
  usePageCommands([
    { id: 'download', label: name, icon: Download, run: () => location.assign(path) },
    { id: 'edit', label: t('ad.editText'), icon: Type, run: () => goTo('finish') },
    { id: 'copy', label: t('action.duplicate'), icon: Copy, run: () => duplicate.mutate() },
  ]);
  return (
    <NextBar sentence={t('ad.next')}>
      <Button onClick={() => duplicate.mutate()} disabled={duplicate.isPending}>
        <Copy />
        {t('action.duplicate')}
      </Button>
      <Button onClick={() => goTo('finish')}>
        <Type />
        {t('ad.editText')}
      </Button>
      <Button asChild look="primary" size="large">
        <a href={path} download>
          <Download />
          {name}
        </a>
      </Button>
    </NextBar>
  );
}

/** The files of the last composition; those of earlier ones stay listed below them. */
function newestRound(finals: readonly Asset[]): Asset[] {
  const round = Math.max(0, ...finals.map(({ version_number }) => version_number));
  return finals
    .filter(({ version_number }) => version_number === round)
    .toSorted((a, b) => a.position - b.position);
}
