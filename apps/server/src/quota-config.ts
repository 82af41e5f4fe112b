import { z } from 'zod';
import type { Quotas } from '#src/domain/quotas.ts';
import type { Environment } from './config.ts';

const count = () => z.coerce.number().int().min(0).max(1e9);

/** What each person may use up, unless an owner gave them their own. */
export const QUOTA_SETTINGS = {
  QUOTA_DISK_GB: z.coerce
    .number()
    .min(0)
    .max(1_000_000)
    .default(100)
    .describe(
      'Room for the files of one person, in GB. Of this and the following, 0 is no limit, and an owner can give each person their own.',
    ),
  QUOTA_ADS: count().default(5000).describe('Ads that one person may have.'),
  QUOTA_PHOTOS: count().default(20_000).describe('Photos and logos in all ads of one person.'),
  QUOTA_TRACKS: count()
    .default(5000)
    .describe('Tracks of music that one person may upload to all their ads.'),
  QUOTA_RUNNING: count().default(100).describe('Ads of one person that are worked on at the same time.'),
};

export function quotasOf(env: Environment): Quotas {
  return {
    disk_bytes: env.QUOTA_DISK_GB * 1e9,
    ads: env.QUOTA_ADS,
    photos: env.QUOTA_PHOTOS,
    tracks: env.QUOTA_TRACKS,
    running: env.QUOTA_RUNNING,
  };
}
