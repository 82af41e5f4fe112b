import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** `token` and `url` are null for a link of which only the hash is left: it works, and cannot be shown again. */
export const Share = z.object({
  id: Id,
  token: z.string().nullable(),
  url: z.string().nullable(),
  created_at: Instant,
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
});
export type SharedAd = z.infer<typeof SharedAd>;
