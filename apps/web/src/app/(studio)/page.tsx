import type { Metadata } from 'next';
import type { AdCounts } from '@spotsmith/contract/sessions';
import { sessionsPath, type SessionPage } from '#src/data/queries.ts';
import { readApiSignedIn } from '#src/data/server-api.ts';
import { requestTranslator } from '#src/i18n/request-language.ts';
import { Dashboard } from '#src/screens/dashboard/dashboard.tsx';
import { addressOf, adsIn, viewIn } from '#src/screens/dashboard/shown-ads.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator()).t('dashboard.title') };
}

type DashboardPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DashboardPage({ searchParams }: DashboardPageProps) {
  const parameters = await searchParams;
  const view = viewIn({
    get: (name) => {
      const value = parameters[name];
      return typeof value === 'string' ? value : null;
    },
  });
  const [firstPage, firstCounts] = await Promise.all([
    readApiSignedIn<SessionPage>(sessionsPath(adsIn(view), ''), '/'),
    readApiSignedIn<AdCounts>('/api/session-counts', '/'),
  ]);
  const firstAddress = addressOf({ ...view, look: 'pictures' });
  return <Dashboard firstPage={firstPage} firstAddress={firstAddress} firstCounts={firstCounts} />;
}
