import type { Metadata } from 'next';
import { DesignedPage } from '#src/components/designed-page.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { requestTranslator } from '#src/i18n/request-language.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslator()).t('offline.title') };
}

/** Kept in the browser by the service worker, for when the server cannot be reached. It runs no script. */
export default async function OfflinePage() {
  const { t } = await requestTranslator();
  return (
    <DesignedPage
      title={t('offline.title')}
      actions={
        <Button asChild look="primary">
          <a href="">{t('offline.action')}</a>
        </Button>
      }
    >
      {t('offline.body')}
    </DesignedPage>
  );
}
