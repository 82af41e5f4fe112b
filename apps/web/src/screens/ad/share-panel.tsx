'use client';
import type { Share, ShareRights } from '@spotsmith/contract/shares';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BadgeCheck, Check, Copy, Link2, Link2Off } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { Switch } from '#src/components/ui/switch.tsx';
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
  const { queryKey } = queries.shares(session.id);
  const edit = useMutation({
    mutationFn: ({ id, ...rights }: Pick<Share, 'id'> & Partial<ShareRights>) =>
      callApi(`${path}/${id}`, { method: 'PATCH', body: rights }),
    onMutate: ({ id, ...rights }) =>
      client.setQueryData(queryKey, (shown) =>
        shown?.map((share) => (share.id === id ? { ...share, ...rights } : share)),
      ),
    onSettled: refresh,
  });
  const error = make.error ?? revoke.error ?? edit.error;

  return (
    <section className="flex flex-col gap-3">
      <div>
        <h3 className="text-base font-semibold">{t('share.title')}</h3>
        <p className="text-sm text-quiet">{t('share.lead')}</p>
      </div>
      {error !== null && <Notice tone="danger">{inWords(error)}</Notice>}
      {shares.map((share) => (
        <ShareLink
          key={share.id}
          share={share}
          onRevoke={() => revoke.mutate(share.id)}
          onAllow={(rights) => edit.mutate({ id: share.id, ...rights })}
        />
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

type ShareLinkProps = { share: Share; onRevoke: () => void; onAllow: (rights: Partial<ShareRights>) => void };

/** One link: its address, what its visitors may do, and their yes. */
function ShareLink({ share, onRevoke, onAllow }: ShareLinkProps) {
  const { t } = useTranslator();
  const { approval } = share;
  return (
    <div className="flex flex-col gap-3 border-b pb-4 last-of-type:border-0">
      <ShareAddress share={share} onRevoke={onRevoke} />
      <Switch
        label={t('share.allowComments')}
        isOn={share.allows_comments}
        onChange={(allows_comments) => onAllow({ allows_comments })}
      />
      <Switch
        label={t('share.allowApproval')}
        isOn={share.allows_approval}
        onChange={(allows_approval) => onAllow({ allows_approval })}
      />
      {approval !== null && (
        <p className="flex items-center gap-2 text-sm text-positive">
          <BadgeCheck aria-hidden className="size-5 shrink-0 stroke-[1.5]" />
          {t('review.approvedBy', { author: approval.author, n: approval.version })}
        </p>
      )}
    </div>
  );
}

function ShareAddress({ share, onRevoke }: Pick<ShareLinkProps, 'share' | 'onRevoke'>) {
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
