import type { KeyboardEvent } from 'react';

/** Keys that go through a film frame by frame, with Shift by ten, and to its ends; `go` may be given any number. */
export const frameKeys = (
  frame: number,
  last: number,
  go: (frame: number) => void,
): Record<string, (event: KeyboardEvent) => void> => ({
  ArrowLeft: ({ shiftKey }) => go(frame - (shiftKey ? 10 : 1)),
  ArrowRight: ({ shiftKey }) => go(frame + (shiftKey ? 10 : 1)),
  Home: () => go(0),
  End: () => go(last),
});
