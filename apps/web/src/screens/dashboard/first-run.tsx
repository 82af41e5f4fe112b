'use client';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Button } from '#src/components/ui/button.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { startAd } from '#src/data/start-ad.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';

const SAMPLE_PHOTO = '/samples/espresso-cup.jpg';

/** The dashboard before the first ad: one picture, one click to an ad of it. */
export function FirstRun() {
  const { t } = useTranslator();
  const router = useRouter();
  const inWords = useProblemWords();
  const sample = useMutation({
    mutationFn: async () => {
      const photo = await fetch(SAMPLE_PHOTO).then((answer) => answer.blob());
      return startAd({
        prompt: t('sample.prompt'),
        photos: [new File([photo], 'espresso-cup.jpg', { type: 'image/jpeg' })],
        options: { review: true },
      });
    },
    onSuccess: (session) => router.push(`/ads/${session.id}/brief`),
  });

  return (
    <div className="mx-auto grid max-w-6xl items-center gap-10 px-4 py-10 sm:px-6 lg:min-h-[calc(100dvh-3.5rem)] lg:grid-cols-[1.25fr_1fr] lg:gap-16">
      <img
        src={SAMPLE_PHOTO}
        alt={t('sample.alt')}
        width={600}
        height={400}
        className="w-full rounded-media"
      />
      <div className="flex flex-col items-start gap-5">
        <h1 className="text-xl font-semibold sm:text-2xl">{t('firstRun.title')}</h1>
        <p className="max-w-[46ch] text-base text-quiet">{t('firstRun.lead')}</p>
        {sample.isError && <Notice tone="danger">{inWords(sample.error)}</Notice>}
        <div className="flex flex-wrap gap-3">
          <Button
            look="primary"
            size="large"
            disabled={sample.isPending || sample.isSuccess}
            onClick={() => sample.mutate()}
          >
            {sample.isPending ? t('firstRun.starting') : t('firstRun.sample')}
          </Button>
          <Button asChild size="large">
            <Link href="/ads/new">{t('firstRun.own')}</Link>
          </Button>
        </div>
      </div>
    </div>
  );
}
