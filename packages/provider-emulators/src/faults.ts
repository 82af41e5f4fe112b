/** Everything that can go wrong at the real service and that the emulator can do on demand. */
export const FAULTS = {
  create: [
    'throttled',
    'throttled-small-account',
    'unauthenticated',
    'out-of-credit',
    'error-before',
    'error-after',
    'reset-before',
    'reset-after',
    'html',
  ],
  poll: ['error', 'reset', 'html', 'throttled'],
  run: [
    'nsfw',
    'sensitive',
    'failed',
    'out-of-memory',
    'high-demand',
    'start-timeout',
    'never-start',
    'never-finish',
    'fewer-outputs',
    'silent-safety',
  ],
  download: ['error', 'reset', 'truncated', 'cut-short', 'html', 'empty', 'gone', 'slow', 'endless', 'bomb'],
  upload: ['error', 'reset', 'too-large'],
  webhook: ['lost', 'late', 'duplicate', 'forged'],
} as const;

export type FaultPlace = keyof typeof FAULTS;
export type FaultName<Place extends FaultPlace> = (typeof FAULTS)[Place][number];

export type FaultScript = {
  /** The next `times` visits to this place go wrong like this, in the order of arming. */
  arm<Place extends FaultPlace>(place: Place, name: FaultName<Place>, times?: number): void;
  /** What goes wrong at this visit, if anything. */
  take<Place extends FaultPlace>(place: Place): FaultName<Place> | null;
  clear(): void;
};

/** How likely a visit to a place goes wrong, 0–1; which fault is drawn evenly from `among`. */
export type FaultRates = { [Place in FaultPlace]?: { rate: number; among: readonly FaultName<Place>[] } };

/** Faults scripted one by one for tests; with `rates` also drawn by chance (`random` gives 0–1), for soak runs. */
export function faultScript(rates: FaultRates = {}, random: () => number = Math.random): FaultScript {
  const armed: { place: FaultPlace; name: string }[] = [];
  return {
    arm(place, name, times = 1) {
      for (let count = 0; count < times; count++) armed.push({ place, name });
    },
    take<Place extends FaultPlace>(place: Place) {
      const index = armed.findIndex((fault) => fault.place === place);
      if (index >= 0) return (armed.splice(index, 1)[0]?.name ?? null) as FaultName<Place> | null;
      const chance = rates[place];
      if (!chance || random() >= chance.rate) return null;
      return chance.among[Math.floor(random() * chance.among.length)] ?? null;
    },
    clear() {
      armed.length = 0;
    },
  };
}
