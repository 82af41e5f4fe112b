import { z } from 'zod';
import { Id, Instant, plainText } from './common.ts';

/** What a visitor may do besides watching. */
export const ShareRights = z.object({ allows_comments: z.boolean(), allows_approval: z.boolean() });
export type ShareRights = z.infer<typeof ShareRights>;
export const EditShareRequest = z.strictObject(ShareRights.partial().shape);

/** Who said yes to which version of the films, and when. The name is as the visitor wrote it. */
export const Approval = z.object({ author: z.string(), version: z.int(), approved_at: Instant });
export type Approval = z.infer<typeof Approval>;

const VisitorName = plainText(1, 60);
export const ApproveRequest = z.strictObject({
  author: VisitorName,
  /** The version that was seen; approving an older one than there is now is answered 409. */
  version: z.int().min(1),
});

/** What a visitor said of the film, at a moment of it or (null) of all of it. Plain text, never markup. */
export const Comment = z.object({
  id: Id,
  author: z.string(),
  text: z.string(),
  at_seconds: z.number().nullable(),
  /** Of the films that were seen. */
  version: z.int(),
  is_done: z.boolean(),
  created_at: Instant,
});
export type Comment = z.infer<typeof Comment>;
export const CommentList = z.object({ items: z.array(Comment) });

const LONGEST_FILM_SECONDS = 600;
export const CommentRequest = z.strictObject({
  author: VisitorName,
  text: plainText(1, 1000),
  at_seconds: z.number().min(0).max(LONGEST_FILM_SECONDS).nullable().default(null),
});
export const EditCommentRequest = z.strictObject({ is_done: z.boolean() });

/** `token` and `url` are null for a link of which only the hash is left: it works, and cannot be shown again. */
export const Share = z.object({
  id: Id,
  token: z.string().nullable(),
  url: z.string().nullable(),
  created_at: Instant,
  ...ShareRights.shape,
  approval: Approval.nullable(),
});
export type Share = z.infer<typeof Share>;
export const ShareList = z.object({ items: z.array(Share) });

/** What a visitor with the link sees: the ad and nothing about its maker. */
export const SharedAd = z.object({
  title: z.string(),
  /** Where people see it: the page of the web studio. */
  page_url: z.url(),
  video_url: z.string(),
  poster_url: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  seconds: z.number(),
  /** Of the films: each time the ad is made again it is one more. */
  version: z.int(),
  ...ShareRights.shape,
  approval: Approval.nullable(),
});
export type SharedAd = z.infer<typeof SharedAd>;
