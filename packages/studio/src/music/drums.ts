import type { Bar } from './form.ts';
import { DRUM_KEYS, type Drum, type DrumPatterns } from './mood.ts';
import { stepsOf, type Draft, type Plan } from './plan.ts';

/** What marks time in the quiet bars, too. */
const LIGHT: readonly Drum[] = ['hat', 'shaker', 'ride', 'triangle'];
const FILL_BEATS = 2;

/** Four bars are a phrase: a fill ends it, and from the second one on the groove is fuller. */
const PHRASE_BARS = 4;

/** The groove, with a fill before anything new; where the band waits it is light, and a roll grows. */
export function writeDrums(plan: Plan): Draft[] {
  const { form, groove } = plan;
  return form.bars.flatMap((bar, i) => {
    if (bar.section === 'intro') return [];
    if (bar.section === 'build' || bar.section === 'break')
      return [...strikes(plan, bar, groove.drums).filter(isLight), ...roll(plan, bar)];
    const isFull = bar.section !== 'main' || bar.fromDrop >= PHRASE_BARS;
    const band = strikes(plan, bar, isFull ? { ...groove.drums, ...groove.lift } : groove.drums);
    const isLast = form.bars[i + 1]?.section !== bar.section || (bar.fromDrop + 1) % PHRASE_BARS === 0;
    if (bar.beats < 4 || !isLast) return band;
    const fillFrom = bar.startBeat + bar.beats - FILL_BEATS - 0.01;
    return [
      ...band.filter(({ key, startBeat }) => startBeat < fillFrom || key === DRUM_KEYS.kick),
      ...strikes(plan, bar, groove.fill),
    ];
  });
}

function strikes({ mood }: Plan, bar: Bar, patterns: DrumPatterns): Draft[] {
  return (Object.keys(patterns) as Drum[]).flatMap((drum) =>
    stepsOf(patterns[drum] ?? '', bar, mood.swing).map(({ startBeat, velocity }) =>
      strike(drum, startBeat, 24 + velocity * 10),
    ),
  );
}

/** Sixteenths that grow through the last two beats; quiet moods shake instead of drumming. */
function roll({ mood: { impact } }: Plan, { startBeat, beats }: Bar): Draft[] {
  const drum = impact >= 0.4 ? 'snare' : 'shaker';
  const count = Math.min(8, beats * 4);
  return Array.from({ length: count }, (_, i) =>
    strike(drum, startBeat + beats - (count - i) / 4, 20 + i * (4 + impact * 7)),
  );
}

export function strike(drum: Drum, startBeat: number, velocity: number): Draft {
  return { part: 'drums', startBeat, beats: 0.25, key: DRUM_KEYS[drum], velocity };
}

function isLight({ key }: Draft): boolean {
  return LIGHT.some((drum) => DRUM_KEYS[drum] === key);
}
