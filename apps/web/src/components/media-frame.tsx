import type { AspectRatio } from '@spotsmith/contract/words';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';

const SHAPES: Record<AspectRatio, string> = {
  '16:9': 'aspect-video',
  '9:16': 'aspect-[9/16]',
  '1:1': 'aspect-square',
  '4:5': 'aspect-[4/5]',
};

type MediaFrameProps = {
  aspectRatio: AspectRatio;
  /** How much of the window's height what stands around it needs, in rem: it is no taller than the rest. */
  spareRem?: number;
  className?: string;
  children?: ReactNode;
};

/** The mat a picture lies on: it has the picture's shape before the picture is there, so nothing jumps. */
export function MediaFrame({ aspectRatio, spareRem, className, children }: MediaFrameProps) {
  const [width = 1, height = 1] = aspectRatio.split(':').map(Number);
  const tallest = `max(${LEAST_REM}rem, 100dvh - ${spareRem}rem)`;
  return (
    <div
      className={clsx(
        'relative overflow-hidden rounded-media bg-raised',
        SHAPES[aspectRatio],
        spareRem !== undefined && 'mx-auto w-full',
        className,
      )}
      style={spareRem === undefined ? {} : { maxWidth: `calc(${tallest} * ${width / height})` }}
    >
      {children}
    </div>
  );
}

/** On a window too low for anything, the page scrolls. */
const LEAST_REM = 22;
