'use client';
import { useMutation } from '@tanstack/react-query';
import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { LateDialog } from '#src/components/ui/late-dialog.ts';
import { Form } from '#src/components/ui/form.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { PasswordField } from '#src/components/ui/password-field.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/** Taking one's data along, and leaving. */
export function OwnData() {
  const { t } = useTranslator();
  const [isLeaving, setLeaving] = useState(false);
  return (
    <div className="flex flex-col gap-3 border-t pt-6">
      <div>
        <h3 className="text-sm font-medium">{t('account.data')}</h3>
        <p className="text-sm text-quiet">{t('account.exportLead')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button asChild>
          <a href="/api/account/archive" download>
            <Download />
            {t('account.export')}
          </a>
        </Button>
        <Button look="danger" onClick={() => setLeaving(true)}>
          <Trash2 />
          {t('account.delete')}
        </Button>
      </div>
      {isLeaving && <DeleteAccount onClose={() => setLeaving(false)} />}
    </div>
  );
}

function DeleteAccount({ onClose }: { onClose: () => void }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const leave = useMutation({
    mutationFn: (form: FormData) =>
      callApi('/api/account/delete', { method: 'POST', body: { password: form.get('password') } }),
    onSuccess: () => location.assign('/sign-in'),
  });
  return (
    <LateDialog isOpen onClose={onClose} title={t('account.delete')} description={t('account.deleteLead')}>
      <Form onSend={(form) => leave.mutate(form)} className="flex flex-col gap-4">
        <PasswordField name="password" label={t('account.current')} />
        {leave.isError && <Notice tone="danger">{inWords(leave.error)}</Notice>}
        <Button type="submit" look="danger" disabled={leave.isPending}>
          {t('account.delete')}
        </Button>
      </Form>
    </LateDialog>
  );
}
