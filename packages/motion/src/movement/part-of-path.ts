import type { Path, PathStep } from '../layer.ts';

/** The first share of a path of straight lines, by length; other steps are kept whole. */
export function partOfPath(path: Path, share: number): Path {
  if (share >= 1) return path;
  const points = path.flatMap((step) => (step[0] === 'move' || step[0] === 'line' ? [step] : []));
  if (points.length !== path.length) return path;
  const lengths = points.map((step, index) => {
    const before = points[index - 1];
    return before && step[0] === 'line' ? Math.hypot(step[1] - before[1], step[2] - before[2]) : 0;
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) * share;
  const part: PathStep[] = [];
  for (const [index, step] of points.entries()) {
    const before = points[index - 1];
    const length = lengths[index] ?? 0;
    if (step[0] === 'move' || !before) {
      part.push(step);
      continue;
    }
    if (left <= 0) break;
    const reach = Math.min(1, left / Math.max(length, 1e-6));
    part.push(['line', before[1] + (step[1] - before[1]) * reach, before[2] + (step[2] - before[2]) * reach]);
    left -= length;
  }
  return part;
}
