'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { queries } from '#src/data/queries.ts';
import { currentStep, isStep, isWorking, stepToFollow, type Step } from '#src/journey/steps.ts';
import { useLiveSession } from '#src/live/use-live-session.ts';
import { AdContext } from './ad-context.tsx';
import { AdHeader } from './ad-header.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { StepRail } from './step-rail.tsx';
import { StepScreen } from './step-screen.tsx';
import { Trouble } from './trouble.tsx';
import { useTabProgress } from './use-tab-progress.ts';

const POLL_LOST_MS = 4_000;
const POLL_LIVE_MS = 12_000;

/** An ad from brief to film: one page, one socket, the steps side by side. */
export function AdStudio({ initial }: { initial: Session }) {
  const live = useLiveSession(initial);
  const { data: session } = useQuery({
    ...queries.session(initial.id),
    initialData: initial,
    // The socket tells of every change. While it is lost, ask; and now and then anyway while work goes on, so that one
    // answer that failed does not leave the page waiting for ever.
    refetchInterval: ({ state }) => {
      if (state.data === undefined || !isWorking(state.data)) return false;
      return live.connection === 'lost' ? POLL_LOST_MS : POLL_LIVE_MS;
    },
  });
  const word = usePathname().split('/').at(-1);
  const step: Step = isStep(word) ? word : currentStep(session);

  const goTo = useCallback(
    (next: Step) => {
      window.history.pushState(null, '', `/ads/${initial.id}/${next}`);
      window.scrollTo({ top: 0 });
    },
    [initial.id],
  );
  useFollow(session, step, goTo);
  useTabProgress(session, live.progress);
  const ad = useMemo(() => ({ session, live, step, goTo }), [session, live, step, goTo]);

  return (
    <AdContext value={ad}>
      <ConnectionBanner />
      <div className="grid min-h-[calc(100dvh-3.5rem)] pb-16 [--rail-height:4rem] max-lg:grid-cols-[minmax(0,1fr)] lg:grid-cols-[15rem_minmax(0,1fr)] lg:pb-0">
        <StepRail />
        <div className="flex min-w-0 flex-col [--bars-height:4.5rem] has-data-timeline:[--bars-height:11.25rem]">
          <AdHeader />
          <Trouble />
          <StepScreen key={step} />
        </div>
      </div>
    </AdContext>
  );
}

/** When the work moves on by itself, the page that watched it moves along. */
function useFollow(session: Session, step: Step, goTo: (step: Step) => void): void {
  const before = useRef(session);
  useEffect(() => {
    const next = stepToFollow(step, before.current, session);
    before.current = session;
    if (next !== null) goTo(next);
  }, [session, step, goTo]);
}
