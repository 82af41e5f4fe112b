import type { Metadata } from 'next';
import { ALL_ADS, sessionsPath, type SessionPage } from '#src/data/queries.ts';
import { readApiSignedIn } from '#src/data/server-api.ts';
import { requestTranslator } from '#src/i18n/request-language.ts';
import { Dashboard } from '#src/screens/dashboard/dashboard.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator()).t('dashboard.title') };
}

export default async function DashboardPage() {
  const firstPage = await readApiSignedIn<SessionPage>(sessionsPath(ALL_ADS, ''), '/');
  return <Dashboard firstPage={firstPage} />;
}
