/** Luma of RGBA pixels (Rec. 709), 0–255. */
export function lumaOf(data: Uint8ClampedArray | Uint8Array): Float32Array {
  const luma = new Float32Array(data.length / 4);
  for (let i = 0; i < luma.length; i++)
    luma[i] = 0.2126 * (data[i * 4] ?? 0) + 0.7152 * (data[i * 4 + 1] ?? 0) + 0.0722 * (data[i * 4 + 2] ?? 0);
  return luma;
}

const BLOCK = 8;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** Mean structural similarity of two lumas over blocks of 8 pixels, half overlapping (Wang et al. 2004). */
export function ssim(one: Float32Array, other: Float32Array, width: number, height: number): number {
  let [sum, count] = [0, 0];
  for (let top = 0; top + BLOCK <= height; top += BLOCK / 2)
    for (let left = 0; left + BLOCK <= width; left += BLOCK / 2) {
      let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
      for (let y = top; y < top + BLOCK; y++)
        for (let x = left; x < left + BLOCK; x++) {
          const [p, q] = [one[y * width + x] ?? 0, other[y * width + x] ?? 0];
          a += p;
          b += q;
          aa += p * p;
          bb += q * q;
          ab += p * q;
        }
      const n = BLOCK * BLOCK;
      const [meanA, meanB] = [a / n, b / n];
      const [varA, varB, cov] = [aa / n - meanA ** 2, bb / n - meanB ** 2, ab / n - meanA * meanB];
      sum +=
        ((2 * meanA * meanB + C1) * (2 * cov + C2)) / ((meanA ** 2 + meanB ** 2 + C1) * (varA + varB + C2));
      count++;
    }
  return sum / count;
}
