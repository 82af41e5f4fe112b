/**
 * Which card an arrow key leads to from card `index`, or null when it leads nowhere. `tops` are the cards' upper edges
 * in pixels: equal ones lie in one row.
 */
export function neighbourInGrid(
  key: string,
  index: number,
  tops: readonly number[],
  isRightToLeft: boolean,
): number | null {
  const columns = tops.findIndex((top) => top !== tops[0]);
  const perRow = columns < 0 ? tops.length : columns;
  const forward = isRightToLeft ? -1 : 1;
  const by = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: perRow, ArrowUp: -perRow }[key];
  if (by === undefined) return null;
  const next = index + by;
  return next >= 0 && next < tops.length ? next : null;
}
