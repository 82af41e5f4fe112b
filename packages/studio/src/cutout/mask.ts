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
export function labelRegions(
  { width, height, values }: Mask,
  threshold: number,
): { labels: Int32Array; areas: number[] } {
  const labels = new Int32Array(width * height);
  const areas = [0];
  const stack: number[] = [];
  for (let start = 0; start < values.length; start += 1) {
    if ((values[start] ?? 0) <= threshold || labels[start] !== 0) continue;
    const label = areas.length;
    let area = 0;
    labels[start] = label;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      area += 1;
      const x = at % width;
      const neighbours = [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width];
      for (const next of neighbours) {
        if (next < 0 || next >= values.length || labels[next] !== 0 || (values[next] ?? 0) <= threshold)
          continue;
        labels[next] = label;
        stack.push(next);
      }
    }
    areas.push(area);
  }
  return { labels, areas };
}

/** The mask without specks: regions smaller than `minimumShare` of the largest one are erased. */
export function keepMainRegions(mask: Mask, minimumShare = 0.04): Mask {
  const { labels, areas } = labelRegions(mask, 100);
  const largest = Math.max(...areas);
  const values = Uint8Array.from(mask.values, (value, i) => {
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
