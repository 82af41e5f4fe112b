'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { createContext, useContext } from 'react';
import type { Step } from '#src/journey/steps.ts';
import type { Live } from '#src/live/use-live-session.ts';

export type Ad = {
  session: Session;
  live: Live;
  step: Step;
  /** Shows another step without asking the server: everything is here already. */
  goTo: (step: Step) => void;
};

export const AdContext = createContext<Ad | null>(null);

/** The ad that is open. */
export function useAd(): Ad {
  const ad = useContext(AdContext);
  if (ad === null) throw new Error('useAd needs an open ad above it.');
  return ad;
}
