import Link from 'next/link';
import { DesignedPage } from '#src/components/designed-page.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { requestTranslator } from '#src/i18n/request-language.ts';

export default async function NotFound() {
  const { t } = await requestTranslator();
  return (
    <DesignedPage
      title={t('notFound.title')}
      actions={
        <Button asChild look="primary">
          <Link href="/">{t('notFound.action')}</Link>
        </Button>
      }
    >
      {t('notFound.body')}
    </DesignedPage>
  );
}
