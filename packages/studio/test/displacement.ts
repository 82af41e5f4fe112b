const SIDE = 48;

/** Motion of a 48 px window between two luma frames, in pixels, by Lucas and Kanade's least squares (iterated). */
export function displacement(
  from: Uint8Array,
  to: Uint8Array,
  width: number,
  { x: left, y: top }: { x: number; y: number },
): { x: number; y: number } {
  const at = (frame: Uint8Array, x: number, y: number): number => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const i = row * width + column;
    const upper = frame[i]! + (frame[i + 1]! - frame[i]!) * (x - column);
    const lower = frame[i + width]! + (frame[i + width + 1]! - frame[i + width]!) * (x - column);
    return upper + (lower - upper) * (y - row);
  };
  const found = { x: 0, y: 0 };
  for (let round = 0; round < 6; round += 1) {
    let xx = 0;
    let xy = 0;
    let yy = 0;
    let xt = 0;
    let yt = 0;
    for (let y = top; y < top + SIDE; y += 1) {
      for (let x = left; x < left + SIDE; x += 1) {
        const gx = (at(from, x + 1, y) - at(from, x - 1, y)) / 2;
        const gy = (at(from, x, y + 1) - at(from, x, y - 1)) / 2;
        const change = at(to, x + found.x, y + found.y) - at(from, x, y);
        xx += gx * gx;
        xy += gx * gy;
        yy += gy * gy;
        xt += gx * change;
        yt += gy * change;
      }
    }
    const determinant = xx * yy - xy * xy;
    found.x -= (yy * xt - xy * yt) / determinant;
    found.y -= (xx * yt - xy * xt) / determinant;
  }
  return found;
}
