import type { Brief, BriefEdit } from '@spotsmith/contract/brief';
import { Conflict } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { advance } from '../flow/advance.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/**
 * Changes the brief. After the images are made this goes back to the brief; drawing again then only draws those
 * whose prompt changed. Throws Conflict `no_brief`, `not_now`, `stale_version`.
 */
export async function editBrief(
  { store }: Pick<Ports, 'store'>,
  input: SessionRef & { edit: BriefEdit },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    if (session.brief === null) {
      throw new Conflict('no_brief', 'The brief is not written yet. Wait a moment, then edit it.');
    }
    const brief = applyEdit(session.brief, input.edit);
    if (session.status === 'reviewing_brief') await tx.sessions.update(session.id, { brief });
    else await advance(tx, session, 'revise_brief', { brief });
  });
}

/** Lines that were written for another name or other facts go with them. */
function applyEdit(
  { lines, ...brief }: Brief,
  { product_name, category, description, ...edit }: BriefEdit,
): Brief {
  const isOther = product_name !== undefined || edit.facts !== undefined;
  return {
    ...brief,
    ...(lines && !isOther && { lines }),
    ...definedOf(edit),
    product: {
      name: product_name ?? brief.product.name,
      category: category ?? brief.product.category,
      description: description ?? brief.product.description,
    },
  };
}

/** Leaves out what was not sent, so that it does not overwrite what is there. */
function definedOf(edit: Omit<BriefEdit, 'product_name' | 'category' | 'description'>): Partial<Brief> {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
}
