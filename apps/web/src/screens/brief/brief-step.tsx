'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { useQuery } from '@tanstack/react-query';
import { Button } from '#src/components/ui/button.tsx';
import { callApi, newKey } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { NextBar } from '#src/screens/ad-studio/next-bar.tsx';
import { Stage } from '#src/screens/ad-studio/stage.tsx';
import { BriefForm } from './brief-form.tsx';
import { BriefPhotos } from './brief-photos.tsx';
import { BriefSkeleton } from './brief-skeleton.tsx';
import { PriceList } from './price-list.tsx';

/** What the studio understood, to read and correct before anything is spent. */
export function BriefStep() {
  const { t } = useTranslator();
  const { session } = useAd();
  return (
    <>
      <Stage
        title={t('brief.title')}
        lead={session.brief === null ? t('brief.reading') : t('brief.lead')}
        inspector={<PriceList />}
      >
        <blockquote dir="auto" className="max-w-[70ch] border-s-2 border-line ps-4 text-base text-quiet">
          {session.prompt}
        </blockquote>
        <BriefPhotos />
        {session.brief === null ? <BriefSkeleton /> : <BriefForm brief={session.brief} />}
        <div className="xl:hidden">
          <PriceList />
        </div>
      </Stage>
      <MakeImages />
    </>
  );
}

function MakeImages() {
  const { t, money } = useTranslator();
  const { session, goTo } = useAd();
  const { data: estimate } = useQuery({
    ...queries.estimate(session.id, session.version),
    enabled: session.status === 'reviewing_brief',
    placeholderData: (previous) => previous,
  });
  const make = useSessionAction<string>(session.id, {
    send: ({ version }, idempotencyKey) =>
      callApi<Session>('/api/generate-images', {
        method: 'POST',
        body: { session_id: session.id, version },
        idempotencyKey,
      }),
    about: ({ brief }) => brief,
    onDone: () => goTo('images'),
  });

  if (session.status === 'created') {
    return (
      <NextBar sentence={t('brief.notStarted')}>
        <Button look="primary" onClick={() => make.mutate(newKey())} disabled={make.isPending}>
          {t('newAd.submit')}
        </Button>
      </NextBar>
    );
  }
  if (session.status !== 'reviewing_brief') {
    return session.images.length === 0 ? null : (
      <NextBar sentence={t('brief.changeLater')}>
        <Button onClick={() => goTo('images')}>{t('brief.toImages')}</Button>
      </NextBar>
    );
  }
  const cost = estimate?.stages.find(({ stage }) => stage === 'image')?.max_usd ?? 0;
  const count = session.brief?.image_prompts.length ?? session.options.num_images;
  return (
    <NextBar
      sentence={cost === 0 ? t('brief.nextFree', { count }) : t('brief.next', { count, cost: money(cost) })}
    >
      <Button look="primary" size="large" onClick={() => make.mutate(newKey())} disabled={make.isPending}>
        {t('brief.makeImages')}
      </Button>
    </NextBar>
  );
}
