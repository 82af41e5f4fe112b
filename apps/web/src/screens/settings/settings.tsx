'use client';
import type { Installation, Preferences, User } from '@spotsmith/contract/account';
import type { BrandKit } from '@spotsmith/contract/brand';
import type { ModelChoice } from '@spotsmith/contract/options';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { AccountSection } from './account-section.tsx';
import { AuditSection } from './audit-section.tsx';
import { BrandSection } from './brand-section.tsx';
import { ProvidersSection } from './providers-section.tsx';
import { SpendingSection } from './spending-section.tsx';
import { StorageSection } from './storage-section.tsx';
import { TokensSection } from './tokens-section.tsx';
import { WorkflowsSection } from './workflows-section.tsx';
import { UsersSection } from './users-section.tsx';

type SettingsProps = {
  user: User;
  installation: Installation;
  models: ModelChoice[];
  preferences: Preferences;
  brandKit: BrandKit;
};

export function Settings({ user, installation, models, preferences, brandKit }: SettingsProps) {
  const { t } = useTranslator();
  const isOwner = user.role === 'owner';
  const hasCard = installation.providers.some(({ id, is_ready: isReady }) => id === 'comfyui' && isReady);
  const sections = [
    'brand',
    'providers',
    ...(hasCard ? (['workflows'] as const) : []),
    'spending',
    'account',
    ...(isOwner ? (['users', 'audit'] as const) : []),
    'tokens',
    'storage',
  ] as const;
  return (
    <div className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 px-4 py-6 sm:px-6 lg:grid-cols-[12rem_1fr] lg:py-10">
      <div className="flex flex-col gap-4 lg:sticky lg:top-24 lg:self-start">
        <h1 className="text-xl font-semibold">{t('settings.title')}</h1>
        <nav aria-label={t('settings.title')} className="flex gap-1 overflow-x-auto lg:flex-col">
          {sections.map((section) => (
            <a
              key={section}
              href={`#${section}`}
              className="whitespace-nowrap rounded-control px-3 py-2 text-sm text-quiet transition-colors hover:bg-raised hover:text-text lg:-ms-3"
            >
              {t(`settings.${section}`)}
            </a>
          ))}
        </nav>
      </div>
      <div className="flex min-w-0 flex-col gap-14">
        <BrandSection initial={brandKit} />
        <ProvidersSection installation={installation} models={models} initial={preferences} />
        {hasCard && <WorkflowsSection isOwner={isOwner} />}
        <SpendingSection installation={installation} initial={preferences} />
        <AccountSection user={user} />
        {isOwner && <UsersSection me={user} />}
        {isOwner && <AuditSection />}
        <TokensSection />
        <StorageSection />
        <p className="figures text-xs text-quiet">
          {t('settings.version', { version: installation.version, mode: t(`mode.${installation.mode}`) })}
        </p>
      </div>
    </div>
  );
}
