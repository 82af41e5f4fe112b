/** What happens in a bar. */
export type Section = 'intro' | 'build' | 'main' | 'break' | 'lift' | 'ending';

/** Time is counted in beats from the drop, negative before it. */
export interface Bar {
  startBeat: number;
  /** 4, but for the first and the last bar, which take what the piece leaves them. */
  beats: number;
  section: Section;
  /** Counts from the drop; negative before it. */
  fromDrop: number;
}

interface Anchor {
  beat: number;
  seconds: number;
}

/** The plan of a piece in time. */
export interface Form {
  /** Nominal tempo; between two cuts the real one bends by a few per cent so that the next cut falls on a beat. */
  bpm: number;
  bars: Bar[];
  /** Where beats meet seconds: the start, the drop, the cuts and the last chord. */
  anchors: Anchor[];
  dropSeconds: number;
  /** The last chord; it rings out to the end. */
  finalSeconds: number;
  finalBeat: number;
}

/** The least that comes before a drop. */
const INTRO_SECONDS = 1.8;
/** How long the last chord rings, at least and at most. */
const RING_SECONDS = [0.9, 1.9] as const;
/** How far the tempo may bend to meet a cut; a cut that needs more gets its accent off the beat. */
const BEND = 0.06;

/**
 * Finds the tempo that meets the cuts with the least bending and lays the form out around the drop: intro and build
 * before it, the full band after it, one bar of air before the last cut brings the band back, and a last chord that
 * rings to the last frame.
 */
export function planForm(
  seconds: number,
  [slowest, fastest]: readonly [number, number],
  hitsAtSeconds: readonly number[],
  preferredBpm: number,
): Form {
  const hits = hitsAtSeconds.filter((hit) => hit > 0.3 && hit < seconds - 0.6).toSorted((a, b) => a - b);
  const dropSeconds = dropAt(seconds, hits);
  let best = fitTempo(preferredBpm, seconds, dropSeconds, hits);
  for (let bpm = slowest; bpm <= fastest; bpm += 0.1) {
    const fit = fitTempo(bpm, seconds, dropSeconds, hits);
    fit.penalty += Math.abs(bpm - preferredBpm) * 0.012;
    if (fit.penalty < best.penalty) best = fit;
  }
  const { bpm, anchors } = best;
  const first = anchors[0] ?? { beat: -1, seconds: 0 };
  const final = anchors.at(-1) ?? { beat: 2, seconds };
  const lastHitBeat = hits.some((hit) => hit > dropSeconds) ? (anchors.at(-2)?.beat ?? null) : null;
  return {
    bpm,
    anchors,
    dropSeconds,
    finalSeconds: final.seconds,
    finalBeat: final.beat,
    bars: [...barsBefore(-first.beat), ...barsAfter(final.beat, lastHitBeat)],
  };
}

/** Seconds of a beat; straight lines between the anchors. */
export function secondsAt({ anchors }: Form, beat: number): number {
  return interpolate(beat, anchors, 'beat', 'seconds');
}

/** Beat of a second; the inverse of `secondsAt`. */
export function beatAt({ anchors }: Form, seconds: number): number {
  return interpolate(seconds, anchors, 'seconds', 'beat');
}

function interpolate(x: number, anchors: readonly Anchor[], from: keyof Anchor, to: keyof Anchor): number {
  const next = anchors.findIndex((anchor, i) => i > 0 && anchor[from] >= x);
  const end = next === -1 ? anchors.length - 1 : next;
  const [a, b] = [anchors[end - 1], anchors[end]];
  if (!a || !b) return x;
  return a[to] + ((x - a[from]) * (b[to] - a[to])) / (b[from] - a[from]);
}

/** The drop comes with the first cut that leaves room for an intro; without one, at 30 % of the piece. */
function dropAt(seconds: number, hits: readonly number[]): number {
  const wanted = Math.min(6, seconds * 0.3);
  return hits.find((hit) => hit >= Math.min(INTRO_SECONDS, wanted) && hit <= seconds * 0.55) ?? wanted;
}

/** Ties every cut to the nearest half beat from the drop outwards and tells how much that bends the tempo. */
function fitTempo(
  bpm: number,
  seconds: number,
  dropSeconds: number,
  hits: readonly number[],
): { bpm: number; anchors: Anchor[]; penalty: number } {
  const beat = 60 / bpm;
  let penalty = 0;
  const drop = { beat: 0, seconds: dropSeconds };
  const walk = (times: readonly number[], direction: 1 | -1): Anchor[] => {
    let last = drop;
    return times.flatMap((time) => {
      const span = Math.abs(time - last.seconds);
      const beats = Math.max(1, Math.round((span / beat) * 2)) / 2;
      const bend = span / (beats * beat) - 1;
      const isTied = time === 0 || Math.abs(bend) <= BEND;
      penalty += isTied ? bend * bend * 60 + Math.abs(bend) + (beats % 1 === 0 ? 0 : 0.15) : 1;
      if (!isTied) return [];
      last = { beat: last.beat + direction * beats, seconds: time };
      return [last];
    });
  };
  const before = walk([...hits.filter((hit) => hit < dropSeconds).toReversed(), 0], -1).toReversed();
  const after = walk(
    hits.filter((hit) => hit > dropSeconds),
    1,
  );
  const last = after.at(-1) ?? drop;
  // A cut near the end is the last chord's.
  if (last !== drop && seconds - last.seconds < RING_SECONDS[0] + beat)
    return { bpm, anchors: [...before, drop, ...after], penalty };
  const room = (seconds - RING_SECONDS[0] - last.seconds) / beat;
  const latest = last.beat + Math.max(0.5, room);
  const onStrongBeat = Math.floor(latest / 2) * 2;
  const finalBeat = onStrongBeat > last.beat ? onStrongBeat : Math.floor(latest * 2) / 2;
  const finalSeconds = last.seconds + (finalBeat - last.beat) * beat;
  const ring = seconds - finalSeconds;
  penalty += (Math.max(0, ring - RING_SECONDS[1]) + Math.max(0, RING_SECONDS[0] - ring) * 3) * 1.5;
  if (finalBeat % 4 !== 0) penalty += 0.12;
  return { bpm, anchors: [...before, drop, ...after, { beat: finalBeat, seconds: finalSeconds }], penalty };
}

/** Counted back from the drop; a rest of less than two beats joins the first bar. */
function barsBefore(beats: number): Bar[] {
  const count = Math.max(1, Math.floor((beats + 2) / 4));
  return Array.from({ length: count }, (_, i) => {
    const fromDrop = i - count;
    const startBeat = i === 0 ? -beats : fromDrop * 4;
    return {
      startBeat,
      beats: (fromDrop + 1) * 4 - startBeat,
      fromDrop,
      section: fromDrop === -1 ? 'build' : 'intro',
    };
  });
}

function barsAfter(beats: number, lastHitBeat: number | null): Bar[] {
  const count = Math.max(1, Math.floor((beats + 2) / 4));
  // One bar of air, so that what follows lands: pieces of one level throughout tire the ear.
  const wanted = lastHitBeat === null ? Math.floor(count / 2) : Math.round(lastHitBeat / 4) - 1;
  const air = count < 4 ? Infinity : Math.max(2, Math.min(count - 2, wanted));
  return Array.from({ length: count }, (_, fromDrop) => {
    const isLast = fromDrop === count - 1;
    const startBeat = fromDrop * 4;
    const played = fromDrop < air ? 'main' : fromDrop === air ? 'break' : 'lift';
    return {
      startBeat,
      beats: isLast ? beats - startBeat : 4,
      fromDrop,
      section: isLast ? 'ending' : played,
    };
  });
}
