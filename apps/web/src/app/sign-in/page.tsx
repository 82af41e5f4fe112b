import type { Installation } from '@spotsmith/contract/account';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readApi } from '#src/data/server-api.ts';
import { requestTranslator } from '#src/i18n/request-language.ts';
import { SignIn } from '#src/screens/sign-in/sign-in.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator()).t('signIn.title') };
}

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { demo_login: demoLogin, needs_owner: needsOwner } = await readApi<Installation>('/api/installation');
  if (needsOwner) redirect('/setup');
  const { next } = await searchParams;
  return <SignIn demoLogin={demoLogin} next={ownPath(next)} />;
}

/** Any origin will do: what stays on it is a path of this site. */
const HERE = 'https://here.invalid';

/** Only a path of this site, read as a browser reads it: a link that signs in must not lead anywhere else. */
function ownPath(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !URL.canParse(next, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(next, HERE);
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}
