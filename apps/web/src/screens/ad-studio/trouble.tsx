'use client';
import type { ReviseImages } from '@spotsmith/contract/sessions';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { currentStep, isWorking } from '#src/journey/steps.ts';
import { useAd } from './ad-context.tsx';
import { useCompose } from './use-compose.ts';
import { useSecondHand } from './use-second-hand.ts';

/** What stands in the way of the whole ad, with what mends it. Trouble of one image or clip is on its card. */
export function Trouble() {
  const { session, step } = useAd();
  if (step !== currentStep(session)) return null;
  if (session.status === 'paused_for_budget') return <BudgetPause />;
  if (session.status === 'failed' || session.status === 'cancelled') return <Stopped />;
  return session.trouble === null ? <LiveTrouble /> : <Warning />;
}

function Stopped() {
  const { t, maybe } = useTranslator();
  const { session } = useAd();
  const retry = useTurn('retry');
  const stepBack = useTurn('step-back');
  const isFailed = session.status === 'failed';
  const trouble = session.trouble;
  return (
    <Frame>
      <Notice
        tone={isFailed ? 'danger' : 'info'}
        title={t(isFailed ? 'trouble.failed' : 'trouble.cancelled')}
        actions={
          <>
            <Button onClick={() => stepBack.mutate()} disabled={stepBack.isPending}>
              {t('action.stepBack')}
            </Button>
            {trouble?.code === 'out_of_memory' && session.finish?.resolution !== '720p' && <Smaller />}
            {trouble?.can_retry !== false && (
              <Button look="primary" onClick={() => retry.mutate()} disabled={retry.isPending}>
                {t(isFailed ? 'action.retry' : 'action.resume')}
              </Button>
            )}
          </>
        }
      >
        {trouble === null ? t('trouble.kept') : (maybe(`problem.${trouble.code}`) ?? trouble.message)}
      </Notice>
    </Frame>
  );
}

/** A smaller picture takes less than half the memory. Offered, never chosen silently; the verdict says it. */
function Smaller() {
  const { t } = useTranslator();
  const compose = useCompose();
  return (
    <Button onClick={() => compose.mutate({ resolution: '720p' })} disabled={compose.isPending}>
      {t('action.makeSmaller')}
    </Button>
  );
}

function BudgetPause() {
  const { t, money } = useTranslator();
  const { session } = useAd();
  const { data: installation } = useQuery(queries.installation());
  const mostUsd = installation?.max_cost_per_session_usd ?? Number.POSITIVE_INFINITY;
  const [typed, setCap] = useState<string | null>(null);
  const cap = typed ?? String(Math.min(mostUsd, Math.ceil(session.cap_usd * 1.5 * 100) / 100));
  const stepBack = useTurn('step-back');
  const raise = useSessionAction<number>(session.id, {
    send: (_, max_cost_usd) =>
      callApi(`/api/sessions/${session.id}/cap`, { method: 'POST', body: { max_cost_usd } }),
  });
  return (
    <Frame>
      <Notice tone="warning" title={t('budget.title')}>
        <p>
          {t('budget.body', {
            spent: money(session.spent_usd + session.held_usd),
            cap: money(session.cap_usd),
          })}
        </p>
        {session.cap_usd >= mostUsd && <p>{t('budget.most', { most: money(mostUsd) })}</p>}
        <Form onSend={() => raise.mutate(Number(cap))} className="mt-3 flex flex-wrap items-end gap-2">
          <label className="flex flex-col gap-1 text-xs text-quiet">
            {t('budget.newCap')}
            <Input
              type="number"
              min={session.cap_usd}
              max={mostUsd}
              step="0.01"
              required
              value={cap}
              onChange={(event) => setCap(event.target.value)}
              className="figures w-32"
            />
          </label>
          <Button type="submit" look="primary" disabled={raise.isPending}>
            {t('budget.raise')}
          </Button>
          <Button onClick={() => stepBack.mutate()} disabled={stepBack.isPending}>
            {t('action.stepBack')}
          </Button>
        </Form>
      </Notice>
    </Frame>
  );
}

/** Something was left out; the rest went on. */
function Warning() {
  const { maybe } = useTranslator();
  const { trouble } = useAd().session;
  if (trouble === null) return null;
  return (
    <Frame>
      <Notice tone="warning">{maybe(`problem.${trouble.code}`) ?? trouble.message}</Notice>
    </Frame>
  );
}

/** Trouble the work is dealing with by itself right now: "Busy, retrying in 9 s", counted down. */
function LiveTrouble() {
  const { t, wait, locale } = useTranslator();
  const { session, live } = useAd();
  const { trouble } = live.progress;
  const isWaiting = isWorking(session) && trouble !== null;
  const nowMs = useSecondHand(isWaiting);
  if (!isWaiting) return null;
  const { code, message, retryAtMs, isLong } = trouble;
  if (retryAtMs !== null && nowMs > retryAtMs) return null;
  const isCountedDown = code === 'rate_limited' && retryAtMs !== null && nowMs > 0;
  const reason = locale === 'en' ? message : t('trouble.retrying');
  return (
    <Frame>
      <Notice
        tone="warning"
        title={isCountedDown ? t('trouble.busy', { time: wait((retryAtMs - nowMs) / 1000) }) : reason}
        actions={isLong && session.status === 'generating_images' ? <LessWaiting /> : undefined}
      >
        {isLong ? t('trouble.fewCalls') : undefined}
      </Notice>
    </Frame>
  );
}

const FEW_IMAGES = 4;

/** What gets around a long wait for images. Chosen by the user, never for them. */
function LessWaiting() {
  const { t, money } = useTranslator();
  const { session } = useAd();
  const { data: models = [] } = useQuery(queries.models());
  const revise = useSessionAction<ReviseImages>(session.id, {
    send: (_, revision) =>
      callApi(`/api/sessions/${session.id}/revise-images`, { method: 'POST', body: revision }),
  });
  const thrifty = models.find((model) => model.kind === 'image' && model.is_thrifty);
  return (
    <>
      {thrifty !== undefined && thrifty.id !== session.options.image_model && (
        <Button onClick={() => revise.mutate({ image_model: thrifty.id })} disabled={revise.isPending}>
          {t('trouble.useModel', { model: thrifty.name, price: money(thrifty.price_usd) })}
        </Button>
      )}
      {session.images.length > FEW_IMAGES && (
        <Button onClick={() => revise.mutate({ num_images: FEW_IMAGES })} disabled={revise.isPending}>
          {t('trouble.fewer', { count: FEW_IMAGES })}
        </Button>
      )}
    </>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return <div className="px-4 pt-4 sm:px-6">{children}</div>;
}

function useTurn(verb: 'retry' | 'step-back') {
  const { session } = useAd();
  return useSessionAction<void>(session.id, {
    send: () => callApi(`/api/sessions/${session.id}/${verb}`, { method: 'POST' }),
  });
}
