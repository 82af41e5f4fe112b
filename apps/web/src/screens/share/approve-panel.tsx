'use client';
import type { SharedAd } from '@spotsmith/contract/shares';
import { useMutation } from '@tanstack/react-query';
import { BadgeCheck, Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';

const TAKE_BACK_MS = 24 * 3_600_000;

type ApprovePanelProps = {
  path: string;
  ad: Pick<SharedAd, 'version' | 'approval'>;
  askName: () => string | null;
  onChange: () => void;
};

/** Says yes to the version that is shown, and takes it back for a day. */
export function ApprovePanel({ path, ad: { version, approval }, askName, onChange }: ApprovePanelProps) {
  const { t, instant } = useTranslator();
  const inWords = useProblemWords();
  const approve = useMutation({
    mutationFn: (author: string) => callApi(path, { method: 'POST', body: { author, version } }),
    onSettled: onChange,
  });
  const takeBack = useMutation({
    mutationFn: () => callApi(path, { method: 'DELETE' }),
    onSettled: onChange,
  });
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => setNowMs(Date.now()), [approval]);
  const error = approve.error ?? takeBack.error;
  const isApproved = approval !== null && approval.version === version;
  return (
    <section className="flex flex-col gap-2">
      {error !== null && <Notice tone="danger">{inWords(error)}</Notice>}
      {isApproved ? (
        <div role="status" className="flex items-center gap-3">
          <BadgeCheck aria-hidden className="size-6 shrink-0 stroke-[1.5] text-positive" />
          <p className="min-w-0 flex-1 text-sm">
            <span className="block font-semibold text-positive">
              {t('review.approvedBy', { author: approval.author, n: version })}
            </span>
            <span className="block text-xs text-quiet">{instant(approval.approved_at)}</span>
          </p>
          {nowMs - Date.parse(approval.approved_at) < TAKE_BACK_MS && (
            <Button size="small" onClick={() => takeBack.mutate()} disabled={takeBack.isPending}>
              {t('review.takeBack')}
            </Button>
          )}
        </div>
      ) : (
        <>
          <Button
            look="primary"
            disabled={approve.isPending}
            onClick={() => {
              const author = askName();
              if (author !== null) approve.mutate(author);
            }}
          >
            <Check />
            {t('review.approve', { n: version })}
          </Button>
          <p className="text-xs text-quiet">{t('review.approveHint')}</p>
        </>
      )}
    </section>
  );
}
