import { type Clip, type Still, currentOf } from '../../domain/asset.ts';
import { Conflict, NotFound } from '../../domain/faults.ts';
import type { Session } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';

/**
 * Makes these, in this order, the approved images or clips of the ad. Others that were approved wait again;
 * rejected ones stay rejected. Throws NotFound `asset_not_found`, Conflict `not_ready`.
 */
export async function approve(
  tx: Transaction,
  session: Session,
  kind: 'image' | 'clip',
  ids: readonly string[],
): Promise<void> {
  const current = currentOf(await tx.assets.ofSession(session.id), kind);
  for (const [position, id] of [...new Set(ids)].entries()) {
    const asset = current.find((candidate) => candidate.id === id);
    if (asset === undefined) throw new NotFound('asset_not_found', `This ad has no such ${kind}.`);
    if (asset.status !== 'ready') {
      throw new Conflict('not_ready', `A ${kind} can be approved when it is finished.`);
    }
    // Images keep the place of their view; clips are put in playing order.
    await tx.assets.update<Still | Clip>(
      asset,
      kind === 'clip' ? { approval: 'approved', position } : { approval: 'approved' },
    );
  }
  const others = current.filter((asset) => !ids.includes(asset.id));
  for (const [index, asset] of others.entries()) {
    await tx.assets.update<Still | Clip>(asset, {
      approval: asset.approval === 'approved' ? 'pending' : asset.approval,
      ...(kind === 'clip' ? { position: ids.length + index } : {}),
    });
  }
}
