/** Length of a vector. `Math.hypot` guards against overflow and takes ten times as long: too dear for every pixel. */
export function distance(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
