import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { singableTones } from './chord.ts';
import { compose, type Note, type Score } from './compose.ts';
import { beatAt, secondsAt } from './form.ts';
import { DRUM_KEYS, scaleTones, type Part } from './mood.ts';
import { MOODS } from './moods.ts';
import { spanAt } from './plan.ts';
import { PAD_KEYS } from './voicing.ts';

const ADS: readonly (readonly [seconds: number, cuts: readonly number[]])[] = [
  [6, [2, 4]],
  [10, [2.4, 5.1, 7.7]],
  [15, [3, 6, 9, 12]],
  [15, [2.4, 5.3, 9.1, 12.2]],
  [30, [4, 7.5, 11, 14, 18, 21.5, 26]],
  [20, []],
];
const pieces = MOODS.flatMap((mood) =>
  ADS.flatMap(([seconds, cuts]) =>
    [1, 7, 42].map((seed) => ({ mood, seconds, cuts, seed, score: compose(mood, seconds, seed, cuts) })),
  ),
);
const describeOf = ({ mood, seconds, seed }: (typeof pieces)[number]) =>
  `${mood.id}, ${seconds} s, seed ${seed}`;

function notesOf({ notes }: Score, part: Part): Note[] {
  return notes.filter((note) => note.part === part);
}

function endOf({ startSeconds, lengthSeconds }: Note): number {
  return startSeconds + lengthSeconds;
}

describe('harmony', () => {
  test('no voice of the pad moves more than a fourth, without a semitone between its voices', () => {
    for (const piece of pieces) {
      const voicings = piece.score.spans.map(({ voicing }) => voicing.keys);
      for (const [i, keys] of voicings.entries()) {
        for (const low of keys)
          for (const high of keys) expect([1, 13], describeOf(piece)).not.toContain(high - low);
        for (const key of keys) {
          const nearest = Math.min(...(voicings[i - 1] ?? keys).map((before) => Math.abs(before - key)));
          expect(nearest, describeOf(piece)).toBeLessThanOrEqual(5);
        }
      }
    }
  });

  test('a leading tone rises to the tonic', () => {
    for (const piece of pieces)
      for (const [i, { voicing }] of piece.score.spans.entries()) {
        const next = piece.score.spans[i + 1]?.voicing;
        for (const key of voicing.keys)
          if (
            key % 12 === voicing.chord.leadingTone &&
            next?.chord.tones[0] === piece.score.tonic &&
            next.keys.some((other) => other % 12 === piece.score.tonic)
          ) {
            expect(next.keys, describeOf(piece)).toContain(key + 1);
          }
      }
  });

  test('the piece ends on its home chord, with the tonic in the bass and in the melody', () => {
    for (const piece of pieces) {
      const { score, seconds } = piece;
      for (const part of ['bass', 'lead'] as const) {
        const last = notesOf(score, part).at(-1)!;
        expect(last.key % 12, describeOf(piece)).toBe(score.tonic);
        expect(last.startSeconds).toBeCloseTo(score.form.finalSeconds, 5);
        expect(endOf(last)).toBeCloseTo(seconds, 5);
      }
    }
  });
});

describe('melody', () => {
  test('notes on a beat and long notes agree with the chord', () => {
    for (const piece of pieces)
      for (const note of notesOf(piece.score, 'lead')) {
        const beat = beatAt(piece.score.form, note.startSeconds + 0.006);
        const isOnBeat = Math.abs(beat - Math.round(beat)) < 0.04;
        const isLong = note.lengthSeconds * piece.score.form.bpm > 60 * 0.7;
        if (!isOnBeat && !isLong) continue;
        const { chord } = spanAt(piece.score.spans, beat).voicing;
        const scale = scaleTones(piece.mood.scale, piece.score.tonic);
        expect(singableTones(chord, scale), `${describeOf(piece)} at beat ${beat.toFixed(2)}`).toContain(
          note.key % 12,
        );
      }
  });

  test('no melody note lies a semitone above a voice of the chord that is held under it', () => {
    for (const piece of pieces)
      for (const note of notesOf(piece.score, 'lead'))
        for (const pad of notesOf(piece.score, 'pad')) {
          const overlap = Math.min(endOf(note), endOf(pad)) - Math.max(note.startSeconds, pad.startSeconds);
          // Shorter ones pass by.
          const isHeld = overlap * piece.score.form.bpm > 60 * 0.7;
          if (isHeld) expect((note.key - pad.key) % 12, describeOf(piece)).not.toBe(1);
        }
  });

  test('the tune stays in its range, above the pad, and leaps at most an octave', () => {
    for (const piece of pieces) {
      const keys = notesOf(piece.score, 'lead').map(({ key }) => key);
      expect(Math.min(...keys), describeOf(piece)).toBeGreaterThan(PAD_KEYS[1]);
      expect(Math.max(...keys) - Math.min(...keys), describeOf(piece)).toBeLessThanOrEqual(19);
      for (const [i, key] of keys.entries())
        expect(Math.abs(key - (keys[i - 1] ?? key)), describeOf(piece)).toBeLessThanOrEqual(12);
    }
  });

  test('the motif comes back: the question and the answer begin with the same rhythm', () => {
    for (const piece of pieces) {
      const rhythmOf = (fromDrop: number) => {
        const { bars } = piece.score.form;
        const bar = bars.find((candidate) => candidate.fromDrop === fromDrop);
        const isMain = bar?.section === 'main';
        return isMain
          ? notesOf(piece.score, 'lead')
              .map(({ startSeconds }) => beatAt(piece.score.form, startSeconds + 0.006) - bar.startBeat)
              .filter((beat) => beat > -0.1 && beat < 3.9)
              .map((beat) => Math.floor(beat * 4 + 0.1))
          : null;
      };
      const [question, answer] = [rhythmOf(0), rhythmOf(2)];
      if (question && answer) expect(answer, describeOf(piece)).toEqual(question);
    }
  });

  test('the tune is singable: seconds and thirds are more than half of its moves, and it is no single note', () => {
    for (const mood of MOODS) {
      const moves = pieces
        .filter((piece) => piece.mood === mood)
        .flatMap(({ score }) => {
          const keys = notesOf(score, 'lead').map(({ key }) => key);
          return keys.slice(1).map((key, i) => Math.abs(key - keys[i]!));
        });
      expect(moves.filter((move) => move > 0 && move <= 4).length / moves.length, mood.id).toBeGreaterThan(
        0.5,
      );
      expect(moves.filter((move) => move === 0).length / moves.length, mood.id).toBeLessThan(1 / 3);
    }
  });

  test('the tune breathes', () => {
    for (const piece of pieces.filter(({ seconds }) => seconds >= 15)) {
      const { dropSeconds, finalSeconds } = piece.score.form;
      const sung = notesOf(piece.score, 'lead')
        .filter(({ startSeconds }) => startSeconds < finalSeconds - 0.02)
        .reduce((sum, { lengthSeconds }) => sum + lengthSeconds, 0);
      expect(sung / (finalSeconds - dropSeconds), describeOf(piece)).toBeLessThan(0.9);
    }
  });
});

describe('rhythm', () => {
  test('wherever the bass begins a beat with the kick, they begin together', () => {
    for (const piece of pieces) {
      const kicks = piece.score.notes.filter(({ part, key }) => part === 'drums' && key === DRUM_KEYS.kick);
      const apart = notesOf(piece.score, 'bass').flatMap((bass) =>
        kicks.map((kick) => Math.abs(kick.startSeconds - bass.startSeconds)).filter((gap) => gap < 0.06),
      );
      for (const gap of apart) expect(gap, describeOf(piece)).toBeLessThan(0.001);
    }
  });

  test('no drum stumbles beside an accent', () => {
    for (const piece of pieces) {
      const drums = notesOf(piece.score, 'drums');
      for (const cut of piece.cuts) {
        const near = drums.filter(
          ({ startSeconds, key }) => key === DRUM_KEYS.kick && Math.abs(startSeconds - cut) < 0.06,
        );
        for (const { startSeconds } of near) expect(startSeconds, describeOf(piece)).toBeCloseTo(cut, 5);
      }
    }
  });

  test('players are human: a figure is not struck at one strength', () => {
    for (const piece of pieces) {
      const velocities = notesOf(piece.score, 'keys').map(({ velocity }) => velocity);
      expect(new Set(velocities).size, describeOf(piece)).toBeGreaterThan(5);
    }
  });
});

describe('form', () => {
  test('every cut is struck at its moment, by drums and by a chord', () => {
    for (const piece of pieces)
      for (const cut of piece.cuts.filter((time) => time <= piece.score.form.finalSeconds)) {
        const struck = piece.score.notes.filter(({ startSeconds }) => Math.abs(startSeconds - cut) < 0.001);
        expect(
          struck.some(({ part }) => part === 'drums'),
          `${describeOf(piece)} at ${cut}`,
        ).toBe(true);
        expect(
          struck.some(({ part }) => part === 'keys'),
          `${describeOf(piece)} at ${cut}`,
        ).toBe(true);
      }
  });

  test('the piece is there from its first moment', () => {
    for (const piece of pieces) expect(piece.score.notes[0]?.startSeconds, describeOf(piece)).toBe(0);
  });

  test('the band comes in with the drop, waits for a bar in longer pieces, and comes back fuller', () => {
    for (const piece of pieces) {
      const { form } = piece.score;
      const partsIn = (wanted: string) => {
        const bar = form.bars.find(({ section }) => section === wanted);
        if (!bar) return null;
        const [from, to] = [secondsAt(form, bar.startBeat), secondsAt(form, bar.startBeat + bar.beats)];
        const inBar = piece.score.notes.filter(
          ({ startSeconds }) =>
            startSeconds > from + 0.1 &&
            startSeconds < to - 0.05 &&
            !piece.cuts.some((cut) => Math.abs(cut - startSeconds) < 0.001),
        );
        return new Set(inBar.map(({ part }) => part));
      };
      expect(partsIn('intro')?.has('bass') ?? false, describeOf(piece)).toBe(false);
      expect(partsIn('intro')?.has('drums') ?? false, describeOf(piece)).toBe(false);
      expect(partsIn('break')?.has('bass') ?? false, describeOf(piece)).toBe(false);
      for (const part of ['lead', 'keys', 'bass', 'drums'] as const)
        expect(partsIn('main')?.has(part) ?? true, `${describeOf(piece)}: ${part}`).toBe(true);
      if (partsIn('lift')) expect([...partsIn('lift')!], describeOf(piece)).toContain('sparkle');
      if (piece.seconds >= 10) expect(form.bars.length).toBeGreaterThan(2);
    }
  });

  test('bass, chords and melody each have their own register', () => {
    for (const piece of pieces) {
      const keysOf = (part: Part) => notesOf(piece.score, part).map(({ key }) => key);
      expect(
        Math.max(...keysOf('bass').map((key) => (piece.mood.hasOctaveBass ? key - 12 : key))),
      ).toBeLessThan(PAD_KEYS[0]);
      for (const key of keysOf('pad')) expect(key).toBeLessThanOrEqual(PAD_KEYS[1]);
    }
  });
});

describe('any ad', () => {
  test('whatever its length and its cuts, every note can be played and ends with the piece', () => {
    const random = createRandom(3);
    for (let seed = 0; seed < 400; seed += 1) {
      const mood = MOODS[seed % MOODS.length]!;
      const seconds = 2 + random() * (seed % 3 === 0 ? 4 : 40);
      const cuts: number[] = [];
      for (let at = random() * 4; at < seconds; at += 0.6 + random() * 4) cuts.push(at);
      const { notes, form } = compose(mood, seconds, seed, cuts);
      const title = `${mood.id}, ${seconds} s, cuts at ${cuts.join(', ')}`;
      expect(seconds - form.finalSeconds, title).toBeGreaterThan(0.3);
      for (const note of notes) {
        expect(note.startSeconds, title).toBeGreaterThanOrEqual(0);
        expect(endOf(note), title).toBeLessThan(seconds + 0.06);
        expect(note.velocity >= 1 && note.velocity <= 127 && note.key > 20 && note.key < 110, title).toBe(
          true,
        );
      }
    }
  });
});

describe('moods', () => {
  test('the notes are those of the scale, and of the chords', () => {
    for (const piece of pieces) {
      const scale = scaleTones(piece.mood.scale, piece.score.tonic);
      for (const note of notesOf(piece.score, 'lead')) {
        const beat = beatAt(piece.score.form, note.startSeconds + 0.006);
        const { tones } = spanAt(piece.score.spans, beat).voicing.chord;
        const isOwn = scale.includes(note.key % 12) || tones.includes(note.key % 12);
        expect(isOwn, describeOf(piece)).toBe(true);
      }
    }
  });

  test('no two moods share their tempo, scale, groove and instruments', () => {
    const looks = MOODS.map(({ bpm, scale, grooves, instruments }) =>
      JSON.stringify([bpm, scale, grooves, instruments]),
    );
    expect(new Set(looks).size).toBe(MOODS.length);
  });

  test.each(MOODS)('every pattern of $name is a bar of sixteenths', ({ motifs, keysPatterns, grooves }) => {
    const patterns = [
      ...motifs,
      ...keysPatterns,
      ...grooves.flatMap(({ drums, lift, fill, bass }) => [
        bass,
        ...[drums, lift, fill].flatMap((part) => Object.values(part)),
      ]),
    ];
    for (const pattern of patterns) expect(pattern).toMatch(/^[1-9.-]{16}$/);
  });
});
