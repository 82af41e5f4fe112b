'use client';
import type { Session, SessionSummary } from '@spotsmith/contract/sessions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';

export function RenameDialog({ ad, onClose }: { ad: SessionSummary; onClose: () => void }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const client = useQueryClient();
  const path = `/api/sessions/${ad.id}`;
  const rename = useMutation({
    mutationFn: async (form: FormData) => {
      const { version } = await callApi<Session>(path);
      return callApi(path, { method: 'PATCH', body: { version, title: form.get('title') } });
    },
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('dashboard.rename')}>
      <Form onSend={(form) => rename.mutate(form)} className="flex flex-col gap-4">
        <Field label={t('dashboard.name')}>
          <Input name="title" required maxLength={80} defaultValue={ad.title} dir="auto" />
        </Field>
        {rename.isError && <Notice tone="danger">{inWords(rename.error)}</Notice>}
        <Button type="submit" look="primary" disabled={rename.isPending}>
          {t('action.save')}
        </Button>
      </Form>
    </Dialog>
  );
}
