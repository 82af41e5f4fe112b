import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';
import type { SessionQuery } from '../../ports/store.ts';
import { extensionOf, packAd, type PackedFile } from '../6-deliver/pack-ad.ts';

const PAGE = 100;

/** Everything kept about a person: who they are, their brand, and a folder for each ad. */
export async function packAccount(
  ports: Pick<Ports, 'store' | 'files'>,
  { user }: { user: User },
): Promise<PackedFile[]> {
  const { passwordHash: _, secondFactor: __, ...account } = user;
  const packed: PackedFile[] = [{ path: 'account.json', text: JSON.stringify(account, null, 2) }];
  packed.push(...(await packBrand(ports, user)));
  let after: SessionQuery['after'] = null;
  for (;;) {
    const page = await ports.store.read.sessions.list({
      userId: user.id,
      limit: PAGE,
      order: 'created',
      after,
      statuses: null,
      search: null,
      isDeleted: false,
    });
    for (const { id } of page) {
      const ad = await packAd(ports, { userId: user.id, sessionId: id });
      packed.push(...ad.packed.map((file) => ({ ...file, path: `${id}/${file.path}` })));
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return packed;
    after = last;
  }
}

async function packBrand({ store }: Pick<Ports, 'store'>, user: User): Promise<PackedFile[]> {
  const kit = await store.read.brandKits.find(user.id);
  if (kit === null) return [];
  const logo = kit.logoFileId === null ? null : await store.read.files.find(kit.logoFileId);
  return [
    { path: 'brand/brand.json', text: JSON.stringify(kit.look, null, 2) },
    ...(logo === null ? [] : [{ path: `brand/logo.${extensionOf(logo.key)}`, key: logo.key }]),
  ];
}
