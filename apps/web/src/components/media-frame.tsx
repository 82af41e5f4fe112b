import type { AspectRatio } from '@spotsmith/contract/words';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';

const SHAPES: Record<AspectRatio, string> = {
  '16:9': 'aspect-video',
  '9:16': 'aspect-[9/16]',
  '1:1': 'aspect-square',
  '4:5': 'aspect-[4/5]',
};

type MediaFrameProps = { aspectRatio: AspectRatio; className?: string; children?: ReactNode };

/** The mat a picture lies on: it has the picture's shape before the picture is there, so nothing jumps. */
export function MediaFrame({ aspectRatio, className, children }: MediaFrameProps) {
  return (
    <div className={clsx('relative overflow-hidden rounded-media bg-raised', SHAPES[aspectRatio], className)}>
      {children}
    </div>
  );
}
