import type { KeyboardEvent } from 'react';

const ARROWS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Radios are one stop of Tab; arrows go among them and choose. `chosen` is the place of the one that is on. */
export function arrowStep(event: KeyboardEvent<HTMLElement>, chosen: number): void {
  const step = ARROWS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')];
  const next = radios[(chosen + step + radios.length) % radios.length];
  next?.focus();
  next?.click();
}
