const MAX_NOTICE_DAYS = 7;

/** How long before its removal an ad says that it will be removed: a week, or the second half of a short retention. */
export function noticeDays(retentionDays: number): number {
  return Math.min(MAX_NOTICE_DAYS, Math.ceil(retentionDays / 2));
}
