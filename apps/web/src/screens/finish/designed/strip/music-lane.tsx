'use client';
import { framesPerSecond } from '@spotsmith/motion/film';
import { useMemo } from 'react';
import { PEAKS_PER_SECOND, type Track } from '#src/film/use-track.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useScrub } from './use-scrub.ts';

const BEATS_PER_BAR = 4;
const BAR_PX = 3;
/** Height of the wave in its own units; silence is a dot. */
const WAVE = 32;
const SILENCE = 1.5;

type MusicLaneProps = {
  track: Track | null;
  /** Where there is no wave to show: why. */
  sentence: string | null;
  totalFrames: number;
  totalBeats: number;
  cutFrames: readonly number[];
  widthPx: number;
  frame: number;
  onScrub: (frame: number) => void;
};

/** What is heard under the shots: the track's own loudness, the film's beats, and its cuts, which lie on them. */
export function MusicLane(props: MusicLaneProps) {
  const { track, sentence, totalFrames, totalBeats, cutFrames, widthPx, frame, onScrub } = props;
  const { t } = useTranslator();
  const scrub = useScrub(totalFrames, onScrub);
  const bars = Math.max(1, Math.floor(widthPx / BAR_PX));
  const wave = useMemo(
    () => (track === null ? null : wavePath(track.peaks, bars, totalFrames / framesPerSecond)),
    [track, bars, totalFrames],
  );
  const part = (frames: number) => `${(frames / totalFrames) * 100}%`;
  const drawn = wave !== null && (
    <svg
      viewBox={`0 0 ${bars} ${WAVE}`}
      preserveAspectRatio="none"
      className="absolute inset-y-0 start-0 h-full"
      style={{ width: `${widthPx}px` }}
    >
      <path d={wave} stroke="currentColor" strokeWidth={2} vectorEffect="non-scaling-stroke" />
    </svg>
  );
  return (
    <div
      role="img"
      aria-label={t(track === null ? 'strip.beats' : 'strip.music', { count: Math.round(totalBeats) })}
      data-wave={track?.id}
      className="relative h-13 cursor-col-resize touch-none"
      {...scrub}
    >
      <svg
        viewBox={`0 0 ${totalBeats} 8`}
        preserveAspectRatio="none"
        className="absolute inset-x-0 top-0.5 h-2 w-full overflow-visible text-edge"
      >
        <path d={beatTicks(totalBeats)} stroke="currentColor" vectorEffect="non-scaling-stroke" />
      </svg>
      <div className="absolute inset-x-0 top-3 h-8 text-edge">
        {drawn}
        <div className="absolute inset-y-0 start-0 overflow-hidden text-text" style={{ width: part(frame) }}>
          {drawn}
        </div>
        {sentence !== null && (
          <p className="sticky start-0 w-fit truncate px-1 text-xs leading-8 text-quiet">{sentence}</p>
        )}
      </div>
      {cutFrames.map((cut) => (
        <span
          key={cut}
          className="absolute bottom-0 -translate-x-1/2 border-x-4 border-b-[6px] border-x-transparent border-b-quiet"
          style={{ left: part(cut) }}
        />
      ))}
    </div>
  );
}

/** A line from every beat down, of a bar's first one longer. Beats are the unit across. */
function beatTicks(beats: number): string {
  const ticks = Array.from({ length: Math.floor(beats) + 1 }, (_, beat) => beat);
  return ticks.map((beat) => `M${beat} 0V${beat % BEATS_PER_BAR === 0 ? 8 : 4}`).join('');
}

/** Bars about a middle line, as loud as the track is while each lasts; nothing where the track is over. */
function wavePath(peaks: readonly number[], bars: number, seconds: number): string {
  const peaksPerBar = (seconds * PEAKS_PER_SECOND) / bars;
  const lines = Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor(bar * peaksPerBar);
    const heard = peaks.slice(from, Math.max(from + 1, Math.floor((bar + 1) * peaksPerBar)));
    if (heard.length === 0) return '';
    const half = Math.max(SILENCE, Math.max(...heard) * WAVE) / 2;
    return `M${bar + 0.5} ${(WAVE / 2 - half).toFixed(2)}V${(WAVE / 2 + half).toFixed(2)}`;
  });
  return lines.join('');
}
