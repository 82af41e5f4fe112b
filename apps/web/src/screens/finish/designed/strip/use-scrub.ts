import type { PointerEvent } from 'react';

/** Pressing or dragging in a row as wide as the film goes to the frame under the pointer. */
export function useScrub(totalFrames: number, onScrub: (frame: number) => void) {
  const goToPointer = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const frame = Math.round(((clientX - left) / width) * totalFrames);
    onScrub(Math.max(0, Math.min(totalFrames - 1, frame)));
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      goToPointer(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) goToPointer(event);
    },
  };
}
