import { RenderFailed } from '../../errors.ts';
import { encodeFrames } from './encode-frames.ts';
import { FilmPainter } from './film-painter.ts';
import type { PainterAnswer, PainterRequest } from './messages.ts';

const framesPerCollection = 4;

let painter: FilmPainter | undefined;

function tell(answer: PainterAnswer): void {
  process.send?.(answer);
}

async function answer(request: PainterRequest): Promise<PainterAnswer> {
  if (request.kind === 'plan') {
    painter = await FilmPainter.open(request.job);
    return { kind: 'planned', plan: painter.plan };
  }
  if (!painter) throw new Error('Nothing was planned yet.');
  const { job } = painter;
  const stretch = painter.stretch(request.startFrame, request.frames);
  try {
    await encodeFrames(
      {
        ...request,
        canvas: job.canvas,
        encoder: job.encoder,
        draw: (frame) => stretch.draw(frame),
        onFrame: (frame) => {
          // Each frame is a copy of eight megabytes at full size: V8 would let a dozen pile up.
          if (frame % framesPerCollection === 0) globalThis.gc?.({ type: 'minor' });
          tell({ kind: 'progress', frame });
        },
      },
      { ffmpegPath: job.ffmpegPath },
    );
  } finally {
    await stretch.close();
  }
  return { kind: 'painted' };
}

function failed(error: unknown): PainterAnswer {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', code: error instanceof RenderFailed ? error.code : null, message };
}

process.on('message', (request: PainterRequest) => {
  void answer(request).catch(failed).then(tell);
});

// Whoever asked is gone: nobody waits for the rest.
process.on('disconnect', () => process.exit());
