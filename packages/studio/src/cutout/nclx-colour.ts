/** Colours of an AVIF by its `nclx` box: numbers of ITU-T H.273. */
export interface Nclx {
  primaries: number;
  transfer: number;
}

const P3 = 12;
const BT2020 = 9;
const PQ = 16;
const HLG = 18;

/** From linear light in wide primaries to linear BT.709, in rows. Computed from the chromaticities of H.273, D65. */
const TO_BT709: Readonly<Record<number, readonly number[]>> = {
  [P3]: [1.2249, -0.2247, 0, -0.042, 1.0419, 0, -0.0197, -0.0786, 1.0979],
  [BT2020]: [1.6605, -0.5876, -0.0728, -0.1246, 1.1329, -0.0083, -0.0182, -0.1006, 1.1187],
};
const SAME = [1, 0, 0, 0, 1, 0, 0, 0, 1] as const;

/** Paper white of HDR pictures in cd/m² (ITU-R BT.2408), and the brightest that is shown apart from white. */
const WHITE_NITS = 203;
const PEAK = 1000 / WHITE_NITS;

/** What the file's first `nclx` box says, or null when it has none. */
export function nclxOf(bytes: Buffer): Nclx | null {
  const at = bytes.indexOf('colrnclx', 0, 'latin1');
  return at < 0 || at + 12 > bytes.length
    ? null
    : { primaries: bytes.readUInt16BE(at + 8), transfer: bytes.readUInt16BE(at + 10) };
}

/** PQ (SMPTE ST 2084), in units of paper white. */
function linearOfPq(signal: number): number {
  const power = signal ** (1 / 78.84375);
  const light = Math.max(0, power - 0.8359375) / (18.8515625 - 18.6875 * power);
  return (10_000 * light ** (1 / 0.1593017578125)) / WHITE_NITS;
}

/** HLG (ARIB STD-B67) on a display of 1000 cd/m², its system gamma of 1.2 applied to each channel. */
function linearOfHlg(signal: number): number {
  const scene =
    signal <= 0.5 ? signal ** 2 / 3 : (Math.exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12;
  return PEAK * scene ** 1.2;
}

const linearOfSrgb = (signal: number) =>
  signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;
const srgbOfLinear = (light: number) =>
  light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;

/** Reinhard's curve with a white point: paper white gets a little darker, highlights keep their steps. */
const toned = (light: number) =>
  (light * (1 + light / PEAK ** 2)) / (1 + light) / ((1 + PEAK ** -2) / 2) / 1.25;

/** Turns pixels in the colours of `nclx` into sRGB, in place; sRGB and what is as narrow stays as it is. */
export function convertToSrgb(rgba: Buffer, { primaries, transfer }: Nclx): void {
  const isHdr = transfer === PQ || transfer === HLG;
  const matrix = TO_BT709[primaries] ?? SAME;
  if (!isHdr && matrix === SAME) return;
  const decode = transfer === PQ ? linearOfPq : transfer === HLG ? linearOfHlg : linearOfSrgb;
  const linear = Float64Array.from({ length: 256 }, (_, byte) => decode(byte / 255));
  const STEPS = 4096;
  const encoded = Uint8Array.from({ length: STEPS + 1 }, (_, step) =>
    Math.round(255 * srgbOfLinear(step / STEPS)),
  );
  for (let i = 0; i < rgba.length; i += 4) {
    const r = linear[rgba[i]!]!;
    const g = linear[rgba[i + 1]!]!;
    const b = linear[rgba[i + 2]!]!;
    for (let channel = 0; channel < 3; channel += 1) {
      const row = channel * 3;
      const light = Math.max(0, matrix[row]! * r + matrix[row + 1]! * g + matrix[row + 2]! * b);
      rgba[i + channel] = encoded[Math.round(STEPS * Math.min(1, isHdr ? toned(light) : light))]!;
    }
  }
}
