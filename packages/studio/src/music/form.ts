/** What happens in a bar. */
export type Section = 'intro' | 'build' | 'main' | 'break' | 'ending';

export interface Bar {
  /** May be negative or fractional for the first bar: the music can begin inside it. */
  startSeconds: number;
  section: Section;
  /** Counts from the drop; negative before it. */
  fromDrop: number;
}

/** The plan of a piece in time. */
export interface Form {
  bpm: number;
  beatSeconds: number;
  bars: Bar[];
  dropSeconds: number;
  /** The last chord; it rings out to the end. */
  finalSeconds: number;
}

/** How long the last chord rings, at least and at most. */
const RING = [0.9, 1.9] as const;

/**
 * Finds the tempo whose beats meet the cuts best and lays the form out around the drop: intro and build before it,
 * the full band after it, a break in long pieces, and a last chord that rings to the last frame.
 */
export function planForm(
  seconds: number,
  [slowest, fastest]: readonly [number, number],
  hitsAtSeconds: readonly number[],
  preferredBpm: number,
): Form {
  const hits = hitsAtSeconds.filter((hit) => hit > 0.3 && hit < seconds - 0.3);
  const dropSeconds = dropAt(seconds, hits);
  let best = { bpm: preferredBpm, penalty: Infinity, finalSeconds: seconds - 1.2 };
  for (let bpm = slowest; bpm <= fastest; bpm += 0.1) {
    const beat = 60 / bpm;
    const beats = Math.floor((seconds - RING[0] - dropSeconds) / beat / 2) * 2;
    const finalSeconds = dropSeconds + Math.max(2, beats) * beat;
    const ring = seconds - finalSeconds;
    const offBeats = hits.reduce((sum, hit) => sum + distanceToGrid(hit - dropSeconds, beat), 0);
    const ringPenalty = Math.max(0, ring - RING[1]) + Math.max(0, RING[0] - ring) * 3;
    const barPenalty = beats % 4 === 0 ? 0 : 0.12;
    const penalty = offBeats * 6 + ringPenalty * 1.5 + barPenalty + Math.abs(bpm - preferredBpm) * 0.012;
    if (penalty < best.penalty) best = { bpm, penalty, finalSeconds };
  }
  const beatSeconds = 60 / best.bpm;
  return {
    bpm: best.bpm,
    beatSeconds,
    dropSeconds,
    finalSeconds: best.finalSeconds,
    bars: barsOf(best, beatSeconds, dropSeconds),
  };
}

/** The drop comes with the cut nearest to 30 % of the piece; without cuts there it comes at 30 %. */
function dropAt(seconds: number, hits: readonly number[]): number {
  const wanted = seconds * 0.3;
  const near = hits.filter((hit) => hit >= seconds * 0.12 && hit <= seconds * 0.55);
  return near.length === 0
    ? wanted
    : near.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a));
}

function distanceToGrid(time: number, beat: number): number {
  const off = time / beat - Math.round(time / beat);
  return Math.abs(off) * beat;
}

function barsOf({ finalSeconds }: { finalSeconds: number }, beat: number, drop: number): Bar[] {
  const bar = beat * 4;
  const first = -Math.ceil(drop / bar - 1e-6);
  const last = Math.ceil((finalSeconds - drop) / bar - 1e-6);
  return Array.from({ length: last - first }, (_, i) => {
    const fromDrop = first + i;
    return { startSeconds: drop + fromDrop * bar, fromDrop, section: sectionOf(fromDrop, last) };
  });
}

function sectionOf(fromDrop: number, barsAfterDrop: number): Section {
  if (fromDrop < -1) return 'intro';
  if (fromDrop === -1) return 'build';
  // One bar of air, so that what follows lands: pieces of one level throughout tire the ear.
  const hasBreak = barsAfterDrop >= 4;
  if (hasBreak && fromDrop === Math.floor((barsAfterDrop - 1) / 2)) return 'break';
  return fromDrop === barsAfterDrop - 1 ? 'ending' : 'main';
}
