'use client';
import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import type { Step } from '#src/journey/steps.ts';
import { useAd } from './ad-context.tsx';

// Each step is a file of its own: a page carries the one it shows.
const BriefStep = dynamic(() => import('#src/screens/brief/brief-step.tsx').then((file) => file.BriefStep));
const ImagesStep = dynamic(() =>
  import('#src/screens/images/images-step.tsx').then((file) => file.ImagesStep),
);
const ScenesStep = dynamic(() =>
  import('#src/screens/scenes/scenes-step.tsx').then((file) => file.ScenesStep),
);
const ClipsStep = dynamic(() => import('#src/screens/clips/clips-step.tsx').then((file) => file.ClipsStep));
const FinishStep = dynamic(() =>
  import('#src/screens/finish/finish-step.tsx').then((file) => file.FinishStep),
);
const AdStep = dynamic(() => import('#src/screens/ad/ad-step.tsx').then((file) => file.AdStep));

/** Fetches the file of the step that comes after. */
const FETCH_NEXT: Record<Step, (() => Promise<unknown>) | null> = {
  brief: () => import('#src/screens/images/images-step.tsx'),
  images: () => import('#src/screens/scenes/scenes-step.tsx'),
  scenes: () => import('#src/screens/clips/clips-step.tsx'),
  clips: () => import('#src/screens/finish/finish-step.tsx'),
  finish: () => import('#src/screens/ad/ad-step.tsx'),
  ad: null,
};
const SETTLED_MS = 5_000;

/** The step that is shown. The next one is fetched as soon as this one has settled, so that going on waits for nothing. */
export function StepScreen() {
  const { step } = useAd();
  useEffect(() => {
    const timer = setTimeout(() => void FETCH_NEXT[step]?.().catch(() => undefined), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [step]);

  switch (step) {
    case 'brief':
      return <BriefStep />;
    case 'images':
      return <ImagesStep />;
    case 'scenes':
      return <ScenesStep />;
    case 'clips':
      return <ClipsStep />;
    case 'finish':
      return <FinishStep />;
    case 'ad':
      return <AdStep />;
  }
}
