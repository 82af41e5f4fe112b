import { NotFound } from '../../domain/faults.ts';
import type { ShareComment } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';
import { findOwned, lockOwned, type SessionRef } from '../flow/owned-session.ts';

type Deps = Pick<Ports, 'store'>;
type CommentRef = SessionRef & { commentId: string };

/** What visitors said of one's ad by any of its links, revoked ones too; oldest first. */
export async function listComments({ store }: Deps, ref: SessionRef): Promise<ShareComment[]> {
  const session = await findOwned(store.read, ref);
  return store.read.shares.commentsOfSession(session.id);
}

/** Marks a comment as done, or as open again. Throws NotFound `comment_not_found`. */
export async function resolveComment(
  { store }: Deps,
  { commentId, isDone, ...ref }: CommentRef & { isDone: boolean },
): Promise<ShareComment> {
  const comment = await store.write(async (tx) => {
    const session = await lockOwned(tx, ref);
    return tx.shares.setCommentDone(commentId, session.id, isDone);
  });
  if (comment === null) throw noSuchComment();
  return comment;
}

/** Throws NotFound `comment_not_found`. */
export async function removeComment({ store }: Deps, { commentId, ...ref }: CommentRef): Promise<void> {
  const isRemoved = await store.write(async (tx) => {
    const session = await lockOwned(tx, ref);
    return tx.shares.removeComment(commentId, session.id);
  });
  if (!isRemoved) throw noSuchComment();
}

const noSuchComment = () => new NotFound('comment_not_found', 'There is no such comment.');
