import type { Installation } from '@spotsmith/contract/account';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readApi } from '#src/data/server-api.ts';
import { requestTranslator } from '#src/i18n/request-language.ts';
import { SetUpOwner } from '#src/screens/setup/set-up-owner.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator()).t('setup.title') };
}

/** Where the very first person makes an account. */
export default async function SetupPage() {
  const { needs_owner: needsOwner } = await readApi<Installation>('/api/installation');
  if (!needsOwner) redirect('/sign-in');
  return <SetUpOwner />;
}
