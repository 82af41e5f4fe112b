import type { AssetEdit } from '@spotsmith/contract/assets';
import { Conflict, InvalidInput, NotFound } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/**
 * Approves, rejects or trims one image or clip. Throws NotFound `asset_not_found`, Conflict `not_ready`,
 * InvalidInput `bad_trim`.
 */
export async function editAsset(
  { store }: Pick<Ports, 'store'>,
  input: SessionRef & { assetId: string; edit: Omit<AssetEdit, 'version'> },
): Promise<string> {
  return store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    const asset = await tx.assets.find(input.assetId);
    if (asset === null || asset.sessionId !== session.id) {
      throw new NotFound('asset_not_found', 'This ad has no such picture or clip.');
    }
    const { approval, trim } = input.edit;
    if (approval === 'approved' && asset.status !== 'ready') {
      throw new Conflict('not_ready', 'It can be approved when it is finished.');
    }
    if (trim !== undefined && trim !== null && trim.out_seconds > (asset.seconds ?? 0) + 0.001) {
      throw new InvalidInput('bad_trim', `This clip is only ${asset.seconds ?? 0} s long.`);
    }
    await tx.assets.update(asset.id, {
      ...(approval === undefined ? {} : { approval }),
      ...(trim === undefined
        ? {}
        : { trimInSeconds: trim?.in_seconds ?? null, trimOutSeconds: trim?.out_seconds ?? null }),
    });
    await tx.sessions.update(session.id, {});
    return session.id;
  });
}
