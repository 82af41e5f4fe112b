'use client';
import dynamic from 'next/dynamic';
import { BriefStep } from '#src/screens/brief/brief-step.tsx';
import { ImagesStep } from '#src/screens/images/images-step.tsx';
import { useAd } from './ad-context.tsx';

// The later steps come when they are reached: they carry the drag-and-drop and the players.
const ScenesStep = dynamic(() =>
  import('#src/screens/scenes/scenes-step.tsx').then((file) => file.ScenesStep),
);
const ClipsStep = dynamic(() => import('#src/screens/clips/clips-step.tsx').then((file) => file.ClipsStep));
const FinishStep = dynamic(() =>
  import('#src/screens/finish/finish-step.tsx').then((file) => file.FinishStep),
);
const AdStep = dynamic(() => import('#src/screens/ad/ad-step.tsx').then((file) => file.AdStep));

export function StepScreen() {
  switch (useAd().step) {
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
