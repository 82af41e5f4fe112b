'use client';
import { clsx } from 'clsx';
import {
  Check,
  Clapperboard,
  FileText,
  Film,
  Images,
  ListVideo,
  Lock,
  TriangleAlert,
  Type,
  type LucideIcon,
} from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import { ProgressBar } from '#src/components/ui/progress-bar.tsx';
import { queries } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { currentStep, STEPS, stepState, type Step, type StepState } from '#src/journey/steps.ts';
import { useAd } from './ad-context.tsx';
import { countOf, costOf } from './step-facts.ts';

const ICONS: Record<Step, LucideIcon> = {
  brief: FileText,
  images: Images,
  scenes: ListVideo,
  clips: Film,
  finish: Type,
  ad: Clapperboard,
};

/** The steps of the ad: at the side of a desk, at the bottom of a phone. */
export function StepRail() {
  const { t } = useTranslator();
  return (
    <nav
      aria-label={t('rail.label')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-ground lg:sticky lg:inset-auto lg:top-14 lg:h-[calc(100dvh-3.5rem)] lg:border-e lg:border-t-0 lg:p-3"
    >
      <ol className="flex justify-around lg:flex-col lg:gap-1">
        {STEPS.map((step) => (
          <li key={step} className="min-w-0 flex-1 lg:flex-none">
            <StepLink step={step} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepLink({ step }: { step: Step }) {
  const { t, money } = useTranslator();
  const { session, step: shown, goTo, live } = useAd();
  const { data: costs } = useQuery({ ...queries.costs(session.id), enabled: session.spent_usd > 0 });
  const state = stepState(session, step, shown);
  const Icon = ICONS[step];
  const isShown = shown === step;
  const count = countOf(session, step);
  const cost = costOf(costs, step);
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(step);
  };
  const inside = (
    <>
      <Icon aria-hidden className="size-5 shrink-0 stroke-[1.5]" />
      <span className="min-w-0 max-w-full truncate text-xs lg:flex-1 lg:text-sm">{t(`step.${step}`)}</span>
      <span className="figures hidden items-center gap-2 text-xs text-quiet lg:flex">
        {cost > 0 && <span>{money(cost)}</span>}
        {count !== null && <span>{count}</span>}
        <StateMark state={state} />
      </span>
    </>
  );
  const look =
    'relative flex h-16 flex-col items-center justify-center gap-1 px-0.5 lg:h-11 lg:flex-row lg:gap-3 lg:rounded-control lg:px-3';

  if (state === 'locked') {
    return (
      <span aria-disabled className={clsx(look, 'text-quiet')}>
        {inside}
        <span className="sr-only">{t('rail.locked')}</span>
      </span>
    );
  }
  return (
    <a
      href={`/ads/${session.id}/${step}`}
      onClick={go}
      aria-current={isShown ? 'step' : undefined}
      className={clsx(
        look,
        'transition-colors hover:bg-raised',
        isShown ? 'bg-raised text-text' : 'text-quiet',
      )}
    >
      {inside}
      {state === 'working' && (
        <ProgressBar
          label={t('rail.progress', { step: t(`step.${step}`) })}
          percent={currentStep(session) === step ? live.progress.progress : 0}
          className="absolute inset-x-2 bottom-1 lg:inset-x-3 lg:bottom-0.5"
        />
      )}
    </a>
  );
}

function StateMark({ state }: { state: StepState }) {
  switch (state) {
    case 'done':
      return <Check aria-hidden className="size-4 stroke-2 text-positive" />;
    case 'current':
    case 'working':
      return <span aria-hidden className="mx-1 size-2 rounded-full bg-accent" />;
    case 'stopped':
      return <TriangleAlert aria-hidden className="size-4 stroke-[1.5] text-warning" />;
    case 'locked':
      return <Lock aria-hidden className="size-3.5 stroke-[1.5]" />;
    case 'open':
      return null;
  }
}
