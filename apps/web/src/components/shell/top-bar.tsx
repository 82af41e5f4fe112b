'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Plus } from 'lucide-react';
import type { User } from '@spotsmith/contract/account';
import { lazy } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { LateMenu } from '#src/components/ui/late-menu.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { PaletteButton } from './palette-button.tsx';
import { Wordmark } from './wordmark.tsx';

const UserMenu = lazy(() => import('./user-menu.tsx').then((file) => ({ default: file.UserMenu })));

/** The bar above every page of the studio. */
export function TopBar({ user }: { user: User }) {
  const { t } = useTranslator();
  // The dashboard has its own, as its next step.
  const hasNewAd = !['/', '/ads/new'].includes(usePathname());
  const face = (
    <Button look="quiet" size="icon" aria-label={t('shell.menu', { name: user.full_name })}>
      <span className="grid size-8 place-items-center rounded-full bg-raised text-xs font-semibold text-text">
        {initialsOf(user.full_name)}
      </span>
    </Button>
  );
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center justify-between gap-3 border-b border-line bg-ground px-4 sm:px-6">
      <a
        href="#main"
        className="sr-only rounded-control bg-raised px-3 py-2 focus:not-sr-only focus:absolute focus:start-3 focus:z-50"
      >
        {t('shell.skip')}
      </a>
      <Link href="/" prefetch={false} className="rounded-control" aria-label={t('shell.home')}>
        <Wordmark />
      </Link>
      <span className="ms-auto md:mx-auto">
        <PaletteButton />
      </span>
      <div className="flex items-center gap-2">
        {hasNewAd && (
          <Button asChild size="small">
            <Link href="/ads/new" prefetch={false}>
              <Plus />
              {t('action.newAd')}
            </Link>
          </Button>
        )}
        <LateMenu trigger={face}>
          <UserMenu user={user} trigger={face} />
        </LateMenu>
      </div>
    </header>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.charAt(0).toUpperCase())
    .join('');
}
