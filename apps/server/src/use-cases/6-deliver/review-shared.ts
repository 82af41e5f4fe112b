import { Conflict, Forbidden } from '../../domain/faults.ts';
import type { NewShareComment, Share, ShareComment } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';
import { findShared, shareGone } from './share-session.ts';

type Deps = Pick<Ports, 'store' | 'tokens'>;

/** More than any round of feedback has; fewer than would burden anybody. */
const MOST_COMMENTS = 300;
const TAKE_BACK_HOURS = 24;

/**
 * What visitors of this link said; those of other links are nobody's business here. Empty where comments are off. Throws
 * NotFound `share_not_found`.
 */
export async function commentsOfShared(deps: Deps, { token }: { token: string }): Promise<ShareComment[]> {
  const { share } = await findShared(deps, token);
  return share.allowsComments ? deps.store.read.shares.comments(share.id) : [];
}

/**
 * Says something of the film as its visitor saw it. Throws NotFound `share_not_found`, Forbidden `comments_off`, Conflict
 * `too_many_comments`.
 */
export async function commentOnShared(
  deps: Deps,
  { token, ...said }: { token: string } & Pick<NewShareComment, 'author' | 'text' | 'atSeconds'>,
): Promise<ShareComment> {
  const { final } = await findShared(deps, token);
  return withShare(deps, token, async (tx, share) => {
    if (!share.allowsComments) throw new Forbidden('comments_off', 'This link takes no comments.');
    if ((await tx.shares.comments(share.id)).length >= MOST_COMMENTS)
      throw new Conflict(
        'too_many_comments',
        `This link has ${MOST_COMMENTS} comments already. Ask for a new link to say more.`,
      );
    const atSeconds = said.atSeconds === null ? null : Math.min(said.atSeconds, final.seconds ?? 0);
    return tx.shares.addComment({
      ...said,
      atSeconds,
      id: crypto.randomUUID(),
      shareId: share.id,
      version: final.versionNumber,
    });
  });
}

/**
 * Says yes to the films as they are. Throws NotFound `share_not_found`, Forbidden `approval_off`, Conflict
 * `newer_version` when they were made again since they were seen.
 */
export async function approveShared(
  deps: Deps,
  { token, author, version }: { token: string; author: string; version: number },
): Promise<void> {
  const { final } = await findShared(deps, token);
  if (final.versionNumber !== version)
    throw new Conflict(
      'newer_version',
      'The ad was made again meanwhile. Look at it once more, then approve.',
    );
  await withShare(deps, token, async (tx, share) => {
    if (!share.allowsApproval) throw approvalOff();
    await tx.shares.approve(share.id, { author, version });
  });
}

/** Takes a yes back, for a day. Throws NotFound `share_not_found`, Forbidden `approval_off`, Conflict `approval_stands`. */
export async function takeBackApproval(deps: Deps, { token }: { token: string }): Promise<void> {
  await findShared(deps, token);
  await withShare(deps, token, async (tx, share) => {
    if (!share.allowsApproval) throw approvalOff();
    const since = share.approval?.approvedAt.getTime() ?? Infinity;
    if ((await tx.now()).getTime() - since > TAKE_BACK_HOURS * 3_600_000)
      throw new Conflict(
        'approval_stands',
        'It was approved more than a day ago. Talk to whoever sent the link.',
      );
    await tx.shares.approve(share.id, null);
  });
}

const approvalOff = () => new Forbidden('approval_off', 'This link cannot approve the ad.');

/** The link as it is while nobody can revoke it. */
function withShare<Result>(
  { store, tokens }: Deps,
  token: string,
  act: (tx: Transaction, share: Share) => Promise<Result>,
): Promise<Result> {
  return store.write(async (tx) => {
    const share = await tx.shares.lockByToken(tokens.digest(token));
    if (share === null) throw shareGone();
    return act(tx, share);
  });
}
