import type { User } from '@spotsmith/contract/account';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { TopBar } from '#src/components/shell/top-bar.tsx';
import { readApiSignedIn } from '#src/data/server-api.ts';

/** Every page behind the sign-in. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const here = (await headers()).get('x-path') ?? '/';
  const user = await readApiSignedIn<User>('/api/auth/me', here);
  return (
    <>
      <TopBar user={user} />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </>
  );
}
