'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Activity, LogOut, Settings } from 'lucide-react';
import type { User } from '@spotsmith/contract/account';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Menu, MenuChoice, MenuItem, MenuLine } from '#src/components/ui/menu.tsx';
import { callApi } from '#src/data/call-api.ts';
import { LOCALE_COOKIE, LOCALE_NAMES, LOCALES, type Locale } from '#src/i18n/locales.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { keepPreference } from './preference-cookie.ts';
import { readTheme, THEME_COOKIE, THEMES, type Theme } from './theme.ts';

/** Settings, theme, language, the way out. */
export function UserMenu({ user, trigger }: { user: User; trigger: ReactNode }) {
  const { t, locale } = useTranslator();
  const router = useRouter();
  const client = useQueryClient();

  const signOut = async () => {
    await callApi('/api/auth/logout', { method: 'POST' }).catch(() => undefined);
    client.clear();
    router.push('/sign-in');
    router.refresh();
  };
  const setTheme = (theme: Theme) => {
    keepPreference(THEME_COOKIE, theme);
    document.documentElement.dataset['theme'] = theme;
  };
  const setLocale = (chosen: Locale) => {
    keepPreference(LOCALE_COOKIE, chosen);
    router.refresh();
  };
  const theme =
    typeof document === 'undefined' ? 'dark' : readTheme(document.documentElement.dataset['theme']);

  return (
    <Menu isOpenAtFirst trigger={trigger}>
      <p className="px-2.5 py-2 text-sm">
        {user.full_name}
        <span className="block text-xs text-quiet">{user.email}</span>
      </p>
      <MenuLine />
      <MenuItem asChild>
        <Link href="/settings">
          <Settings />
          {t('shell.settings')}
        </Link>
      </MenuItem>
      {user.role === 'owner' && (
        <MenuItem asChild>
          <Link href="/operations">
            <Activity />
            {t('operations.title')}
          </Link>
        </MenuItem>
      )}
      <MenuLine />
      <MenuChoice
        label={t('shell.theme')}
        value={theme}
        options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChange={setTheme}
      />
      <MenuChoice
        label={t('shell.language')}
        value={locale}
        options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        onChange={setLocale}
      />
      <MenuLine />
      <MenuItem onSelect={() => void signOut()}>
        <LogOut />
        {t('shell.signOut')}
      </MenuItem>
    </Menu>
  );
}
