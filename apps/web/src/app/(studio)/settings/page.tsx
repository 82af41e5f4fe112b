import type { Installation, Preferences, User } from '@spotsmith/contract/account';
import type { BrandKit } from '@spotsmith/contract/brand';
import type { ModelChoice } from '@spotsmith/contract/options';
import type { Metadata } from 'next';
import { readApi, readApiSignedIn } from '#src/data/server-api.ts';
import { requestTranslator } from '#src/i18n/request-language.ts';
import { Settings } from '#src/screens/settings/settings.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator()).t('settings.title') };
}

export default async function SettingsPage() {
  const [user, preferences, brandKit, installation, models] = await Promise.all([
    readApiSignedIn<User>('/api/auth/me', '/settings'),
    readApiSignedIn<Preferences>('/api/preferences', '/settings'),
    readApiSignedIn<BrandKit>('/api/brand-kit', '/settings'),
    readApi<Installation>('/api/installation'),
    readApi<{ items: ModelChoice[] }>('/api/models'),
  ]);
  return (
    <Settings
      user={user}
      installation={installation}
      models={models.items}
      preferences={preferences}
      brandKit={brandKit}
    />
  );
}
