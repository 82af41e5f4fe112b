'use client';
import type { Share } from '@spotsmith/contract/shares';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Copy, Link2, Link2Off } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';

/** Public links to the ad: make one, copy it, make it worthless. */
export function SharePanel() {
  const { t } = useTranslator();
  const { session } = useAd();
  const inWords = useProblemWords();
  const client = useQueryClient();
  const path = `/api/sessions/${session.id}/share`;
  const { data: shares = [] } = useQuery(queries.shares(session.id));
  const refresh = () => client.invalidateQueries({ queryKey: queries.shares(session.id).queryKey });
  const make = useMutation({
    mutationFn: () => callApi<Share>(path, { method: 'POST' }),
    onSuccess: refresh,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => callApi(`${path}/${id}`, { method: 'DELETE' }),
    onSuccess: refresh,
  });
  const error = make.error ?? revoke.error;

  return (
    <section className="flex flex-col gap-3">
      <div>
        <h3 className="text-base font-semibold">{t('share.title')}</h3>
        <p className="text-sm text-quiet">{t('share.lead')}</p>
      </div>
      {error !== null && <Notice tone="danger">{inWords(error)}</Notice>}
      {shares.map((share) => (
        <ShareLink key={share.id} share={share} onRevoke={() => revoke.mutate(share.id)} />
      ))}
      {shares.every(({ url }) => url === null) && (
        <Button className="self-start" onClick={() => make.mutate()} disabled={make.isPending}>
          <Link2 />
          {t('share.make')}
        </Button>
      )}
    </section>
  );
}

function ShareLink({ share, onRevoke }: { share: Share; onRevoke: () => void }) {
  const { t, date } = useTranslator();
  const [isCopied, setCopied] = useState(false);
  const { url } = share;
  if (url === null) {
    return (
      <div className="flex items-center justify-between gap-1 text-sm text-quiet">
        {t('share.hidden', { date: date(share.created_at) })}
        <IconButton label={t('share.revoke')} onClick={onRevoke}>
          <Link2Off />
        </IconButton>
      </div>
    );
  }
  return (
    <div className="flex items-center gap-1">
      <Input
        readOnly
        dir="ltr"
        value={url}
        aria-label={t('share.link')}
        onFocus={(event) => event.currentTarget.select()}
      />
      <IconButton
        label={t(isCopied ? 'share.copied' : 'share.copy')}
        onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}
      >
        {isCopied ? <Check /> : <Copy />}
      </IconButton>
      <IconButton label={t('share.revoke')} onClick={onRevoke}>
        <Link2Off />
      </IconButton>
      <span role="status" className="sr-only">
        {isCopied ? t('share.copied') : ''}
      </span>
    </div>
  );
}
