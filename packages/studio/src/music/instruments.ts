export interface Instrument {
  /** General MIDI program. */
  program: number;
  /**
   * Brings a phrase in the usual register, at velocity 90, to −28 LUFS. Measured: the bank's own levels differ by more
   * than 20 dB.
   */
  trimDb: number;
  /** How much earlier it is played so that it is heard on the beat: a third of its measured attack. */
  earlySeconds?: number;
}

/** Instruments of the bank. */
export const INSTRUMENTS = {
  piano: { program: 0, trimDb: 6 },
  brightPiano: { program: 1, trimDb: 4 },
  rhodes: { program: 4, trimDb: -1 },
  wurlitzer: { program: 5, trimDb: 1 },
  celesta: { program: 8, trimDb: 4 },
  glockenspiel: { program: 9, trimDb: 3 },
  musicBox: { program: 10, trimDb: -1 },
  vibraphone: { program: 11, trimDb: 3 },
  marimba: { program: 12, trimDb: 3 },
  xylophone: { program: 13, trimDb: 9 },
  nylonGuitar: { program: 24, trimDb: 6 },
  steelGuitar: { program: 25, trimDb: 6 },
  jazzGuitar: { program: 26, trimDb: -1 },
  cleanGuitar: { program: 27, trimDb: -3 },
  mutedGuitar: { program: 28, trimDb: 7 },
  acousticBass: { program: 32, trimDb: 0 },
  fingeredBass: { program: 33, trimDb: -1 },
  pickedBass: { program: 34, trimDb: 0 },
  fretlessBass: { program: 35, trimDb: 1 },
  synthBass: { program: 38, trimDb: 4 },
  warmSynthBass: { program: 39, trimDb: -5 },
  contrabass: { program: 43, trimDb: 6, earlySeconds: 0.04 },
  pizzicato: { program: 45, trimDb: 2 },
  harp: { program: 46, trimDb: 6 },
  strings: { program: 48, trimDb: -1, earlySeconds: 0.05 },
  slowStrings: { program: 49, trimDb: -4, earlySeconds: 0.08 },
  synthStrings: { program: 50, trimDb: -6, earlySeconds: 0.02 },
  brightSynthStrings: { program: 51, trimDb: -8, earlySeconds: 0.03 },
  choir: { program: 52, trimDb: -2, earlySeconds: 0.05 },
  mutedTrumpet: { program: 59, trimDb: -5, earlySeconds: 0.01 },
  horns: { program: 60, trimDb: 0, earlySeconds: 0.09 },
  brass: { program: 61, trimDb: -2, earlySeconds: 0.04 },
  synthBrass: { program: 62, trimDb: 4 },
  clarinet: { program: 71, trimDb: 1, earlySeconds: 0.015 },
  flute: { program: 73, trimDb: -1, earlySeconds: 0.03 },
  recorder: { program: 74, trimDb: -2, earlySeconds: 0.015 },
  squareLead: { program: 80, trimDb: -9 },
  sawLead: { program: 81, trimDb: -7 },
  bassLead: { program: 87, trimDb: 0 },
  fantasia: { program: 88, trimDb: 1 },
  polysynth: { program: 90, trimDb: 0, earlySeconds: 0.03 },
  spaceVoice: { program: 91, trimDb: -5, earlySeconds: 0.02 },
  bowedGlass: { program: 92, trimDb: -2, earlySeconds: 0.02 },
  crystal: { program: 98, trimDb: 6 },
  kalimba: { program: 108, trimDb: 5 },
  steelDrums: { program: 114, trimDb: 5 },
} as const satisfies Record<string, Instrument>;
export type InstrumentName = keyof typeof INSTRUMENTS;
