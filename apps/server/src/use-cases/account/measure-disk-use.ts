import type { DiskUse } from '@spotsmith/contract/account';
import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

/** How much room one's files take; owners are also told of everybody's, and what is left. */
export async function measureDiskUse(
  { store, files }: Pick<Ports, 'store' | 'files'>,
  { user }: { user: User },
): Promise<DiskUse> {
  const isOwner = user.role === 'owner';
  const [ownBytes, allBytes, freeBytes] = await Promise.all([
    store.read.files.bytesUsed(user.id),
    isOwner ? store.read.files.bytesUsed(null) : null,
    isOwner ? files.bytesLeft() : null,
  ]);
  return { own_bytes: ownBytes, all_bytes: allBytes, free_bytes: freeBytes };
}
