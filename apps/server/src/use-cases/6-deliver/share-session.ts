import type { SharedAd } from '@spotsmith/contract/shares';
import { Conflict, NotFound } from '../../domain/faults.ts';
import { type Film, finishedFilms } from '../../domain/asset.ts';
import type { StoredFile } from '../../domain/stored-file.ts';
import type { Approval, Share } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';
import { type SessionRef, findOwned, lockOwned } from '../flow/owned-session.ts';
import { noteAudit } from '../making/note-audit.ts';

/** `token` is null when it was not made by this server's secret: by an earlier version, or before the secret was changed. */
type ShownShare = Share & { token: string | null };

/** Makes a link to the finished ad that works without login until it is revoked. Throws Conflict `no_ad_yet`. */
export async function shareSession(
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  ref: SessionRef,
): Promise<ShownShare> {
  return store.write(async (tx) => {
    const session = await lockOwned(tx, ref);
    if (finishedFilms(await tx.assets.ofSession(session.id)).length === 0) {
      throw new Conflict('no_ad_yet', 'There is no finished ad to share yet.');
    }
    const id = crypto.randomUUID();
    const token = tokens.secretFor(`share ${id}`);
    const share = await tx.shares.insert({ id, sessionId: session.id, tokenHash: tokens.digest(token) });
    await noteAudit(tx, ref.userId, 'share_made', session.title);
    return { ...share, token };
  });
}

/** The links of an ad that still work, oldest first. */
export async function listShares(
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  ref: SessionRef,
): Promise<ShownShare[]> {
  const session = await findOwned(store.read, ref);
  const shares = await store.read.shares.ofSession(session.id);
  return shares.filter(({ revokedAt }) => revokedAt === null).map((share) => shown(tokens, share));
}

function shown(tokens: Ports['tokens'], share: Share): ShownShare {
  const token = tokens.secretFor(`share ${share.id}`);
  return { ...share, token: tokens.digest(token) === share.tokenHash ? token : null };
}

/** Ends a link at once. Throws NotFound `share_not_found`. */
export async function revokeShare(
  { store }: Pick<Ports, 'store'>,
  ref: SessionRef & { shareId: string },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, ref);
    const isRevoked = await tx.shares.revoke(ref.shareId, session.id);
    if (!isRevoked) throw new NotFound('share_not_found', 'There is no such link.');
    await noteAudit(tx, ref.userId, 'share_revoked', session.title);
  });
}

/** Lets visitors of a link comment or approve, or not any more. Throws NotFound `share_not_found`. */
export async function editShare(
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  ref: SessionRef & { shareId: string; rights: Partial<Pick<Share, 'allowsComments' | 'allowsApproval'>> },
): Promise<ShownShare> {
  const share = await store.write(async (tx) => {
    const session = await lockOwned(tx, ref);
    return tx.shares.edit(ref.shareId, session.id, ref.rights);
  });
  if (share === null) throw new NotFound('share_not_found', 'There is no such link.');
  return shown(tokens, share);
}

/** Why a link shows nothing: unknown, revoked, or its ad is gone. */
export const shareGone = () => new NotFound('share_not_found', 'This link does not work any more.');

type Shared = { title: string; share: Share; final: Film; video: StoredFile; poster: StoredFile | null };

/** The newest finished ad behind a link, and its files. Throws NotFound `share_not_found`. */
export async function findShared(
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  token: string,
): Promise<Shared> {
  const gone = shareGone();
  const share = await store.read.shares.findByToken(tokens.digest(token));
  if (share === null) throw gone;
  const session = await store.read.sessions.find(share.sessionId);
  if (session === null || session.deletedAt !== null) throw gone;
  const [final] = finishedFilms(await store.read.assets.ofSession(session.id));
  if (final?.fileId == null) throw gone;
  const video = await store.read.files.find(final.fileId);
  if (video === null) throw gone;
  const poster = final.posterFileId === null ? null : await store.read.files.find(final.posterFileId);
  return { title: session.title, share, final, video, poster };
}

/** A file behind a link, for as long as the link works. Throws NotFound `share_not_found`, `poster_not_found`. */
export async function sharedFile(
  deps: Pick<Ports, 'store' | 'tokens'>,
  { token }: { token: string },
  which: 'video' | 'poster',
): Promise<StoredFile> {
  const { [which]: file } = await findShared(deps, token);
  if (file === null) throw new NotFound('poster_not_found', 'This ad has no poster.');
  return file;
}

/** What a visitor sees, without the addresses. Throws NotFound `share_not_found`. */
export async function viewShared(
  deps: Pick<Ports, 'store' | 'tokens'>,
  { token }: { token: string },
): Promise<
  Omit<SharedAd, 'page_url' | 'video_url' | 'poster_url' | 'approval'> & {
    hasPoster: boolean;
    approval: Approval | null;
  }
> {
  const { title, share, final, poster } = await findShared(deps, token);
  return {
    title,
    hasPoster: poster !== null,
    width: final.width ?? 0,
    height: final.height ?? 0,
    seconds: final.seconds ?? 0,
    version: final.versionNumber,
    allows_comments: share.allowsComments,
    allows_approval: share.allowsApproval,
    approval: share.approval,
  };
}
