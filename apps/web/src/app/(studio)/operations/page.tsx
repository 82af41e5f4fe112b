import type { User } from '@spotsmith/contract/account';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readApiSignedIn } from '#src/data/server-api.ts';
import { requestTranslator } from '#src/i18n/request-language.ts';
import { Operations } from '#src/screens/operations/operations.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator()).t('operations.title') };
}

export default async function OperationsPage() {
  const { role } = await readApiSignedIn<User>('/api/auth/me', '/operations');
  if (role !== 'owner') notFound();
  return <Operations />;
}
