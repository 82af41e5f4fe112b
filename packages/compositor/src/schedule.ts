import { TimelineInvalid } from './errors.ts';
import { type Card, type Clip, fps, type Join, type Timeline } from './timeline.ts';

export interface Shot {
  /** What is seen: a clip, or the plain background of a card. */
  content: { kind: 'clip'; clip: Clip } | { kind: 'card'; card: Card; place: 'intro' | 'outro' };
  /** Half-open range of frames in the ad. Neighbours overlap by the frames of their join. */
  startFrame: number;
  endFrame: number;
  /** The join with the next shot; zero frames for a cut and after the last. */
  joinAfter: { style: Join['style']; frames: number };
}

export interface Schedule {
  shots: Shot[];
  totalFrames: number;
  totalSeconds: number;
  /** The middle of every join, where music may land. */
  cutsAtSeconds: number[];
}

export function toFrames(seconds: number): number {
  return Math.round(seconds * fps);
}

function contents(
  timeline: Timeline,
): { content: Shot['content']; seconds: number; join: Join | undefined }[] {
  const clips = timeline.clips.map((clip, index) => ({
    content: { kind: 'clip' as const, clip },
    seconds: clip.seconds,
    join: index + 1 < timeline.clips.length ? timeline.joins[index] : timeline.outro?.join,
  }));
  const card = (place: 'intro' | 'outro', join: Join | undefined) => {
    const it = timeline[place];
    return it ? [{ content: { kind: 'card' as const, card: it, place }, seconds: it.seconds, join }] : [];
  };
  return [...card('intro', timeline.intro?.join), ...clips, ...card('outro', undefined)];
}

/**
 * Lays the shots of a timeline onto frames. Pure.
 * @throws TimelineInvalid when a join takes more than its shots have.
 */
export function schedule(timeline: Timeline): Schedule {
  const shots: Shot[] = [];
  let startFrame = 0;
  let joinBefore = 0;
  for (const { content, seconds, join } of contents(timeline)) {
    const frames = toFrames(seconds);
    const style = join?.style ?? 'cut';
    const joinFrames = style === 'cut' || !join ? 0 : toFrames(join.seconds);
    if (joinBefore + joinFrames > frames) {
      const name = content.kind === 'clip' ? `Clip ${content.clip.id}` : `The ${content.place} card`;
      throw new TimelineInvalid(
        `${name} lasts ${frames} frames, but its transitions need ${joinBefore + joinFrames}. ` +
          'Make it longer or the transitions shorter.',
      );
    }
    shots.push({
      content,
      startFrame,
      endFrame: startFrame + frames,
      joinAfter: { style: joinFrames > 0 ? style : 'cut', frames: joinFrames },
    });
    startFrame += frames - joinFrames;
    joinBefore = joinFrames;
  }
  const totalFrames = shots.at(-1)?.endFrame ?? 0;
  const cutsAtSeconds = shots.slice(0, -1).map((shot) => (shot.endFrame - shot.joinAfter.frames / 2) / fps);
  return { shots, totalFrames, totalSeconds: totalFrames / fps, cutsAtSeconds };
}
