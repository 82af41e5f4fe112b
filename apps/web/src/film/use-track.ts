'use client';
import { useEffect, useState } from 'react';
import { loudnessPeaks } from './loudness-peaks.ts';

/** What is heard with a film: a track that begins with its first frame. */
export interface FilmSound {
  /** The asset: its address changes while it stays the same. */
  id: string;
  url: string;
  /** Linear gain, 0–1. */
  volume: number;
}

/** A track that has been fetched: to be played, and how loud it is over its time. */
export interface Track {
  id: string;
  url: string;
  seconds: number;
  /** 0–1, `PEAKS_PER_SECOND` of them a second. */
  peaks: readonly number[];
}

export const PEAKS_PER_SECOND = 60;
/** Enough to see how loud it is, and a quick decoding. */
const SAMPLE_RATE = 22_050;

async function readTrack({ id, url }: FilmSound): Promise<Track> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error('The music of this ad did not load.');
  const file = await answer.blob();
  const decoder = new OfflineAudioContext(1, 1, SAMPLE_RATE);
  const samples = await decoder.decodeAudioData(await file.arrayBuffer());
  const channels = Array.from({ length: samples.numberOfChannels }, (_, n) => samples.getChannelData(n));
  const parts = Math.max(1, Math.round(samples.duration * PEAKS_PER_SECOND));
  return {
    id,
    url: URL.createObjectURL(file),
    seconds: samples.duration,
    peaks: loudnessPeaks(channels, parts),
  };
}

/** Fetches and decodes a track once, however often its address changes. `isFailed` when it cannot be had. */
export function useTrack(sound: FilmSound | null): { track: Track | null; isFailed: boolean } {
  const [read, setRead] = useState<{ id: string; track: Track | null } | null>(null);
  const id = sound?.id ?? null;
  useEffect(() => {
    if (sound === null) return;
    let isWanted = true;
    let made: Track | null = null;
    readTrack(sound).then(
      (track) => {
        if (!isWanted) return URL.revokeObjectURL(track.url);
        made = track;
        setRead({ id: track.id, track });
      },
      () => isWanted && setRead({ id: sound.id, track: null }),
    );
    return () => {
      isWanted = false;
      if (made === null) return;
      URL.revokeObjectURL(made.url);
      // Asked for again it is fetched again: its address is gone.
      setRead(null);
    };
    // The address is as the asset was when it was first asked for.
  }, [id]);
  const known = read !== null && read.id === id ? read : null;
  return { track: known?.track ?? null, isFailed: known !== null && known.track === null };
}
