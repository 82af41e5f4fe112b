import { pick } from '../random.ts';
import { scaleTones } from './mood.ts';
import { spanAt, stepsOf, type Draft, type Plan } from './plan.ts';

/** The bass's room: an octave, so that it never meets the pad. */
const LOWEST_BASS = 31;
/** Where the figure of the keys begins. */
const LOWEST_KEYS = 60;

/** Held chords, one a span; the last one rings. */
export function writePad({ spans, form }: Plan): Draft[] {
  return spans.flatMap(({ startBeat, beats, voicing }) =>
    startBeat >= form.finalBeat
      ? []
      : voicing.keys.map((key) => ({
          part: 'pad' as const,
          startBeat,
          beats: beats * 0.99,
          key,
          velocity: 80,
        })),
  );
}

/** The chord's root under every chord, in the rhythm of the kick, and a step towards the next root at the bar's end. */
export function writeBass(plan: Plan): Draft[] {
  const { form, spans, mood, groove } = plan;
  const draft = (startBeat: number, beats: number, key: number, velocity: number): Draft => ({
    part: 'bass',
    startBeat,
    beats,
    key,
    velocity,
  });
  return form.bars.flatMap((bar) => {
    if (bar.section === 'intro' || bar.section === 'break') return [];
    if (bar.section === 'build') {
      return spans
        .filter(({ startBeat }) => startBeat >= bar.startBeat && startBeat < bar.startBeat + bar.beats)
        .map(({ startBeat, beats }) => draft(startBeat, beats * 0.9, rootAt(plan, startBeat), 84));
    }
    return stepsOf(groove.bass, bar, mood.swing).map(({ startBeat, beats, velocity, sixteenth }) => {
      const root = rootAt(plan, startBeat);
      const next = rootAt(plan, bar.startBeat + bar.beats);
      const isLeading = sixteenth >= 14 && next !== root;
      const isOctave = mood.hasOctaveBass && sixteenth % 4 === 2;
      const key = isLeading ? stepBelow(plan, next) : isOctave ? root + 12 : root;
      return draft(startBeat, Math.max(beats * 0.92, 0.3), key, 48 + velocity * 7);
    });
  });
}

/** The root that the bass plays at a beat. */
export function rootAt({ spans }: Plan, beat: number): number {
  const root = spanAt(spans, beat).voicing.chord.tones[0] ?? 0;
  return LOWEST_BASS + ((root - LOWEST_BASS + 120) % 12);
}

function stepBelow({ mood, tonic }: Plan, key: number): number {
  const scale = scaleTones(mood.scale, tonic);
  return [key - 1, key - 2].find((below) => scale.includes(below % 12)) ?? key;
}

/** A figure over the chord: broken in a fixed order, or struck. */
export function writeKeys(plan: Plan): Draft[] {
  const { form, mood, keysPattern, spans } = plan;
  const order = pick(plan.random, [
    [0, 1, 2, 1],
    [0, 2, 1, 2],
    [0, 1, 2, 3],
    [2, 1, 0, 1],
  ]);
  return form.bars.flatMap((bar) => {
    const lift = bar.section === 'lift' || bar.section === 'ending' ? 1 : 0;
    return stepsOf(keysPattern, bar, mood.swing).flatMap(({ startBeat, velocity, beats }, i): Draft[] => {
      const keys = figureKeys(plan, startBeat);
      const end = spans.find((span) => span.startBeat > startBeat + 0.01)?.startBeat ?? form.finalBeat;
      const length = Math.min(Math.max(beats, mood.keysHoldBeats), end - startBeat);
      const note = { part: 'keys' as const, velocity: 40 + velocity * 7 };
      if (mood.keysStyle === 'arp') {
        const key = keys[Math.min(keys.length - 1, (order[i % order.length] ?? 0) + lift)] ?? LOWEST_KEYS;
        return [{ ...note, startBeat, beats: length, key }];
      }
      return struck(plan, startBeat).map((key, voice) => {
        const late = mood.keysStyle === 'strum' ? voice * 0.025 : 0;
        return { ...note, startBeat: startBeat + late, beats: length - late, key };
      });
    });
  });
}

/** The pad's chord an octave higher, where keys and guitars sound clear. */
export function struck({ spans }: Plan, beat: number): number[] {
  return spanAt(spans, beat)
    .voicing.keys.map((key) => (key < LOWEST_KEYS ? key + 12 : key))
    .toSorted((a, b) => a - b);
}

/** All tones of the chord, upwards from the lowest key of the figure. */
function figureKeys({ spans }: Plan, beat: number): number[] {
  const { tones } = spanAt(spans, beat).voicing.chord;
  return Array.from({ length: 22 }, (_, i) => LOWEST_KEYS + i).filter((key) => tones.includes(key % 12));
}

/** The first sound: the piece is there from its first moment, whatever the figure does. */
export function writeOpening(plan: Plan): Draft[] {
  const startBeat = plan.form.bars[0]?.startBeat ?? 0;
  const beats = Math.max(1.5, spanAt(plan.spans, startBeat).beats);
  return struck(plan, startBeat).map((key) => ({
    part: 'keys',
    startBeat,
    beats,
    key,
    velocity: 80,
    isFixed: true,
  }));
}
