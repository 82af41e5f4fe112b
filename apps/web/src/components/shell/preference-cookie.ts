const YEAR_SECONDS = 31_536_000;

/** Keeps a choice of looks where the server sees it before the first paint. Nothing secret goes in here. */
export function keepPreference(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
