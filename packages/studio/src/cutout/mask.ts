/** A grey picture, 0 = backdrop, 255 = product. */
export interface Mask {
  width: number;
  height: number;
  values: Uint8Array;
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The smallest box around everything above `threshold`, or null when there is nothing. */
export function boundingBox({ width, height, values }: Mask, threshold: number): Box | null {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((values[y * width + x] ?? 0) <= threshold) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Connected regions above `threshold`: a label per pixel (0 = none) and the pixel count per label. */
export function labelRegions(mask: Mask, threshold: number): { labels: Int32Array; areas: number[] } {
  const { values } = mask;
  const labels = new Int32Array(values.length);
  const stack = new Int32Array(values.length);
  const areas = [0];
  for (let start = 0; start < values.length; start += 1) {
    if (values[start]! > threshold && labels[start] === 0)
      areas.push(fillRegion(mask, threshold, start, areas.length, labels, stack));
  }
  return { labels, areas };
}

/** Labels everything connected to `start`; returns how many pixels that are. A pixel enters the stack once. */
function fillRegion(
  { width, values }: Mask,
  threshold: number,
  start: number,
  label: number,
  labels: Int32Array,
  stack: Int32Array,
): number {
  let depth = 0;
  let area = 0;
  const visit = (next: number) => {
    if (labels[next] !== 0 || values[next]! <= threshold) return;
    labels[next] = label;
    stack[depth] = next;
    depth += 1;
  };
  visit(start);
  while (depth > 0) {
    depth -= 1;
    const at = stack[depth]!;
    area += 1;
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < values.length - width) visit(at + width);
  }
  return area;
}

/** The mask without specks: regions smaller than `minimumShare` of the largest one are erased. */
export function keepMainRegions(mask: Mask, minimumShare = 0.04): Mask {
  const { labels, areas } = labelRegions(mask, 100);
  const largest = Math.max(...areas);
  const values = mask.values.map((value, i) => {
    if (value === 0) return 0;
    const label = labels[i] ?? 0;
    // Soft pixels belong to no region; they stay, the blur of the rim lives there.
    if (label === 0) return touchesKept(labels, areas, i, mask.width, largest * minimumShare) ? value : 0;
    return (areas[label] ?? 0) >= largest * minimumShare ? value : 0;
  });
  return { ...mask, values };
}

function touchesKept(
  labels: Int32Array,
  areas: readonly number[],
  at: number,
  width: number,
  minimum: number,
): boolean {
  for (let dy = -6; dy <= 6; dy += 3) {
    for (let dx = -6; dx <= 6; dx += 3) {
      const label = labels[at + dy * width + dx] ?? 0;
      if (label !== 0 && (areas[label] ?? 0) >= minimum) return true;
    }
  }
  return false;
}
