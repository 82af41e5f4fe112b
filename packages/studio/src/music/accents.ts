import { rootAt, struck } from './accompaniment.ts';
import { strike } from './drums.ts';
import { beatAt } from './form.ts';
import type { Drum } from './mood.ts';
import type { Draft, Plan } from './plan.ts';

/** Every cut is heard: the mood's drums and the chord of the moment; soft before the drop, full on it. */
export function writeAccents(plan: Plan, hitsAtSeconds: readonly number[], seconds: number): Draft[] {
  const { form } = plan;
  return hitsAtSeconds
    .filter((hit) => hit > 0 && hit < Math.min(seconds - 0.2, form.finalSeconds - 0.05))
    .flatMap((hit) => {
      const startBeat = beatAt(form, hit);
      const isDrop = Math.abs(startBeat) < 0.01;
      return accent(plan, startBeat, 1, isDrop ? 1.12 : startBeat < 0 ? 0.7 : 1);
    });
}

/** The home chord, everyone at once, rings to the last frame. */
export function writeFinal(plan: Plan): Draft[] {
  const { form, home, tonic, mood } = plan;
  const [lowest, highest] = mood.leadKeys;
  const middle = (lowest + highest) / 2;
  const high = [0, 12, 24, 36]
    .map((octave) => tonic + 48 + octave)
    .reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a));
  const ringing = (part: Draft['part'], key: number, velocity: number): Draft => ({
    part,
    startBeat: form.finalBeat,
    beats: Infinity,
    key,
    velocity,
    isFixed: true,
  });
  return [
    ...accent(plan, form.finalBeat, 16, 1.15),
    ...home.keys.map((key) => ringing('pad', key, 90)),
    ringing('lead', high, 88),
    ringing('sparkle', high + 12, 70),
    ringing('bass', rootAt(plan, form.finalBeat), 104),
  ];
}

function accent(plan: Plan, startBeat: number, beats: number, weight: number): Draft[] {
  return [
    ...Object.entries(plan.mood.accent).map(([drum, velocity]) =>
      strike(drum as Drum, startBeat, velocity * weight),
    ),
    ...struck(plan, startBeat).map((key) => ({
      part: 'keys' as const,
      startBeat,
      beats,
      key,
      velocity: (76 + 24 * plan.mood.impact) * weight,
    })),
  ].map((draft) => ({ ...draft, isFixed: true }));
}
