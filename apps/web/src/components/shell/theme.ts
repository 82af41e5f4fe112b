export const THEMES = ['dark', 'light', 'system'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'spotsmith_theme';

/** Dark unless chosen otherwise. */
export function readTheme(word: string | undefined): Theme {
  return THEMES.find((theme) => theme === word) ?? 'dark';
}
