import type { OpenInvitation } from '@spotsmith/contract/account';
import type { Metadata } from 'next';
import Link from 'next/link';
import { DesignedPage } from '#src/components/designed-page.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { isGone } from '#src/data/api-problem.ts';
import { readApi } from '#src/data/server-api.ts';
import { requestTranslator } from '#src/i18n/request-language.ts';
import { AcceptInvitation } from '#src/screens/invite/accept-invitation.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator()).t('invite.title') };
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await readInvitation(token);
  if (invitation !== null) return <AcceptInvitation token={token} invitation={invitation} />;
  const { t } = await requestTranslator();
  return (
    <DesignedPage
      title={t('invite.gone')}
      actions={
        <Button asChild look="primary">
          <Link href="/sign-in">{t('signIn.heading')}</Link>
        </Button>
      }
    >
      <p>{t('invite.goneLead')}</p>
    </DesignedPage>
  );
}

/** Null when the link does not work (any more). */
async function readInvitation(token: string): Promise<OpenInvitation | null> {
  try {
    return await readApi<OpenInvitation>(`/api/invited/${encodeURIComponent(token)}`);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
