export interface Transition {
  id: TransitionId;
  /** How a person would call it, in the user interface. */
  name: string;
  defaultSeconds: number;
}

export const transitionIds = [
  'cut',
  'crossfade',
  'dip',
  'dip-white',
  'wipe',
  'circle',
  'slide',
  'slide-up',
  'zoom',
  'whip',
] as const;

export type TransitionId = (typeof transitionIds)[number];

/** The ways one shot can become the next, in the order a user should see them. */
export const transitions: readonly Transition[] = [
  { id: 'cut', name: 'Cut', defaultSeconds: 0 },
  { id: 'crossfade', name: 'Crossfade', defaultSeconds: 0.5 },
  { id: 'dip', name: 'Dip to black', defaultSeconds: 0.6 },
  { id: 'dip-white', name: 'Dip to white', defaultSeconds: 0.5 },
  { id: 'wipe', name: 'Soft wipe', defaultSeconds: 0.5 },
  { id: 'circle', name: 'Circle', defaultSeconds: 0.5 },
  { id: 'slide', name: 'Slide', defaultSeconds: 0.5 },
  { id: 'slide-up', name: 'Slide up', defaultSeconds: 0.5 },
  { id: 'zoom', name: 'Zoom', defaultSeconds: 0.4 },
  { id: 'whip', name: 'Whip pan', defaultSeconds: 0.4 },
];
