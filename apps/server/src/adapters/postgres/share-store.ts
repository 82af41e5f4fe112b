import { and, asc, eq, inArray, isNull, sql } from './drizzle.ts';
import type { Share } from '#src/domain/user.ts';
import type { ShareReader, ShareWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { firstOf } from './rows.ts';
import { shareComments, shares } from './tables/sessions.ts';

type ShareRow = typeof shares.$inferSelect;

function shareOf({ approvedBy, approvedVersion, approvedAt, ...share }: ShareRow): Share {
  const isApproved = approvedBy !== null && approvedVersion !== null && approvedAt !== null;
  return {
    ...share,
    approval: isApproved ? { author: approvedBy, version: approvedVersion, approvedAt } : null,
  };
}

export function shareReader(db: Handle): ShareReader {
  const ofAd = (sessionId: string) =>
    db.select({ id: shares.id }).from(shares).where(eq(shares.sessionId, sessionId));
  const inOrder = [asc(shareComments.createdAt), asc(shareComments.id)];
  return {
    async findByToken(tokenHash) {
      const [share] = await db
        .select()
        .from(shares)
        .where(and(eq(shares.tokenHash, tokenHash), isNull(shares.revokedAt)));
      return share === undefined ? null : shareOf(share);
    },

    async ofSession(sessionId) {
      const found = await db
        .select()
        .from(shares)
        .where(eq(shares.sessionId, sessionId))
        .orderBy(asc(shares.createdAt), asc(shares.id));
      return found.map(shareOf);
    },

    async comments(shareId) {
      return db
        .select()
        .from(shareComments)
        .where(eq(shareComments.shareId, shareId))
        .orderBy(...inOrder);
    },

    async commentsOfSession(sessionId) {
      return db
        .select()
        .from(shareComments)
        .where(inArray(shareComments.shareId, ofAd(sessionId)))
        .orderBy(...inOrder);
    },
  };
}

export function shareWriter(tx: Handle): ShareWriter {
  const working = (id: string, sessionId: string) =>
    and(eq(shares.id, id), eq(shares.sessionId, sessionId), isNull(shares.revokedAt));
  const commentOf = (id: string, sessionId: string) =>
    and(
      eq(shareComments.id, id),
      inArray(
        shareComments.shareId,
        tx.select({ id: shares.id }).from(shares).where(eq(shares.sessionId, sessionId)),
      ),
    );
  return {
    ...shareReader(tx),

    async insert(share) {
      return shareOf(firstOf(await tx.insert(shares).values(share).returning()));
    },

    async lockByToken(tokenHash) {
      const [share] = await tx
        .select()
        .from(shares)
        .where(and(eq(shares.tokenHash, tokenHash), isNull(shares.revokedAt)))
        .for('update');
      return share === undefined ? null : shareOf(share);
    },

    async edit(id, sessionId, rights) {
      // Nothing to change is no mistake, but no UPDATE either.
      const [share] = await (Object.keys(rights).length === 0
        ? tx.select().from(shares).where(working(id, sessionId))
        : tx.update(shares).set(rights).where(working(id, sessionId)).returning());
      return share === undefined ? null : shareOf(share);
    },

    async approve(id, approval) {
      await tx
        .update(shares)
        .set({
          approvedBy: approval?.author ?? null,
          approvedVersion: approval?.version ?? null,
          approvedAt: approval === null ? null : sql`clock_timestamp()`,
        })
        .where(eq(shares.id, id));
    },

    async addComment(comment) {
      return firstOf(await tx.insert(shareComments).values(comment).returning());
    },

    async setCommentDone(id, sessionId, isDone) {
      const [comment] = await tx
        .update(shareComments)
        .set({ doneAt: isDone ? sql`clock_timestamp()` : null })
        .where(commentOf(id, sessionId))
        .returning();
      return comment ?? null;
    },

    async removeComment(id, sessionId) {
      const removed = await tx
        .delete(shareComments)
        .where(commentOf(id, sessionId))
        .returning({ id: shareComments.id });
      return removed.length > 0;
    },

    async revoke(id, sessionId) {
      const revoked = await tx
        .update(shares)
        .set({ revokedAt: sql`clock_timestamp()` })
        .where(working(id, sessionId))
        .returning({ id: shares.id });
      return revoked.length > 0;
    },
  };
}
