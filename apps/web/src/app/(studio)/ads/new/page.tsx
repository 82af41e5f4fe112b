import type { Installation, Preferences } from '@spotsmith/contract/account';
import type { BrandKit } from '@spotsmith/contract/brand';
import type { ModelChoice } from '@spotsmith/contract/options';
import type { Metadata } from 'next';
import { readApi, readApiSignedIn } from '#src/data/server-api.ts';
import { requestTranslator } from '#src/i18n/request-language.ts';
import { NewAd } from '#src/screens/brief/new-ad.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator()).t('newAd.title') };
}

export default async function NewAdPage() {
  const [preferences, brandKit, installation, models] = await Promise.all([
    readApiSignedIn<Preferences>('/api/preferences', '/ads/new'),
    readApiSignedIn<BrandKit>('/api/brand-kit', '/ads/new'),
    readApi<Installation>('/api/installation'),
    readApi<{ items: ModelChoice[] }>('/api/models'),
  ]);
  return (
    <NewAd installation={installation} models={models.items} preferences={preferences} brandKit={brandKit} />
  );
}
