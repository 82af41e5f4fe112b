import { NotFound } from '#src/domain/faults.ts';

/**
 * The row of a statement that touches exactly one. Throws NotFound when it touched none, because the row it was to
 * change is not there.
 */
export function firstOf<Row>(rows: Row[], code = 'not_found', message = 'It is not there any more.'): Row {
  const [row] = rows;
  if (row === undefined) throw new NotFound(code, message);
  return row;
}
