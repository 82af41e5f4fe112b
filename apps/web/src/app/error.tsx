'use client';
import { DesignedPage } from '#src/components/designed-page.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/** What could not be shown. What was made is safe: it lives on the server. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const { t } = useTranslator();
  return (
    <DesignedPage
      title={t('errorPage.title')}
      actions={
        <Button look="primary" onClick={reset}>
          {t('action.retry')}
        </Button>
      }
    >
      {t('errorPage.body')}
    </DesignedPage>
  );
}
