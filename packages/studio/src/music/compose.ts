import { writeBass, writeKeys, writeOpening, writePad } from './accompaniment.ts';
import { writeAccents, writeFinal } from './accents.ts';
import { writeDrums } from './drums.ts';
import { secondsAt, type Form, type Section } from './form.ts';
import type { InstrumentName } from './instruments.ts';
import { writeMelody } from './melody.ts';
import { DRUM_KEYS, type Mood, type Part, type PitchedPart } from './mood.ts';
import { planPiece, type Draft, type Plan, type Span } from './plan.ts';

export interface Note {
  part: Part;
  startSeconds: number;
  lengthSeconds: number;
  /** MIDI key and velocity. */
  key: number;
  velocity: number;
}

/** A piece, ready to be played. */
export interface Score {
  form: Form;
  /** Pitch class of the key, 0 = C. */
  tonic: number;
  spans: readonly Span[];
  notes: Note[];
  instruments: Readonly<Record<PitchedPart, InstrumentName>>;
}

/** How hard each part plays in each section, 0 = silent: this is what gives the piece its arc. */
const ARC: Record<Section, Record<Part, number>> = {
  intro: { pad: 1, keys: 0.74, bass: 0, lead: 0, sparkle: 0.8, drums: 0 },
  build: { pad: 0.94, keys: 0.82, bass: 0.8, lead: 0, sparkle: 0, drums: 0.62 },
  main: { pad: 0.92, keys: 0.92, bass: 1, lead: 0.95, sparkle: 0, drums: 0.95 },
  break: { pad: 0.84, keys: 0.72, bass: 0, lead: 0, sparkle: 0.9, drums: 0.5 },
  lift: { pad: 0.97, keys: 1, bass: 1.04, lead: 1.02, sparkle: 1, drums: 1.02 },
  ending: { pad: 0.97, keys: 1, bass: 1.04, lead: 1.02, sparkle: 1, drums: 1.02 },
};
/** The breath before the drop, in beats. */
const AIR_BEATS = 0.5;
/** Two strikes of one drum that are nearer than this would be heard as a stumble. */
const FLAM_SECONDS = 0.07;

/** Composes a piece by rule: harmony, bass, figure, melody and drums over a form that meets the cuts. */
export function compose(mood: Mood, seconds: number, seed: number, hitsAtSeconds: readonly number[]): Score {
  const plan = planPiece(mood, seconds, seed, hitsAtSeconds);
  const { form, tonic, spans, instruments } = plan;
  const played = [
    ...writePad(plan),
    ...writeBass(plan),
    ...writeKeys(plan),
    ...writeMelody(plan),
    ...writeDrums(plan),
  ].flatMap((draft) => inSection(draft, plan));
  const fixed = [...writeOpening(plan), ...writeAccents(plan, hitsAtSeconds, seconds), ...writeFinal(plan)];
  const notes = [...played.filter((draft) => !stumbles(draft, fixed, plan)), ...fixed].map((draft) =>
    timed(draft, plan, seconds),
  );
  return {
    form,
    tonic,
    spans,
    instruments,
    notes: notes.toSorted((a, b) => a.startSeconds - b.startSeconds),
  };
}

/** The draft with its section's dynamics; nothing after the last chord begins, nothing sounds into the drop. */
function inSection(draft: Draft, { form, mood }: Plan): Draft[] {
  const bar = form.bars.findLast(({ startBeat }) => startBeat <= draft.startBeat + 0.01) ?? form.bars[0];
  const level = ARC[bar?.section ?? 'main'][draft.part];
  if (level === 0 || draft.startBeat > form.finalBeat - 0.1) return [];
  const isBeforeDrop = draft.startBeat < 0 && mood.impact >= 0.4 && draft.part !== 'drums';
  const limit = isBeforeDrop ? -AIR_BEATS : form.finalBeat;
  if (draft.startBeat >= limit - 0.1) return [];
  const beats = Math.min(draft.beats, limit - draft.startBeat);
  return [{ ...draft, beats, velocity: draft.velocity * level }];
}

/** True for a strike so near to an accent of its part that both would be a stumble, and for one that the accent repeats. */
function stumbles({ part, startBeat, key }: Draft, accents: readonly Draft[], { form }: Plan): boolean {
  if (part !== 'drums' && part !== 'keys') return false;
  const at = secondsAt(form, startBeat);
  return accents.some((accent) => {
    const distance = Math.abs(secondsAt(form, accent.startBeat) - at);
    const isRepeat = distance > 0.001 || part === 'keys' || accent.key === key;
    return accent.part === part && distance < FLAM_SECONDS && isRepeat;
  });
}

/** From beats to seconds: a little human in time and weight, but for the kick, the bass on it, and what is fixed. */
function timed(draft: Draft, { form, random }: Plan, seconds: number): Note {
  const { part, key, isFixed = false } = draft;
  const isLocked =
    isFixed || part === 'bass' || part === 'pad' || (part === 'drums' && key === DRUM_KEYS.kick);
  const late = isLocked ? 0 : (random() - 0.5) * 0.01;
  const weight = isFixed ? 1 : 0.93 + random() * 0.14;
  const startSeconds = Math.max(0, secondsAt(form, draft.startBeat) + late);
  const end =
    draft.beats === Infinity ? seconds : Math.min(seconds, secondsAt(form, draft.startBeat + draft.beats));
  return {
    part,
    startSeconds,
    lengthSeconds: Math.max(0.05, end - startSeconds),
    key,
    velocity: Math.max(1, Math.min(127, Math.round(draft.velocity * weight))),
  };
}

/** Where the kick falls: it ducks the rest of the band. */
export function kicksOf({ notes }: Score): number[] {
  return notes
    .filter(({ part, key }) => part === 'drums' && key === DRUM_KEYS.kick)
    .map(({ startSeconds }) => startSeconds);
}
